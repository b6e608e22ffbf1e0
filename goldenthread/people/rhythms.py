"""When somebody's digest is due: the last moment that has passed, on London's clocks."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
FRIDAY, SUNDAY, LAST_HOUR = 4, 6, 23


class Rhythm(StrEnum):
    """How often a digest comes."""

    WEEKLY = "weekly"
    DAILY = "daily"
    OFF = "off"


@dataclass(frozen=True)
class Due:
    """A digest that is due: the period that it is for, and since when it is due.

    `period` is the ISO week ("2026-W13") or the day ("2026-03-30"): whatever a clock does, one
    period has one digest.
    """

    period: str
    at: datetime


def last_due(now: datetime, *, rhythm: str, weekday: int, hour: int) -> Due | None:
    """The last digest that was due by now; None where none is wanted.

    Args:
        now:     aware of its time zone.
        weekday: 0 for Monday; asked for weekly ones alone. Daily ones come Monday to Friday.
        hour:    of London. An hour that the clocks leave out is the hour after it; of one
                 that comes twice the first counts.
    """
    if rhythm == Rhythm.OFF:
        return None
    day = now.astimezone(LONDON).date()
    while not _counts(day, rhythm, weekday) or _moment(day, hour) > now:
        day -= timedelta(days=1)
    return Due(_period(day, rhythm), _moment(day, hour))


def _counts(day: date, rhythm: str, weekday: int) -> bool:
    return day.weekday() == weekday if rhythm == Rhythm.WEEKLY else day.weekday() <= FRIDAY


def _moment(day: date, hour: int) -> datetime:
    """An hour that is left out is read with the offset before the change: one hour later."""
    local = datetime(day.year, day.month, day.day, hour, tzinfo=LONDON)
    return local.astimezone(ZoneInfo("UTC"))


def _period(day: date, rhythm: str) -> str:
    if rhythm == Rhythm.DAILY:
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
