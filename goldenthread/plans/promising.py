"""What people promise in words: a length of time in an update, so often in a year. No table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.days import add_months, without_weekday
from goldenthread.basics.wording import read
from goldenthread.plans.deadlines import kept

_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_UNIT = r"(?:days?|weeks?|months?|years?)"
# What follows "of" or "after" counts from another day than the update's.
_WITHIN = re.compile(
    rf"\bwithin (?:the next )?{_NUMBER} {_UNIT}\b(?! (?:of|after|from|following)\b)"
    rf"|\bin {_NUMBER} {_UNIT}['’]? time\b",
    re.IGNORECASE,
)
A_YEAR = 12


@dataclass(frozen=True)
class Promised:
    """A length of time as written, the sentence that it stands in, and the day that it gives."""

    printed: str
    sentence: str
    due: date


def promised(text: str, said_on: date | None) -> Promised | None:
    """The first length of time in an update, counted from its day; None without either."""
    if said_on is None:
        return None
    for found in _WITHIN.finditer(text):
        reading = read(re.sub("['’]", "", found.group()), anchor=said_on)
        if reading.due is not None and reading.question is None:
            return Promised(found.group(), _sentence(text, found.start()), reading.due)
    return None


def how_often(times: int, months: int, days: Sequence[date], day: date) -> str:
    """'held 1 of 2 in the year to 31 March 2026'."""
    number, _ = kept(times, months, days, day)
    span = "year" if months == A_YEAR else f"{months} months"
    return f"held {number} of {times} in the {span} to {without_weekday(day)}"


def not_kept(times: int, months: int, days: Sequence[date], day: date, *, since: date) -> str:
    """The same where it is too few, from the day on which as many months have passed; else "".

    Args:
        since: the day on which it was promised; nothing is asked of the time before.
    """
    if day < add_months(since, months) or kept(times, months, days, day)[1]:
        return ""
    return how_often(times, months, days, day)


def _sentence(text: str, place: int) -> str:
    first = max(text.rfind(mark, 0, place) for mark in (". ", "; ", "\n")) + 1
    ends = [end for mark in (". ", "; ", "\n") if (end := text.find(mark, place)) >= 0]
    return text[first : min(ends, default=len(text))].strip().rstrip(".")
