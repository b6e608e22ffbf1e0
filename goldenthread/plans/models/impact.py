"""Which measures show an action's impact, and what is said of that impact."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual

from goldenthread.people.constraints import together
from goldenthread.people.models import User
from goldenthread.plans.impacts import COMPARED, MEASURED
from goldenthread.plans.models.actions import Action, ActionItem
from goldenthread.plans.models.delivery import OfActionForGood
from goldenthread.plans.models.shown import OfAnAction
from goldenthread.plans.models.told import OF_ONE, OfActionOrItem, OfEither
from goldenthread.results.models import Measure, Target, Value
from goldenthread.results.models.values import ROUNDING

UNMEASURED = ("not yet measurable", "early signs")
_TIMES = F("number") * F("denominator")
_QUOTIENT = F("numerator") * F("per")
_TOLERATED = F("denominator") * ROUNDING


class MeasureLinkQuerySet(OfEither["MeasureLink"]):
    """Questions about measures that are tied to actions and items."""

    def standing(self) -> Self:
        """Those that nobody has taken away."""
        return self.filter(removed_at=None)

    def of_impact(self) -> Self:
        """Those whose figures may show impact; a measure of progress never does."""
        kind = Measure.Kind.IMPACT
        return self.standing().filter(kind=kind, measure__kind=kind)


class MeasureLink(OfActionOrItem):
    """A measure is to show what an action, or the actions of an item, achieve.

    `expected` is the direction in which it is better. `lag_months` after completion the
    first figure may show it.
    """

    class Expected(models.TextChoices):
        RISE = "rise", "A rise"
        FALL = "fall", "A fall"

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="shows")
    kind = models.CharField(max_length=10, choices=Measure.Kind.choices)
    expected = models.CharField(max_length=10, choices=Expected.choices)
    lag_months = models.PositiveSmallIntegerField(default=0)
    linked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = MeasureLinkQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_measurelink", "removed"),
            models.CheckConstraint(name="plans_measurelink_of_one", condition=OF_ONE),
            models.CheckConstraint(
                name="plans_measurelink_expects_a_direction",
                condition=Q(expected__in=("rise", "fall"), kind__in=("progress", "impact")),
            ),
            models.UniqueConstraint(
                fields=["action", "measure"],
                condition=Q(removed_at__isnull=True, action__isnull=False),
                name="plans_measurelink_once_an_action",
            ),
            models.UniqueConstraint(
                fields=["item", "measure"],
                condition=Q(removed_at__isnull=True, item__isnull=False),
                name="plans_measurelink_once_an_item",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.of}: {self.measure.code}, {self.get_expected_display().lower()} expected"


def links_of(action: Action) -> MeasureLinkQuerySet:
    """The standing links of an action and of the items that it serves."""
    served = ActionItem.objects.current().filter(action=action)
    return MeasureLink.objects.standing().filter(
        Q(action=action) | Q(item__in=served.values("item"))
    )


class ImpactQuerySet(OfActionForGood["Impact"]):
    """Questions about impact."""


class Impact(OfAnAction):
    """What is said of an action's impact; rows are added, the latest one counts.

    A measured impact rests on `value`, an approved figure; number, numerator, denominator,
    `per` and day are kept as they were then. It is compared with the figure `baseline`;
    'sustained' names the `target` that was met. Whether it holds is worked out each time.
    """

    class State(models.TextChoices):
        NOT_YET = "not yet measurable", "Not yet measurable"
        EARLY_SIGNS = "early signs", "Early signs"
        NO_CHANGE = "measured: no change", "Measured: no change"
        IMPROVED = "measured: improved", "Measured: improved"
        WORSE = "measured: worse", "Measured: worse"
        SUSTAINED = "sustained", "Sustained"

    state = models.CharField(max_length=24, choices=State.choices)
    until = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    value = models.ForeignKey(Value, models.PROTECT, null=True, blank=True, related_name="shows")
    baseline = models.ForeignKey(Value, models.PROTECT, null=True, blank=True, related_name="+")
    target = models.ForeignKey(Target, models.PROTECT, null=True, blank=True, related_name="+")
    number = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    denominator = models.PositiveBigIntegerField(null=True, blank=True)
    per = models.PositiveIntegerField(null=True, blank=True)
    as_at = models.DateField(null=True, blank=True)

    objects = ImpactQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_impact_measured_has_its_figure",
                condition=Q(
                    state__in=UNMEASURED,
                    value__isnull=True,
                    number__isnull=True,
                    numerator__isnull=True,
                    denominator__isnull=True,
                )
                | Q(
                    state__in=MEASURED,
                    value__isnull=False,
                    number__isnull=False,
                    numerator__isnull=False,
                    denominator__isnull=False,
                    denominator__gt=0,
                    as_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="plans_impact_number_agrees_with_its_parts",
                condition=Q(number__isnull=True)
                | Q(per__isnull=True, number=F("numerator"))
                | Q(per__isnull=False)
                & Q(GreaterThanOrEqual(_TIMES, _QUOTIENT - _TOLERATED))
                & Q(LessThanOrEqual(_TIMES, _QUOTIENT + _TOLERATED)),
            ),
            models.CheckConstraint(
                name="plans_impact_is_compared",
                condition=~Q(state__in=COMPARED) | Q(baseline__isnull=False),
            ),
            models.CheckConstraint(
                name="plans_impact_sustained_names_its_target",
                condition=~Q(state="sustained") | Q(target__isnull=False),
            ),
            models.CheckConstraint(
                name="plans_impact_not_yet_until_a_day",
                condition=~Q(state="not yet measurable") | Q(until__isnull=False),
            ),
            models.CheckConstraint(
                name="plans_impact_early_signs_in_words",
                condition=~Q(state="early signs") | ~Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.get_state_display().lower()}"
