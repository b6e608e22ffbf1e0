"""The inspection itself: when, by whom, under which power, on what evidence."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.inspections.models.frameworks import Framework
from goldenthread.inspections.models.kinds import InspectionType
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Row, Scoped
from goldenthread.sources.models import Upload


class InspectionQuerySet(Scoped["Inspection"]):
    """Questions about inspections."""

    def current(self) -> Self:
        """Those that are neither archived nor withdrawn."""
        return self.filter(state=Inspection.State.CURRENT)


class OfInspection(Scoped[Row]):
    """Questions about what belongs to an inspection."""

    AUTHORITY = "inspection__authority"


class Inspection(models.Model):
    """An external look with a date, as its report tells of it.

    `first_day` to `last_day` are as exact as `days_precision` says: of a month printed alone
    they are its first and last day. Publication and receipt are two facts, either may be
    empty. `type` is announced, unannounced, thematic and so on, empty where neither the report
    nor the framework says. `stated_recommendations` is the number that the report or letter states.
    `local_date_days` is within how many days the council wants a date of its own where the
    report says 'immediately'. `upload` is the document; every `source_place` is a place in it.

    CURRENT -> WITHDRAWN while nothing stands on it; once `in_use`, CURRENT -> ARCHIVED.
    """

    class Precision(models.TextChoices):
        DAY = "day", "to the day"
        MONTH = "month", "to the month"
        UNKNOWN = "unknown", "not known"

    class State(models.TextChoices):
        CURRENT = "current", "Current"
        ARCHIVED = "archived", "Archived"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Failures(models.TextChoices):
        NOT_STATED = "not stated", "Not stated"
        NONE = "none", "No widespread or serious failures"
        SOME = "some", "Widespread or serious failures"

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="inspections")
    framework = models.ForeignKey(Framework, models.PROTECT, related_name="inspections")
    upload = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=60, blank=True)
    type = models.ForeignKey(InspectionType, models.PROTECT, null=True, blank=True)
    title = models.CharField(max_length=500, blank=True)
    authority_printed = models.CharField(max_length=200, blank=True)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    days_precision = models.CharField(
        max_length=10, choices=Precision.choices, default=Precision.UNKNOWN
    )
    days_printed = models.CharField(max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    published_from = models.CharField(max_length=40, blank=True)
    received_on = models.DateField(null=True, blank=True)
    inspectorates = models.JSONField(default=list, blank=True)
    lead_inspectors = models.JSONField(default=list, blank=True)
    legal_power = models.CharField(max_length=200, blank=True)
    legal_power_printed = models.TextField(blank=True)
    serious_failures = models.CharField(
        max_length=20, choices=Failures.choices, default=Failures.NOT_STATED
    )
    serious_failures_printed = models.TextField(blank=True)
    scope = models.TextField(blank=True)
    statement_required = models.BooleanField(null=True)
    stated_recommendations = models.PositiveSmallIntegerField(null=True, blank=True)
    local_date_days = models.PositiveSmallIntegerField(default=5)
    warnings = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CURRENT)
    in_use = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = InspectionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="inspections_inspection_days_in_order",
                condition=Q(first_day__isnull=True)
                | Q(last_day__isnull=True)
                | Q(last_day__gte=F("first_day")),
            ),
            models.CheckConstraint(
                name="inspections_inspection_withdrawn_only_unused",
                condition=~Q(state="withdrawn") | Q(in_use=False),
            ),
            models.CheckConstraint(
                name="inspections_inspection_days_have_a_precision",
                condition=Q(first_day__isnull=True, days_precision="unknown")
                | (Q(first_day__isnull=False) & ~Q(days_precision="unknown")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.framework} of {self.authority}, {self.days_printed or 'days not known'}"


class PreviousInspectionQuerySet(OfInspection["PreviousInspection"]):
    """Questions about previous inspection rows."""


class PreviousInspection(models.Model):
    """An earlier inspection that a report speaks of; `previous` where it is recorded here too."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="previous_ones")
    previous = models.ForeignKey(Inspection, models.PROTECT, null=True, blank=True)
    text = models.TextField()
    place = models.JSONField(default=dict, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = PreviousInspectionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="inspections_previousinspection_is_another",
                condition=Q(previous__isnull=True) | ~Q(previous=F("inspection")),
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.inspection.authority


class EvidenceBaseQuerySet(OfInspection["EvidenceBase"]):
    """Questions about evidence base rows."""


class EvidenceBase(models.Model):
    """One source that the inspectors used, verbatim, with its sample size where one is printed."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="evidence_base")
    order = models.PositiveSmallIntegerField()
    text = models.TextField()
    paragraph = models.PositiveIntegerField(null=True, blank=True)
    sample = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    source_place = models.JSONField(default=dict, blank=True)

    objects = EvidenceBaseQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["inspection", "order"], name="inspections_evidencebase_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.inspection.authority


class ProfileFigureQuerySet(OfInspection["ProfileFigure"]):
    """Questions about profile figure rows."""


class ProfileFigure(models.Model):
    """A figure that the report gives of the area, as printed: of whom, as at when, from where.

    `as_at` is empty where the wording gives no day; `indicator` is the catalogue's name of the
    indicator it stands beside, empty until somebody has said which.
    """

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="profile_figures")
    order = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=18, decimal_places=4)
    unit = models.CharField(max_length=200, blank=True)
    out_of = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    population = models.CharField(max_length=200, blank=True)
    as_at = models.DateField(null=True, blank=True)
    as_at_printed = models.CharField(max_length=200, blank=True)
    indicator = models.CharField(max_length=60, blank=True)
    paragraph = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField()
    source_place = models.JSONField(default=dict, blank=True)

    objects = ProfileFigureQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["inspection", "order"], name="inspections_profilefigure_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.inspection.authority
