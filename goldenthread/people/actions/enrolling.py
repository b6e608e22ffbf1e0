"""Verbs that let somebody begin: account, person, roles and post at once."""

import secrets
from collections.abc import Collection
from datetime import date

from django.db import transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.actions.accounts import end_role, give_role, open_account
from goldenthread.people.actions.directory import add_person, take_post, tie_to_account
from goldenthread.people.actions.rows import USERS
from goldenthread.people.models import (
    Authority,
    PartnerOrganisation,
    Person,
    Post,
    RoleHolding,
    Service,
    Team,
    User,
)
from goldenthread.people.permissions import require
from goldenthread.people.roles import Role

# Nobody mistakes one for another on paper: no 0 and o, no 1, i and l.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 4, 4


def new_password() -> str:
    """A password to be used once, such as "k3pw-7nrt-hx2d-mq9a": 79 bits of luck."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


@transaction.atomic
def enrol(
    *,
    authority: Authority,
    email: str,
    name: str,
    roles: Collection[Role],
    by: User,
    today: date,
    password: str | None = None,
    for_once: bool = False,
    post: Post | None = None,
    team: Team | None = None,
    service: Service | None = None,
    partner: PartnerOrganisation | None = None,
) -> User:
    """Give somebody an account with roles from today, as a person of the authority.

    Args:
        post:    the post that the person holds, it is not known since when.
        team:    all these roles are for this team only, or
        service: this service, or
        partner: this partner organisation.

    Raises:
        NotAllowed:    `by` does not manage users of the authority.
        NotAllowedNow: as `open_account` and `give_role` say. Nothing is half done.
    """
    require(by, USERS, authority)
    if not roles:
        raise NotAllowedNow(f"{email}: without a role one sees nothing. Choose at least one.")
    user = open_account(
        authority=authority, email=email, name=name, by=by, password=password, for_once=for_once
    )
    for role in dict.fromkeys(roles):
        give_role(
            user=user, authority=authority, role=role, by=by, started_on=today,
            team=team, service=service, partner=partner,
        )  # fmt: skip
    person = be_person(user=user, authority=authority, by=by, partner=partner)
    if post is not None:
        take_post(post=post, person=person, by=by, started_on=None)
    return user


@transaction.atomic
def appoint(
    *,
    user: User,
    authority: Authority,
    role: Role,
    by: User,
    started_on: date,
    ended_on: date | None = None,
    team: Team | None = None,
    service: Service | None = None,
    partner: PartnerOrganisation | None = None,
) -> RoleHolding:
    """Give an account a role from a day, perhaps to a day, as a person of the authority.

    Raises:
        NotAllowed:    `by` does not manage users of the authority, or is the user.
        NotAllowedNow: as `give_role` and `end_role` say. Nothing is half done.
    """
    holding = give_role(
        user=user, authority=authority, role=role, by=by, started_on=started_on,
        team=team, service=service, partner=partner,
    )  # fmt: skip
    be_person(user=user, authority=authority, by=by, partner=partner)
    return end_role(holding=holding, ended_on=ended_on, by=by) if ended_on else holding


@transaction.atomic
def be_person(
    *, user: User, authority: Authority, by: User, partner: PartnerOrganisation | None = None
) -> Person:
    """The person that the user is in an authority, entered if need be; twice is once.

    A person whom documents have brought in already and who alone has this very name is tied
    to the account. Were there two, the gate would not see that a lead checks their own work.
    """
    if person := user.persons.filter(authority=authority).first():
        return person
    known = Person.objects.filter(
        authority=authority, name__iexact=user.name, user=None, partner=partner
    )
    if len(known) == 1:
        return tie_to_account(person=known[0], user=user, by=by)
    return add_person(authority=authority, name=user.name, by=by, user=user, partner=partner)
