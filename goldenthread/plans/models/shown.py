"""What shows how an action stands: periods of practice, colours, risks, frequencies."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.people.constraints import dates_in_order, together
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped
from goldenthread.plans.models.actions import Action
from goldenthread.plans.models.delivery import OfActionForGood
from goldenthread.results.models import Measure

ONE_DAY = timedelta(days=1)


class OfAnAction(models.Model):
    """A row of one action, entered by somebody."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="%(class)ss")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True

    @property
    def authority(self) -> Authority:
        return self.action.plan.authority


class PeriodQuerySet(OfActionForGood["PracticePeriod"]):
    """Questions about periods of practice."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(withdrawn_at=None)


class PracticePeriod(OfAnAction):
    """In a period the practice was, or was not, in standard; `count` of `out_of` where counted.

    It ends the day before `ends_before`, so that the next one begins on that day.
    """

    first_day = models.DateField()
    ends_before = models.DateField()
    in_standard = models.BooleanField()
    standard = models.TextField()
    count = models.PositiveIntegerField(null=True, blank=True)
    out_of = models.PositiveIntegerField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_practiceperiod", "withdrawn"),
            models.CheckConstraint(
                name="plans_practiceperiod_has_days",
                condition=Q(ends_before__gt=F("first_day")),
            ),
            models.CheckConstraint(
                name="plans_practiceperiod_count_of_its_whole",
                condition=Q(count__isnull=True, out_of__isnull=True)
                | Q(count__isnull=False, out_of__gte=1, count__lte=F("out_of")),
            ),
            models.UniqueConstraint(
                fields=["action", "first_day"],
                condition=Q(withdrawn_at__isnull=True),
                name="plans_practiceperiod_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action}, {self.first_day} to {self.last_day}"

    @property
    def last_day(self) -> date:
        return self.ends_before - ONE_DAY


class JudgedStatusQuerySet(OfActionForGood["JudgedStatus"]):
    """Questions about statuses that a manager set."""

    def standing(self) -> Self:
        return self.filter(ended_at=None)


class JudgedStatus(OfAnAction):
    """A manager lowers the status that is worked out, or raises it with a printed reason.

    `raised_from` is the colour from which it was raised: once another is worked out, the
    raise counts no longer.
    """

    class Colour(models.TextChoices):
        RED = "red", "Red"
        AMBER = "amber", "Amber"
        GREEN = "green", "Green"

    colour = models.CharField(max_length=10, choices=Colour.choices)
    raised_from = models.CharField(max_length=10, blank=True)
    reason = models.TextField(blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = JudgedStatusQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "judged statuses"
        constraints: ClassVar = [
            together("plans_judgedstatus", "ended"),
            models.CheckConstraint(
                name="plans_judgedstatus_never_blue",
                condition=Q(colour__in=("red", "amber", "green")),
            ),
            models.CheckConstraint(
                name="plans_judgedstatus_raised_with_a_reason",
                condition=Q(raised_from="") | ~Q(reason=""),
            ),
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(ended_at__isnull=True),
                name="plans_judgedstatus_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.get_colour_display().lower()}"


class StatusRulesQuerySet(Scoped["StatusRules"]):
    """Questions about rules of status."""

    def approved(self) -> Self:
        """Those that somebody else approved: the others count for nothing."""
        return self.filter(approved_at__isnull=False)


class StatusRules(models.Model):
    """An authority's rules of status from a day on, in the form that `status.read_rules` takes.

    `by` proposed them; they count only once somebody else has approved them.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="status_rules")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    content = models.JSONField()
    approved_in = models.CharField(max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = StatusRulesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "status rules"
        constraints: ClassVar = [
            dates_in_order("plans_statusrules"),
            models.UniqueConstraint(
                fields=["authority"],
                condition=Q(ended_on__isnull=True, approved_at__isnull=False),
                name="plans_statusrules_one_at_a_time",
            ),
            together("plans_statusrules", "approved"),
            models.CheckConstraint(
                name="plans_statusrules_approved_by_somebody_else",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("by")),
            ),
            models.CheckConstraint(name="plans_statusrules_approved", condition=~Q(approved_in="")),
        ]

    def __str__(self) -> str:
        return f"{self.authority} from {self.started_on}"


class RiskQuerySet(OfActionForGood["Risk"]):
    """Questions about risks."""

    def open(self) -> Self:
        return self.filter(closed_at=None)


class Risk(OfAnAction):
    """Something that endangers an action, the control until it is mended, and its review day.

    `measure` is the one whose figures it keeps down, where somebody has said which.
    """

    class Kind(models.TextChoices):
        RISK = "risk", "Risk"
        ISSUE = "issue", "Issue"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField()
    control = models.TextField(blank=True)
    measure = models.ForeignKey(
        Measure, models.PROTECT, null=True, blank=True, related_name="endangered_by"
    )
    review_on = models.DateField()
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RiskQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_risk", "closed"),
            models.CheckConstraint(name="plans_risk_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text


class CommitmentQuerySet(OfActionForGood["Commitment"]):
    """Questions about commitments to a frequency."""


class Commitment(OfAnAction):
    """Something that is promised so often within some months: at least twice a year."""

    printed = models.TextField()
    times = models.PositiveSmallIntegerField()
    months = models.PositiveSmallIntegerField(default=12)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_commitment_counts", condition=Q(times__gte=1, months__gte=1)
            )
        ]

    def __str__(self) -> str:
        return self.printed


class OccurrenceQuerySet(Scoped["Occurrence"]):
    """Questions about what took place."""

    AUTHORITY = "commitment__action__plan__authority"

    def visible_to(self, user: User) -> Self:
        return self.filter(commitment__in=Commitment.objects.visible_to(user))


class Occurrence(models.Model):
    """What was promised took place on a day."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="occurrences")
    day = models.DateField()
    note = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commitment", "day"], name="plans_occurrence_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.commitment}: {self.day}"

    @property
    def authority(self) -> Authority:
        return self.commitment.action.plan.authority
