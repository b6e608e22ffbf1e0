"""Days and months as reports and letters print them, to a first and a last day.

It finds a wording inside a sentence of a letter or an older report, days or a month alone,
and mends nothing: what the calendar does not have is no day. `inspection_days` reads a label's
value that is nothing but days, over several periods, mends slips and says what is doubtful.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DAY = rf"{_WEEKDAY}(?P<d{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?"
_LINK = r"\s*(?:to|and|until|[-–—/&])\s*"
_FIRST = rf"{_DAY.format(n=1)}(?:\s+(?:of\s+)?(?P<m1>{_MONTH})\b\.?)?(?:,?\s+(?P<y1>\d{{4}}))?"
_LAST = rf"{_DAY.format(n=2)}\s+(?:of\s+)?(?P<m2>{_MONTH})\b\.?,?\s+(?P<y2>\d{{4}})"
RANGE = re.compile(rf"\b{_FIRST}(?:,\s*\d{{1,2}})*{_LINK}{_LAST}", re.IGNORECASE)
ONE_DAY = re.compile(rf"\b{_LAST}", re.IGNORECASE)
IN_FIGURES = re.compile(
    r"\b(?P<d1>\d{1,2})/(?P<m1>\d{1,2})/(?P<y1>\d{4})"
    r"(?:\s*(?:to|and|[-–—])\s*(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>\d{4}))?"
)
MONTH_ONLY = re.compile(
    rf"\b(?P<m1>{_MONTH})\b(?:\s*(?P<y1>\d{{4}}))?(?:{_LINK}(?P<m2>{_MONTH})\b)?,?\s+(?P<y2>\d{{4}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Days:
    """A wording with its first and last day. `precision` is day or month; a month keeps its whole length."""

    text: str
    first: date
    last: date
    precision: str

    @property
    def first_day(self) -> str | None:
        """ISO, only where a day is printed: a month is never made into a day."""
        return self.first.isoformat() if self.precision == "day" else None

    @property
    def last_day(self) -> str | None:
        return self.last.isoformat() if self.precision == "day" else None

    def as_dict(self) -> dict[str, str]:
        return {
            "text": self.text,
            "earliest": self.first.isoformat(),
            "latest": self.last.isoformat(),
            "precision": self.precision,
        }


def days_in(text: str) -> Days | None:
    """The first wording of days in the text ("28 February to 1 March 2018"), else of months, else None."""
    for read in (_range, _figures, _one_day, _months):
        found = read(text)
        if found is not None:
            return found
    return None


def _range(text: str) -> Days | None:
    match = RANGE.search(text)
    if match is None:
        return None
    last = _day(match["d2"], match["m2"], match["y2"])
    year = match["y1"] or match["y2"]
    first = _day(match["d1"], match["m1"] or match["m2"], year)
    if first and last and first > last and not match["y1"]:
        first = _day(match["d1"], match["m1"] or match["m2"], str(int(year) - 1))
    return _days(match[0], first, last)


def _figures(text: str) -> Days | None:
    match = IN_FIGURES.search(text)
    if match is None:
        return None
    first = _of_numbers(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if match["y2"] is None:
        return _days(match[0], first, first)
    return _days(match[0], first, _of_numbers(int(match["y2"]), int(match["m2"]), int(match["d2"])))


def _one_day(text: str) -> Days | None:
    match = ONE_DAY.search(text)
    if match is None:
        return None
    day = _day(match["d2"], match["m2"], match["y2"])
    return _days(match[0], day, day)


def _months(text: str) -> Days | None:
    match = MONTH_ONLY.search(text)
    if match is None:
        return None
    year, month = int(match["y2"]), MONTHS[(match["m2"] or match["m1"]).lower()]
    first = _of_numbers(int(match["y1"] or year), MONTHS[match["m1"].lower()], 1)
    last = _of_numbers(year, month, calendar.monthrange(year, month)[1])
    if first is None or last is None:
        return None
    if first > last:
        first = first.replace(year=first.year - 1)
    return Days(match[0].strip(), first, last, "month")


def _days(text: str, first: date | None, last: date | None) -> Days | None:
    if first is None or last is None or first > last:
        return None
    return Days(text.strip(), first, last, "day")


def _day(day: str, month: str, year: str) -> date | None:
    return _of_numbers(int(year), MONTHS[month.lower().rstrip(".")], int(day))


def _of_numbers(year: int, month: int, day: int) -> date | None:
    """None where the calendar has no such day: a slip of the print is not mended."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
