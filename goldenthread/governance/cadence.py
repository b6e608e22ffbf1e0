"""When a board or meeting meets next, by its rule; days of plain values, no tables."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.basics.days import add_months, last_of_month

WEEK = timedelta(days=7)
# No forum meets so seldom, or skips so often, that its next meeting lies further away.
FURTHEST = 400


@dataclass(frozen=True)
class Cadence:
    """Every so many weeks or months from a first day.

    In months it keeps the first day's place: the third Tuesday stays the third Tuesday. A fifth
    one becomes the last of a month that has four.
    """

    every: int
    unit: str
    first_on: date

    def days(self) -> Iterator[date]:
        """The days, from the first one on, without end."""
        number = 0
        while True:
            yield self._day(number * self.every)
            number += 1

    def _day(self, steps: int) -> date:
        if self.unit == "weeks":
            return self.first_on + steps * WEEK
        month = add_months(self.first_on.replace(day=1), steps)
        return nth_weekday(month, self.first_on.weekday(), (self.first_on.day - 1) // 7)


def nth_weekday(month: date, weekday: int, weeks: int) -> date:
    """The weekday (0 is Monday) of a month after so many whole weeks, or its last one."""
    first = month.replace(day=1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7) + weeks * WEEK
    return day if day <= last_of_month(month.year, month.month) else day - WEEK


def next_days(
    cadence: Cadence, *, after: date, count: int, skipped: Collection[date] = ()
) -> list[date]:
    """The next days after a day that are not skipped, at most `count`."""
    found: list[date] = []
    for tried, day in enumerate(_later(cadence, after)):
        if len(found) == count or tried == FURTHEST:
            break
        if day not in skipped:
            found.append(day)
    return found


def in_words(cadence: Cadence | None) -> str:
    """How often, in words: "Every 3 months"; "When it is needed"."""
    if cadence is None:
        return "When it is needed"
    if cadence.every == 1:
        return f"Every {cadence.unit.removesuffix('s')}"
    return f"Every {cadence.every} {cadence.unit}"


def _later(cadence: Cadence, after: date) -> Iterator[date]:
    return (day for day in cadence.days() if day > after)
