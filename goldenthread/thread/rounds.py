"""What an open round of updates asks of somebody: one line a plan, with the actions that wait."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from goldenthread.plans.answering import answers_of
from goldenthread.plans.models import Standing, UpdateRhythm
from goldenthread.plans.rounds import Round, open_on
from goldenthread.thread import work


def lines(standings: Iterable[Standing], day: date) -> Iterator[work.Line]:
    """Of each plan with an open round what nobody has said anything about yet.

    Args:
        standings: those that are the user's; only what they lead is asked of them.
    """
    led: dict[int, set[int]] = defaultdict(set)
    for standing in standings:
        if standing.rank == Standing.Rank.LEAD:
            led[standing.action.plan_id].add(standing.action_id)
    rows = UpdateRhythm.objects.filter(plan__in=led).select_related("plan__authority")
    for row in rows.order_by("plan_id"):
        now = open_on(row.rhythm, day)
        missing = answers_of(row.plan, now).missing if now else ()
        names = [one.public_id for one in missing if one.pk in led[row.plan_id]]
        if now and names:
            yield _line(row, now, names)


def _line(row: UpdateRhythm, now: Round, names: list[str]) -> work.Line:
    return work.Line(
        kind=work.ROUND,
        thing="plans.updaterhythm",
        id=row.pk,
        council=row.plan.authority.code,
        plan=row.plan.public_id,
        label=row.plan.public_id,
        text=f"Update round: say what has changed, or ‘no change’, of {', '.join(names)}",
        why="You lead them, and nothing is said of them in this round.",
        due=now.due,
        verb="plans.add_update",
    )
