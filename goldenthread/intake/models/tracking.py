"""Workbooks of a plan: a copy that was taken out, and one that came back."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.plans.models import Plan
from goldenthread.plans.models.plan import OfPlan
from goldenthread.sources.models import Upload


class TrackerQuerySet(OfPlan["Tracker"]):
    """Questions about copies that were taken out."""


class Tracker(models.Model):
    """A copy of a plan's actions that was saved as Excel; never changed.

    `cells` are those of each action by its public id, as they stood: what comes back is compared
    with them, so that only what was changed in the workbook counts as changed there.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="trackers")
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TrackerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="intake_tracker_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.plan.authority.code} {self.plan.public_id}, copy {self.number}"

    @property
    def authority(self) -> Authority:
        return self.plan.authority


class TrackerReturnQuerySet(OfPlan["TrackerReturn"]):
    """Questions about workbooks that came back."""


class TrackerReturn(models.Model):
    """A workbook that came back: what was read in it, and what was taken over.

    `tracker` is the copy that it is of; none where the workbook no longer says so. `lines` are
    its rows (row, reference, cells, columns with formulas), `results` what became of each row
    once somebody has taken it over.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="tracker_returns")
    tracker = models.ForeignKey(
        Tracker, models.PROTECT, null=True, blank=True, related_name="returns"
    )
    upload = models.ForeignKey(Upload, models.PROTECT, related_name="+")
    lines = models.JSONField()
    lacks = models.JSONField(default=list, blank=True)
    results = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)

    objects = TrackerReturnQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("intake_trackerreturn", "taken"),
            models.CheckConstraint(
                name="intake_trackerreturn_results_once_taken",
                condition=Q(taken_at__isnull=False) | Q(results=[]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.upload.name} for {self.plan.public_id}"

    @property
    def authority(self) -> Authority:
        return self.plan.authority

    def told(self) -> list[dict[str, Any]]:
        """What became of each row: `public_id`, `is_done`, `words`."""
        return list(self.results)
