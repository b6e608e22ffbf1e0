"""Spans of days as the calendar words name them, with or without a year."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from goldenthread.basics.wording.reading import Doubt

MIDDLE = (10, 15, 20)  # "mid <month>": 10th to 20th; as a deadline the 15th
SENSIBLE_YEARS = range(1900, 2200)
END_OF_EARLY, START_OF_LATE = 10, 21


@dataclass(frozen=True)
class Day:
    """A day of a year; day 0 is the last of the month, `plus` the years after the named one."""

    month: int
    day: int
    plus: int = 0

    def in_year(self, year: int) -> date | None:
        """That day, or None when the month has no such day."""
        year += self.plus
        if not MINYEAR < year < MAXYEAR:
            return None
        length = calendar.monthrange(year, self.month)[1]
        return date(year, self.month, self.day or length) if self.day <= length else None


@dataclass(frozen=True)
class When:
    """A named span: "12 July", "July 2013", "Q3 2013/14", "Easter"; `year` None = not written.

    `begins` is the month in which the named kind of year begins (1, 4 for a financial,
    9 for a school year). `due` is the deadline where it is not the last day.
    """

    unit: str
    first: Day
    last: Day
    year: int | None = None
    begins: int = 1
    due: Day | None = None
    weekday: int | None = None
    doubts: tuple[Doubt, ...] = ()
    edge: bool = False  # "end of ...": the unit's last day, as a day
    dateless: bool = False  # the numbers make no date; `doubts` says why

    def doubted(self, what: str, suggestion: str) -> When:
        """The same with one more thing to ask."""
        return replace(self, doubts=(*self.doubts, Doubt(what, suggestion)))

    def ended(self) -> When:
        """The last day of it."""
        return replace(self, unit="day", first=self.last, due=None, edge=True)

    def started(self) -> When:
        """The first day of it."""
        return replace(self, unit="day", last=self.first, due=None, edge=True)


@dataclass(frozen=True)
class Span:
    """Two days in the calendar; None = open."""

    unit: str
    first: date | None
    last: date | None
    due: date | None
    doubts: tuple[Doubt, ...] = ()
    edge: bool = False


def day(month: int, number: int, year: int | None) -> When:
    if number < 1:
        return no_date("there is no day 0", "the day meant")
    return When("day", Day(month, number), Day(month, number), year)


def no_date(what: str, suggestion: str) -> When:
    """Numbers that look like a date and make none, with what to ask."""
    nowhere = Day(1, 1)
    return When("day", nowhere, nowhere, doubts=(Doubt(what, suggestion),), dateless=True)


def month(number: int, year: int | None) -> When:
    return When("month", Day(number, 1), Day(number, 0), year)


def calendar_year(year: int) -> When:
    return When("year", Day(1, 1), Day(12, 0), year)


def year_from(begins: int, year: int | None) -> When:
    """A year that begins in another month: 4 for the financial, 9 for the school year."""
    return When("year", Day(begins, 1), Day(begins - 1, 0, 1), year, begins)


def quarter(number: int, year: int | None) -> When:
    """A quarter as councils count: Q1 is April to June."""
    first = (4, 7, 10, 1)[number - 1]
    plus = 1 if number == 4 else 0
    return When("quarter", Day(first, 1, plus), Day(first + 2, 0, plus), year, 4)


def part(of: When, which: str) -> When:
    """The early, middle or late part of a month, a quarter of a year for early and late years."""
    if of.unit == "month":
        return _part_of_month(of, which)
    if of.unit == "year" and of.begins == 1:
        return _part_of_year(of, which)
    return replace(of, unit="season").doubted(
        f"“{which}” of it has no edges that the reading rules name", "the day meant"
    )


def _part_of_month(of: When, which: str) -> When:
    number = of.first.month
    if which == "mid":
        first, due, last = MIDDLE
        return replace(
            of,
            unit="part of a month",
            first=Day(number, first),
            last=Day(number, last),
            due=Day(number, due),
        )
    first, last = (1, END_OF_EARLY) if which == "early" else (START_OF_LATE, 0)
    return replace(
        of, unit="part of a month", first=Day(number, first), last=Day(number, last)
    ).doubted(
        f"“{which}” in a month is read as the {'1st to 10th' if which == 'early' else '21st to the last day'}",
        "the day meant",
    )


def _part_of_year(of: When, which: str) -> When:
    months = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[which]
    return replace(of, unit="season", first=Day(months[0], 1), last=Day(months[1], 0)).doubted(
        f"“{which}” in a year is read as {calendar.month_name[months[0]]} to {calendar.month_name[months[1]]}",
        "the month meant",
    )


def easter_sunday(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    in_month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, in_month, number + 1)


def year_of(when: When, anchor: date | None) -> int | None:
    """The written year, or the anchor's year of the same kind (a month takes the anchor's)."""
    if when.year is not None or anchor is None:
        return when.year
    return anchor.year - (when.begins > 1 and anchor.month < when.begins)


def resolve(when: When, anchor: date | None) -> Span:
    """The days of a span; a day that does not exist and a year that is missing are asked about."""
    if when.dateless:
        return Span(when.unit, None, None, None, when.doubts)
    year = year_of(when, anchor)
    if year is None:
        return _undated(
            when, Doubt("no year is written and there is no day to take it from", "the year")
        )
    first, last = _days(when, year)
    if first is None or last is None or year not in SENSIBLE_YEARS:
        return _undated(when, _no_such_day(when, year))
    due = when.due.in_year(year) if when.due else last
    doubts = (*when.doubts, *_checks(when, first, last, anchor))
    return Span(when.unit, first, last, due, doubts, when.edge)


def _days(when: When, year: int) -> tuple[date | None, date | None]:
    if when.unit == "easter":
        sunday = easter_sunday(year)
        return sunday, sunday
    return when.first.in_year(year), when.last.in_year(year)


def _undated(when: When, doubt: Doubt) -> Span:
    return Span(when.unit, None, None, None, (*when.doubts, doubt), when.edge)


def _no_such_day(when: When, year: int) -> Doubt:
    if year not in SENSIBLE_YEARS:
        return Doubt(f"{year} is not a year of a plan", "the year meant")
    name = calendar.month_name[when.first.month]
    length = calendar.monthrange(year, when.first.month)[1]
    return Doubt(
        f"{name} {year} has no day {when.first.day}", f"{length} {name} {year}, or the day meant"
    )


def _checks(when: When, first: date, last: date, anchor: date | None) -> tuple[Doubt, ...]:
    """What looks wrong about days that do exist."""
    doubts = []
    if when.weekday is not None and first.weekday() != when.weekday:
        doubts.append(
            Doubt(
                f"{spoken(first)} is a {first:%A}, not a {calendar.day_name[when.weekday]}",
                f"{spoken(first)}, or the day meant",
            )
        )
    if anchor and when.year is None and last < anchor.replace(day=1) and when.unit != "past":
        doubts.append(_gone(first, last))
    if _far(first, anchor):
        doubts.append(Doubt(f"{first.year} is far from this document", "the year meant"))
    return tuple(doubts)


def _gone(first: date, last: date) -> Doubt:
    said = spoken(last)
    return Doubt(
        f"no year is written; in the year of the document it ends on {said}, which has gone by",
        f"the same in {last.year + 1}, if that is meant",
    )


def _far(first: date, anchor: date | None) -> bool:
    if anchor is None:
        return not 1980 <= first.year <= 2060
    return not anchor.year - 25 <= first.year <= anchor.year + 10


def spoken(one: date) -> str:
    """A day as people write it: 9 February 2013."""
    return f"{one.day} {one:%B} {one.year}"


def joined(one: When, other: When, anchor: date | None) -> tuple[Span, Span]:
    """Two ends of a range with the years that one end leaves out, in order of time."""
    if one.year is None and other.year is not None:
        same = replace(one, year=other.year)
        one = replace(one, year=other.year - 1) if _ends_after(same, other) else same
    elif other.year is None:
        year = year_of(one, anchor)
        if year is not None:
            same = replace(other, year=year)
            later = _ends_after(replace(one, year=year), same)
            other = replace(other, year=year + 1) if later else same
    return resolve(one, anchor), resolve(other, anchor)


def _ends_after(one: When, other: When) -> bool:
    first, last = resolve(one, None), resolve(other, None)
    return bool(first.first and last.last and first.first > last.last)


def next_day(one: date, days: int) -> date | None:
    """A day some days away, None beyond the calendar."""
    try:
        return one + timedelta(days=days)
    except OverflowError:
        return None
