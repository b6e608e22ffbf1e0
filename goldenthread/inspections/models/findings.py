"""Numbered paragraphs, what the report asks for, and the ties between the two."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.inspections import addressing
from goldenthread.inspections.bodies import Body
from goldenthread.inspections.models.events import Inspection, OfInspection
from goldenthread.inspections.models.frameworks import Area
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Row, Scoped


class OfFinding(Scoped[Row]):
    """Questions about what belongs to a finding."""

    AUTHORITY = "finding__inspection__authority"


class FindingQuerySet(OfInspection["Finding"]):
    """Questions about finding rows."""


class Finding(models.Model):
    """A paragraph, verbatim, with its number, page and section.

    `sense` is what the heading above it says; 'neither' where it says nothing.
    """

    class Sense(models.TextChoices):
        STRENGTH = "strength", "Strength"
        WEAKNESS = "weakness", "Weakness"
        NEITHER = "neither", "Neither"

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="findings")
    order = models.PositiveIntegerField()
    number = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField()
    bullets = models.JSONField(default=list, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    section = models.TextField(blank=True)
    heading = models.TextField(blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True)
    area_code = models.CharField(max_length=120, blank=True)
    sense = models.CharField(max_length=10, choices=Sense.choices, default=Sense.NEITHER)
    source_place = models.JSONField(default=dict, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["inspection", "order"], name="inspections_finding_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"paragraph {self.number}" if self.number else f"paragraph without number, {self.pk}"

    @property
    def authority(self) -> Authority:
        return self.inspection.authority


class RecommendationQuerySet(OfInspection["Recommendation"]):
    """Questions about recommendation rows."""


class Recommendation(models.Model):
    """What the report asks for, verbatim: of which kind, of whom, by when.

    `order` counts through the whole report and never changes; `number` is as printed.
    `due_on` follows from the timescale and the report's day; `due_reason` says why there is
    none. `local_date` is the council's own where the report says 'immediately'.

    `council_part` is worked out from the bodies addressed ('words') or entered; empty where it
    was recorded before that was done. `to_consider` are the words that ask only to consider,
    the whole text where `consider`. `shared`: its judgement rests on more than the council.
    A good descriptor stands under its `parent` by its number: 5.1 under 5.0.
    """

    class Part(models.TextChoices):
        SOLE = addressing.SOLE, "Sole owner"
        CO_OWNER = addressing.CO_OWNER, "Co-owner"
        ASSURER = addressing.ASSURER, "Assurer only"

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", "Recommendation"
        IMPROVEMENT = "area for improvement", "Area for improvement"
        NEEDS_TO_IMPROVE = "what needs to improve", "What needs to improve"
        PRIORITY = "area for priority action", "Area for priority action"
        DESCRIPTOR = "good descriptor", "Good descriptor"
        SELF_IDENTIFIED = "self-identified", "Self-identified"

    class Timescale(models.TextChoices):
        IMMEDIATELY = "immediately", "Immediately"
        WITHIN = "within", "Within a period"
        NONE = "none", "None"
        UNREADABLE = "to settle", "Cannot be read, to settle"

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="recommendations")
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    kind = models.CharField(max_length=40, choices=Kind.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    consider = models.BooleanField(default=False)
    to_consider = models.TextField(blank=True)
    shared = models.BooleanField(default=False)
    shared_printed = models.TextField(blank=True)
    body = models.CharField(max_length=20, choices=Body.choices, default=Body.COUNCIL)
    addressees = models.JSONField(default=list, blank=True)
    addressees_from = models.CharField(max_length=40, blank=True)
    council_part = models.CharField(max_length=20, choices=Part.choices, blank=True)
    council_part_from = models.CharField(max_length=20, blank=True)
    group_printed = models.TextField(blank=True)
    theme = models.TextField(blank=True)
    section = models.TextField(blank=True)
    paragraph = models.PositiveIntegerField(null=True, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    timescale = models.CharField(max_length=20, choices=Timescale.choices, default=Timescale.NONE)
    timescale_length = models.PositiveSmallIntegerField(null=True, blank=True)
    timescale_unit = models.CharField(max_length=20, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_reason = models.TextField(blank=True)
    local_date = models.DateField(null=True, blank=True)
    source_place = models.JSONField(default=dict, blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["inspection", "order"], name="inspections_recommendation_in_order"
            ),
            models.CheckConstraint(
                name="inspections_recommendation_within_has_a_length",
                condition=~Q(timescale="within")
                | (Q(timescale_length__isnull=False) & ~Q(timescale_unit="")),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.inspection.authority


class FindingLinkQuerySet(OfFinding["FindingLink"]):
    """Questions about finding link rows."""


class FindingLink(models.Model):
    """A paragraph is cited by a recommendation; empty where the report only tags the paragraph."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="links")
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="links"
    )
    kind = models.CharField(max_length=40)

    objects = FindingLinkQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["finding", "recommendation"], name="inspections_findinglink_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {self.kind}"

    @property
    def authority(self) -> Authority:
        return self.finding.inspection.authority


class UncitedDecisionQuerySet(OfFinding["UncitedDecision"]):
    """Questions about uncited decision rows."""


class UncitedDecision(models.Model):
    """What was decided about a weak paragraph that nothing cites."""

    class Decision(models.TextChoices):
        ADDRESSED = "addressed", "Answered by something else, which the reason names"
        TO_PLAN = "to plan", "To be taken into the plan"
        NO_ACTION = "no action", "No action, for the reason given"

    finding = models.OneToOneField(Finding, models.PROTECT, related_name="uncited_decision")
    decision = models.CharField(max_length=20, choices=Decision.choices)
    why = models.TextField()
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = UncitedDecisionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="inspections_unciteddecision_has_a_reason", condition=~Q(why="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {self.get_decision_display()}"

    @property
    def authority(self) -> Authority:
        return self.finding.inspection.authority
