"""Clock rule K5: hours that pass, weekends and nights included."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from goldenthread.basics.calendars import EVERY_DAY
from goldenthread.basics.clocks import NO_START, answer, checked
from goldenthread.basics.days import in_london
from goldenthread.basics.due import Due, Precision, Step, cannot_be_worked_out

HOURS_IN_DAY = 24


def within_hours(start: date | None, length: int, *, backwards: bool = False) -> Due:
    """K5: within `length` hours of `start`, or at least that long before it.

    A timestamp gives the moment, in London time: where the clocks change meanwhile, the hour
    on the wall differs. A day alone is taken to begin at midnight, so the answer is whole
    days rounded down, and the precision says so. Source: return interviews after 72 hours.
    """
    if start is None:
        return cannot_be_worked_out("K5", NO_START)
    checked(start, length)
    if isinstance(start, datetime):
        return _from_a_moment(in_london(start), length, backwards=backwards)
    return _from_a_day(start, length, backwards=backwards)


def _from_a_moment(begin: datetime, length: int, *, backwards: bool) -> Due:
    marks = [_hours_on(begin, n, backwards=backwards) for n in _printed(length)]
    steps = [Step(begin, 0, "the moment counted from")]
    steps += [
        Step(moment, n, f"hour {n}") for moment, n in zip(marks, _printed(length), strict=True)
    ]
    end = marks[-1]
    changed = end.utcoffset() != begin.utcoffset()
    return replace(
        answer("K5", begin, steps, EVERY_DAY),
        precision=Precision.TIME,
        moment=end,
        notes=("The clocks change in this time, so the hour on the wall differs.",)
        if changed
        else (),
    )


def _from_a_day(start: date, length: int, *, backwards: bool) -> Due:
    midnight = datetime.combine(start, time(), tzinfo=UTC)
    sign = -1 if backwards else 1
    steps = [Step(start, 0, "the day counted from; the hour is not known")]
    steps += [
        Step((midnight + timedelta(hours=n * sign)).date(), n, f"hour {n}, to the day")
        for n in _printed(length)
    ]
    return replace(
        answer("K5", start, steps, EVERY_DAY),
        precision=Precision.FLOOR,
        notes=("Only the day is known, so hours are rounded down to whole days.",),
    )


def _printed(length: int) -> list[int]:
    """The hours to print: each whole day, and the last."""
    return [*range(HOURS_IN_DAY, length, HOURS_IN_DAY), length]


def _hours_on(begin: datetime, hours: int, *, backwards: bool) -> datetime:
    """The moment after hours that really pass, so counted in Greenwich time."""
    passed = timedelta(hours=-hours if backwards else hours)
    return in_london(begin.astimezone(UTC) + passed)
