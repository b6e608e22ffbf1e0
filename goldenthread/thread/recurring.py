"""What recurs and is due, as lines of somebody's work: one for each recurrence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from goldenthread.plans import rungs
from goldenthread.plans.models import DatedOccurrence, Delivery, Standing
from goldenthread.thread import mine, work


def lines(standings: Mapping[int, Standing], day: date) -> Iterator[work.Line]:
    """The first occurrence of each that nobody has spoken of, with how many follow it.

    Args:
        standings: the one for which each action is the user's, by the action's id.
    """
    closed = Delivery.objects.filter(action__in=standings, state__in=rungs.CLOSED)
    rows = (
        DatedOccurrence.objects.expected()
        .filter(recurrence__action__in=standings, due__lte=day + work.SOON)
        .exclude(recurrence__action__in=closed.values("action"))
        .select_related("recurrence__action__plan__authority")
        .order_by("due", "pk")
    )
    found: dict[int, list[DatedOccurrence]] = defaultdict(list)
    for row in rows:
        found[row.recurrence_id].append(row)
    for waiting in found.values():
        yield _line(waiting, mine.why(standings[waiting[0].recurrence.action_id]), day)


def _line(waiting: list[DatedOccurrence], why: str, day: date) -> work.Line:
    first, action = waiting[0], waiting[0].recurrence.action
    later = sum(one.due < day for one in waiting[1:])
    return work.Line(
        kind=work.of_action(first.due, day),
        thing="plans.datedoccurrence",
        id=first.pk,
        action=action.pk,
        council=action.plan.authority.code,
        plan=action.plan.public_id,
        label=action.public_id,
        text=f"{first.recurrence.what or action.text} ({first.recurrence.how_often})",
        why=why,
        due=first.due,
        clock=f"{later} more of it overdue." if later else "",
        verb="plans.hold_occurrence",
    )
