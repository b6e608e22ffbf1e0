"""What a document leaves open: faults of its own, cross-references, questions to settle."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.plans.models.actions import Action, OfAction
from goldenthread.plans.models.items import Item
from goldenthread.plans.models.plan import OfVersion, Plan, Version
from goldenthread.plans.models.rows import Brought


class CrossReferenceQuerySet(OfAction["CrossReference"]):
    """Questions about cross-references."""


class CrossReference(Brought):
    """An action's text points to another item or action: "see 1 above".

    One that leads to neither is broken, and is listed as such.
    """

    class Kind(models.TextChoices):
        SHARES_ACTION = "shares action", "The same action"
        SEE_ALSO = "see also", "See also"
        INHERITS_UPDATE = "inherits update", "Its update counts here too"

    action = models.ForeignKey(Action, models.PROTECT, related_name="references")
    printed = models.TextField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    to_item = models.ForeignKey(
        Item, models.PROTECT, null=True, blank=True, related_name="referred_to_by"
    )
    to_action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="referred_to_by"
    )

    objects = CrossReferenceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_crossreference_leads_to_one_at_most",
                condition=Q(to_item__isnull=True) | Q(to_action__isnull=True),
            ),
            models.CheckConstraint(
                name="plans_crossreference_leads_elsewhere",
                condition=Q(to_action__isnull=True) | ~Q(to_action=models.F("action")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.printed}"

    @property
    def is_broken(self) -> bool:
        return self.to_item is None and self.to_action is None

    @property
    def authority(self) -> Authority:
        return self.action.plan.authority


class SourceIssueQuerySet(OfVersion["SourceIssue"]):
    """Questions about faults of documents."""


class SourceIssue(models.Model):
    """A fault of the document itself, such as two dates for one action; kept as it is."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="issues")
    where = models.TextField()
    problem = models.TextField()
    fix = models.TextField(blank=True)
    source_place = models.JSONField(default=dict, blank=True)

    objects = SourceIssueQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"

    @property
    def authority(self) -> Authority:
        return self.version.plan.authority


class ToSettleQuerySet(OfVersion["ToSettle"]):
    """Questions about what is left to settle."""

    def current(self) -> Self:
        """Those of plans and versions that count now."""
        return self.filter(
            version__state=Version.State.CURRENT, version__plan__state=Plan.State.CURRENT
        )

    def open(self) -> Self:
        return self.current().filter(state=ToSettle.State.OPEN)


class ToSettle(models.Model):
    """A question that an import left open; `answer` says what `settle` wrote for it.

    `topic` is what the answer is about, `suggestion` what was proposed, in the same form.

    OPEN -> SETTLED.
    """

    class Topic(models.TextChoices):
        LEAD = "lead", "Who is accountable"
        TIMESCALE = "timescale", "By when"
        TEST_KIND = "test kind", "Of what kind a test is"
        COMPLETION = "completion", "Whether it is completed, as the plan says"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        SETTLED = "settled", "Settled"

    version = models.ForeignKey(Version, models.PROTECT, related_name="to_settle")
    order = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="to_settle")
    action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="to_settle"
    )
    topic = models.CharField(max_length=20, choices=Topic.choices, default=Topic.OTHER)
    words = models.TextField()
    suggestion = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    answer = models.JSONField(default=dict, blank=True)
    source_place = models.JSONField(default=dict, blank=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ToSettleQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "to settle"
        constraints: ClassVar = [
            together("plans_tosettle", "settled"),
            models.UniqueConstraint(fields=["version", "order"], name="plans_tosettle_in_order"),
            models.CheckConstraint(
                name="plans_tosettle_settled_by_somebody",
                condition=Q(state="open", settled_at__isnull=True)
                | Q(state="settled", settled_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def authority(self) -> Authority:
        return self.version.plan.authority
