"""The days of an inspection, from the wordings that page 1 prints.

| printed | read |
|---|---|
| 17 to 28 June 2019; 9–24 November 2017; 5th to 16th December | month and year are taken from what follows |
| 30 November – 11 December 2020; 9 December to 17 January 2025 | so is the year, one less where the month is later |
| 12/09/2016 to 06/10/2016; 22.02.16 – 17.03.16 | day, month, year |
| 1 to 5 and 15 to 19 November 2021 | two periods |
| 4, 5 and 8 to 12 March 2021 | days that follow each other are one period |
| June 24 to July 5, 2019 | the month before its day |
| Sepember, Febuary | the nearest month, and it is doubted |

For a text that begins with days; days inside a sentence are found by `printed_days`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from rapidfuzz import process

from goldenthread.basics.days import last_of_month
from goldenthread.documents.reports.folding import clean

Period = tuple[date, date]

_MONTHS = tuple(date(2000, month, 1).strftime("%B").lower() for month in range(1, 13))
_BY_NAME = {name[:n]: i for i, name in enumerate(_MONTHS, 1) for n in (3, 4, len(name))}
_TO = frozenset({"to", "until", "till", "through", "thru", "-"})
_AND = frozenset({",", "&", ";", "and", "/", "plus", "then"})
_WEEKDAYS = r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r?s?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_EMPTY = re.compile(rf"{_WEEKDAYS}|of|the|from|on|between|st|nd|rd|th|inclusive|[.:()]")
_TOKEN = re.compile(
    r"(?P<iso>20\d\d-\d\d?-\d\d?)"
    r"|(?P<numeric>\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:20)?\d\d)(?!\d)"
    r"|(?P<year>20\d\d)"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
    r"|(?P<word>[a-z]+)|(?P<mark>[^\s\w])",
    re.IGNORECASE,
)
_DASHES = re.compile("[‐-―−]")
_BROKEN_MONTH = re.compile(
    "|".join(rf"\b(?:{' ?'.join(name)})\b" for name in _MONTHS), re.IGNORECASE
)
_BROKEN_YEAR = re.compile(r"(?<=[a-z]) 2 ?0 ?(\d) ?(\d)\b", re.IGNORECASE)
_LIKE_A_MONTH = 80
LONGEST_PLAUSIBLE = 60
OVER_A_WEEKEND = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Days:
    """Periods of days in printed order, and what is doubtful about how they were read."""

    periods: tuple[Period, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def first(self) -> date | None:
        return self.periods[0][0] if self.periods else None

    @property
    def on_site(self) -> int:
        """Calendar days of the first period; one that goes on after a weekend is one period."""
        if not self.periods:
            return 0
        (first, last), *others = self.periods
        for begins, ends in others:
            last = ends if timedelta(0) < begins - last <= OVER_A_WEEKEND else last
        return (last - first).days + 1

    @property
    def last(self) -> date | None:
        return self.periods[-1][1] if self.periods else None


@dataclass(frozen=True, slots=True)
class _Point:
    """A day as far as it is printed; `to` is True where it ends a range."""

    day: int
    month: int | None = None
    year: int | None = None
    to: bool = False


@dataclass(slots=True)
class _Reading:
    points: list[_Point] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    to: bool = False
    apart: bool = False
    between: bool = False
    month: int | None = None


def read(text: str, *, year: int | None = None) -> Days:
    """The periods in a text; `year` is the year of the last day where none is printed.

    Reading stops at the first word that belongs to no date. Nothing found is no period.
    """
    reading = _points(text)
    points = _with_years(_with_months(reading.points), year=year)
    dates, doubts = _dates(points)
    periods = _periods(dates, [point.to for point in points])
    odd = _odd(periods)
    return Days(tuple(periods), (*reading.doubts, *doubts, *odd))


def one(text: str) -> date | None:
    """The single day that a text begins with; None where it begins with no whole date."""
    first = _with_months(_points(text).points)[:1]
    if not first or first[0].year is None or first[0].month is None:
        return None
    dates, _ = _dates(first)
    return dates[0] if dates else None


def is_all_dates(text: str) -> bool:
    """Whether a line holds days, months, years and what joins them, and nothing else."""
    tokens = list(_tokens(text))
    known = all(kind != "word" or _is_known(value) for kind, value in tokens)
    return known and any(kind in {"day", "year", "numeric", "iso"} for kind, _ in tokens)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    text = _BROKEN_MONTH.sub(lambda m: m[0].replace(" ", ""), _DASHES.sub("-", clean(text)))
    text = _BROKEN_YEAR.sub(r" 20\1\2", text)
    for token in _TOKEN.finditer(text):
        yield token.lastgroup or "", token.group(token.lastgroup or 0).lower()


def _points(text: str) -> _Reading:
    reading = _Reading()
    for kind, value in _tokens(text):
        if kind in {"word", "mark"}:
            if not _take_word(reading, value):
                break
        else:
            _TAKE[kind](reading, value)
    return reading


def _take_word(reading: _Reading, word: str) -> bool:
    """Note a word; False where it belongs to no date although days were read."""
    month = _month(word)
    if month:
        _take_month(reading, month)
        if word not in _BY_NAME:
            reading.doubts.append(f"“{word}” is read as {_MONTHS[month - 1].title()}")
    elif word == "between":
        reading.between = True
    elif word in _TO or (word == "and" and reading.between):
        reading.to, reading.between = True, False
    elif word in _AND:
        reading.apart = True
    elif not _EMPTY.fullmatch(word):
        return not reading.points
    return True


def _take_month(reading: _Reading, month: int) -> None:
    if reading.points and reading.points[-1].month is None and not reading.to:
        reading.points[-1] = replace(reading.points[-1], month=month)
    else:
        reading.month = month


def _take_day(reading: _Reading, value: str) -> None:
    """A number is a day, except right after a year: there it is a page number or a footnote."""
    stray = bool(reading.points) and reading.points[-1].year is not None
    if stray and not (reading.to or reading.apart or reading.month):
        return
    reading.points.append(_Point(int(value), reading.month, to=reading.to))
    reading.to, reading.apart, reading.month = False, False, None


def _take_year(reading: _Reading, value: str) -> None:
    if reading.points and reading.points[-1].year is None:
        reading.points[-1] = replace(reading.points[-1], year=int(value))


def _take_numeric(reading: _Reading, value: str) -> None:
    day, month, year = (int(part) for part in re.split(r"[./-]", value))
    _take_whole(reading, _Point(day, month, year % 100 + 2000))


def _take_iso(reading: _Reading, value: str) -> None:
    year, month, day = (int(part) for part in value.split("-"))
    _take_whole(reading, _Point(day, month, year))


def _take_whole(reading: _Reading, point: _Point) -> None:
    reading.points.append(replace(point, to=reading.to))
    reading.to = reading.apart = False


_TAKE = {"day": _take_day, "year": _take_year, "numeric": _take_numeric, "iso": _take_iso}


def _is_known(word: str) -> bool:
    return bool(word in _TO | _AND or _EMPTY.fullmatch(word) or _month(word))


def _month(word: str) -> int | None:
    if word in _BY_NAME or len(word) < 5:
        return _BY_NAME.get(word)
    best = process.extractOne(word, _MONTHS, score_cutoff=_LIKE_A_MONTH)
    return _BY_NAME[best[0]] if best and best[0][0] == word[0] else None


def _with_months(points: list[_Point]) -> list[_Point]:
    """Months that are not printed are those of the day after; after the last, of the day before."""
    filled = list(points)
    for number in range(len(filled) - 2, -1, -1):
        if filled[number].month is None:
            filled[number] = replace(
                filled[number], month=_month_before(*filled[number : number + 2])
            )
    for number in range(1, len(filled)):
        if filled[number].month is None:
            filled[number] = replace(filled[number], month=filled[number - 1].month)
    return filled


def _month_before(point: _Point, after: _Point) -> int | None:
    """The month of a day that ends a range in `after`; a later day number means the month before."""
    if after.month is None or not (after.to and point.day > after.day):
        return after.month
    return (after.month - 2) % 12 + 1


def _with_years(points: list[_Point], *, year: int | None) -> list[_Point]:
    filled = list(points)
    if filled and all(point.year is None for point in filled):
        filled[-1] = replace(filled[-1], year=year)
    for number in range(len(filled) - 2, -1, -1):
        if filled[number].year is None:
            filled[number] = _dated_before(filled[number], filled[number + 1])
    for number in range(1, len(filled)):
        if filled[number].year is None:
            filled[number] = _dated_after(filled[number], filled[number - 1])
    return filled


def _dated_before(point: _Point, after: _Point) -> _Point:
    if after.year is None or point.month is None or after.month is None:
        return point
    return replace(point, year=after.year - (point.month > after.month))


def _dated_after(point: _Point, before: _Point) -> _Point:
    if before.year is None or point.month is None or before.month is None:
        return point
    return replace(point, year=before.year + (point.month < before.month))


def _dates(points: Iterable[_Point]) -> tuple[list[date], list[str]]:
    dates, doubts = list[date](), list[str]()
    for point in points:
        if point.year is None or point.month is None or not 1 <= point.month <= 12:
            return [], [*doubts, "a day without a month or a year"]
        end = last_of_month(point.year, point.month)
        if not 1 <= point.day <= end.day:
            doubts.append(f"there is no day {point.day} in {end:%B %Y}")
        dates.append(end.replace(day=min(max(point.day, 1), end.day)))
    return dates, doubts


def _periods(dates: list[date], ends: list[bool]) -> list[Period]:
    """Ranges, and single days; a period that begins the day after another ends continues it."""
    periods: list[Period] = []
    for day, to in zip(dates, ends, strict=False):
        if periods and (to or day == periods[-1][1] + timedelta(days=1)):
            periods[-1] = (periods[-1][0], day)
        else:
            periods.append((day, day))
    return periods


def _odd(periods: list[Period]) -> list[str]:
    doubts = []
    if len(periods) > 1:
        doubts.append("more than one period is printed")
    for first, last in periods:
        if last < first:
            doubts.append("the last day is before the first")
        elif (last - first).days > LONGEST_PLAUSIBLE:
            doubts.append(f"the inspection lasts more than {LONGEST_PLAUSIBLE} days")
    return doubts
