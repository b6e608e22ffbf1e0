"""What a letter says has improved and has not, and the visit that the council prepares for."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.inspections.models.events import Inspection, OfInspection
from goldenthread.inspections.models.findings import Recommendation
from goldenthread.inspections.models.frameworks import Framework
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped


class LetterStatementQuerySet(OfInspection["LetterStatement"]):
    """Questions about what letters say."""


class LetterStatement(models.Model):
    """A sentence of a letter, verbatim: something has improved, or is not there yet."""

    class Sense(models.TextChoices):
        IMPROVED = "improved", "Has improved"
        NOT_YET = "not yet", "Not yet"

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="statements")
    order = models.PositiveIntegerField()
    sense = models.CharField(max_length=10, choices=Sense.choices)
    text = models.TextField()
    paragraph = models.PositiveIntegerField(null=True, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)

    objects = LetterStatementQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["inspection", "order"], name="inspections_letterstatement_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.inspection.authority


class VisitQuerySet(Scoped["Visit"]):
    """Questions about visits that the council prepares for."""

    def to_come(self) -> Self:
        """Those that are still prepared for: no letter yet, and not called off."""
        return self.filter(letter=None, called_off_on=None)


class Visit(models.Model):
    """A visit of inspectors that is expected, and what they are said to look at.

    It is expected between `earliest` and `latest`, one day or a window such as a month, as
    `days_printed` says it; both are empty where nobody knows. `cohort` says which children's
    records are looked at. Once its `letter` is recorded, nothing more is prepared.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="visits")
    framework = models.ForeignKey(Framework, models.PROTECT, related_name="+")
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    days_printed = models.CharField(max_length=200, blank=True)
    scope = models.TextField()
    cohort = models.TextField(blank=True)
    recommendations = models.ManyToManyField(Recommendation, related_name="visits")
    letter = models.OneToOneField(
        Inspection, models.PROTECT, null=True, blank=True, related_name="visit"
    )
    called_off_on = models.DateField(null=True, blank=True)
    called_off_why = models.TextField(blank=True)
    prepared_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()

    objects = VisitQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="inspections_visit_window_in_order",
                condition=Q(earliest__isnull=True, latest__isnull=True)
                | Q(earliest__isnull=False, latest__isnull=False, earliest__lte=F("latest")),
            ),
            models.CheckConstraint(
                name="inspections_visit_called_off_with_a_reason",
                condition=Q(called_off_on__isnull=True, called_off_why="")
                | (Q(called_off_on__isnull=False) & ~Q(called_off_why="")),
            ),
        ]

    def __str__(self) -> str:
        when = self.days_printed or "day not known"
        return f"{self.framework.name}, {when}"

    @property
    def is_to_come(self) -> bool:
        """Whether it is still prepared for."""
        return self.letter_id is None and self.called_off_on is None
