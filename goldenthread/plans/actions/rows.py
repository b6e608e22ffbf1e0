"""Fetching the plan of a verb: seen by the user, locked, still current."""

from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import User
from goldenthread.people.permissions import require
from goldenthread.plans.actions.waking import wake
from goldenthread.plans.models import Action, Item, Plan


def changeable(plan: Plan, by: User, verb: str) -> Plan:
    """The plan as it now stands, for a change.

    Raises:
        NotAllowed:    the user may not do the verb in its authority.
        NotAllowedNow: it is archived or withdrawn.
    """
    require(by, verb, plan.authority)
    rows = Plan.objects.select_for_update(of=("self",)).select_related("authority")
    row = rows.get(pk=plan.pk) if by.is_system else rows.visible_to(by).get(pk=plan.pk)
    if row.state != Plan.State.CURRENT:
        raise NotAllowedNow(f"{row} is {row.get_state_display().lower()}. Nothing was changed.")
    return row


def in_force(of: Action | Item) -> None:
    """Stop where a row is no longer worked on: its plan or the row was put aside, or it points.

    Raises:
        NotAllowedNow: its plan is archived or withdrawn, a later version dropped the row, or it
                       is an action that only points to another one.
    """
    if of.plan.state != Plan.State.CURRENT or of.dropped_in_id is not None:
        raise NotAllowedNow(f"{of} is no longer in force. Nothing was changed.")
    if isinstance(of, Action) and of.same_as is not None:
        raise NotAllowedNow(f"{of} only points to {of.same_as}. Work on that one.")


def note_use(plan: Plan) -> bool:
    """Note on a plan and its version that somebody works on it; whether that was new.

    Each verb that works on a plan does so; it can then be archived, no longer withdrawn, and
    the rules of queries look at it again.
    """
    wake(plan)
    today = timezone.localdate()
    version = plan.current_version
    new = plan.used_on is None or version.used_on is None
    if plan.used_on is None:
        plan.used_on = today
        plan.save(update_fields=["used_on"])
    if version.used_on is None:
        version.used_on = today
        version.save(update_fields=["used_on"])
    return new
