"""What a measure's figures have to reach, by when, and whether they did."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goldenthread.inspections.models import NumericTarget
from goldenthread.people.models import Authority, Team, User
from goldenthread.people.models.visibility import Scoped
from goldenthread.results.kinds import Comparator
from goldenthread.results.models.measures import Measure
from goldenthread.results.models.values import Value


class TargetQuerySet(Scoped["Target"]):
    """Questions about targets."""

    AUTHORITY = "measure__authority"


class Target(models.Model):
    """A level to be reached, or a change from a baseline, with the days between which it holds.

    `each_group`: every one of `groups` has to reach it; a mean over them shows nothing.
    A change is a fall (at most) or a rise (at least) by `minimum_change` of what the
    `baseline` was, in per cent of it or in the measure's unit.
    """

    class ChangeIn(models.TextChoices):
        PER_CENT = "per cent", "Per cent of the baseline"
        UNIT = "unit", "The measure's unit"

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="targets")
    comparator = models.CharField(max_length=20, choices=Comparator.choices)
    level = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    baseline = models.ForeignKey(
        Value, models.PROTECT, null=True, blank=True, related_name="baseline_of"
    )
    minimum_change = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    change_in = models.CharField(max_length=10, choices=ChangeIn.choices, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    each_group = models.BooleanField(default=False)
    groups = models.JSONField(default=list, blank=True)
    holds_from = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    basis = models.TextField()
    from_recommendation = models.ForeignKey(
        NumericTarget, models.PROTECT, null=True, blank=True, related_name="measured_by"
    )
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.TextField(blank=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="results_target_is_a_level_or_a_change",
                condition=Q(
                    level__isnull=False,
                    baseline__isnull=True,
                    minimum_change__isnull=True,
                    change_in="",
                )
                | Q(
                    level__isnull=True,
                    baseline__isnull=False,
                    minimum_change__isnull=False,
                    minimum_change__gt=0,
                    comparator__in=["at most", "at least"],
                    due_on__isnull=False,
                )
                & ~Q(change_in=""),
            ),
            models.CheckConstraint(
                name="results_target_days_are_in_order",
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("holds_from")),
            ),
            models.CheckConstraint(
                name="results_target_each_group_is_not_one_team",
                condition=Q(each_group=False) | Q(team__isnull=True, baseline__isnull=True),
            ),
            models.CheckConstraint(
                name="results_target_says_what_it_rests_on", condition=~Q(basis="")
            ),
            models.CheckConstraint(
                name="results_target_ends_with_a_reason",
                condition=Q(ended_on__isnull=True, ended_why="")
                | Q(ended_on__isnull=False) & ~Q(ended_why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure.code}: {self.basis}"

    @property
    def authority(self) -> Authority:
        return self.measure.authority


class OutcomeQuerySet(Scoped["Outcome"]):
    """Questions about outcomes."""

    AUTHORITY = "target__measure__authority"


class Outcome(models.Model):
    """How a figure stood to a target when it was due: met or missed, and by how much.

    `difference` is figure less level in the measure's unit, `per_cent` that of the level;
    empty where the level is 0. It stays as it was recorded when the figure is revised.
    """

    target = models.ForeignKey(Target, models.PROTECT, related_name="outcomes")
    value = models.ForeignKey(Value, models.PROTECT, related_name="outcomes")
    met = models.BooleanField()
    difference = models.DecimalField(max_digits=16, decimal_places=4)
    per_cent = models.DecimalField(max_digits=10, decimal_places=1, null=True, blank=True)
    words = models.TextField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["target", "value"], name="results_outcome_once")
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def authority(self) -> Authority:
        return self.target.measure.authority
