"""What inspectorates judge and by which grades, with the days on which each holds.

The rows are those of `catalogue.json`; no code may assume an overall grade.
"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goldenthread.inspections.bodies import Body


def valid_in_order(table: str) -> models.CheckConstraint:
    """`valid_to` of `table` is not before `valid_from`; either may be empty."""
    return models.CheckConstraint(
        name=f"{table}_validity_in_order",
        condition=Q(valid_from__isnull=True)
        | Q(valid_to__isnull=True)
        | Q(valid_to__gte=F("valid_from")),
    )


class Scale(models.Model):
    """A grade scale in one of its versions; grades of two scales are never compared directly."""

    code = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    source = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "version"], name="inspections_scale_once"),
            valid_in_order("inspections_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.version})"


class Grade(models.Model):
    """A grade of a scale: its rank (1 is the best, empty where it has none), its definition.

    `variants` are the wordings in which reports print it.
    """

    scale = models.ForeignKey(Scale, models.PROTECT, related_name="grades")
    code = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    definition = models.TextField(blank=True)
    variants = models.JSONField(default=list, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scale", "code"], name="inspections_grade_once"),
            models.UniqueConstraint(fields=["scale", "rank"], name="inspections_grade_ranked_once"),
        ]

    def __str__(self) -> str:
        return self.label


class Framework(models.Model):
    """The rules of a kind of inspection: its power, its scale, its words, the days it held.

    `scale` is empty where nothing is graded. `recommendation_kind` is what it calls a point
    that asks for something, `duties` the obligations that may follow, by name, `usual_type`
    the code of the type that holds where a report does not say.
    """

    code = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    legal_power = models.CharField(max_length=200, blank=True)
    inspectorates = models.JSONField(default=list, blank=True)
    scale = models.ForeignKey(Scale, models.PROTECT, null=True, blank=True)
    recommendation_kind = models.CharField(max_length=40, default="recommendation")
    duties = models.JSONField(default=list, blank=True)
    usual_type = models.CharField(max_length=60, blank=True)
    notes = models.TextField(blank=True)
    source = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [valid_in_order("inspections_framework")]

    def __str__(self) -> str:
        return self.name

    def areas_on(self, day: date | None) -> models.QuerySet["Area"]:
        """The areas that it judges on a day, in order; without a day, all that it ever had."""
        if day is None:
            return self.areas.order_by("order")
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        not_over = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        return self.areas.filter(begun & not_over).order_by("order")


class Area(models.Model):
    """Something that a framework judges, perhaps under another area, and whom it judges.

    `tree` names the service where one inspection has several trees with an overall grade each.
    An `optional` area may be left out of a report without anything missing.
    """

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="areas")
    code = models.CharField(max_length=120)
    label = models.CharField(max_length=200)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    tree = models.CharField(max_length=40, blank=True)
    body = models.CharField(max_length=20, choices=Body.choices, default=Body.COUNCIL)
    order = models.PositiveSmallIntegerField()
    optional = models.BooleanField(default=False)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["framework", "code"], name="inspections_area_once"),
            valid_in_order("inspections_area"),
        ]

    def __str__(self) -> str:
        return self.label
