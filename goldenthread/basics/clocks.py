"""The nine clock rules, K1 to K9: each takes its calendar and shows its count.

Every rule is a pure function. A start of None gives a `Due` without a date, which says
"cannot be worked out". A start may be a timestamp; rules that count days take its day in
London. The rules are those of the domain reference, section 3.0; a source stands with each.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from goldenthread.basics import counting
from goldenthread.basics.calendars import ACTION_PLANS, EVERY_DAY, Calendar
from goldenthread.basics.days import (
    add_months,
    as_day,
    has_corresponding_day,
)
from goldenthread.basics.due import Due, Step, cannot_be_worked_out
from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.periods import ONE_DAY, Period

DAYS_IN_WEEK = 7
LONGEST = 10_000
YEARS = range(1900, 2201)
NO_START = "the day to count from is not known"


def within_working_days(
    start: date | None,
    length: int,
    *,
    calendar: Calendar = ACTION_PLANS,
    backwards: bool = False,
    day_one: bool = False,
) -> Due:
    """K1: within `length` working days of `start`, which is day 0; the last day is in time.

    With `day_one` the start counts as day 1, as some councils count. Source: the dates set
    for 70 working days under SI 2007/462 fit day 0 (published 16 May 2016, due 23 August).
    """
    return _by_days("K1", start, length, calendar, backwards=backwards, day_one=day_one)


def weeks_beginning_with(start: date | None, length: int) -> Due:
    """K2: within `length` weeks beginning with `start`, which is day 1.

    Source: Children Act 1989 s32(1)(a)(ii), "twenty-six weeks beginning with the day on
    which the application was issued": the last day is the start + 7 × 26 - 1.
    """
    if start is None:
        return cannot_be_worked_out("K2", NO_START)
    day = checked(start, length, least=1)
    steps = [Step(day, 0, "the first day, which counts")]
    for n in range(1, length + 1):
        end = day + timedelta(days=DAYS_IN_WEEK * n - 1)
        steps.append(Step(end, n, f"week {n} ends"))
    return answer("K2", day, steps, EVERY_DAY)


def weeks_after(start: date | None, length: int, *, backwards: bool = False) -> Due:
    """K3: at intervals of not more than `length` weeks: the next is due by this day.

    Bank holidays do not extend it. Source: Care Planning, Placement and Case Review
    (England) Regulations 2010 (SI 2010/959) reg 28.
    """
    if start is None:
        return cannot_be_worked_out("K3", NO_START)
    day = checked(start, length)
    sign = -1 if backwards else 1
    steps = [Step(day, 0, "the day counted from")]
    for n in range(1, length + 1):
        steps.append(Step(day + timedelta(days=DAYS_IN_WEEK * n * sign), n, f"week {n}"))
    return answer("K3", day, steps, EVERY_DAY)


def months_after(start: date | None, length: int, *, backwards: bool = False) -> Due:
    """K4: not more than `length` months after `start`: the corresponding date.

    Where the month has no such day, its last day. Source: the same regulations, reg 33;
    the corresponding date rule is that of case law (Dodds v Walker, 1981).
    """
    if start is None:
        return cannot_be_worked_out("K4", NO_START)
    day = checked(start, length)
    steps = [Step(day, 0, "the day counted from")]
    for n in range(1, length + 1):
        months = -n if backwards else n
        steps.append(Step(add_months(day, months), n, _month_words(day, months, n)))
    return answer("K4", day, steps, EVERY_DAY)


def local_days(
    start: date | None, length: int, *, calendar: Calendar = EVERY_DAY, backwards: bool = False
) -> Due:
    """K6: a council's own number of days, on the calendar that it chose.

    Source: local procedures; one counts 14 days with weekends and bank holidays counted, so
    that a visit on Monday 16 November makes the next due on Monday 30 November.
    """
    return _by_days("K6", start, length, calendar, backwards=backwards)


def clear_days_before(start: date | None, length: int, *, calendar: Calendar = EVERY_DAY) -> Due:
    """K7: at least `length` clear days before `start`, both end days left out.

    Where only working days are clear days, the answer is itself a working day. Source: SI
    2012/2089 reg 9 (28 clear days' notice of a key decision); to be checked.
    """
    if start is None:
        return cannot_be_worked_out("K7", "the day to count back from is not known")
    day = checked(start, length)
    clear = counting.walk(day, length + 1, calendar, backwards=True)
    *between, last = clear[1:]
    steps = (
        Step(day, 0, "not counted: the day itself"),
        *(_as_clear_day(step) for step in between),
        Step(last.day, None, "not counted: the last day to do it"),
    )
    return answer("K7", day, steps, calendar)


def months_beginning_with(start: date | None, length: int) -> Due:
    """K8: within `length` months beginning with the day of receipt, which counts.

    The last day is the one before the corresponding date; where the month has no such
    day, its last day. Source: wording of SI 2009/1919 reg 6 and Local Government Act 2000
    s9FE ("two months beginning with"); received 28 August 2012, last day 27 October 2012.
    """
    if start is None:
        return cannot_be_worked_out("K8", "the day of receipt is not known")
    day = checked(start, length, least=1)
    steps = [Step(day, 0, "the day of receipt, which counts")]
    for n in range(1, length + 1):
        end = add_months(day, n)
        if has_corresponding_day(day, n):
            end -= ONE_DAY
        steps.append(Step(end, n, f"month {n} ends"))
    return answer("K8", day, steps, EVERY_DAY)


def relative_to_event(
    happens: date | Period | None,
    length: int = 0,
    *,
    calendar: Calendar = EVERY_DAY,
    backwards: bool = False,
) -> Due:
    """K9: counted from an event, and open until the event has a day.

    `happens` is the day of the event, or the span in which it is expected (October 2022 is
    1 to 31 October), which gives a window and no date, or None.
    """
    if isinstance(happens, Period):
        ends = (
            _by_days("K9", end, length, calendar, backwards=backwards).date or end
            for end in (happens.first_day, happens.last_day)
        )
        reason = f"the event has no day yet; it is expected {happens}"
        return cannot_be_worked_out("K9", reason, window=Period(*ends))
    if happens is None:
        return cannot_be_worked_out("K9", "the event has no day yet")
    return _by_days("K9", happens, length, calendar, backwards=backwards)


def _by_days(
    rule: str,
    start: date | None,
    length: int,
    calendar: Calendar,
    *,
    backwards: bool,
    day_one: bool = False,
) -> Due:
    if start is None:
        return cannot_be_worked_out(rule, NO_START)
    day = checked(start, length, least=1 if day_one else 0)
    steps = counting.walk(day, length, calendar, backwards=backwards, day_one=day_one)
    return answer(rule, day, steps, calendar)


def answer(rule: str, start: date, steps: Sequence[Step], calendar: Calendar) -> Due:
    """The answer of a count whose last step is the deadline."""
    steps = tuple(steps)
    return Due(
        rule=rule,
        start=start,
        date=as_day(steps[-1].day),
        trace=steps,
        calendar=calendar.name,
        notes=counting.notes_on(steps, calendar),
    )


def checked(start: date, length: int, *, least: int = 0) -> date:
    """The day to count from, London time, once length and year are plausible.

    Raises:
        UserFacingError: the length or the year cannot be meant.
    """
    if not least <= length <= LONGEST:
        raise UserFacingError(
            f"Length {length}: A clock counts from {least} to {LONGEST}. Give a number in between."
        )
    day = as_day(start)
    if day.year not in YEARS:
        raise UserFacingError(
            f"Day {day}: The year is not between {YEARS[0]} and {YEARS[-1]}. Check the year."
        )
    return day


def _as_clear_day(step: Step) -> Step:
    return replace(step, why=f"clear {step.why}") if step.n else step


def _month_words(start: date, months: int, n: int) -> str:
    if has_corresponding_day(start, months):
        return f"month {n}: the corresponding date"
    return f"month {n}: it has no day {start.day}, so its last day"
