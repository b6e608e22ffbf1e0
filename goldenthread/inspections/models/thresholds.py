"""Thresholds of the council's policies that an inspection led it to change, and who was told."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goldenthread.inspections.models.findings import Finding
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped


class ThresholdChangeQuerySet(Scoped["ThresholdChange"]):
    """Questions about changes of thresholds."""


class ThresholdChange(models.Model):
    """From which day a policy's threshold is another: what it was and what it became.

    `finding` is the paragraph that criticised the old one, where an inspection did.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    policy = models.CharField(max_length=200)
    unit = models.CharField(max_length=100)
    was = models.DecimalField(max_digits=12, decimal_places=3)
    became = models.DecimalField(max_digits=12, decimal_places=3)
    effective_on = models.DateField()
    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, blank=True, related_name="threshold_changes"
    )
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ThresholdChangeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "policy", "effective_on"],
                name="inspections_thresholdchange_once_a_day",
            ),
            models.CheckConstraint(
                name="inspections_thresholdchange_changes_something",
                condition=~Q(was=F("became")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.policy}: {self.was.normalize():f} to {self.became.normalize():f} {self.unit}"


class ThresholdNoticeQuerySet(Scoped["ThresholdNotice"]):
    """Questions about who was told."""

    AUTHORITY = "change__authority"


class ThresholdNotice(models.Model):
    """That somebody was told of a changed threshold: whom, when, how."""

    change = models.ForeignKey(ThresholdChange, models.PROTECT, related_name="notices")
    to_whom = models.CharField(max_length=200)
    told_on = models.DateField()
    how = models.CharField(max_length=200, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ThresholdNoticeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.to_whom}, {self.told_on:%d/%m/%Y}"

    @property
    def authority(self) -> Authority:
        return self.change.authority
