"""Named people, the names they go by, and the posts and teams they are in."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from goldenthread.people.constraints import dates_in_order
from goldenthread.people.models.accounts import Authority, User
from goldenthread.people.models.holdings import RoleHolding
from goldenthread.people.models.organisation import PartnerOrganisation, Post, Team
from goldenthread.people.models.visibility import Dated, Scoped, holds_role
from goldenthread.people.roles import COLLEAGUES, GUESTS, Role


class PersonQuerySet(Scoped["Person"]):
    """Questions about people."""

    def visible_to(self, user: User) -> Self:
        """Colleagues see everybody of their authority, partner users their own organisation."""
        held = RoleHolding.objects.held_by(user)
        own = holds_role(user, {Role.PARTNER_USER}, same={"partner": "partner"}, held=held)
        themselves = Q(user=user) & holds_role(user, GUESTS, held=held)
        return self.filter(holds_role(user, COLLEAGUES, held=held) | own | themselves)


class AliasQuerySet(Scoped["Alias"]):
    """Questions about aliases."""

    AUTHORITY = "person__authority"


class PostholdingQuerySet(Dated["Postholding"]):
    """Questions about who held a post."""

    AUTHORITY = "post__authority"


class MembershipQuerySet(Dated["Membership"]):
    """Questions about who was in a team."""

    AUTHORITY = "team__authority"


class Person(models.Model):
    """A named officer, member or partner of one authority, who may or may not sign in.

    A user who works for two authorities is a person in each. `initials` are given only
    when documents use others than those of the name.
    """

    authority = models.ForeignKey(Authority, models.PROTECT)
    name = models.CharField(max_length=200)
    initials = models.CharField(max_length=10, blank=True)
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="persons")
    partner = models.ForeignKey(PartnerOrganisation, models.PROTECT, null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "user"], name="people_person_one_for_each_user"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """Another name under which documents know a person, confirmed by somebody."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=200)

    objects = AliasQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "aliases"
        constraints: ClassVar = [
            models.UniqueConstraint("person", Lower("text"), name="people_alias_given_once")
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.person.authority


def _counts_to_its_end(table: str) -> models.CheckConstraint:
    """What has ended counts until its last day at least; what has not, counts on."""
    ended = Q(ended_on__isnull=False, counts_until__gte=F("ended_on"))
    return models.CheckConstraint(
        name=f"{table}_counts_to_its_end",
        condition=ended | Q(ended_on__isnull=True, counts_until__isnull=True),
    )


class Postholding(models.Model):
    """A person held a post from one day to another; an empty day is not known, or not over.

    `counts_until` is the last day, or the day on which that was entered if it was entered
    late: until then the gate takes the person for who held it.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="postholdings")
    acting = models.BooleanField(default=False)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    counts_until = models.DateField(null=True, blank=True)

    objects = PostholdingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("people_postholding"),
            _counts_to_its_end("people_postholding"),
            models.UniqueConstraint(
                fields=["post", "person"],
                condition=Q(ended_on__isnull=True),
                name="people_postholding_held_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["post", "person", "started_on"], name="people_postholding_begun_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post}: {self.person}"

    @property
    def authority(self) -> Authority:
        return self.post.authority


class Membership(models.Model):
    """A person was in a team from one day to another, perhaps as its manager.

    `counts_until` is as in `Postholding`.
    """

    team = models.ForeignKey(Team, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    manages = models.BooleanField(default=False)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    counts_until = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("people_membership"),
            _counts_to_its_end("people_membership"),
            models.UniqueConstraint(
                fields=["team", "person"],
                condition=Q(ended_on__isnull=True),
                name="people_membership_held_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["team", "person", "started_on"], name="people_membership_begun_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team}: {self.person}"

    @property
    def authority(self) -> Authority:
        return self.team.authority

    def overlaps(self, first: date, last: date) -> bool:
        """Whether the membership and the days from `first` to `last` share a day."""
        begins = self.started_on or date.min
        ends = self.ended_on or date.max
        return begins <= last and first <= ends
