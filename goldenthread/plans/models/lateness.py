"""Who is told when an action is late: an authority's steps, and whom they have told."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped
from goldenthread.plans import lateness
from goldenthread.plans.models.delivery import OfActionForGood
from goldenthread.plans.models.shown import OfAnAction


class LatenessSteps(models.Model):
    """After how many working days of lateness whom an authority tells; an empty step is left out."""

    authority = models.OneToOneField(Authority, models.PROTECT, related_name="lateness_steps")
    lead = models.PositiveSmallIntegerField(null=True, blank=True)
    manager = models.PositiveSmallIntegerField(null=True, blank=True)
    director = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = Scoped["LatenessSteps"].as_manager()

    class Meta:
        verbose_name_plural = "lateness steps"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_latenesssteps_one_or_more",
                condition=(Q(lead=None) | Q(lead__gte=1))
                & (Q(manager=None) | Q(manager__gte=1))
                & (Q(director=None) | Q(director__gte=1)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority}: {lateness.in_words(list(self.steps))}"

    @property
    def steps(self) -> lateness.Steps:
        """As the rule takes them."""
        return lateness.Steps(self.lead, self.manager, self.director)


def steps_of(authority: Authority) -> lateness.Steps:
    """An authority's own, or the shipped ones."""
    row = LatenessSteps.objects.filter(authority=authority).first()
    return row.steps if row else lateness.SHIPPED


class ToldLateQuerySet(OfActionForGood["ToldLate"]):
    """Questions about who was told that an action is late."""

    def listed(self) -> Self:
        """What stands, or stood, on the director's weekly list."""
        return self.filter(step=lateness.DIRECTOR)


class ToldLate(OfAnAction):
    """Somebody was told that an action is late, once for each deadline and step.

    `late_since` is the deadline that was passed: with more time the steps begin anew. On the
    director's weekly list nobody is named.
    """

    STEPS = (
        (lateness.LEAD, "Whoever leads it"),
        (lateness.MANAGER, "The lead’s manager or the strategic lead"),
        (lateness.DIRECTOR, "The director’s weekly list"),
    )

    step = models.CharField(max_length=10, choices=STEPS)
    after = models.PositiveSmallIntegerField()
    late_since = models.DateField()
    to = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ToldLateQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "told late"
        constraints: ClassVar = [
            # An empty receiver counts as equal, which a plain unique index would not do.
            models.UniqueConstraint(
                F("action"),
                F("step"),
                F("late_since"),
                Coalesce("to_id", 0),
                name="plans_toldlate_once_a_deadline",
            ),
            models.CheckConstraint(
                name="plans_toldlate_names_who_was_told",
                condition=Q(step=lateness.DIRECTOR, to__isnull=True)
                | (~Q(step=lateness.DIRECTOR) & Q(to__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.get_step_display()}"
