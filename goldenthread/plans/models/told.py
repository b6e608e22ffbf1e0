"""What hangs on an action or on an item as a whole: deadlines, updates, tests."""

from datetime import date
from typing import ClassVar, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from goldenthread.people.models import Authority, Person, User
from goldenthread.people.models.visibility import Row
from goldenthread.plans.models.actions import Action
from goldenthread.plans.models.items import Item
from goldenthread.plans.models.plan import Version
from goldenthread.plans.models.rows import Brought, BroughtRows
from goldenthread.plans.seeing import Sight

OF_ONE = Q(action__isnull=False, item__isnull=True) | Q(action__isnull=True, item__isnull=False)


class OfEither(BroughtRows[Row]):
    """Questions about what belongs to an action, or to an item as a whole."""

    def visible_to(self, user: User) -> Self:
        """Who sees the plan; partner users what is of their own actions and those's items."""
        action, item = "action__plan__authority", "item__plan__authority"
        sight = Sight(user)
        of_action = sight.plan("action__plan", authority=action)
        of_item = sight.plan("item__plan", authority=item)
        own = sight.own_actions({"action": "action"}, authority=action)
        own_item = sight.own_items("item", authority=item)
        return self.filter(
            Q(action__isnull=False) & (of_action | own)
            | Q(action__isnull=True) & (of_item | own_item)
        )


class OfActionOrItem(models.Model):
    """A row of an action, or of an item as a whole."""

    action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def of(self) -> Action | Item:
        """What it belongs to.

        Raises:
            ValueError: it is a row that the database would refuse.
        """
        row = self.action or self.item
        if row is None:
            raise ValueError("It belongs neither to an action nor to an item.")
        return row

    @property
    def authority(self) -> Authority:
        return self.of.plan.authority


class DeadlineQuerySet(OfEither["Deadline"]):
    """Questions about deadlines."""

    def later_than_the_inspectorates(self) -> Self:
        """Local ones after the inspectorate's of the same action, or of an item that it serves."""
        theirs = Deadline.objects.current().filter(source="inspectorate", due__lt=OuterRef("due"))
        of_action = theirs.filter(
            Q(item=None) | Q(item=OuterRef("item")), action=OuterRef("action")
        )
        for_item = theirs.filter(action=None, item=OuterRef("item"))
        served = {
            "action": None,
            "item__served_by__action": OuterRef("action"),
            "item__served_by__dropped_in": None,
        }
        anywhere = Exists(of_action) | Exists(for_item)
        return self.filter(source="local").filter(
            anywhere | Q(item=None) & Q(Exists(theirs.filter(**served)))
        )


