"""Verbs on the directory: people, posts, teams, services and partner organisations."""

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.actions import rows
from goldenthread.people.actions.rows import DIRECTORY
from goldenthread.people.history import record
from goldenthread.people.models import (
    Alias,
    Authority,
    Membership,
    PartnerOrganisation,
    Person,
    Post,
    Postholding,
    Service,
    Team,
    User,
)
from goldenthread.people.permissions import require


@transaction.atomic
def add_person(
    *,
    authority: Authority,
    name: str,
    by: User,
    initials: str = "",
    user: User | None = None,
    partner: PartnerOrganisation | None = None,
) -> Person:
    """Enter a named person, who may or may not sign in."""
    require(by, DIRECTORY, authority)
    rows.of_this_authority(authority, partner)
    person = Person(
        authority=authority, name=name.strip(), initials=initials, user=user, partner=partner
    )
    return rows.add(person, by, "added", name=person.name, initials=initials)


@transaction.atomic
def tie_to_account(*, person: Person, user: User, by: User) -> Person:
    """Enter that a known person signs in with this account.

    Raises:
        NotAllowed:    `by` does not keep the authority's people.
        NotAllowedNow: the person has an account, or the account is another person's there.
    """
    require(by, DIRECTORY, person.authority)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.user_id is not None:
        raise NotAllowedNow(f"{person} signs in with an account already. Nothing was changed.")
    if user.persons.filter(authority=person.authority).exists():
        raise NotAllowedNow(f"{user.email} is somebody else's account. Nothing was changed.")
    person.user = user
    person.save(update_fields=["user"])
    record(by=by, verb="tied to an account", thing=person, after={"user": user.pk})
    return person


@transaction.atomic
def add_alias(*, person: Person, text: str, by: User) -> Alias:
    """Confirm that documents know a person by another name too; twice is once."""
    require(by, DIRECTORY, person.authority)
    text = text.strip()
    if alias := person.aliases.filter(text__iexact=text).first():
        return alias
    return rows.add(Alias(person=person, text=text), by, "added", person=person.pk, text=text)


@transaction.atomic
def add_service(*, authority: Authority, name: str, by: User) -> Service:
    """Enter a service of the council."""
    require(by, DIRECTORY, authority)
    service = Service(authority=authority, name=name.strip())
    rows.named_once(service)
    return rows.add(service, by, "added", name=service.name)


@transaction.atomic
def add_partner(*, authority: Authority, name: str, by: User) -> PartnerOrganisation:
    """Enter an organisation that works beside the council."""
    require(by, DIRECTORY, authority)
    partner = PartnerOrganisation(authority=authority, name=name.strip())
    rows.named_once(partner)
    return rows.add(partner, by, "added", name=partner.name)


@transaction.atomic
def add_team(*, authority: Authority, name: str, by: User, **details: Any) -> Team:
    """Enter a team; `details` are further fields of `Team`."""
    require(by, DIRECTORY, authority)
    rows.of_this_authority(authority, details.get("service"))
    team = Team(authority=authority, name=name.strip(), **details)
    rows.named_once(team)
    return rows.add(team, by, "added", name=team.name)


@transaction.atomic
def add_post(*, authority: Authority, title: str, by: User, **details: Any) -> Post:
    """Enter a post; `details` are further fields of `Post`."""
    require(by, DIRECTORY, authority)
    related = (details.get(name) for name in ("service", "team", "partner", "reports_to"))
    rows.of_this_authority(authority, *related)
    post = Post(authority=authority, title=title.strip(), **details)
    rows.named_once(post)
    return rows.add(post, by, "added", title=post.title)


@transaction.atomic
def take_post(
    *, post: Post, person: Person, by: User, started_on: date | None, acting: bool = False
) -> Postholding:
    """Enter that a person holds a post from a day on (empty: it is not known since when)."""
    require(by, DIRECTORY, post.authority)
    rows.of_this_authority(post.authority, person)
    holding = Postholding(post=post, person=person, started_on=started_on, acting=acting)
    rows.not_twice(post.holdings.all(), person, post, started_on)
    return rows.add(
        holding, by, "took a post", person=person.pk, started_on=started_on, acting=acting
    )


@transaction.atomic
def leave_post(*, holding: Postholding, ended_on: date, by: User) -> Postholding:
    """Enter the last day on which a person holds a post."""
    require(by, DIRECTORY, holding.authority)
    return rows.end(holding, ended_on, by, "left a post")


@transaction.atomic
def join_team(
    *, team: Team, person: Person, by: User, started_on: date | None, manages: bool = False
) -> Membership:
    """Enter that a person is in a team from a day on (empty: it is not known since when)."""
    require(by, DIRECTORY, team.authority)
    rows.of_this_authority(team.authority, person)
    rows.not_twice(team.memberships.all(), person, team, started_on)
    member = Membership(team=team, person=person, started_on=started_on, manages=manages)
    return rows.add(
        member, by, "joined a team", person=person.pk, started_on=started_on, manages=manages
    )


@transaction.atomic
def leave_team(*, membership: Membership, ended_on: date, by: User) -> Membership:
    """Enter the last day on which a person is in a team."""
    require(by, DIRECTORY, membership.authority)
    return rows.end(membership, ended_on, by, "left a team")
