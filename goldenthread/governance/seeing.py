"""Who sees which board or meeting, as conditions in SQL for every table of the room.

The register is for all colleagues. What is on an agenda, said and decided is for the clerk, the
officers and the leading roles, and for whoever has a seat today: by name, by post, or for a
partner user by organisation on boards outside the council. Guests see what was given: a meeting
whose agenda was issued.
"""

from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from goldenthread.people.models import Postholding, RoleHolding, User
from goldenthread.people.models.holdings import covers
from goldenthread.people.roles import Role

OVERSEERS = frozenset(
    {
        Role.CLERK,
        Role.IMPROVEMENT_OFFICER,
        Role.STRATEGIC_LEAD,
        Role.DIRECTOR,
        Role.BOARD_CHAIR,
    }
)
NOTHING = Q(pk__in=())


class Seated:
    """What a user sees because of a seat, as conditions; the roles cost one query."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.held = RoleHolding.objects.held_by(user)

    def of(self, forum: str, *, authority: str) -> Q:
        """The condition that the user has a seat today in the row's board or meeting.

        Args:
            forum:     the path from the row to it, such as "meeting__forum".
            authority: the path from the row to its authority.
        """
        here = sorted({one.authority_id for one in self.held})
        if not here:
            return NOTHING
        seats = _seats().filter(self._mine(), forum=OuterRef(forum))
        return Q(**{f"{authority}__in": here}) & Q(Exists(seats))

    def is_guest_only(self, authority_id: int) -> bool:
        roles = {one.role for one in self.held if one.authority_id == authority_id}
        return roles <= {Role.PARTNER_USER, Role.ELECTED_MEMBER}

    def guest_at(self) -> list[int]:
        """The authorities in which the user has no role but a guest's."""
        known = {one.authority_id for one in self.held}
        return sorted(one for one in known if self.is_guest_only(one))

    def _mine(self) -> Q:
        posts = Postholding.objects.on(timezone.localdate()).filter(
            post=OuterRef("post"), person__user=self.user
        )
        mine = Q(person__user=self.user) | Q(Exists(posts))
        for one in self.held:
            if one.role == Role.PARTNER_USER:
                mine |= Q(
                    partner=one.partner_id,
                    forum__authority=one.authority_id,
                    forum__kind="partnership",
                )
        return mine


def _seats() -> QuerySet[Any]:
    # Asked by name: the tables ask here, so they cannot be imported.
    rows: QuerySet[Any] = apps.get_model("governance", "Seat")._default_manager.all()
    return rows.filter(covers(timezone.localdate()))
