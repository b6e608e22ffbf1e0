"""Taking a plan or a version back while nobody has used it, and putting a plan aside."""

from django.db import transaction
from django.db.models import Q

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.models import (
    Action,
    ActionItem,
    CrossReference,
    Deadline,
    Item,
    Plan,
    Standing,
    Test,
    Version,
    Wording,
)

WITHDRAW = "plans.withdraw"
BROUGHT = (Item, Action, ActionItem, Standing, Deadline, Test, CrossReference)


@transaction.atomic
def mark_used(*, plan: Plan, by: User, what: str) -> Plan:
    """Note that something above stands on the plan, such as a paper; once noted it stays.

    Args:
        what: the thing that uses it, such as "board paper 3"; it stands in the history.

    Raises:
        NotAllowed:    `by` has no part in plans of the authority.
        NotAllowedNow: the plan is archived or withdrawn.
    """
    row = changeable(plan, by, "plans.mark_used")
    if note_use(row):
        record(by=by, verb="used", thing=row, after={"used_on": row.used_on, "what": what})
    return row


@transaction.atomic
def withdraw_plan(*, plan: Plan, by: User, why: str) -> Plan:
    """Take back a plan that was recorded in error; its rows stay, no list shows them.

    Raises:
        NotAllowed:    `by` may not withdraw plans of the authority.
        NotAllowedNow: somebody has worked on it, it is no longer current, or there is no
                       reason.
    """
    row = changeable(plan, by, WITHDRAW)
    if row.used_on is not None:
        raise NotAllowedNow(
            f"{row} cannot be withdrawn: somebody has worked on it. Archive it instead."
        )
    return _leave(row, Plan.State.WITHDRAWN, by, why)


@transaction.atomic
def archive_plan(*, plan: Plan, by: User, why: str) -> Plan:
    """Put a plan aside; whatever stands on it keeps it.

    Raises:
        NotAllowed:    `by` may not archive plans of the authority.
        NotAllowedNow: it is no longer current, or there is no reason.
    """
    return _leave(changeable(plan, by, WITHDRAW), Plan.State.ARCHIVED, by, why)


@transaction.atomic
def withdraw_version(*, version: Version, by: User, why: str) -> Version:
    """Take back the latest version of a plan; the one before it counts again.

    Raises:
        NotAllowed:    `by` may not withdraw plans of the authority.
        NotAllowedNow: it is the first version (then the plan is withdrawn), or not the
                       latest; somebody has worked on it; or there is no reason.
    """
    plan = changeable(version.plan, by, WITHDRAW)
    row = plan.versions.select_for_update().get(pk=version.pk)
    earlier = plan.versions.filter(state=Version.State.REPLACED).order_by("-number").first()
    if reason := _why_not(row, earlier, why):
        raise NotAllowedNow(f"{row} cannot be withdrawn: {reason}. Nothing was changed.")
    row.state = Version.State.WITHDRAWN
    row.save(update_fields=["state"])
    if earlier is not None:
        _count_again(plan, row, earlier)
    record(
        by=by,
        verb="withdrew the version",
        thing=plan,
        before={"version": row.number},
        after={"version": earlier.number if earlier else None},
        why=why,
    )
    return row


def _why_not(row: Version, earlier: Version | None, why: str) -> str:
    if row.state != Version.State.CURRENT:
        return "it is not the version that counts now"
    if earlier is None:
        return "there is no earlier one; withdraw the plan"
    if row.used_on is not None:
        return "somebody has worked on it"
    return "" if why.strip() else "say why"


def _count_again(plan: Plan, taken_back: Version, earlier: Version) -> None:
    """The rows of the earlier version stand again, with its words."""
    earlier.state = Version.State.CURRENT
    earlier.save(update_fields=["state"])
    for table in BROUGHT:
        rows = table._default_manager
        rows.filter(version=taken_back, dropped_in=None).update(dropped_in=taken_back)
        rows.filter(~Q(version=taken_back), dropped_in=taken_back).update(dropped_in=None)
    for wording in Wording.objects.filter(version=earlier).select_related("action", "item"):
        wording.restore()
    plan.title = earlier.title
    plan.save(update_fields=["title"])


def _leave(row: Plan, state: str, by: User, why: str) -> Plan:
    if not why.strip():
        raise NotAllowedNow("Say why. The plan stays as it is.")
    before, row.state = row.state, state
    row.save(update_fields=["state"])
    record(by=by, verb=state, thing=row, before={"state": before}, after={"state": state}, why=why)
    return row
