"""Fetching what a verb works on where leads and partner users may only touch their own."""

from collections.abc import Sequence

from goldenthread.basics.errors import NotAllowed
from goldenthread.people.models import PartnerOrganisation, RoleHolding, User
from goldenthread.people.permissions import may, require
from goldenthread.people.roles import Role
from goldenthread.plans.actions.rows import in_force
from goldenthread.plans.models import Action, Item, Plan, Test
from goldenthread.plans.seeing import Sight


def workable(of: Action | Item, by: User, verb: str, own_verb: str) -> Plan:
    """The plan of an action or item, locked, for somebody who may do this to it.

    Args:
        verb:     what lets `by` do it to every row.
        own_verb: what lets them do it where they stand in the action, or in one that serves
                  the item.

    Raises:
        NotAllowed:    neither lets them.
        NotAllowedNow: the row is not in force, or only points to another action.
    """
    plan = _locked(of)
    if may(by, verb, plan.authority):
        _seen(of, by)
        return plan
    if not _may_on_own(by, own_verb, plan):
        require(by, verb, plan.authority)
    actions = Action.objects.filter(pk=of.pk) if isinstance(of, Action) else of.actions.all()
    sight = Sight(by)
    theirs = sight.stands_in() | sight.own_actions({"action": "pk"}, authority="plan__authority")
    if not actions.current().filter(theirs).exists():
        raise NotAllowed(f"You do not stand in {of}. Ask its lead. Nothing was changed.")
    return plan


def seen_plan(of: Action | Item, by: User, verb: str) -> Plan:
    """The plan of a row that the user sees, locked, for a verb that needs no more than that.

    Raises:
        NotAllowed:    the user has no role that may, or does not see the row.
        NotAllowedNow: as in `workable`.
    """
    plan = _locked(of)
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
    if not type(of).objects.visible_to(by).filter(pk=of.pk).exists():
        raise NotAllowed(f"You do not see {of}. Nothing was changed.")


def _locked(of: Action | Item) -> Plan:
    plans = Plan.objects.select_for_update(of=("self",)).select_related("authority")
    plan = plans.get(pk=of.plan_id)
    row = type(of).objects.select_related("plan").get(pk=of.pk)
    in_force(row)
    return plan
