"""By when a recommendation is to be done, from the heading that it stands under (B-02).

"Within three months" is counted from the report's day: months by rule K4, weeks by K3, working
days by K1 and days by K6 of `basics.clocks`. "Immediately" gives no day; the council sets one.
"""

import re
from dataclasses import dataclass
from datetime import date

from goldenthread.basics import clocks
from goldenthread.basics.due import Due, cannot_be_worked_out
from goldenthread.basics.wording.read import read

IMMEDIATELY, WITHIN, NONE, TO_SETTLE = "immediately", "within", "none", "to settle"
_OFFSET = re.compile(r"P(\d+)([DWM])|(\d+) working days")
_UNITS = {"D": "days", "W": "weeks", "M": "months", None: "working days"}
_RULES = {
    "days": clocks.local_days,
    "weeks": clocks.weeks_after,
    "months": clocks.months_after,
    "working days": clocks.within_working_days,
}
_TIMED = re.compile(r"\b(?:within|immediate|by|days?|weeks?|months?|years?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Timescale:
    """A kind, and for 'within' how many of which unit."""

    kind: str
    length: int | None = None
    unit: str = ""


def timescale(group: str) -> Timescale:
    """What a group heading sets; 'none' where it speaks of no time, 'to settle' where unclear.

    >>> timescale("Within three months")
    Timescale(kind='within', length=3, unit='months')
    """
    if not group.strip():
        return Timescale(NONE)
    reading = read(group, anchor=None)
    if reading.kind == "immediate":
        return Timescale(IMMEDIATELY)
    offset = _OFFSET.fullmatch(reading.offset or "")
    if offset and reading.kind == "relative":
        length = int(offset[1] or offset[3])
        return Timescale(WITHIN, length, _UNITS[offset[2]])
    return Timescale(TO_SETTLE if _TIMED.search(group) else NONE)


def due(given: Timescale, report_day: date | None) -> Due:
    """The last day in time, counted from the day of the report; else why there is none."""
    if given.kind == IMMEDIATELY:
        return cannot_be_worked_out("", "“immediately” gives no day: needs a local date")
    if given.kind == TO_SETTLE:
        return cannot_be_worked_out("", "the timescale cannot be read: settle it")
    if given.length is None:
        return cannot_be_worked_out("", "the report sets no timescale")
    if report_day is None:
        return cannot_be_worked_out("", "the day of publication is not known")
    return _RULES[given.unit](report_day, given.length)


def local_date_by(report_day: date | None, days: int) -> Due:
    """Until when the council wants its own date where the report says 'immediately'."""
    return clocks.local_days(report_day, days)
