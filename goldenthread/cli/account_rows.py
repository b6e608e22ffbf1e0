"""What the command `account` finds by name, and how it shows accounts."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import typer
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from goldenthread.basics.errors import UserFacingError
from goldenthread.people import actions
from goldenthread.people.models import (
    Authority,
    PartnerOrganisation,
    Post,
    RoleHolding,
    Service,
    Team,
    User,
)
from goldenthread.people.roles import Role

SCOPES = ("team", "service", "partner")
# The word of the option: the table, its column of names, the verb that enters one.
PARTS: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "post": (Post, "title", actions.add_post),
    "team": (Team, "name", actions.add_team),
    "service": (Service, "name", actions.add_service),
    "partner": (PartnerOrganisation, "name", actions.add_partner),
}


def parts(
    authority: Authority, by: User, *, enter: bool = True, **named: str | None
) -> dict[str, Any]:
    """The posts, teams and so on of these names, under the words of their options.

    Args:
        enter: one that nobody knows yet is entered, and told; else it is refused.
    """
    given = {word: name.strip() for word, name in named.items() if name}
    found = {word: _known(word, name, authority) for word, name in given.items()}
    for word in [word for word, part in found.items() if part is None]:
        if not enter:
            raise UserFacingError(f"--{word} “{given[word]}”: {authority} has none of this name.")
        found[word] = _entered(word, given[word], authority, by)
    return found


def _known(word: str, name: str, authority: Authority) -> Any:
    table, column, _ = PARTS[word]
    known = table.objects.filter(authority=authority, **{f"{column}__iexact": name})
    # Of a name that was used twice, the one of today has no last day.
    return (known.filter(ended_on=None) if word in ("post", "team") else known).first()


def _entered(word: str, name: str, authority: Authority, by: User) -> Any:
    _, column, enter = PARTS[word]
    made = enter(authority=authority, by=by, **{column: name})
    told = f"{authority} had no {word} “{name}”; it is entered now."
    transaction.on_commit(partial(typer.echo, told, err=True))
    return made


def only_authority(user: User) -> Authority:
    """The one authority that can be meant: that of the user's roles, or the only one there is.

    Raises:
        UserFacingError: there are several, or none.
    """
    own = Authority.objects.filter(role_holdings__user=user).distinct()
    possible = list(own) or list(Authority.objects.all())
    if len(possible) == 1:
        return possible[0]
    raise UserFacingError(
        f"{user.email}: it is not clear which council is meant. Say it with --authority CODE."
    )


def held(user: User, authority: Authority, role: Role, scope: dict[str, Any]) -> RoleHolding:
    """The one holding of a role that is not over.

    Raises:
        UserFacingError: there is none, or several for different teams, services or partners.
    """
    holdings = RoleHolding.objects.filter(user=user, authority=authority, role=role, **scope)
    found = list(holdings.filter(ended_on=None).select_related("user", "authority"))
    if len(found) == 1:
        return found[0]
    if found:
        raise UserFacingError(
            f"{user.email} is {role.label.lower()} for several parts of {authority}. Say which "
            "with --team, --service or --partner. Nothing was changed."
        )
    raise UserFacingError(
        f"{user.email} is not {role.label.lower()} in {authority}, or the role has its last day "
        "already. Nothing was changed."
    )


def listed(users: QuerySet[User], authorities: QuerySet[Authority]) -> dict[str, Any]:
    """The authorities, and of each account its roles that are not over, as JSON holds them."""
    over = Q(ended_on__lt=timezone.localdate())
    holdings = RoleHolding.objects.filter(authority__in=authorities).exclude(over)
    ordered = holdings.select_related("authority", *SCOPES).order_by(
        "authority__code", "role", "pk"
    )
    with_roles = users.order_by("email").prefetch_related(
        Prefetch("role_holdings", queryset=ordered, to_attr="shown")
    )
    return {
        "authorities": [
            {"code": each.code, "name": each.name} for each in authorities.order_by("code")
        ],
        "accounts": [_account_row(user) for user in with_roles],
    }


def _account_row(user: Any) -> dict[str, Any]:
    """An account with its roles in `shown`."""
    return {
        "email": user.email,
        "name": user.name,
        "active": user.is_active,
        "must_choose_password": user.must_choose_password,
        "roles": [role_row(holding) for holding in user.shown],
    }


def role_row(holding: RoleHolding) -> dict[str, Any]:
    """A role held, as JSON; a scope that is none is null."""
    scope = {name: getattr(holding, name) for name in SCOPES}
    return {
        "authority": holding.authority.code,
        "role": holding.role,
        **{name: str(part) if part else None for name, part in scope.items()},
        "from": holding.started_on.isoformat(),
        "until": holding.ended_on.isoformat() if holding.ended_on else None,
    }


def words(row: dict[str, Any]) -> str:
    """A role held, for a person: “improvement officer in 990 from 2026-03-16”."""
    label = Role(row["role"]).label.lower()
    scope = "".join(f" for {row[name]}" for name in SCOPES if row[name])
    until = f" until {row['until']}" if row["until"] else ""
    return f"{label}{scope} in {row['authority']} from {row['from']}{until}"


def lines(shown: dict[str, Any]) -> Iterator[str]:
    """The list for a person, or what to do first where it is empty."""
    for place in shown["authorities"]:
        yield f"{place['code']}  {place['name']}"
    for account in shown["accounts"]:
        state = "" if account["active"] else "  (switched off)"
        yield f"{account['email']}  {account['name']}{state}"
        yield from _role_lines(account["roles"])
    if not shown["accounts"]:
        yield from first_steps(has_authority=bool(shown["authorities"]))


def _role_lines(roles: Iterable[dict[str, Any]]) -> Iterator[str]:
    for row in roles:
        yield f"    {words(row)}"


def first_steps(*, has_authority: bool) -> Iterator[str]:
    """What to type on an empty database, so that somebody can sign in."""
    yield "Nobody has an account yet. Type, with your own council's code, names and address:"
    if not has_authority:
        yield '    goldenthread account authority 990 "Aldermere"'
    yield (
        '    goldenthread account add you@council.example --name "Your Name" --authority 990 '
        "--role administrator --role improvement_officer"
    )
