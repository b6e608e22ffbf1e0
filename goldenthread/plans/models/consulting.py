"""The stages of consultation that an action goes through."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.people.constraints import together
from goldenthread.people.models import User
from goldenthread.plans import consulting
from goldenthread.plans.models.delivery import OfActionForGood
from goldenthread.plans.models.shown import OfAnAction


class ConsultationQuerySet(OfActionForGood["Consultation"]):
    """Questions about stages of consultation."""

    def open(self) -> Self:
        """Those without an outcome: an action of one is not closed."""
        return self.filter(ended_at=None)


class Consultation(OfAnAction):
    """One stage of a consultation: with whom, from when until when, and what came of it.

    `closes_on` is the last day on which people answer. `ended_on` is the day of the outcome.

    OPEN -> ENDED, with its outcome; the next stage is another row.
    """

    class Stage(models.TextChoices):
        EARLY = "early", "Early talks"
        FORMAL = "formal", "Formal consultation"
        RESPONSES = "responses", "Considering the responses"
        APPEALS = "appeals", "Appeals"

    stage = models.CharField(max_length=20, choices=Stage.choices)
    with_whom = models.CharField(max_length=500)
    opens_on = models.DateField()
    closes_on = models.DateField()
    outcome = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_consultation", "ended"),
            models.CheckConstraint(
                name="plans_consultation_is_with_somebody", condition=~Q(with_whom="")
            ),
            models.CheckConstraint(
                name="plans_consultation_days_in_order",
                condition=Q(closes_on__gte=F("opens_on"))
                & (Q(ended_on__isnull=True) | Q(ended_on__gte=F("opens_on"))),
            ),
            models.CheckConstraint(
                name="plans_consultation_ends_with_an_outcome",
                condition=Q(ended_at__isnull=True, ended_on__isnull=True, outcome="")
                | Q(ended_at__isnull=False, ended_on__isnull=False) & ~Q(outcome=""),
            ),
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(ended_at__isnull=True),
                name="plans_consultation_one_stage_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} with {self.with_whom}"

    def in_words(self, day: date) -> str:
        """What is said of it on a day, while it has no outcome."""
        return consulting.in_words(
            self.get_stage_display().lower(),
            opens_on=self.opens_on,
            closes_on=self.closes_on,
            day=day,
        )
