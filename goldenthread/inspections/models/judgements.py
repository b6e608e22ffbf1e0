"""Judgements with the grade as printed, and what a user says about two scales."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goldenthread.inspections.bodies import Body
from goldenthread.inspections.models.events import Inspection, OfInspection
from goldenthread.inspections.models.frameworks import Area, Grade, Scale
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped


class CrosswalkQuerySet(Scoped["Crosswalk"]):
    """Questions about crosswalks."""


class JudgementQuerySet(OfInspection["Judgement"]):
    """Questions about judgement rows."""


class Judgement(models.Model):
    """The grade of one area in one inspection, its scale with it, the printed words beside it.

    `area` is empty where the label is none of the framework's; `grade` where the wording is
    none of the scale's. `parent` is the judgement that this one stands under.
    """

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="judgements")
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True)
    area_code = models.CharField(max_length=120, blank=True)
    label = models.TextField()
    tree = models.CharField(max_length=40, blank=True)
    group_printed = models.TextField(blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    body = models.CharField(max_length=20, choices=Body.choices, default=Body.COUNCIL)
    scale = models.ForeignKey(Scale, models.PROTECT, null=True, blank=True)
    grade = models.ForeignKey(Grade, models.PROTECT, null=True, blank=True)
    grade_printed = models.TextField(blank=True)
    heading_grade_printed = models.TextField(blank=True)
    order = models.PositiveSmallIntegerField()
    page = models.PositiveIntegerField(null=True, blank=True)
    source_place = models.JSONField(default=dict, blank=True)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["inspection", "order"], name="inspections_judgement_in_order"
            ),
            models.CheckConstraint(
                name="inspections_judgement_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            ),
            models.CheckConstraint(
                name="inspections_judgement_grade_has_a_scale",
                condition=Q(grade__isnull=True) | Q(scale__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.grade_printed}"

    @property
    def authority(self) -> Authority:
        return self.inspection.authority


class Crosswalk(models.Model):
    """Somebody of the authority says that a grade of one scale may be read as one of another."""

    authority = models.ForeignKey(Authority, models.PROTECT)
    from_grade = models.ForeignKey(Grade, models.PROTECT, related_name="crosswalks")
    to_scale = models.ForeignKey(Scale, models.PROTECT)
    to_grade = models.ForeignKey(Grade, models.PROTECT, related_name="+")
    why = models.TextField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = CrosswalkQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "from_grade", "to_scale"], name="inspections_crosswalk_once"
            ),
            models.CheckConstraint(name="inspections_crosswalk_has_a_reason", condition=~Q(why="")),
        ]

    def __str__(self) -> str:
        return f"{self.from_grade} may be read as {self.to_grade}"
