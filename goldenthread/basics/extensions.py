"""Extensions and pauses of a clock: separate events with a reason, never silent."""

from dataclasses import replace
from datetime import date, datetime

from goldenthread.basics import counting
from goldenthread.basics.calendars import EVERY_DAY, Calendar
from goldenthread.basics.days import as_day, without_weekday
from goldenthread.basics.due import Due, Step
from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.periods import ONE_DAY, Period


def extended(due: Due, days: int, *, reason: str, calendar: Calendar = EVERY_DAY) -> Due:
    """The clock with `days` more; the trace shows them, `original` keeps the first date.

    A clock without a date stays without one.

    Raises:
        UserFacingError: no reason is given, or less than one day.
    """
    _need_a_reason("Extension", reason)
    if days < 1:
        raise UserFacingError(f"Extension of {days} days: It adds nothing. Give 1 day or more.")
    if due.date is None:
        return due
    told = Step(due.date, None, f"extended by {days} {calendar.unit}s: {reason}")
    return _moved(due, told, counting.walk(due.date, days, calendar)[1:], calendar)


def extended_to(due: Due, day: date, *, reason: str) -> Due:
    """The clock with a later last day that somebody set.

    Raises:
        UserFacingError: no reason is given, or the day is not later.
    """
    _need_a_reason("Extension", reason)
    if due.date is None:
        return due
    if day <= due.date:
        raise UserFacingError(
            f"Extension to {without_weekday(day)}: It is not later than "
            f"{without_weekday(due.date)}. Give a later day."
        )
    return _moved(due, Step(day, None, f"extended to this day: {reason}"), (), EVERY_DAY)


def paused(due: Due, pause: Period, *, reason: str, calendar: Calendar = EVERY_DAY) -> Due:
    """The clock without the days of the pause: what was left is counted from the day after it.

    A pause before the start or after the deadline changes nothing but the trace.

    Raises:
        UserFacingError: no reason is given.
    """
    _need_a_reason("Pause", reason)
    if due.date is None or due.start is None:
        return due
    start = as_day(due.start)
    told = Step(pause.first_day, None, f"paused {pause}: {reason}")
    if pause.last_day <= start or pause.first_day > due.date:
        told = replace(told, why=f"{told.why} (outside the clock, changes nothing)")
        return replace(due, trace=(*due.trace, told))
    left = counting.count_between(max(start, pause.first_day - ONE_DAY), due.date, calendar)
    return _moved(due, told, counting.walk(pause.last_day, left, calendar)[1:], calendar)


def _moved(due: Due, told: Step, steps: tuple[Step, ...], calendar: Calendar) -> Due:
    last = (told, *steps)[-1].day
    new_notes = tuple(n for n in counting.notes_on(steps, calendar) if n not in due.notes)
    return replace(
        due,
        date=last,
        moment=due.moment and datetime.combine(last, due.moment.timetz()),
        original=due.original or due.date,
        trace=(*due.trace, told, *steps),
        notes=(*due.notes, *new_notes),
    )


def _need_a_reason(what: str, reason: str) -> None:
    if not reason.strip():
        raise UserFacingError(f"{what}: The reason is missing. Write why the deadline moves.")
