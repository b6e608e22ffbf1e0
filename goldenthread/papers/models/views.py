"""The director's overall view of a plan on a day, drafted and signed."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from goldenthread.papers.models.rows import Added, OfPlan
from goldenthread.people.models import Authority, User
from goldenthread.plans.models import Plan


class OverallViewQuerySet(OfPlan["OverallView"]):
    """Questions about overall views."""

    def of_day(self, plan: Plan, as_at: date) -> Self:
        """Those of a plan that tell of a day, the newest first."""
        return self.filter(plan=plan, as_at=as_at).order_by("-pk")

    def signed(self) -> Self:
        return self.filter(signed=True)


class OverallView(Added):
    """How the director sees a plan as at a day; one that is not signed is a draft.

    `post` is that of who wrote it on the day of writing. `not_personal` says why what screening
    suspected in a signed text is nobody's personal data.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="overall_views")
    as_at = models.DateField()
    text = models.TextField()
    signed = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    post = models.TextField()
    at = models.DateTimeField()
    not_personal = models.TextField(blank=True)

    objects = OverallViewQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["plan", "as_at"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="papers_overallview_says_something", condition=~Q(text="") & ~Q(post="")
            )
        ]

    def __str__(self) -> str:
        return f"Overall view of {self.plan_id}, {self.as_at}"

    @property
    def authority(self) -> Authority:
        return self.plan.authority
