"""The verbs of the people room: accounts and roles, people, posts and teams."""

from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import (
    Alias,
    Authority,
    Membership,
    PartnerOrganisation,
    Person,
    Post,
    Postholding,
    RoleHolding,
    Service,
    Team,
    User,
)
from goldenthread.people.permissions import require
from goldenthread.people.roles import Role

USERS = "people.manage_users"
DIRECTORY = "people.keep_directory"
CODE_DIGITS = 3
Row = TypeVar("Row", bound=Model)
Holding = TypeVar("Holding", RoleHolding, Postholding, Membership)
Owned = Service | Team | PartnerOrganisation | Post | Person


@transaction.atomic
def found_authority(*, code: str, name: str, by: User) -> Authority:
    """Set up an authority. Its first administrator is appointed by a system user too.

    Args:
        code: three digits, as the Department for Education numbers councils.

    Raises:
        NotAllowed:    `by` is a person.
        NotAllowedNow: the code has not three digits, or is taken.
    """
    require(by, "people.found_authority", None)
    if not (len(code) == CODE_DIGITS and code.isascii() and code.isdigit()):
        raise NotAllowedNow("An authority's code has three digits, such as 351. Look it up.")
    if Authority.objects.filter(code=code).exists():
        raise NotAllowedNow(f"There is an authority with the code {code}. Nothing was changed.")
    return _add(Authority(code=code, name=name), by, "set up", name=name, code=code)


@transaction.atomic
def open_account(
    *, authority: Authority, email: str, name: str, by: User, password: str | None = None
) -> User:
    """Make an account for somebody, as yet without a role.

    Raises:
        NotAllowed:    `by` does not manage users of the authority.
        NotAllowedNow: the address has an account; give that one a role.
    """
    require(by, USERS, authority)
    if User.objects.filter(email__iexact=email.strip()).exists():
        raise NotAllowedNow(
            f"{email} has an account already. Give it a role in {authority} instead."
        )
    user = User.objects.create_user(email, password, name=name)
    record(by=by, verb="opened", thing=user, after={"email": user.email, "name": name})
    return user


@transaction.atomic
def give_role(
    *,
    user: User,
    authority: Authority,
    role: Role,
    by: User,
    started_on: date,
    team: Team | None = None,
    service: Service | None = None,
    partner: PartnerOrganisation | None = None,
) -> RoleHolding:
    """Let a user hold a role, perhaps only for one team, service or partner.

    Raises:
        NotAllowed:    `by` does not manage users of the authority, or is the user.
        NotAllowedNow: the scope is another authority's, or does not fit the role, or the
                       user holds the role already.
    """
    require(by, USERS, authority)
    if by.pk == user.pk:
        raise NotAllowed("Nobody gives a role to themselves. Ask another administrator.")
    _of_this_authority(authority, team, service, partner)
    if (role == Role.PARTNER_USER) != (partner is not None):
        raise NotAllowedNow("A partner user, and nobody else, is tied to one organisation.")
    if role == Role.TEAM_MANAGER and team is None:
        raise NotAllowedNow("A team manager needs a team. Choose one.")
    scope = {"team": team, "service": service, "partner": partner}
    holdings = RoleHolding.objects.filter(user=user, authority=authority, role=role, **scope)
    if holdings.filter(ended_on=None).exists():
        raise NotAllowedNow(f"{user} is {role.label.lower()} already. Nothing was changed.")
    holding = RoleHolding(user=user, authority=authority, role=role, started_on=started_on, **scope)
    return _add(holding, by, "gave a role", role=role, user=user.pk, started_on=started_on)


@transaction.atomic
def end_role(*, holding: RoleHolding, ended_on: date, by: User) -> RoleHolding:
    """Let a user hold a role no longer than to the end of a day.

    Raises:
        NotAllowed:    `by` does not manage users of the authority.
        NotAllowedNow: the day is before the role began.
    """
    require(by, USERS, holding.authority)
    return _end(holding, ended_on, by, "ended a role")


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
    _of_this_authority(authority, partner)
    person = Person(
        authority=authority, name=name.strip(), initials=initials, user=user, partner=partner
    )
    return _add(person, by, "added", name=person.name, initials=initials)


