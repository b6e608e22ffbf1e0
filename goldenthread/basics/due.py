"""What a clock answers: a day or why there is none, the count that led to it, and a comparison."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.basics.days import as_day, in_london, in_words, without_weekday
from goldenthread.basics.periods import Period


class Precision(StrEnum):
    """How exactly a deadline is known."""

    DAY = "day"
    TIME = "time"
    FLOOR = "day, hours rounded down"
    WINDOW = "window"
    NONE = "none"


@dataclass(frozen=True)
class Step:
    """One line of a count: the day, the number it got, and why.

    `n` is None for a day that is passed over. `day` is a timestamp in a count of hours.
    """

    day: dt.date
    n: int | None
    why: str


@dataclass(frozen=True)
class Due:
    """The answer of a clock.

    Attributes:
        rule:      "K1" to "K9".
        start:     the day counted from; None if it is not known.
        date:      the last day in time; None if it cannot be worked out.
        reason:    why there is no date; empty where there is one.
        trace:     the count, a step a line, in the order counted.
        precision: how exactly the date is known.
        moment:    the last moment in time, London time, where hours are counted.
        window:    between which days the date will lie, while an event has no day.
        calendar:  the name of the calendar used.
        original:  the date before any extension or pause; None if there was none.
        notes:     what a reader must know, such as holidays that are not published yet.
    """

    rule: str
    start: dt.date | None
    date: dt.date | None
    reason: str = ""
    trace: tuple[Step, ...] = ()
    precision: Precision = Precision.DAY
    moment: dt.datetime | None = None
    window: Period | None = None
    calendar: str = ""
    original: dt.date | None = None
    notes: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """The answer as a page says it."""
        if self.date is None:
            return f"cannot be worked out: {self.reason}"
        if self.moment is not None:
            return f"{in_words(self.date)}, {self.moment:%H:%M}"
        return in_words(self.date)

    def in_time(self, done: dt.date | None, *, today: dt.date) -> bool | None:
        """Whether it was done in time; what is still open is late once `today` is past the date.

        None where that cannot be said: the deadline is not known, or it is open and not
        past, or hours are counted and only the day of what was done is known.
        """
        if self.date is None:
            return None
        if done is None:
            return False if today > self.date else None
        if self.moment is not None and isinstance(done, dt.datetime):
            return in_london(done) <= self.moment
        if self.moment is not None and done == self.date:
            return None
        return as_day(done) <= self.date


@dataclass(frozen=True)
class Difference:
    """A stated date beside a computed one. `days` is stated minus computed; None if one lacks."""

    days: int | None
    words: str

    @property
    def agrees(self) -> bool:
        """Whether both dates are there and the same."""
        return self.days == 0


def cannot_be_worked_out(rule: str, reason: str, *, window: Period | None = None) -> Due:
    """A clock without a date, which is never "in time"."""
    precision = Precision.WINDOW if window else Precision.NONE
    return Due(rule=rule, start=None, date=None, reason=reason, precision=precision, window=window)


def difference(stated: dt.date | None, computed: dt.date | None) -> Difference:
    """The stated date against the computed one; both are kept, neither is mended."""
    if stated is None or computed is None:
        missing = "stated" if stated is None else "computed"
        return Difference(None, f"cannot be compared: there is no {missing} date")
    days = (stated - computed).days
    if days == 0:
        return Difference(0, f"stated and computed agree: {without_weekday(stated)}")
    how_far = f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}"
    return Difference(
        days,
        f"stated {without_weekday(stated)}, computed {without_weekday(computed)}: "
        f"the stated date is {how_far}",
    )
