"""The day that counts for each of several actions, in three queries."""

from collections.abc import Iterable
from datetime import date

from goldenthread.plans import deadlines
from goldenthread.plans.models import ActionItem, Deadline, DeadlineMove


def days_of(actions: Iterable[int]) -> dict[int, date]:
    """For each action the day that counts, as `plans.deadlines.due` has it; none has no entry."""
    given: dict[int, list[deadlines.Given]] = {action: [] for action in actions}
    agreed: dict[int, list[deadlines.Move]] = {action: [] for action in given}
    for action, row in _deadlines(given):
        given[action].append(deadlines.as_given(row))
    moves = DeadlineMove.objects.agreed().filter(action__in=given, milestone=None)
    for move in moves.order_by("pk"):
        agreed[move.action_id].append(deadlines.Move(move.to, move.item_id))
    days = {action: deadlines.due(given[action], agreed[action]) for action in given}
    return {action: day for action, day in days.items() if day is not None}


def _deadlines(actions: Iterable[int]) -> list[tuple[int, Deadline]]:
    """Those of the actions, and those of the items that they serve."""
    wanted = list(actions)
    serving: dict[int, list[int]] = {}
    ties = ActionItem.objects.current().filter(action__in=wanted)
    for action, item in ties.values_list("action", "item"):
        serving.setdefault(item, []).append(action)
    rows = Deadline.objects.current()
    own = rows.filter(action__in=wanted) | rows.filter(action=None, item__in=serving)
    found: list[tuple[int, Deadline]] = []
    for row in own.order_by("pk"):
        places = [row.action_id] if row.action_id else serving[row.item_id or 0]
        found += [(place, row) for place in places]
    return found
