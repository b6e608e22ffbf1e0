"""What the verbs of this room share: a row with its line of history, and three refusals."""

from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import (
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

USERS = "people.manage_users"
DIRECTORY = "people.keep_directory"
Row = TypeVar("Row", bound=Model)
Holding = TypeVar("Holding", RoleHolding, Postholding, Membership)
Owned = Service | Team | PartnerOrganisation | Post | Person


def add(row: Row, by: User, verb: str, **after: Any) -> Row:
    """The row, saved, with its line of history."""
    row.save(force_insert=True)
    record(by=by, verb=verb, thing=row, after=after)
    return row


def end(holding: Holding, ended_on: date, by: User, verb: str) -> Holding:
    """The holding with its last day, and the line of history.

    Raises:
        NotAllowedNow: the day is before the first.
    """
    before = holding.ended_on
    first: date | None = holding.started_on
    if first is not None and ended_on < first:
        raise NotAllowedNow(
            f"{holding}: the last day is before the first. Enter a day from {first:%d/%m/%Y} on."
        )
    holding.ended_on = ended_on
    fields = ["ended_on"]
    if not isinstance(holding, RoleHolding):
        holding.counts_until = max(ended_on, timezone.localdate())
        fields.append("counts_until")
    holding.save(update_fields=fields)
    record(
        by=by, verb=verb, thing=holding, before={"ended_on": before}, after={"ended_on": ended_on}
    )
    return holding


def of_this_authority(authority: Authority, *rows: Owned | None) -> None:
    """Refuse rows of another authority; None is no row."""
    if any(row is not None and row.authority != authority for row in rows):
        raise NotAllowedNow(
            f"Nothing crosses between authorities: choose from those of {authority}."
        )


def not_twice(
    holdings: QuerySet[Any], person: Person, what: Post | Team, started_on: date | None
) -> None:
    """Refuse a second holding of one post or team while the first is open, or from its first day."""
    same_day = Q(started_on=started_on) if started_on is not None else Q(pk=None)
    if holdings.filter(Q(ended_on=None) | same_day, person=person).exists():
        raise NotAllowedNow(f"{person} is entered for {what} already. Nothing was changed.")


def named_once(row: Service | Team | PartnerOrganisation | Post) -> None:
    """Refuse a second service, partner, or present team or post of one name in an authority.

    Raises:
        NotAllowedNow: the name is empty or taken.
    """
    field = "title" if isinstance(row, Post) else "name"
    name = getattr(row, field).strip()
    if not name:
        raise NotAllowedNow("The name is missing. Give one. Nothing was changed.")
    named = {"authority": row.authority, f"{field}__iexact": name}
    if isinstance(row, Team | Post):
        # One that is over may have the name of one of today, as the tables allow.
        named["ended_on"] = None
    over = isinstance(row, Team | Post) and row.ended_on is not None
    same: QuerySet[Any] = type(row).objects.filter(**named)
    if not over and same.exclude(pk=row.pk).exists():
        raise NotAllowedNow(
            f"“{name}” is entered in {row.authority} already. Use that one, or give another name. "
            "Nothing was changed."
        )
