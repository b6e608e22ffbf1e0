"""What stands beside a recommendation: whom it addresses, the numbers it sets, how it was closed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.inspections import addressing, targets
from goldenthread.inspections.models.findings import Recommendation
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, PartnerOrganisation, User
from goldenthread.people.models.visibility import Row, Scoped


class OfRecommendation(Scoped[Row]):
    """Questions about what belongs to a recommendation."""

    AUTHORITY = "recommendation__inspection__authority"


class AddresseeQuerySet(OfRecommendation["Addressee"]):
    """Questions about addressees."""


class Addressee(models.Model):
    """A body that a recommendation addresses, as printed; `partner` where it is one of ours."""

    class Kind(models.TextChoices):
        COUNCIL = addressing.COUNCIL, "The council"
        ALL = addressing.ALL, "All agencies, the council among them"
        OTHER = addressing.OTHER, "Another body"

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="bodies")
    order = models.PositiveSmallIntegerField()
    printed = models.TextField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    partner = models.ForeignKey(PartnerOrganisation, models.PROTECT, null=True, blank=True)

    objects = AddresseeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["recommendation", "order"], name="inspections_addressee_in_order"
            ),
            models.CheckConstraint(
                name="inspections_addressee_council_is_no_partner",
                condition=Q(partner__isnull=True) | Q(kind=addressing.OTHER),
            ),
        ]

    def __str__(self) -> str:
        return self.printed

    @property
    def authority(self) -> Authority:
        return self.recommendation.inspection.authority


class NumericTargetQuerySet(OfRecommendation["NumericTarget"]):
    """Questions about numeric targets."""


class NumericTarget(models.Model):
    """A level in per cent that a recommendation's own words set, and what somebody said of it.

    It is proposed from the words when the report is recorded. `indicator` is the catalogue's
    name of the indicator that measures it, empty until somebody has said which. `each_group`:
    every group of the population has to reach it; a mean shows nothing.
    """

    class Comparator(models.TextChoices):
        AT_LEAST = targets.AT_LEAST, "At least"
        MORE_THAN = targets.MORE_THAN, "More than"
        AT_MOST = targets.AT_MOST, "At most"
        LESS_THAN = targets.LESS_THAN, "Less than"
        EXACTLY = targets.EXACTLY, "Exactly"

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed from the words"
        CONFIRMED = "confirmed", "Confirmed"
        REFUSED = "refused", "Refused"

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="targets")
    order = models.PositiveSmallIntegerField()
    printed = models.TextField()
    comparator = models.CharField(max_length=20, choices=Comparator.choices)
    value = models.DecimalField(max_digits=6, decimal_places=3)
    unit = models.CharField(max_length=20, default=targets.PER_CENT)
    population = models.TextField(blank=True)
    each_group = models.BooleanField(default=False)
    indicator = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = NumericTargetQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["recommendation", "order"], name="inspections_numerictarget_in_order"
            ),
            models.CheckConstraint(
                name="inspections_numerictarget_decided_by_somebody",
                condition=Q(state="proposed", decided_by__isnull=True)
                | (~Q(state="proposed") & Q(decided_by__isnull=False)),
            ),
            together("inspections_numerictarget", "decided"),
        ]

    def __str__(self) -> str:
        return self.printed

    @property
    def authority(self) -> Authority:
        return self.recommendation.inspection.authority


class PartnerContributionQuerySet(OfRecommendation["PartnerContribution"]):
    """Questions about contributions of partners."""


class PartnerContribution(models.Model):
    """What a partner does towards a recommendation whose judgement rests on more than the council."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="contributions")
    partner = models.ForeignKey(PartnerOrganisation, models.PROTECT)
    text = models.TextField()
    said_on = models.DateField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = PartnerContributionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.partner}, {self.said_on:%d/%m/%Y}"

    @property
    def authority(self) -> Authority:
        return self.recommendation.inspection.authority


class ConsiderDecisionQuerySet(OfRecommendation["ConsiderDecision"]):
    """Questions about decisions on what was to be considered."""


class ConsiderDecision(models.Model):
    """What was decided about something that a recommendation asks to consider; the latest holds."""

    class Decision(models.TextChoices):
        ADOPTED = "adopted", "Will be done"
        IN_PART = "in part", "Will be done in part"
        NOT_ADOPTED = "not adopted", "Will not be done"

    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="consider_decisions"
    )
    decision = models.CharField(max_length=20, choices=Decision.choices)
    why = models.TextField()
    decided_on = models.DateField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ConsiderDecisionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="inspections_considerdecision_has_a_reason", condition=~Q(why="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}, {self.decided_on:%d/%m/%Y}"

    @property
    def authority(self) -> Authority:
        return self.recommendation.inspection.authority


class ClosingQuerySet(OfRecommendation["Closing"]):
    """Questions about closings."""


class Closing(models.Model):
    """A recommendation's being closed: by a change (`shown`), a decision, or both; may be reopened."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="closings")
    decision = models.ForeignKey(ConsiderDecision, models.PROTECT, null=True, blank=True)
    shown = models.TextField(blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()
    reopened_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reopened_at = models.DateTimeField(null=True, blank=True)

    objects = ClosingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["recommendation"],
                condition=Q(reopened_at__isnull=True),
                name="inspections_closing_once_at_a_time",
            ),
            models.CheckConstraint(
                name="inspections_closing_rests_on_something",
                condition=Q(decision__isnull=False) | ~Q(shown=""),
            ),
            together("inspections_closing", "reopened"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id}, closed {self.closed_at:%d/%m/%Y}"

    @property
    def authority(self) -> Authority:
        return self.recommendation.inspection.authority
