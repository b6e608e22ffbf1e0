"""When somebody is away, and who stands in for them."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from goldenthread.people.constraints import dates_in_order, together
from goldenthread.people.models.accounts import Authority, User
from goldenthread.people.models.holdings import RoleHolding, covers
from goldenthread.people.models.persons import Person
from goldenthread.people.models.visibility import Dated
from goldenthread.people.roles import Role

# Who can enter an update, and so can be asked for one in somebody's place.
DEPUTIES = frozenset({Role.LEAD, Role.IMPROVEMENT_OFFICER})


class AbsenceQuerySet(Dated["Absence"]):
    """Questions about who is away."""

    AUTHORITY = "person__authority"

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(withdrawn_at=None)

    def on(self, day: date) -> Self:
        """Those that stand and include the day."""
        return self.standing().filter(covers(day))

    def left_to(self, user: User, day: date) -> Self:
        """Those in which the user is the deputy, or the deputy of a deputy who is away as well."""
        own = self.on(day).filter(deputy__user=user)
        return self.on(day).filter(Q(deputy__user=user) | Q(deputy__in=own.values("person")))

    def with_able(self, day: date) -> Self:
        """Each with `able`: the deputy works for the authority on the day and may enter updates."""
        holdings = RoleHolding.objects.on(day).filter(
            user=OuterRef("deputy__user"),
            user__is_active=True,
            authority=OuterRef("person__authority"),
            role__in=sorted(DEPUTIES),
        )
        here = Q(deputy__left_on=None) | Q(deputy__left_on__gte=day)
        return self.annotate(able=Exists(holdings) & Q(here, deputy__partner=None))


class Absence(models.Model):
    """A person is away from one day to another, both included; the deputy is asked meanwhile.

    It ends by itself. Taken back (`withdrawn_by`), it counts no longer.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="absences")
    deputy = models.ForeignKey(Person, models.PROTECT, related_name="deputised")
    started_on = models.DateField()
    ended_on = models.DateField()
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("people_absence"),
            together("people_absence", "withdrawn"),
            models.CheckConstraint(
                name="people_absence_deputy_is_another", condition=~Q(deputy=F("person"))
            ),
            models.UniqueConstraint(
                fields=["person", "started_on"],
                condition=Q(withdrawn_at__isnull=True),
                name="people_absence_begun_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} away, {self.deputy} in their place"

    @property
    def authority(self) -> Authority:
        return self.person.authority
