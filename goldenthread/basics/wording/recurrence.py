"""The days on which something recurring falls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.basics import counting
from goldenthread.basics.calendars import Calendar
from goldenthread.basics.wording.frequencies import Frequency
from goldenthread.basics.wording.lengths import shifted
from goldenthread.basics.wording.reading import Reading
from goldenthread.basics.wording.scan import see
from goldenthread.basics.wording.when import spoken

_MOST = 5_000
_SATURDAY = 5


@dataclass(frozen=True)
class Roll:
    """A council's own rule for a recurrence that falls on a day which its calendar passes over.

    It moves on to the next day that counts, or with `backwards` to the last one before.
    """

    calendar: Calendar
    backwards: bool = False

    def moved(self, day: date) -> date:
        """The day itself where it counts, otherwise the one that the rule names."""
        steps = counting.walk(day, 1, self.calendar, backwards=self.backwards, day_one=True)
        return steps[-1].day


@dataclass(frozen=True)
class Occurrence:
    """One time that something recurs.

    Attributes:
        day:  the day that the recurrence gives.
        due:  the day that counts: `day`, unless the council's rule moves it.
        flag: that it was moved; without a rule, that the day is on a weekend.
    """

    day: date
    due: date
    flag: str | None = None


def occurrences(
    reading: Reading, *, first_day: date, last_day: date, roll: Roll | None = None
) -> list[Occurrence]:
    """The times that something recurs between two days, both included.

    Counted from the recurrence's first day, each from that day and not from the one before
    (31 January monthly gives 28 February and 31 March), so a moved day moves no other.
    Nothing without a first day, without a unit of fixed length (terms), or where the
    frequency itself is in question.

    Args:
        reading:   of kind "recurring".
        first_day: the first day to look at; `day` decides what lies within, not `due`.
        last_day:  the last day to look at.
        roll:      the council's rule for days that do not count; None where it has none.
    """
    frequency = frequency_of(reading)
    if frequency is None or reading.earliest is None:
        return []
    last = min(last_day, reading.latest or last_day)
    found = every(frequency.count, frequency.unit, start=reading.earliest, last_day=last, roll=roll)
    return [one for one in found if one.day >= first_day]


def every(
    count: int, unit: str, *, start: date, last_day: date, roll: Roll | None = None
) -> list[Occurrence]:
    """Every so many units from a day until another, both included.

    Args:
        unit: "day", "week", "month", "quarter" or "year"; of any other there are none.
    """
    found = []
    for n in range(_MOST):
        day = shifted(start, n * count, unit)
        if day is None or day > last_day:
            break
        found.append(_rolled(day, roll) if roll else Occurrence(day, day, _weekend(day)))
    return found


def frequency_of(reading: Reading) -> Frequency | None:
    """The one frequency that a recurring wording names without doubt; None where it does not."""
    if reading.kind != "recurring":
        return None
    frequencies = see(reading.text, None).frequencies
    usable = len(frequencies) == 1 and not frequencies[0].doubts and frequencies[0].count > 0
    return frequencies[0] if usable else None


def _rolled(day: date, roll: Roll) -> Occurrence:
    due = roll.moved(day)
    why_not = roll.calendar.why_not(day)
    flag = f"{spoken(day)} does not count ({why_not}): moved to {spoken(due)}" if why_not else None
    return Occurrence(day, due, flag)


def _weekend(day: date) -> str | None:
    if day.weekday() < _SATURDAY:
        return None
    return f"{spoken(day)} is a {day:%A}: the local roll rule decides the day"
