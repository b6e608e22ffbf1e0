"""What a user may see, as joins in SQL: the start of every query that answers a person."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from goldenthread.people.models.accounts import User
from goldenthread.people.models.holdings import RoleHolding, covers
from goldenthread.people.roles import COLLEAGUES, Role

Row = TypeVar("Row", bound=models.Model)


def holds_role(
    user: User,
    roles: Iterable[Role],
    *,
    authority: str = "authority",
    same: dict[str, str] | None = None,
    held: Sequence[RoleHolding] | None = None,
) -> Q:
    """The condition that the user holds one of the roles today in the row's authority.

    Args:
        user:      who asks. One who is not active (also every system user) sees nothing.
        roles:     any of them suffices.
        authority: the path from the row to its authority, such as "plan__authority".
        same:      further ties between holding and row, such as `{"team": "team"}` for
                   'the holding's team is the row's team'.
        held:      what `held_by` said of the user, where several conditions are asked at once.

    Returns:
        A condition for `filter`, which may be combined by `|` and `&`; no row is doubled. The
        roles are fetched now, by one query; the condition itself is a plain list of ids, which
        is far quicker to build and to run than a subquery for each row.
    """
    known = frozenset(roles)
    today = RoleHolding.objects.held_by(user) if held is None else held
    holdings = [one for one in today if one.role in known]
    if not same:
        return Q(**{f"{authority}__in": sorted({one.authority_id for one in holdings})})
    found = Q(pk__in=())
    for one in holdings:
        scope = {path: getattr(one, f"{name}_id") for name, path in same.items()}
        # An empty scope is the same as none: it ties a holding to no row.
        if None not in scope.values():
            found |= Q(**{authority: one.authority_id}, **scope)
    return found


class Scoped(models.QuerySet[Row]):
    """Questions about rows that belong to one authority.

    A room's own QuerySet sets `AUTHORITY` and, where some roles see less, its own
    `visible_to`. Guests (partner users, elected members) see nothing unless it says so.
    """

    AUTHORITY: ClassVar[str] = "authority"
    SEEN_BY: ClassVar[frozenset[Role]] = COLLEAGUES

    def visible_to(self, user: User) -> Self:
        return self.filter(holds_role(user, self.SEEN_BY, authority=self.AUTHORITY))


class Dated(Scoped[Row]):
    """Questions about rows with a first and a last day."""

    def on(self, day: date) -> Self:
        return self.filter(covers(day))
