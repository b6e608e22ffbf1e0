"""Who sees which plan and which action, as conditions in SQL for every table of the room.

The officers and the leading roles see every plan of the authority, or of the service that
their role is for; a lead, co-lead or delegate the plans they stand in, and those of whoever
they are deputy of while that person is away; a checker the plans given to them; a team manager
the plans their team stands in; a partner user only the actions of their own organisation.
"""

from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property

from goldenthread.inspections.models import Recommendation
from goldenthread.people.models import Absence, Membership, Postholding, RoleHolding, User
from goldenthread.people.models.holdings import covers
from goldenthread.people.remembering import is_reading, remembered
from goldenthread.people.roles import Role

WHOLE = frozenset({Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR, Role.BOARD_CHAIR})
# Who sees restricted evidence, beside the plan's checkers and whoever filed it.
CLEARED = frozenset({Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR})
NOTHING = Q(pk__in=())


class Sight:
    """What a user sees today, as conditions that hold only what the user's roles ask for.

    The roles are fetched when it is made: one query. Make a new one for each question.
    """

    def __init__(self, user: User) -> None:
        self.user = user
        self.held = RoleHolding.objects.held_by(user)

    def plan(self, plan: str, *, authority: str) -> Q:
        """The condition that the user sees the whole plan.

        Args:
            plan:      the path from the row to its plan, such as "item__plan".
            authority: the path from the row to its authority.
        """
        wide = {one.authority_id for one in self.held if _is_wide(one)}
        seen = _in(authority, wide)
        if self._given is not None:
            # Plans are few and rows are many: the plans are found once, not for each row.
            seen |= Q(**{f"{plan}__in": self._given})
        return seen

    def own_actions(self, ties: dict[str, str], *, authority: str) -> Q:
        """The condition that a partner user's own organisation stands in an action of the row.

        Args:
            ties: how the action hangs on the row, by the standing's own path: {"action": "pk"}
                  for an action, {"action__plan": "pk"} for a plan.
        """
        return self._own(authority, {path: OuterRef(field) for path, field in ties.items()})

    def own_items(self, item: str, *, authority: str) -> Q:
        """The same for an item: an action of their own serves it now.

        Args:
            item: the path from the row to its item.
        """
        served = {"action__served__item": OuterRef(item), "action__served__dropped_in": None}
        return self._own(authority, served)

    def evidence(self) -> Q:
        """The condition that the user sees a piece of evidence.

        Of a plan that the user sees whole, all that is not restricted; restricted evidence only
        those who may clear it, the plan's checkers and whoever filed it. Partner users what is
        their own organisation's, or they filed.
        """
        authority = "plan__authority"
        open_to = ~Q(marking="restricted") | self.cleared_for()
        theirs = NOTHING
        for one in self._as(Role.PARTNER_USER):
            theirs |= Q(**{authority: one.authority_id}, partner=one.partner_id)
        return self.plan("plan", authority=authority) & open_to | theirs

    def cleared_for(self) -> Q:
        """Of evidence: the user may clear it, checks its plan today, or filed it."""
        given = _rows("Checker").filter(
            covers(timezone.localdate()), plan=OuterRef("plan"), user=self.user
        )
        own = _rows("EvidenceVersion").filter(
            Q(filed_by=self.user) | Q(filed_for__user=self.user), evidence=OuterRef("pk")
        )
        cleared = _in("plan__authority", self._authorities(CLEARED))
        return cleared | Q(Exists(given)) | Q(Exists(own))

    def stands_in(self) -> Q:
        """Of an action: the user stands in it today, by name, by post or by team."""
        return Q(Exists(_standing().filter(_is(user=self.user), action=OuterRef("pk"))))

    def works_on(self, *, authority: str) -> Q:
        """Of an action: the user leads it or carries it out today, or their organisation does."""
        own = self.own_actions({"action": "pk"}, authority=authority)
        leads = self._authorities({Role.LEAD})
        return self.stands_in() & _in(authority, leads) | own if leads else own

    @cached_property
    def _given(self) -> "QuerySet[Any] | list[int] | None":
        """The plans that the user sees other than by a role over the whole authority.

        Their keys, fetched once, within a request that only reads: each table of a page asks.
        """
        if is_reading():
            return remembered(("plans given", self.user.pk), self._keys_of_given)
        return self._ask_given()

    def _keys_of_given(self) -> list[int] | None:
        given = self._ask_given()
        return None if given is None else list(given.values_list("pk", flat=True))

    def _ask_given(self) -> "QuerySet[Any] | None":
        reasons = self._reasons()
        return _rows("Plan").filter(reasons).values("pk") if reasons else None

    def _as(self, *roles: Role) -> list[RoleHolding]:
        return [one for one in self.held if one.role in roles]

    def _authorities(self, roles: Collection[Role]) -> set[int]:
        return {one.authority_id for one in self._as(*roles)}

    def _own(self, authority: str, ties: dict[str, OuterRef | None]) -> Q:
        if not (partners := self._as(Role.PARTNER_USER)):
            return NOTHING
        theirs = NOTHING
        for one in partners:
            theirs |= Q(action__plan__authority=one.authority_id) & (
                Q(partner=one.partner_id)
                | Q(person__partner=one.partner_id)
                | Q(post__partner=one.partner_id)
            )
        own = _standing().filter(**ties).filter(theirs)
        return _in(authority, self._authorities({Role.PARTNER_USER})) & Q(Exists(own))

    def _reasons(self) -> Q:
        """Why the user sees a plan, other than by a role over the whole authority."""
        reasons = Q()
        standing = _standing().filter(action__plan=OuterRef("pk"))
        if leads := self._authorities({Role.LEAD}):
            away = Absence.objects.left_to(self.user, timezone.localdate()).values("person")
            theirs = standing.filter(_is(user=self.user) | _is(in_=away))
            reasons |= _in("authority", leads) & Q(Exists(theirs))
        if checks := self._authorities({Role.CHECKER}):
            given = _rows("Checker").filter(
                covers(timezone.localdate()), plan=OuterRef("pk"), user=self.user
            )
            reasons |= _in("authority", checks) & Q(Exists(given))
        if parts := self._parts():
            reasons |= Q(Exists(standing.filter(parts)))
        return reasons

    def _parts(self) -> Q:
        """Of a standing: it is of the service or team that a role of the user is for."""
        parts = Q()
        for one in self._as(*WHOLE):
            if one.service_id is not None:
                parts |= _of_service(one)
        for one in self._as(Role.TEAM_MANAGER):
            parts |= Q(action__plan__authority=one.authority_id, team=one.team_id)
        return parts


