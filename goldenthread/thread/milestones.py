"""Milestones that are due, as lines of somebody's work."""

from collections.abc import Iterator, Mapping
from datetime import date

from goldenthread.plans import rungs
from goldenthread.plans.models import Delivery, Milestone, Standing
from goldenthread.thread import mine, work


def lines(standings: Mapping[int, Standing], day: date) -> Iterator[work.Line]:
    """Those that were not reached, of actions that are not closed.

    Args:
        standings: the one for which each action is the user's, by the action's id.
    """
    closed = Delivery.objects.filter(action__in=standings, state__in=rungs.CLOSED)
    rows = Milestone.objects.filter(
        action__in=standings, done_on=None, due__lte=day + work.SOON
    ).exclude(action__in=closed.values("action"))
    for row in rows.select_related("action__plan__authority").order_by("due", "pk"):
        action = row.action
        yield work.Line(
            kind=work.of_action(row.due, day),
            thing="plans.milestone",
            id=row.pk,
            action=action.pk,
            council=action.plan.authority.code,
            plan=action.plan.public_id,
            label=action.public_id,
            text=f"Milestone. {row}",
            why=mine.why(standings[action.pk]),
            due=row.due,
            verb="plans.reach_milestone",
        )
