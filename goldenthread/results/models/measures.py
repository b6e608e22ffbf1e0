"""Measures and the versions of their definitions."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped
from goldenthread.results.kinds import Form


class MeasureQuerySet(Scoped["Measure"]):
    """Questions about measures."""


class Measure(models.Model):
    """Something that is counted again and again, such as visits in time.

    A figure is expected every `every_months`, and is settled `settling_days` after its period.
    `kind`: a measure of progress says what was done, and never shows impact.
    `unit` is in words: "%", "children", "days".
    """

    class Better(models.TextChoices):
        HIGHER = "higher", "More is better"
        LOWER = "lower", "Less is better"
        NEITHER = "neither", "Depends on the context"

    class Kind(models.TextChoices):
        PROGRESS = "progress", "Measure of progress"
        IMPACT = "impact", "Measure of impact"

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="measures")
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    form = models.CharField(max_length=10, choices=Form.choices)
    unit = models.CharField(max_length=60)
    better = models.CharField(max_length=10, choices=Better.choices)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    every_months = models.PositiveSmallIntegerField(default=1)
    settling_days = models.PositiveSmallIntegerField(default=0)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("authority", Lower("code"), name="results_measure_code_once"),
            models.CheckConstraint(
                name="results_measure_is_counted_again", condition=Q(every_months__gte=1)
            ),
            models.CheckConstraint(
                name="results_measure_says_what_it_is",
                condition=~Q(code="") & ~Q(name="") & ~Q(unit=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class DefinitionQuerySet(Scoped["Definition"]):
    """Questions about definitions."""

    AUTHORITY = "measure__authority"


class Definition(models.Model):
    """One version of what a measure counts, and among whom; earlier versions stay."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="definitions")
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    population = models.TextField()
    defined_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    defined_at = models.DateTimeField()

    objects = DefinitionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["measure", "version"], name="results_definition_version_once"
            ),
            models.CheckConstraint(
                name="results_definition_says_what_and_whom",
                condition=~Q(text="") & ~Q(population=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure.code}, definition {self.version}"

    @property
    def authority(self) -> Authority:
        return self.measure.authority