def recommendations_for(user: User) -> QuerySet[Recommendation]:
    """The recommendations that a user sees: a partner user those that their items answer."""
    seen = Recommendation.objects.visible_to(user)
    held = RoleHolding.objects.held_by(user)
    if not any(one.role == Role.PARTNER_USER for one in held):
        return seen
    links = _rows("ItemRecommendation").visible_to(user).current()
    theirs = Exists(links.filter(recommendation=OuterRef("pk")))
    return Recommendation.objects.filter(Q(pk__in=seen.values("pk")) | Q(theirs))


def _in(authority: str, known: Collection[int]) -> Q:
    return Q(**{f"{authority}__in": sorted(known)})


def _is_wide(one: RoleHolding) -> bool:
    """Whether it is a leading role for the whole authority."""
    return one.role in WHOLE and one.service_id is None and one.team_id is None


def _is(**who: Any) -> Q:
    """A standing is somebody's, by name, by the post held today or by the team of today.

    Args:
        who: `user`, an account; or `in_`, the ids of persons.
    """
    held = Postholding.objects.on(timezone.localdate())
    member = Membership.objects.on(timezone.localdate())
    meant = {f"person__{name.removesuffix('_')}": value for name, value in who.items()}
    return (
        Q(**meant)
        | Q(Exists(held.filter(**meant, post=OuterRef("post"))))
        | Q(Exists(member.filter(**meant, team=OuterRef("team"))))
    )


def _of_service(one: RoleHolding) -> Q:
    """Of a standing: its post, its team or a team of its person is of the service of a role."""
    paths = ("post__service", "team__service", "person__memberships__team__service")
    same = Q()
    for path in paths:
        same |= Q(**{path: one.service_id})
    return Q(action__plan__authority=one.authority_id) & same


def _standing() -> QuerySet[Any]:
    """Who stands in actions today."""
    current: QuerySet[Any] = _rows("Standing").filter(dropped_in=None, action__dropped_in=None)
    return current.filter(covers(timezone.localdate()))


def _rows(model: str) -> Any:
    # Asked by name: the tables ask here, so they cannot be imported.
    return apps.get_model("plans", model)._default_manager.all()
