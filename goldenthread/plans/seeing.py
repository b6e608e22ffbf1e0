"""Who sees which plan and which action, as conditions in SQL for every table of the room.

The officers and the leading roles see every plan of the authority, or of the service that
their role is for; a lead, co-lead or delegate the plans they stand in; a checker the plans
given to them; a team manager the plans their team stands in; a partner user only the actions
of their own organisation.
"""

from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from goldenthread.inspections.models import Recommendation
from goldenthread.people.models import Membership, Postholding, RoleHolding, User
from goldenthread.people.models.holdings import covers
from goldenthread.people.roles import Role

WHOLE = frozenset({Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR, Role.BOARD_CHAIR})
# Who sees restricted evidence, beside the plan's checkers and whoever filed it.
CLEARED = frozenset({Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR})


def sees_plan(user: User, plan: str, *, authority: str) -> Q:
    """The condition that the user sees the whole plan.

    Args:
        plan:      the path from the row to its plan, such as "item__plan".
        authority: the path from the row to its authority.
    """
    wide = _holding(user, WHOLE, authority).filter(service=None, team=None)
    for_a_reason = _rows("Plan").filter(pk=OuterRef(plan)).filter(_reasons(user))
    return Q(Exists(wide)) | Q(Exists(for_a_reason))


def sees_own_actions(user: User, ties: dict[str, str], *, authority: str) -> Q:
    """The condition that a partner user's own organisation stands in an action of the row.

    Args:
        ties: how the action hangs on the row, by the standing's own path: {"action": "pk"}
              for an action, {"action__plan": "pk"} for a plan.
    """
    return _own(user, authority, {path: OuterRef(field) for path, field in ties.items()})


def sees_own_items(user: User, item: str, *, authority: str) -> Q:
    """The same for an item: an action of their own serves it now.

    Args:
        item: the path from the row to its item.
    """
    served = {"action__served__item": OuterRef(item), "action__served__dropped_in": None}
    return _own(user, authority, served)


def sees_evidence(user: User) -> Q:
    """The condition that the user sees a piece of evidence.

    Of a plan that the user sees whole, all that is not restricted; restricted evidence only
    those who may clear it, the plan's checkers and whoever filed it. Partner users what is
    their own organisation's, or they filed.
    """
    plan = sees_plan(user, "plan", authority="plan__authority")
    cleared = Exists(_holding(user, CLEARED, "plan__authority"))
    given = _rows("Checker").filter(covers(timezone.localdate()), plan=OuterRef("plan"), user=user)
    own = _rows("EvidenceVersion").filter(
        Q(filed_by=user) | Q(filed_for__user=user), evidence=OuterRef("pk")
    )
    partners = _holding(user, {Role.PARTNER_USER}, "plan__authority")
    theirs = Exists(partners.filter(partner=OuterRef("partner")))
    open_to = ~Q(marking="restricted") | cleared | Exists(given) | Exists(own)
    return plan & open_to | theirs


def stands_in(user: User) -> Q:
    """Of an action: the user stands in it today, by name, by post or by team."""
    return Q(Exists(_standing().filter(_is(user), action=OuterRef("pk"))))


def works_on(user: User, *, authority: str) -> Q:
    """Of an action: the user leads it or carries it out today, or their own organisation does."""
    holding = Exists(_holding(user, {Role.LEAD}, authority))
    own = sees_own_actions(user, {"action": "pk"}, authority=authority)
    return stands_in(user) & Q(holding) | own


def recommendations_for(user: User) -> QuerySet[Recommendation]:
    """The recommendations that a user sees: a partner user those that their items answer."""
    links = _rows("ItemRecommendation").visible_to(user).current()
    theirs = Exists(links.filter(recommendation=OuterRef("pk")))
    return Recommendation.objects.filter(
        Q(pk__in=Recommendation.objects.visible_to(user).values("pk")) | Q(theirs)
    )


def _own(user: User, authority: str, ties: dict[str, OuterRef | None]) -> Q:
    own = _standing().filter(**ties).filter(Exists(_partners(user)))
    return Q(Exists(own)) & Q(Exists(_holding(user, {Role.PARTNER_USER}, authority)))


def _reasons(user: User) -> Q:
    """Why a user sees a plan, other than by a role over the whole authority."""
    standing = _standing().filter(action__plan=OuterRef("pk"))
    themselves = Exists(standing.filter(_is(user)))
    given = _rows("Checker").filter(covers(timezone.localdate()), plan=OuterRef("pk"), user=user)
    return (
        Q(themselves) & Q(Exists(_holding(user, {Role.LEAD}, "authority")))
        | Q(Exists(given)) & Q(Exists(_holding(user, {Role.CHECKER}, "authority")))
        | Q(Exists(standing.filter(Exists(_services(user)) | Exists(_teams(user)))))
    )


def _is(user: User) -> Q:
    """A standing is the user's, by name, by the post held today or by the team of today."""
    held = Postholding.objects.on(timezone.localdate())
    member = Membership.objects.on(timezone.localdate())
    return (
        Q(person__user=user)
        | Q(Exists(held.filter(post=OuterRef("post"), person__user=user)))
        | Q(Exists(member.filter(team=OuterRef("team"), person__user=user)))
    )


def _services(user: User) -> QuerySet[RoleHolding]:
    """Of a standing: the user's leading roles for the service of its post, team or person."""
    paths = ("post__service", "team__service", "person__memberships__team__service")
    same = Q()
    for path in paths:
        same |= Q(service=OuterRef(path))
    return _holding(user, WHOLE, "action__plan__authority").filter(same)


def _teams(user: User) -> QuerySet[RoleHolding]:
    """Of a standing: the user's team manager's role for the team of the standing."""
    managed = _holding(user, {Role.TEAM_MANAGER}, "action__plan__authority")
    return managed.filter(team=OuterRef("team"))


def _partners(user: User) -> QuerySet[RoleHolding]:
    """Of a standing: the user's role for the organisation of its partner, person or post."""
    own = _holding(user, {Role.PARTNER_USER}, "action__plan__authority")
    return own.filter(
        Q(partner=OuterRef("partner"))
        | Q(partner=OuterRef("person__partner"))
        | Q(partner=OuterRef("post__partner"))
    )


def _standing() -> QuerySet[Any]:
    """Who stands in actions today."""
    current: QuerySet[Any] = _rows("Standing").filter(dropped_in=None, action__dropped_in=None)
    return current.filter(covers(timezone.localdate()))


def _holding(
    user: User, roles: set[Role] | frozenset[Role], authority: str
) -> QuerySet[RoleHolding]:
    return RoleHolding.objects.current().filter(
        user=user,
        user__is_active=True,
        role__in=sorted(roles),
        authority=OuterRef(authority),
    )


def _rows(model: str) -> Any:
    # Asked by name: the tables ask here, so they cannot be imported.
    return apps.get_model("plans", model)._default_manager.all()
