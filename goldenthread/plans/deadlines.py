"""Which of an action's days counts: original, agreed, forecast; per item and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.days import without_weekday
from goldenthread.plans.models import Action, Deadline, Item, Milestone


@dataclass(frozen=True)
class Given:
    """A deadline or an approved extension, as plain values; the latest extension comes last.

    `of_action` and `item` say of what it is: of the action, of an item that the action
    serves, or (both) of the action for that item.
    """

    source: str
    due: date | None
    of_action: bool = True
    item: int | None = None


@dataclass(frozen=True)
class Move:
    """An approved extension or a forecast, as plain values."""

    to: date
    item: int | None = None


def due(given: Sequence[Given], agreed: Sequence[Move]) -> date | None:
    """The day that counts for an action as a whole.

    The last extension of the action stands first, then its own local day, then the earliest
    local day for an item (as extended), then the inspectorate's in the same order, then that
    of the items that it serves.
    """
    whole = [move.to for move in agreed if move.item is None]
    if whole:
        return whole[-1]
    for source in ("local", "inspectorate"):
        own = [one.due for one in given if _is(one, source) and one.item is None and one.due]
        for_items = _extended(given, agreed, source)
        if own or for_items:
            return min(own or for_items)
    served = [one.due for one in given if not one.of_action and one.due]
    return min(served, default=None)


def _extended(given: Sequence[Given], agreed: Sequence[Move], source: str) -> list[date]:
    found = []
    for one in given:
        if _is(one, source) and one.item is not None and one.due:
            moved = [move.to for move in agreed if move.item == one.item]
            found.append(moved[-1] if moved else one.due)
    return found


def _is(one: Given, source: str) -> bool:
    return one.of_action and one.source == source


def counting(
    action: Action, *, item: Item | None = None, milestone: Milestone | None = None
) -> date | None:
    """The day that counts now for an action, for one of its items, or for a milestone."""
    moves = list(action.moves.agreed().order_by("pk"))
    if milestone is not None:
        own = [move.to for move in moves if move.milestone_id == milestone.pk]
        return own[-1] if own else milestone.due
    plain = [Move(move.to, move.item_id) for move in moves if move.milestone_id is None]
    rows = given(action)
    if item is None:
        return due(rows, plain)
    own = [move.to for move in plain if move.item == item.pk]
    return own[-1] if own else due([one for one in rows if one.item == item.pk], [])


def given(action: Action) -> list[Given]:
    """The deadlines of an action and of the items that it serves."""
    own = Deadline.objects.current().filter(action=action)
    items = Deadline.objects.current().filter(
        action=None, item__served_by__action=action, item__served_by__dropped_in=None
    )
    return [as_given(row) for row in [*own, *items]]


def as_given(row: Deadline) -> Given:
    """A deadline as plain values."""
    return Given(row.source, row.due, row.action_id is not None, row.item_id)


def lateness(due: date, completed: date, *, by_month: bool = False) -> str:
    """'on time', or how late: in months where both days are known to the month only."""
    if completed <= due:
        return "on time"
    months = (completed.year - due.year) * 12 + completed.month - due.month
    if by_month and months:
        return f"late by {months} month{'' if months == 1 else 's'}"
    days = (completed - due).days
    return f"late by {days} day{'' if days == 1 else 's'}"


def lateness_now(due: date, day: date) -> str:
    """The same for what is not done: in time until its day is past."""
    return "not yet due" if day <= due else f"overdue since {without_weekday(due)}"
