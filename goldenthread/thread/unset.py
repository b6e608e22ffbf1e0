"""Days that were to be set at a meeting which is past, as lines of somebody's work."""

from collections.abc import Iterator, Mapping
from datetime import date

from goldenthread.plans import deadlines, rungs
from goldenthread.plans.models import Deadline, DeadlineMove, Delivery, Standing
from goldenthread.thread import mine, work


def lines(standings: Mapping[int, Standing], day: date) -> Iterator[work.Line]:
    """From the day after the meeting; it is due on no day, and never was on that of the meeting.

    Args:
        standings: the one for which each action is the user's, by the action's id.
    """
    rows = Deadline.objects.current().filter(action__in=standings, due=None, reading="tbc")
    closed = Delivery.objects.filter(action__in=standings, state__in=rungs.CLOSED)
    agreed = DeadlineMove.objects.agreed().filter(action__in=standings)
    rows = rows.exclude(action__in=closed.values("action"))
    rows = rows.exclude(action__in=agreed.order_by().values("action"))
    for row in rows.select_related("action__plan__authority").order_by("pk"):
        said, action = deadlines.no_day_set(row, day), row.action
        if said and action is not None:
            yield work.Line(
                kind=work.DUE,
                thing="plans.deadline",
                id=row.pk,
                action=action.pk,
                council=action.plan.authority.code,
                plan=action.plan.public_id,
                label=action.public_id,
                text=action.text,
                why=mine.why(standings[action.pk]),
                clock=f"“{row.printed}”: {said}.",
                verb="plans.set_local_deadline",
            )
