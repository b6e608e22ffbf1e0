"""Which user holds which role, where and when."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from goldenthread.people.constraints import dates_in_order
from goldenthread.people.models.accounts import Authority, User
from goldenthread.people.remembering import remembered
from goldenthread.people.roles import Role


def covers(day: date) -> Q:
    """Rows with `started_on` and `ended_on` whose time includes the day; empty is unbounded."""
    begun = Q(started_on__isnull=True) | Q(started_on__lte=day)
    return begun & (Q(ended_on__isnull=True) | Q(ended_on__gte=day))


class RoleHoldingQuerySet(models.QuerySet["RoleHolding"]):
    """Questions about who holds a role."""

    def on(self, day: date) -> "RoleHoldingQuerySet":
        return self.filter(covers(day))

    def current(self) -> "RoleHoldingQuerySet":
        return self.on(timezone.localdate())

    def held_by(self, user: User) -> "list[RoleHolding]":
        """The roles that a user holds today; one who is not active holds none.

        One query, or none within a request that has asked before.
        """
        today = timezone.localdate()
        return remembered(
            (user.pk, today), lambda: list(self.on(today).filter(user=user, user__is_active=True))
        )


class RoleHolding(models.Model):
    """A user holds a role in an authority for a time, perhaps only for one team or partner.

    An empty team or service means the whole authority. A partner user always names the
    one partner organisation, a team manager the team.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="role_holdings")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="role_holdings")
    role = models.CharField(max_length=30, choices=Role.choices)
    team = models.ForeignKey("people.Team", models.PROTECT, null=True, blank=True)
    service = models.ForeignKey("people.Service", models.PROTECT, null=True, blank=True)
    partner = models.ForeignKey("people.PartnerOrganisation", models.PROTECT, null=True, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = RoleHoldingQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user", "authority", "role"])]
        constraints: ClassVar = [
            dates_in_order("people_roleholding"),
            models.CheckConstraint(
                name="people_roleholding_role_is_known", condition=Q(role__in=Role.values)
            ),
            models.CheckConstraint(
                name="people_roleholding_partner_user_names_partner",
                condition=Q(role=Role.PARTNER_USER, partner__isnull=False)
                | (~Q(role=Role.PARTNER_USER) & Q(partner__isnull=True)),
            ),
            models.CheckConstraint(
                name="people_roleholding_team_manager_names_team",
                condition=~Q(role=Role.TEAM_MANAGER) | Q(team__isnull=False),
            ),
            # Empty scopes count as equal, which a plain unique index would not do.
            models.UniqueConstraint(
                F("user"),
                F("authority"),
                F("role"),
                Coalesce("team_id", 0),
                Coalesce("service_id", 0),
                Coalesce("partner_id", 0),
                condition=Q(ended_on__isnull=True),
                name="people_roleholding_held_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.authority}"
