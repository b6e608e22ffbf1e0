"""Items of a plan and the recommendations that they answer."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from goldenthread.inspections.models import Recommendation
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Row, Scoped
from goldenthread.plans.models.plan import Part, Plan
from goldenthread.plans.models.rows import Brought, BroughtRows
from goldenthread.plans.seeing import Sight


class ItemQuerySet(BroughtRows["Item"]):
    """Questions about items."""

    AUTHORITY = "plan__authority"

    def visible_to(self, user: User) -> Self:
        """Who sees the plan; partner users the items of their own actions."""
        sight = Sight(user)
        own = sight.own_items("pk", authority=self.AUTHORITY)
        return self.filter(sight.plan("plan", authority=self.AUTHORITY) | own)


class OfItem(Scoped[Row]):
    """Questions about what belongs to an item."""

    AUTHORITY = "item__plan__authority"

    def visible_to(self, user: User) -> Self:
        sight = Sight(user)
        own = sight.own_items("item", authority=self.AUTHORITY)
        return self.filter(sight.plan("item__plan", authority=self.AUTHORITY) | own)


class Item(Brought):
    """What a plan sets out to answer, verbatim, with the number that it prints.

    `public_id` ("P1-I4") stays through all versions; `number` and `text` are those of the
    latest version that holds it, and `Wording` keeps each version's. `answers` says whether
    it answers a recommendation, a descriptor of what 'good' looks like, or neither. `parent`
    is the item above it in numbers such as 1.0 and 1.1.
    """

    class Answers(models.TextChoices):
        RECOMMENDATION = "recommendation", "A recommendation"
        DESCRIPTOR = "descriptor", "A descriptor of good practice"
        ADDITIONAL = "additional", "Neither, it is the council's own"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="items")
    public_id = models.CharField(max_length=24)
    part = models.ForeignKey(Part, models.PROTECT, null=True, blank=True, related_name="items")
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=40, blank=True)
    section = models.TextField(blank=True)
    text = models.TextField()
    timescale_printed = models.TextField(blank=True)
    answers = models.CharField(
        max_length=20, choices=Answers.choices, default=Answers.RECOMMENDATION
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )

    objects = ItemQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "public_id"], name="plans_item_public_id_once"),
            models.CheckConstraint(
                name="plans_item_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.number}".strip()

    @property
    def authority(self) -> Authority:
        return self.plan.authority


class ItemRecommendationQuerySet(OfItem["ItemRecommendation"]):
    """Questions about what items answer."""

    def current(self) -> Self:
        """The links that nobody has removed."""
        return self.filter(removed_at=None)


class ItemRecommendation(models.Model):
    """An item answers a recommendation; both may have several.

    Where the wording differs, `difference` says in words how, and somebody signs it off.
    """

    class WordingIs(models.TextChoices):
        SAME = "same", "The same"
        DIFFERS = "differs", "Differs"

    item = models.ForeignKey(Item, models.PROTECT, related_name="answered")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="answered_by")
    wording = models.CharField(max_length=10, choices=WordingIs.choices)
    difference = models.TextField(blank=True)
    signed_off_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    signed_off_at = models.DateTimeField(null=True, blank=True)
    linked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = ItemRecommendationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_itemrecommendation", "signed_off"),
            together("plans_itemrecommendation", "removed"),
            models.UniqueConstraint(
                fields=["item", "recommendation"],
                condition=Q(removed_at__isnull=True),
                name="plans_itemrecommendation_linked_once",
            ),
            models.CheckConstraint(
                name="plans_itemrecommendation_says_how_it_differs",
                condition=Q(wording="same", difference="")
                | (Q(wording="differs") & ~Q(difference="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} answers {self.recommendation}"

    @property
    def authority(self) -> Authority:
        return self.item.plan.authority
