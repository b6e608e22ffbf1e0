"""What passes between inspectors and council during fieldwork: questions, corrections, referrals back."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.inspections.models.events import Inspection, OfInspection
from goldenthread.people.models import Authority, Team, User
from goldenthread.people.models.visibility import Scoped, holds_role
from goldenthread.people.roles import Role


class InspectorQueryQuerySet(OfInspection["InspectorQuery"]):
    """Questions about inspectors' queries."""


class InspectorQuery(models.Model):
    """What an inspector asked, on which day, and what the council answered."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="inspector_queries")
    number = models.PositiveSmallIntegerField()
    asked_on = models.DateField()
    asked_of = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    response = models.TextField(blank=True)
    responded_on = models.DateField(null=True, blank=True)
    logged_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()

    objects = InspectorQueryQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["inspection", "number"], name="inspections_inspectorquery_numbered"
            ),
            models.CheckConstraint(
                name="inspections_inspectorquery_answered_on_a_day",
                condition=Q(response="", responded_on__isnull=True)
                | (~Q(response="") & Q(responded_on__gte=F("asked_on"))),
            ),
        ]

    def __str__(self) -> str:
        return f"query {self.number}"

    @property
    def authority(self) -> Authority:
        return self.inspection.authority


class DataCorrectionQuerySet(Scoped["DataCorrection"]):
    """Questions about data corrections."""

    AUTHORITY = "query__inspection__authority"


class DataCorrection(models.Model):
    """A figure or record that was wrong, as found after an inspector's query: before and after."""

    query = models.ForeignKey(InspectorQuery, models.PROTECT, related_name="corrections")
    what = models.TextField()
    was = models.TextField()
    became = models.TextField()
    indicator = models.CharField(max_length=60, blank=True)
    corrected_on = models.DateField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = DataCorrectionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="inspections_datacorrection_changes_something",
                condition=~Q(was=F("became")) & ~Q(what=""),
            )
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def authority(self) -> Authority:
        return self.query.inspection.authority


class ReferralBackQuerySet(OfInspection["ReferralBack"]):
    """Questions about referrals back; a team manager sees those of the own team."""

    CLEARED = frozenset({Role.STRATEGIC_LEAD, Role.DIRECTOR})

    def visible_to(self, user: User) -> Self:
        everywhere = holds_role(user, self.CLEARED, authority=self.AUTHORITY)
        own = holds_role(user, {Role.TEAM_MANAGER}, authority=self.AUTHORITY, same={"team": "team"})
        return self.filter(everywhere | own)


class ReferralBack(models.Model):
    """A child's case that inspectors referred back to the council; says nothing of the child.

    No free text and no reference stands here. A number is all that ties a row to the case
    system, where the team keeps it. Everybody else sees the rows only added up.
    """

    class Reason(models.TextChoices):
        SAFETY = "safety", "Safety of the child"
        DRIFT = "drift", "Delay or drift"
        DECISION = "decision", "A decision to be looked at again"
        RECORD = "record", "A record to be put right"

    class Outcome(models.TextChoices):
        SAFE = "safe", "Found safe, nothing changed"
        CHANGED = "changed", "The plan was changed"
        PROTECTED = "protected", "Protective steps were taken"

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="referrals_back")
    number = models.PositiveSmallIntegerField()
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=20, choices=Reason.choices)
    referred_on = models.DateField()
    responded_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    objects = ReferralBackQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["inspection", "number"], name="inspections_referralback_numbered"
            ),
            models.CheckConstraint(
                name="inspections_referralback_outcome_after_response",
                condition=Q(outcome="") | Q(responded_on__isnull=False),
            ),
            models.CheckConstraint(
                name="inspections_referralback_days_in_order",
                condition=Q(responded_on__isnull=True) | Q(responded_on__gte=F("referred_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"referral back {self.number}"

    @property
    def authority(self) -> Authority:
        return self.inspection.authority
