"""Verbs on authorities, accounts and roles."""

from collections.abc import Collection
from datetime import date

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.actions import rows
from goldenthread.people.actions.rows import USERS
from goldenthread.people.history import record
from goldenthread.people.models import (
    Authority,
    PartnerOrganisation,
    RoleHolding,
    Service,
    Team,
    User,
)
from goldenthread.people.permissions import require
from goldenthread.people.roles import Role

CODE_DIGITS = 3


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
    return rows.add(Authority(code=code, name=name), by, "set up", name=name, code=code)


@transaction.atomic
def open_account(
    *,
    authority: Authority,
    email: str,
    name: str,
    by: User,
    password: str | None = None,
    for_once: bool = False,
) -> User:
    """Make an account for somebody, as yet without a role.

    Args:
        password: None makes an account that nobody can sign in to before one is set.
        for_once: the password lets its owner in only to choose another.

    Raises:
        NotAllowed:    `by` does not manage users of the authority.
        NotAllowedNow: the address is none or has an account, the name is empty, or the
                       password is weak.
    """
    require(by, USERS, authority)
    email, name = email.strip(), name.strip()
    _is_address(email)
    if not name:
        raise NotAllowedNow(f"{email}: the name is missing. Give the person's name.")
    if User.objects.filter(email__iexact=email).exists():
        raise NotAllowedNow(
            f"{email} has an account already. Give it a role in {authority} instead."
        )
    if password is not None:
        _strong_enough(password, User(email=email, name=name))
    user = User.objects.create_user(email, password, name=name, must_choose_password=for_once)
    record(by=by, verb="opened", thing=user, after={"email": user.email, "name": name})
    return user


@transaction.atomic
def set_password(*, user: User, password: str, by: User, for_once: bool = False) -> User:
    """Give an account a new password; whoever is signed in to it is signed out.

    Args:
        by:       its owner, or whoever manages users wherever the account has a role.
        for_once: the password lets its owner in only to choose another. One's own never is.

    Raises:
        NotAllowed:    it is not theirs to set.
        NotAllowedNow: the password is weak. History keeps that it was set, never what it is.
    """
    if by.pk != user.pk:
        _require_over(user, by)
    user = User.objects.select_for_update().get(pk=user.pk)
    _strong_enough(password, user)
    if by.pk == user.pk and user.must_choose_password and user.check_password(password):
        raise NotAllowedNow(
            "The password: it is the one that you were given. Choose one that nobody else knows."
        )
    user.set_password(password)
    user.must_choose_password = for_once and by.pk != user.pk
    user.save(update_fields=["password", "must_choose_password"])
    record(by=by, verb="set the password", thing=user)
    return user


@transaction.atomic
def switch_off(*, user: User, by: User) -> User:
    """Close an account: nobody signs in to it, and whoever is signed in is signed out now.

    Its roles stay as they are, so that history reads as it did; end them with `end_role`.

    Raises:
        NotAllowed:    `by` does not manage users wherever the account has a role, or owns it.
        NotAllowedNow: it is off already.
    """
    if by.pk == user.pk:
        raise NotAllowed("Nobody switches off their own account. Ask another administrator.")
    switched = _switched(user, by, on=False)
    _end_sessions(switched)
    return switched


@transaction.atomic
def switch_on(*, user: User, by: User) -> User:
    """Open an account again, with the password and the roles that it had.

    Raises:
        NotAllowed:    `by` does not manage users wherever the account has a role.
        NotAllowedNow: it is on already.
    """
    return _switched(user, by, on=True)


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
    rows.of_this_authority(authority, team, service, partner)
    if (role == Role.PARTNER_USER) != (partner is not None):
        raise NotAllowedNow("A partner user, and nobody else, is tied to one organisation.")
    if role == Role.TEAM_MANAGER and team is None:
        raise NotAllowedNow("A team manager needs a team. Choose one.")
    scope = {"team": team, "service": service, "partner": partner}
    holdings = RoleHolding.objects.filter(user=user, authority=authority, role=role, **scope)
    if holdings.filter(ended_on=None).exists():
        raise NotAllowedNow(f"{user} is {role.label.lower()} already. Nothing was changed.")
    holding = RoleHolding(user=user, authority=authority, role=role, started_on=started_on, **scope)
    return rows.add(holding, by, "gave a role", role=role, user=user.pk, started_on=started_on)


@transaction.atomic
def end_role(*, holding: RoleHolding, ended_on: date, by: User) -> RoleHolding:
    """Let a user hold a role no longer than to the end of a day.

    Raises:
        NotAllowed:    `by` does not manage users of the authority.
        NotAllowedNow: the day is before the role began.
    """
    require(by, USERS, holding.authority)
    return rows.end(holding, ended_on, by, "ended a role")


def _switched(user: User, by: User, *, on: bool) -> User:
    _require_over(user, by)
    user = User.objects.select_for_update().get(pk=user.pk)
    word = "on" if on else "off"
    if user.is_active == on:
        raise NotAllowedNow(f"{user.email} is switched {word} already. Nothing was changed.")
    user.is_active = on
    user.save(update_fields=["is_active"])
    before, after = {"is_active": not on}, {"is_active": on}
    record(by=by, verb=f"switched {word}", thing=user, before=before, after=after)
    return user


def _require_over(user: User, by: User) -> None:
    """Refuse whoever does not manage users in each authority where the account has a role.

    Otherwise an administrator could give a neighbour's officer a role, set the password and
    sign in at the neighbour's.
    """
    if user.is_system:
        raise NotAllowed(f"{user} is no person's account. Nothing was changed.")
    if by.is_system:
        return
    authorities = list(_where(user))
    if not authorities:
        raise NotAllowed(f"{user.email} has no role anywhere yet. Give the account a role first.")
    for authority in authorities:
        require(by, USERS, authority)


def _where(user: User) -> Collection[Authority]:
    """The authorities of the roles that are not over; where all are over, of those."""
    over = Q(ended_on__lt=timezone.localdate())
    ever = user.role_holdings.all()
    holdings = ever.exclude(over) if ever.exclude(over).exists() else ever
    return Authority.objects.filter(role_holdings__in=holdings).distinct()


def _end_sessions(user: User) -> None:
    """Sign the user out everywhere: sessions tell whose they are only when decoded."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


def _is_address(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise NotAllowedNow(
            f"“{email}” is not an email address. Write one like ines.officer@council.example."
        ) from error


def _strong_enough(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        said = " ".join(error.messages)
        raise NotAllowedNow(
            f"The password: {said} Choose another, such as three words that do not belong "
            "together. Nothing was changed."
        ) from error
