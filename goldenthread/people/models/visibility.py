"""What a user may see, as joins in SQL: the start of every query that answers a person."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef

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
) -> Exists:
    """The condition that the user holds one of the roles today in the row's authority.

    Args:
        user:      who asks. One who is not active (also every system user) sees nothing.
        roles:     any of them suffices.
        authority: the path from the row to its authority, such as "plan__authority".
        same:      further ties between holding and row, such as `{"team": "team"}` for
                   'the holding's team is the row's team'.

    Returns:
        A condition for `filter`, which may be combined by `|` and `&`. It is a correlated
        subquery: no ids are fetched, no row is doubled, and it costs no query of its own.
    """
    ties = {held: OuterRef(path) for held, path in {"authority": authority, **(same or {})}.items()}
    return Exists(
        RoleHolding.objects.current().filter(
            user=user, user__is_active=True, role__in=sorted(roles), **ties
        )
    )


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
