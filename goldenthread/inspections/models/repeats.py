"""Recommendations that come back from an earlier inspection."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goldenthread.inspections.models.findings import Recommendation
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped


class RepeatQuerySet(Scoped["Repeat"]):
    """Questions about repeats."""

    AUTHORITY = "later__inspection__authority"


class Repeat(models.Model):
    """That a recommendation may repeat one of an earlier inspection: 'raised in an earlier inspection'.

    Proposed by likeness (0 to 1) with the words that meet, or entered by a person, then
    without likeness. `years` lie between the two, empty where a day is not known.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed by likeness"
        CONFIRMED = "confirmed", "Raised in an earlier inspection"
        REFUSED = "refused", "Another matter"

    later = models.ForeignKey(Recommendation, models.PROTECT, related_name="repeats")
    earlier = models.ForeignKey(Recommendation, models.PROTECT, related_name="repeated_by")
    likeness = models.DecimalField(max_digits=4, decimal_places=3, null=True, blank=True)
    words = models.JSONField(default=list, blank=True)
    years = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    why = models.TextField(blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = RepeatQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["later", "earlier"], name="inspections_repeat_once"),
            models.CheckConstraint(
                name="inspections_repeat_is_of_another", condition=~Q(later=F("earlier"))
            ),
            models.CheckConstraint(
                name="inspections_repeat_decided_by_somebody",
                condition=Q(state="proposed", decided_by__isnull=True)
                | (~Q(state="proposed") & Q(decided_by__isnull=False)),
            ),
            together("inspections_repeat", "decided"),
        ]

    def __str__(self) -> str:
        return f"{self.later_id} after {self.earlier_id}: {self.get_state_display()}"

    @property
    def authority(self) -> Authority:
        return self.later.inspection.authority
