"""Which of an action's days counts: original, agreed, forecast; per item and in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from goldenthread.basics.days import add_months, without_weekday
from goldenthread.basics.wording import read
from goldenthread.plans.models import Action, Deadline, Delivery, Item, Milestone

_VAGUE = re.compile(
    r"\b(at pace|asap|as soon as (possible|practicable)|urgent(ly)?|in due course|timely|too early"
    r"|too soon|swiftly|promptly|(short|medium|long)[ -]term)\b",
    re.IGNORECASE,
)


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


@dataclass(frozen=True)
class Target:
    """An action's day for one item, and how it stands against that."""

    item: Item
    due: date | None
    words: str


def by_item(action: Action, day: date) -> list[Target]:
    """How an action stands in each item that it serves: one action, several targets."""
    done = Delivery.objects.filter(action=action, state=Delivery.State.DONE).first()
    rows = Deadline.objects.current().filter(action=action)
    found = []
    for tie in action.served.current().select_related("item").order_by("item__order"):
        last = counting(action, item=tie.item) or counting(action)
        of_month = rows.filter(
            Q(item=tie.item) | Q(item=None), due=last, precision="month"
        ).exists()
        found.append(Target(tie.item, last, _stands(last, done, day, of_month=of_month)))
    return found


def _stands(last: date | None, done: Delivery | None, day: date, *, of_month: bool) -> str:
    if last is None:
        return "cannot be worked out: there is no day"
    if done is None or done.completed_on is None:
        return lateness_now(last, day)
    by_month = of_month and done.completed_precision == "month"
    return lateness(last, done.completed_on, by_month=by_month)


def before_what_it_needs(action: Action) -> list[str]:
    """What an action needs first and is due later than the action itself, in words."""
    own = counting(action)
    found = []
    for tie in action.dependencies.select_related("needs"):
        needed = counting(tie.needs)
        if own is not None and needed is not None and needed > own:
            found.append(
                f"{action} is due by {without_weekday(own)}, before {tie.needs}, which it needs: "
                f"{without_weekday(needed)}"
            )
    return found


def in_the_way(standing: Sequence[Deadline], wanted: Deadline) -> Deadline | None:
    """The deadline that stands and that the wanted one would put off; None where there is none.

    One without a day puts off what has one. A day of the action as a whole stands before those
    for its items, so it is no later than these either.
    """
    alike = [row for row in standing if row.source == wanted.source and binds(row)]
    same = [row for row in alike if row.item_id == wanted.item_id]
    if not same and wanted.action_id is not None and wanted.item_id is None and wanted.due:
        same = [row for row in alike if row.due is not None]
    put_off = [row for row in same if _puts_off(wanted, row)]
    return min(put_off, key=lambda row: row.due or date.max, default=None)


def _puts_off(wanted: Deadline, row: Deadline) -> bool:
    if row.due is None:
        return not binds(wanted)
    return wanted.due is None or wanted.due > row.due


def binds(row: Deadline) -> bool:
    """Whether something can be late by it: a day, or 'immediately'."""
    return row.due is not None or row.reading == "immediate"


def kept(times: int, months: int, days: Sequence[date], on: date) -> tuple[int, bool]:
    """How often something took place in the rolling months up to a day, and whether it is enough."""
    first = add_months(on, -months)
    number = sum(1 for day in days if first < day <= on)
    return number, number >= times


def no_day_set(row: Deadline, day: date) -> str:
    """The reminder that a day was to be set at a meeting, from the day after it; "" before."""
    meeting = row.latest or row.earliest
    if row.reading != "tbc" or row.due is not None or meeting is None or day <= meeting:
        return ""
    return f"a date was to be set on {without_weekday(meeting)}, and none is set"


def is_vague(printed: str) -> bool:
    """Whether a timescale only says that it is urgent or that it is early: no date."""
    return bool(_VAGUE.search(printed)) and read(printed, anchor=None).latest is None
