"""The days on which something recurring falls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.basics.wording.frequencies import Frequency
from goldenthread.basics.wording.lengths import shifted
from goldenthread.basics.wording.reading import Reading
from goldenthread.basics.wording.scan import see

_MOST = 5_000
_SATURDAY = 5


@dataclass(frozen=True)
class Occurrence:
    """A day on which something recurs; on a weekend the local roll rule says which day counts."""

    day: date
    flag: str | None = None


def occurrences(reading: Reading, *, first_day: date, last_day: date) -> list[Occurrence]:
    """The days of a recurrence between two days, both included.

    Counted from the recurrence's first day, each from that day and not from the one before
    (31 January monthly gives 28 February and 31 March). Nothing without a first day, without
    a unit of fixed length (terms), or where the frequency itself is in question.
    """
    frequency = _frequency(reading)
    if frequency is None or reading.earliest is None:
        return []
    last = min(last_day, reading.latest or last_day)
    found = []
    for n in range(_MOST):
        day = shifted(reading.earliest, n * frequency.count, frequency.unit)
        if day is None or day > last:
            break
        if day >= first_day:
            found.append(Occurrence(day, _flag(day)))
    return found


def _frequency(reading: Reading) -> Frequency | None:
    if reading.kind != "recurring":
        return None
    frequencies = see(reading.text, None).frequencies
    usable = len(frequencies) == 1 and not frequencies[0].doubts and frequencies[0].count > 0
    return frequencies[0] if usable else None


def _flag(day: date) -> str | None:
    if day.weekday() < _SATURDAY:
        return None
    return f"{day.day} {day:%B} {day.year} is a {day:%A}: the local roll rule decides the day"
