"""Plans that ask for updates before each meeting of a board."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from goldenthread.governance import rounds
from goldenthread.governance.models.forums import Forum
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.plans.models import Plan
from goldenthread.plans.models.plan import OfPlan


class RoundsBeforeQuerySet(OfPlan["RoundsBefore"]):
    """Questions about rounds of updates before meetings."""

    def current(self) -> Self:
        """Those that nobody has ended."""
        return self.filter(ended_at=None)


class RoundsBefore(models.Model):
    """A plan asks for updates before each meeting of a board, until it is set otherwise.

    `before` and `answer` are working days, as in `rounds.Lead`. `put_at` is when the round of
    the next meeting was last put to the plan.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="rounds_before")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="rounds_before")
    before = models.PositiveSmallIntegerField()
    answer = models.PositiveSmallIntegerField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    put_at = models.DateTimeField()
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RoundsBeforeQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "rounds before meetings"
        constraints: ClassVar = [
            together("governance_roundsbefore", "ended"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(ended_at__isnull=True),
                name="governance_roundsbefore_one_at_a_time",
            ),
            models.CheckConstraint(
                name="governance_roundsbefore_takes_time", condition=Q(before__gte=1, answer__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan.public_id}: before each meeting of {self.forum}"

    @property
    def authority(self) -> Authority:
        return self.plan.authority

    @property
    def lead(self) -> rounds.Lead:
        """As the rule takes it."""
        return rounds.Lead(self.before, self.answer)
