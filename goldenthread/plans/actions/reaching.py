"""Fetching what a verb works on where leads and partner users may only touch their own."""

from collections.abc import Sequence

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.models import PartnerOrganisation, RoleHolding, User
from goldenthread.people.permissions import may, require
from goldenthread.people.roles import Role
from goldenthread.plans.models import Action, Item, Plan, Test
from goldenthread.plans.seeing import sees_own_actions, stands_in


def workable(of: Action | Item, by: User, verb: str, own_verb: str) -> Plan:
    """The plan of an action or item, locked, for somebody who may do this to it.

    Args:
        verb:     what lets `by` do it to every row.
        own_verb: what lets them do it where they stand in the action, or in one that serves
                  the item.

    Raises:
        NotAllowed:    neither lets them.
        NotAllowedNow: the plan is archived or withdrawn, or a later version dropped the row.
    """
    plan = _locked(of.plan)
    if of.dropped_in_id is not None:
        raise NotAllowedNow(f"The plan no longer holds {of}. Nothing was changed.")
    if may(by, verb, plan.authority):
        _seen(of, by)
        return plan
    if not _may_on_own(by, own_verb, plan):
        require(by, verb, plan.authority)
    actions = Action.objects.filter(pk=of.pk) if isinstance(of, Action) else of.actions.all()
    theirs = stands_in(by) | sees_own_actions(by, {"action": "pk"}, authority="plan__authority")
    if not actions.current().filter(theirs).exists():
        raise NotAllowed(f"You do not stand in {of}. Ask its lead. Nothing was changed.")
    return plan


def seen_plan(of: Action | Item, by: User, verb: str) -> Plan:
    """The plan of a row that the user sees, locked, for a verb that needs no more than that.

    Raises:
        NotAllowed:    the user has no role that may, or does not see the row.
        NotAllowedNow: the plan is archived or withdrawn.
    """
    plan = _locked(of.plan)
    if not _may_on_own(by, verb, plan):
        require(by, verb, plan.authority)
    _seen(of, by)
    return plan


def test_of(test: Test) -> Test:
    """The test as it now stands, locked."""
    rows = Test.objects.select_for_update(of=("self",)).select_related("action__plan", "item__plan")
    return rows.get(pk=test.pk)


def partner_of(by: User, plan: Plan) -> PartnerOrganisation | None:
    """The partner organisation as whose user somebody works in the plan's authority.

    None for whoever also has a role of the council's there.
    """
    roles: Sequence[RoleHolding] = list(
        by.role_holdings.current().filter(authority=plan.authority).select_related("partner")
    )
    if any(one.role != Role.PARTNER_USER for one in roles):
        return None
    return next((one.partner for one in roles), None)


def _may_on_own(by: User, verb: str, plan: Plan) -> bool:
    partners = by.role_holdings.current().filter(authority=plan.authority, role=Role.PARTNER_USER)
    return may(by, verb, plan.authority) or any(
        may(by, verb, plan.authority, partner=one.partner)
        for one in partners.select_related("partner")
    )


def _seen(of: Action | Item, by: User) -> None:
    if by.is_system:
        return
    if not type(of).objects.visible_to(by).filter(pk=of.pk).exists():
        raise NotAllowed(f"You do not see {of}. Nothing was changed.")


def _locked(plan: Plan) -> Plan:
    row = Plan.objects.select_for_update(of=("self",)).select_related("authority").get(pk=plan.pk)
    if row.state != Plan.State.CURRENT:
        raise NotAllowedNow(f"{row} is {row.get_state_display().lower()}. Nothing was changed.")
    return row