@transaction.atomic
def add_alias(*, person: Person, text: str, by: User) -> Alias:
    """Confirm that documents know a person by another name too; twice is once."""
    require(by, DIRECTORY, person.authority)
    text = text.strip()
    if alias := person.aliases.filter(text__iexact=text).first():
        return alias
    return _add(Alias(person=person, text=text), by, "added", person=person.pk, text=text)


@transaction.atomic
def add_service(*, authority: Authority, name: str, by: User) -> Service:
    """Enter a service of the council."""
    require(by, DIRECTORY, authority)
    return _add(Service(authority=authority, name=name), by, "added", name=name)


@transaction.atomic
def add_partner(*, authority: Authority, name: str, by: User) -> PartnerOrganisation:
    """Enter an organisation that works beside the council."""
    require(by, DIRECTORY, authority)
    return _add(PartnerOrganisation(authority=authority, name=name), by, "added", name=name)


@transaction.atomic
def add_team(*, authority: Authority, name: str, by: User, **details: Any) -> Team:
    """Enter a team; `details` are further fields of `Team`."""
    require(by, DIRECTORY, authority)
    _of_this_authority(authority, details.get("service"))
    return _add(Team(authority=authority, name=name, **details), by, "added", name=name)


@transaction.atomic
def add_post(*, authority: Authority, title: str, by: User, **details: Any) -> Post:
    """Enter a post; `details` are further fields of `Post`."""
    require(by, DIRECTORY, authority)
    related = (details.get(name) for name in ("service", "team", "partner", "reports_to"))
    _of_this_authority(authority, *related)
    return _add(Post(authority=authority, title=title, **details), by, "added", title=title)


@transaction.atomic
def take_post(
    *, post: Post, person: Person, by: User, started_on: date | None, acting: bool = False
) -> Postholding:
    """Enter that a person holds a post from a day on (empty: it is not known since when)."""
    require(by, DIRECTORY, post.authority)
    _of_this_authority(post.authority, person)
    holding = Postholding(post=post, person=person, started_on=started_on, acting=acting)
    _not_twice(post.holdings.filter(person=person, ended_on=None).exists(), person, post)
    return _add(holding, by, "took a post", person=person.pk, started_on=started_on, acting=acting)


@transaction.atomic
def leave_post(*, holding: Postholding, ended_on: date, by: User) -> Postholding:
    """Enter the last day on which a person holds a post."""
    require(by, DIRECTORY, holding.authority)
    return _end(holding, ended_on, by, "left a post")


@transaction.atomic
def join_team(
    *, team: Team, person: Person, by: User, started_on: date | None, manages: bool = False
) -> Membership:
    """Enter that a person is in a team from a day on (empty: it is not known since when)."""
    require(by, DIRECTORY, team.authority)
    _of_this_authority(team.authority, person)
    _not_twice(team.memberships.filter(person=person, ended_on=None).exists(), person, team)
    member = Membership(team=team, person=person, started_on=started_on, manages=manages)
    return _add(
        member, by, "joined a team", person=person.pk, started_on=started_on, manages=manages
    )


@transaction.atomic
def leave_team(*, membership: Membership, ended_on: date, by: User) -> Membership:
    """Enter the last day on which a person is in a team."""
    require(by, DIRECTORY, membership.authority)
    return _end(membership, ended_on, by, "left a team")


def _add(row: Row, by: User, verb: str, **after: Any) -> Row:
    row.save(force_insert=True)
    record(by=by, verb=verb, thing=row, after=after)
    return row


def _end(holding: Holding, ended_on: date, by: User, verb: str) -> Holding:
    before = holding.ended_on
    first: date | None = holding.started_on
    if first is not None and ended_on < first:
        raise NotAllowedNow(
            f"{holding}: the last day is before the first. Enter a day from {first:%d/%m/%Y} on."
        )
    holding.ended_on = ended_on
    holding.save(update_fields=["ended_on"])
    record(
        by=by, verb=verb, thing=holding, before={"ended_on": before}, after={"ended_on": ended_on}
    )
    return holding


def _of_this_authority(authority: Authority, *rows: Owned | None) -> None:
    if any(row is not None and row.authority != authority for row in rows):
        raise NotAllowedNow(
            f"Nothing crosses between authorities: choose from those of {authority}."
        )


def _not_twice(held: bool, person: Person, what: Post | Team) -> None:  # noqa: FBT001 (private)
    if held:
        raise NotAllowedNow(f"{person} is entered for {what} already. Nothing was changed.")
