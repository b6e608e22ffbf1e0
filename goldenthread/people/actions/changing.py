"""Verbs that correct what the directory says of a person, a team or a post."""

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.actions import rows
from goldenthread.people.actions.rows import DIRECTORY
from goldenthread.people.history import record
from goldenthread.people.models import (
    Alias,
    Authority,
    PartnerOrganisation,
    Person,
    Post,
    Service,
    Team,
    User,
)
from goldenthread.people.permissions import require

Row = TypeVar("Row", Person, Team, Post)
PERSON = frozenset({"name", "initials", "left_on"})
# A team that is renamed, or a post whose title changes, ends and a new one follows it.
TEAM = frozenset({"code", "synonyms", "service", "successor", "started_on", "ended_on"})
POST = frozenset(
    {"synonyms", "statutory_role", "service", "team", "reports_to", "started_on", "ended_on"}
)


@transaction.atomic
def change_person(*, person: Person, by: User, **changes: Any) -> Person:
    """Correct a person's name or initials, or enter the last day with the council.

    Raises:
        NotAllowed:    `by` does not keep the authority's people.
        NotAllowedNow: the name is empty, or nothing is other than before.
        TypeError:     a change is none of `PERSON`.
    """
    return _changed(person, PERSON, changes, by)


@transaction.atomic
def change_team(*, team: Team, by: User, **changes: Any) -> Team:
    """Correct a team's code, other names, service or days, or say which team follows it.

    Raises:
        NotAllowed:    `by` does not keep the authority's teams.
        NotAllowedNow: the days are in no order, the team would follow itself, or nothing is
                       other than before.
        TypeError:     a change is none of `TEAM`.
    """
    _not_in_a_circle(team, changes.get("successor"), "successor", "follow")
    return _changed(team, TEAM, changes, by)


@transaction.atomic
def change_post(*, post: Post, by: User, **changes: Any) -> Post:
    """Correct a post's other titles, role of law, service, team, days or whom it reports to.

    Raises:
        NotAllowed:    `by` does not keep the authority's posts.
        NotAllowedNow: the days are in no order, the post would report to itself, or nothing
                       is other than before.
        TypeError:     a change is none of `POST`.
    """
    _not_in_a_circle(post, changes.get("reports_to"), "reports_to", "report to")
    return _changed(post, POST, changes, by)


@transaction.atomic
def remove_alias(*, alias: Alias, by: User) -> None:
    """Take back that documents know a person by another name. What was matched stays matched.

    Raises:
        NotAllowed: `by` does not keep the authority's people.
    """
    require(by, DIRECTORY, alias.authority)
    record(by=by, verb="took back another name", thing=alias.person, before={"alias": alias.text})
    Alias.objects.filter(pk=alias.pk).delete()


def _changed(row: Row, fields: frozenset[str], changes: dict[str, Any], by: User) -> Row:
    """The row with its changes and one line of history that names only them."""
    authority: Authority = row.authority
    require(by, DIRECTORY, authority)
    if unknown := set(changes) - fields:
        raise TypeError(f"{type(row).__name__}: {', '.join(sorted(unknown))} cannot be changed.")
    rows.of_this_authority(
        authority,
        *(
            v
            for v in changes.values()
            if isinstance(v, Service | Team | PartnerOrganisation | Post)
        ),
    )
    row = type(row).objects.select_for_update().get(pk=row.pk)
    before = {name: getattr(row, name) for name in changes}
    new = {name: value for name, value in changes.items() if value != before[name]}
    if not new:
        raise NotAllowedNow(f"{row}: nothing is other than before. Nothing was changed.")
    called = str(row)
    for name, value in new.items():
        setattr(row, name, value)
    _refuse_what_does_not_fit(row, called)
    row.save(update_fields=list(new))
    was = {name: _told(before[name]) for name in new}
    record(
        by=by, verb="changed", thing=row, before=was, after={n: _told(v) for n, v in new.items()}
    )
    return row


def _told(value: Any) -> Any:
    """A value as history keeps it: of another row its number."""
    return value.pk if isinstance(value, Model) else value


def _refuse_what_does_not_fit(row: Person | Team | Post, called: str) -> None:
    started, ended = getattr(row, "started_on", None), getattr(row, "ended_on", None)
    if started and ended and ended < started:
        raise NotAllowedNow(
            f"{called}: the last day is before the first. Enter a day from {started:%d/%m/%Y} on."
        )
    try:
        row.clean_fields()
    except ValidationError as error:
        raise NotAllowedNow(f"{called}: {' '.join(error.messages)} Nothing was changed.") from error
    if isinstance(row, Team | Post):
        rows.named_once(row)


def _not_in_a_circle(row: Team | Post, to: Team | Post | None, field: str, words: str) -> None:
    """Refuse a chain of successors or superiors that comes back to its beginning."""
    seen: set[int] = set()
    while to is not None and to.pk not in seen:
        if to.pk == row.pk:
            raise NotAllowedNow(f"{row} cannot {words} itself, also not by way of others.")
        seen.add(to.pk)
        to = getattr(to, field)
