"""Rounds of updates: how often a plan asks everybody, and what became of each round."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from goldenthread.people.models import User
from goldenthread.plans import rounds
from goldenthread.plans.models.plan import OfPlan, Plan


class UpdateRhythmQuerySet(OfPlan["UpdateRhythm"]):
    """Questions about how often plans ask."""


class UpdateRhythm(models.Model):
    """How often a plan asks for updates of all its actions; the words are those of `Rhythm`."""

    EVERY = (
        (rounds.MONTHLY, "Every month"),
        (rounds.WEEKS, "Every so many weeks"),
        (rounds.ONCE, "Once, such as before a meeting"),
        (rounds.NEVER, "Not any more"),
    )

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="update_rhythm")
    first = models.DateField()
    every = models.CharField(max_length=10, choices=EVERY)
    weeks = models.PositiveSmallIntegerField(default=4)
    answer = models.PositiveSmallIntegerField(default=5)
    late = models.PositiveSmallIntegerField(default=5)
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)

    objects = UpdateRhythmQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_updaterhythm_takes_time", condition=Q(weeks__gte=1, answer__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan.public_id}: {self.get_every_display().lower()}"

    @property
    def rhythm(self) -> rounds.Rhythm:
        """As the rule takes it."""
        return rounds.Rhythm(
            first=self.first,
            every=self.every,
            weeks=self.weeks,
            answer=self.answer,
            late=self.late,
        )


class ClosedRoundQuerySet(OfPlan["ClosedRound"]):
    """Questions about rounds that are over."""


class ClosedRound(models.Model):
    """A round that is over, with its count: of how many actions, how many in time and late."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="closed_rounds")
    opened_on = models.DateField()
    due_on = models.DateField()
    closed_on = models.DateField()
    asked = models.PositiveIntegerField()
    in_time = models.PositiveIntegerField()
    late = models.PositiveIntegerField()

    objects = ClosedRoundQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "opened_on"], name="plans_closedround_once_an_opening"
            ),
            models.CheckConstraint(
                name="plans_closedround_count_of_its_whole",
                condition=Q(asked__gte=F("in_time") + F("late")),
            ),
        ]

    def __str__(self) -> str:
        late = f", {self.late} of them late" if self.late else ""
        return f"{self.in_time + self.late} of {self.asked} answered{late}"
