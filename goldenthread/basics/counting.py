"""Counting days on a calendar, forwards and backwards, with a line for each day."""

from dataclasses import replace
from datetime import date, timedelta

from goldenthread.basics.calendars import KNOWN, Calendar
from goldenthread.basics.days import without_weekday
from goldenthread.basics.due import Step
from goldenthread.basics.periods import ONE_DAY

UNCERTAIN = " (bank holidays of this day are expected, not published)"


def walk(
    start: date, length: int, calendar: Calendar, *, backwards: bool = False, day_one: bool = False
) -> tuple[Step, ...]:
    """The count of `length` days from `start`, a step a calendar day.

    `start` is day 0, even if it is not a day that counts. With `day_one` it is the first
    day to count (the next that counts, if it does not). The last step is the answer.
    """
    direction = -ONE_DAY if backwards else ONE_DAY
    steps = [] if day_one else [_first(start, calendar)]
    day, n = (start if day_one else start + direction), 0
    while n < length:
        why_not = calendar.why_not(day)
        n += why_not is None
        steps.append(_step(day, None if why_not else n, why_not, calendar))
        day += direction
    return _with_the_last_named(steps, calendar, backwards=backwards)


def count_between(after: date, until: date, calendar: Calendar) -> int:
    """How many days count after `after` up to and including `until`; negative if it is before."""
    if until < after:
        return -count_between(until, after, calendar)
    days = (until - after).days
    return sum(calendar.counts(after + timedelta(days=n)) for n in range(1, days + 1))


def number_of(day: date, start: date, calendar: Calendar) -> int | None:
    """Which number the day gets in a count from `start`, which is day 0.

    None for a day that does not count, or that lies before the start.
    """
    if day == start:
        return 0
    if day < start or not calendar.counts(day):
        return None
    return count_between(start, day, calendar)


def notes_on(steps: tuple[Step, ...], calendar: Calendar) -> tuple[str, ...]:
    """What to say about a count that leaves the years whose bank holidays are known."""
    if calendar.territory is None:
        return ()
    notes = []
    if any(step.day < KNOWN.first_day for step in steps):
        notes.append(
            f"Bank holidays are held from {without_weekday(KNOWN.first_day)}. Days before that "
            "are counted with the usual ones; check the result."
        )
    if any(step.day > KNOWN.last_day for step in steps):
        notes.append(
            f"Bank holidays are published to {without_weekday(KNOWN.last_day)}. Days after that "
            "are counted with the usual ones; one may be added or moved, so check again later."
        )
    return tuple(notes)


def _first(start: date, calendar: Calendar) -> Step:
    return _step(start, 0, "day 0: the day counted from", calendar)


def _step(day: date, n: int | None, why: str | None, calendar: Calendar) -> Step:
    words = f"not counted: {why}" if n is None else why or f"{calendar.unit} {n}"
    return Step(day, n, words if calendar.is_certain(day) else words + UNCERTAIN)


def _with_the_last_named(
    steps: list[Step], calendar: Calendar, *, backwards: bool
) -> tuple[Step, ...]:
    """The same steps; the last one says that it is the answer."""
    *before, last = steps
    words = "the latest day in time" if backwards else "the last day in time"
    return (*before, replace(last, why=f"{last.why}: {words}"))
