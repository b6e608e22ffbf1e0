"""Statutory deadlines that follow from an inspection: stated and computed are two facts."""

from typing import ClassVar

from django.db import models

from goldenthread.inspections.models.events import Inspection, OfInspection
from goldenthread.people.models import Authority
from goldenthread.sources.models import Upload


class ObligationQuerySet(OfInspection["Obligation"]):
    """Questions about obligation rows."""


class Obligation(models.Model):
    """One statutory deadline of one inspection, as last worked out.

    `duty` is the id of the rule in `basics.obligations`. `computed_on` is the earlier of the
    days that follow from publication and from receipt. `trace` holds the count of each:
    {"published": [{"day", "n", "why"}], "received": [...]}. `stated_on` is what a letter or
    a paper states; working out again never touches it. `difference_days` is stated minus
    computed.
    """

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="obligations")
    duty = models.CharField(max_length=60)
    publication_day_counts = models.BooleanField(default=False)
    stated_on = models.DateField(null=True, blank=True)
    stated_printed = models.TextField(blank=True)
    stated_upload = models.ForeignKey(
        Upload, models.PROTECT, null=True, blank=True, related_name="+"
    )
    stated_place = models.JSONField(default=dict, blank=True)
    from_published = models.DateField(null=True, blank=True)
    from_received = models.DateField(null=True, blank=True)
    computed_on = models.DateField(null=True, blank=True)
    basis = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    difference_days = models.IntegerField(null=True, blank=True)
    difference_words = models.TextField(blank=True)
    trace = models.JSONField(default=dict, blank=True)
    notes = models.JSONField(default=list, blank=True)
    calendar = models.CharField(max_length=40, blank=True)
    worked_out_at = models.DateTimeField()

    objects = ObligationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["inspection", "duty"], name="inspections_obligation_once"
            )
        ]

    def __str__(self) -> str:
        return self.duty

    @property
    def authority(self) -> Authority:
        return self.inspection.authority