class Deadline(Brought, OfActionOrItem):
    """By when, as printed and as read: of an item, of an action, or of an action for one item.

    The inspectorate's and the council's own are two. `reading` is the kind of wording
    ("month", "immediate", "recurring"), `basis` says in words how the day follows from it,
    `anchor` is the day it was counted from. A wording that sets no day has no `due`.
    """

    class Source(models.TextChoices):
        INSPECTORATE = "inspectorate", "Inspectorate"
        LOCAL = "local", "Local"

    class Kind(models.TextChoices):
        ORIGINAL = "original", "Original"
        AGREED = "agreed", "Agreed"
        FORECAST = "forecast", "Forecast"

    source = models.CharField(max_length=20, choices=Source.choices)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ORIGINAL)
    printed = models.TextField(blank=True)
    reading = models.CharField(max_length=20, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=20, blank=True)
    recurrence = models.CharField(max_length=60, blank=True)
    offset = models.CharField(max_length=40, blank=True)
    anchor = models.DateField(null=True, blank=True)
    basis = models.TextField(blank=True)
    question = models.TextField(blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_deadline_is_of_something",
                condition=Q(action__isnull=False) | Q(item__isnull=False),
            ),
            models.UniqueConstraint(
                Coalesce("action_id", 0),
                Coalesce("item_id", 0),
                "source",
                "due",
                "printed",
                condition=Q(kind="original", dropped_in__isnull=True),
                name="plans_deadline_said_once",
            ),
            models.CheckConstraint(
                name="plans_deadline_days_in_order",
                condition=Q(earliest__isnull=True)
                | Q(latest__isnull=True)
                | Q(latest__gte=models.F("earliest")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()}: {self.printed or self.due}"


class UpdateQuerySet(OfEither["Update"]):
    """Questions about updates."""

    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.filter(taken_back=None)


class Update(OfActionOrItem):
    """What somebody said on a day about an action or an item; rows are only ever added.

    `by` entered it, `for_whom` said it where that is somebody else. `said_on` is as exact as
    `said_precision`. One with a `version` stood in a document that was imported. 'No change'
    is a kind of its own, so that the third in a row is printed as such.
    """

    class Kind(models.TextChoices):
        SAID = "said", "Said"
        NO_CHANGE = "no change", "No change, still on course"
        STEP = "step", "Step of delivery"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.SAID)
    blockers = models.TextField(blank=True)
    said_on = models.DateField(null=True, blank=True)
    said_precision = models.CharField(
        max_length=10, choices=Version.Precision.choices, default=Version.Precision.UNKNOWN
    )
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    for_whom = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    version = models.ForeignKey(
        Version, models.PROTECT, null=True, blank=True, related_name="updates"
    )
    source_place = models.JSONField(default=dict, blank=True)

    objects = UpdateQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            # Hardly any is entered for somebody: without it all are read to find those few.
            models.Index(
                fields=["for_whom", "at"],
                condition=Q(for_whom__isnull=False),
                name="plans_update_for_whom_at",
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(name="plans_update_is_of_one", condition=OF_ONE),
            models.CheckConstraint(name="plans_update_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="plans_update_said_on_has_a_precision",
                condition=Q(said_on__isnull=True, said_precision="unknown")
                | (Q(said_on__isnull=False) & ~Q(said_precision="unknown")),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class TestQuerySet(OfEither["Test"]):
    """Questions about tests."""

    def shown(self, day: date) -> Self:
        """Those whose evidence is accepted: one piece, or as many as the test wants.

        Args:
            day: on which the evidence must be valid.
        """
        links = apps.get_model("plans", "EvidenceLink")._default_manager.filter(test=OuterRef("pk"))
        accepted = links.accepted(day)
        total = accepted.order_by().values("test").annotate(total=Sum("quantity")).values("total")
        return self.alias(accepted_quantity=Coalesce(Subquery(total), 0)).filter(
            Q(quantity=None) & Exists(accepted) | Q(accepted_quantity__gte=F("quantity"))
        )


class Test(Brought, OfActionOrItem):
    """What will show that an action, or an item as a whole, is done, used or makes a difference.

    `kind_proposed` marks a kind that a rule chose and nobody has confirmed. `quantity` is how
    many of `unit` are wanted, such as 14 head teachers. `aim` says what change would do: from
    what, by when, by how much at least (`aims`). `edition` counts its changes: a check holds
    for the edition that it was made against.
    """

    __test__ = False  # for pytest, which takes the name for its own

    class Kind(models.TextChoices):
        DONE = "done", "Done: a product exists"
        PRACTICE = "practice", "Practice: it is used"
        DIFFERENCE = "difference", "Difference: something changed"

    number = models.PositiveSmallIntegerField()
    column = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    kind_proposed = models.BooleanField(default=True)
    quantity = models.PositiveIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    aim = models.JSONField(default=dict, blank=True)
    edition = models.PositiveSmallIntegerField(default=1)
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = TestQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="plans_test_is_of_one", condition=OF_ONE),
            models.CheckConstraint(name="plans_test_says_something", condition=~Q(text="")),
            models.UniqueConstraint(fields=["action", "number"], name="plans_test_action_number"),
            models.UniqueConstraint(fields=["item", "number"], name="plans_test_item_number"),
            models.CheckConstraint(
                name="plans_test_quantity_is_at_least_one",
                condition=Q(quantity__isnull=True) | Q(quantity__gte=1),
            ),
            models.CheckConstraint(
                name="plans_test_kind_is_known",
                condition=Q(kind__in=["done", "practice", "difference"]),
            ),
        ]

    def __str__(self) -> str:
        return self.text
