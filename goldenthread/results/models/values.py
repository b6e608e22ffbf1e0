"""Figures of measures, each with the days it speaks of and whoever entered and approved it."""

from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual

from goldenthread.basics.periods import Period
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, RoleHolding, Team, User
from goldenthread.people.models.visibility import Scoped, holds_role
from goldenthread.people.roles import COLLEAGUES, Role
from goldenthread.results.models.measures import Definition, Measure
from goldenthread.sources.models import Upload

# Number and quotient may differ by the rounding of the number's fourth place.
ROUNDING = Decimal("0.0001")
_TIMES = F("number") * F("denominator")
_QUOTIENT = F("numerator") * F("per")
_TOLERATED = F("denominator") * ROUNDING


class ValueQuerySet(Scoped["Value"]):
    """Questions about values."""

    AUTHORITY = "measure__authority"
    OVER_ALL_TEAMS = frozenset(
        {
            Role.IMPROVEMENT_OFFICER,
            Role.ANALYST,
            Role.STRATEGIC_LEAD,
            Role.DIRECTOR,
            Role.BOARD_CHAIR,
            Role.CHECKER,
            Role.AUDITOR,
            Role.MODERATOR,
        }
    )

    def visible_to(self, user: User) -> Self:
        """Colleagues see figures of no team; those of a team its managers and the overseers."""
        holds = partial(
            holds_role, user, authority=self.AUTHORITY, held=RoleHolding.objects.held_by(user)
        )
        return self.filter(
            holds(self.OVER_ALL_TEAMS)
            | Q(team=None) & holds(COLLEAGUES)
            | Q(team__isnull=False) & holds({Role.TEAM_MANAGER}, same={"team": "team"})
        )

    def approved(self) -> Self:
        """Those that hold: approved by a second person and not revised since."""
        return self.filter(state=Value.State.APPROVED)

    def measured(self) -> Self:
        """Those on which 'measured' may rest: approved, with numerator and denominator."""
        return self.approved().filter(numerator__isnull=False, denominator__isnull=False)


class Value(models.Model):
    """One figure of a measure: of which part, for which period, as of which day.

    entered -> approved -> revised
         \\-> returned

    `number` is numerator × `per` / denominator; a count has no `per`, is its numerator, and
    may not know out of how many. `team` or `group` name a part of the population. `as_at` is
    the day that the figure describes, `known_on` the day on which it was known. Figures never
    change: a correction is another row, which `revises` this one and says why.
    """

    class State(models.TextChoices):
        ENTERED = "entered", "Entered, not yet approved"
        APPROVED = "approved", "Approved"
        RETURNED = "returned", "Returned with a reason"
        REVISED = "revised", "Revised by a later figure"

    class Cause(models.TextChoices):
        LATE_RECORDING = "late recording", "Revision: recorded late"
        PROVISIONAL = "provisional", "Revision: was provisional"
        CHANGED_RULE = "changed rule", "Restatement: the rule changed"
        CORRECTED_ERROR = "corrected error", "Restatement: an error was corrected"

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="values")
    definition = models.ForeignKey(Definition, models.PROTECT, related_name="values")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    group = models.CharField(max_length=200, blank=True)
    period_from = models.DateField()
    period_to = models.DateField()
    as_at = models.DateField()
    known_on = models.DateField()
    printed = models.CharField(max_length=200)
    number = models.DecimalField(max_digits=16, decimal_places=4)
    numerator = models.DecimalField(max_digits=16, decimal_places=4)
    denominator = models.PositiveBigIntegerField(null=True, blank=True)
    per = models.PositiveIntegerField(null=True, blank=True)
    source = models.TextField()
    upload = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ENTERED)
    revises = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="revisions"
    )
    cause = models.CharField(max_length=20, choices=Cause.choices, blank=True)
    reason = models.TextField(blank=True)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = ValueQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                "measure",
                Coalesce("team_id", 0),
                "group",
                "period_from",
                "period_to",
                condition=Q(state="approved"),
                name="results_value_one_holds",
            ),
            models.UniqueConstraint(
                fields=["revises"],
                condition=Q(state__in=["entered", "approved", "revised"]),
                name="results_value_revised_once",
            ),
            models.CheckConstraint(
                name="results_value_of_a_team_or_a_group",
                condition=Q(team__isnull=True) | Q(group=""),
            ),
            models.CheckConstraint(
                name="results_value_days_in_order",
                condition=Q(period_to__gte=F("period_from"))
                & Q(as_at__gte=F("period_from"))
                & Q(known_on__gte=F("as_at")),
            ),
            models.CheckConstraint(
                name="results_value_is_its_numerator_over_its_denominator",
                condition=Q(numerator__gte=0)
                & (
                    Q(per__isnull=True, number=F("numerator"))
                    | Q(
                        # (Multiplied out: SQLite divides whole numbers without a remainder.)
                        per__isnull=False,
                        per__gte=1,
                        denominator__isnull=False,
                        denominator__gte=1,
                    )
                    & Q(GreaterThanOrEqual(_TIMES, _QUOTIENT - _TOLERATED))
                    & Q(LessThanOrEqual(_TIMES, _QUOTIENT + _TOLERATED))
                ),
            ),
            models.CheckConstraint(
                name="results_value_a_part_is_not_more_than_the_whole",
                condition=Q(denominator__isnull=True)
                | Q(per__isnull=False, per=1)
                | Q(numerator__lte=F("denominator")),
            ),
            models.CheckConstraint(
                name="results_value_approved_by_a_second_person",
                condition=Q(state__in=["entered", "returned"], approved_by__isnull=True)
                | Q(state__in=["approved", "revised"], approved_by__isnull=False)
                & ~Q(approved_by=F("entered_by")),
            ),
            models.CheckConstraint(
                name="results_value_a_revision_says_why",
                condition=Q(revises__isnull=True, cause="")
                | Q(revises__isnull=False) & ~Q(cause="") & ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="results_value_says_where_it_is_from",
                condition=~Q(source="") & ~Q(printed=""),
            ),
            together("results_value", "approved"),
        ]

    def __str__(self) -> str:
        of = f", {self.team or self.group}" if self.team_id or self.group else ""
        return f"{self.measure.code}{of}, {self.period}: {self.printed}"

    @property
    def authority(self) -> Authority:
        return self.measure.authority

    @property
    def period(self) -> Period:
        return Period(self.period_from, self.period_to)

    @property
    def part(self) -> str:
        """The team or group it is of; "" for everybody."""
        return str(self.team) if self.team_id else self.group

    @property
    def exact(self) -> Fraction:
        """The figure without rounding."""
        if self.per is None or self.denominator is None:
            return Fraction(self.numerator)
        return Fraction(self.numerator) * self.per / self.denominator

    @property
    def is_measured(self) -> bool:
        """Whether 'measured' may rest on it; the same as `ValueQuerySet.measured`."""
        return self.state == self.State.APPROVED and self.denominator is not None
