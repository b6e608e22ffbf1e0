"""Fetching the plan of a verb: locked, and printable as at its day."""

from datetime import date

from goldenthread.papers.seeing import to_print
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require
from goldenthread.plans.models import Plan


def printable(plan: Plan, *, by: User, verb: str, as_at: date, lock: bool = True) -> Plan:
    """The plan as it now stands, for a word on it as at a day.

    Args:
        lock: whether everybody else who signs waits until the transaction ends.

    Raises:
        NotAllowed:    the user may not do the verb; whoever may sees every plan whole.
        NotAllowedNow: a paper of that day cannot be printed (`seeing.to_print`).
    """
    require(by, verb, plan.authority)
    rows = Plan.objects.select_related("authority")
    if lock:
        # Files are stored under the authority's lock; whoever takes both takes it first.
        Authority.objects.select_for_update().get(pk=plan.authority_id)
        rows = rows.select_for_update(of=("self",))
    row = rows.get(pk=plan.pk)
    to_print(row, by=by, as_at=as_at)
    return row
