"""When a round of updates opens, is due and closes, by its rhythm. No table is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.basics.clocks import months_after, within_working_days
from goldenthread.basics.periods import ONE_DAY

MONTHLY, WEEKS, ONCE, NEVER = "monthly", "weeks", "once", "never"
# A single round is over by then, whatever it says.
LONGEST = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """How often a plan asks everybody.

    Attributes:
        first:  the day on which the first round opens.
        every:  MONTHLY, WEEKS, ONCE (such as before a meeting) or NEVER.
        weeks:  every so many weeks; counts for WEEKS alone.
        answer: it is due within so many working days of its opening,
        late:   and answers are taken, as late, for so many more.
    """

    first: date
    every: str = MONTHLY
    weeks: int = 4
    answer: int = 5
    late: int = 5


@dataclass(frozen=True)
class Round:
    """One round: its first day, the last day in time, the last day on which answers count."""

    opens: date
    due: date
    closes: date

    def is_open(self, day: date) -> bool:
        """Whether answers of the day count."""
        return self.opens <= day <= self.closes


def rounds_until(rhythm: Rhythm, day: date) -> Iterator[Round]:
    """Every round that has opened by a day, the first one first.

    A round closes at the latest on the day before the next one opens.
    """
    if rhythm.every == NEVER:
        return
    number, opens = 0, rhythm.first
    while opens <= day:
        number += 1
        after = _opening(rhythm, number)
        last = after - ONE_DAY
        due = min(within_working_days(opens, rhythm.answer).date or last, last)
        closes = within_working_days(opens, rhythm.answer + rhythm.late).date or last
        yield Round(opens, due, min(closes, last))
        if rhythm.every == ONCE:
            return
        opens = after


def open_on(rhythm: Rhythm, day: date) -> Round | None:
    """The round that is open on a day."""
    return next((one for one in rounds_until(rhythm, day) if one.is_open(day)), None)


def _opening(rhythm: Rhythm, number: int) -> date:
    """When the round after so many opens; counted from the first, so that the 31st comes back."""
    if rhythm.every == WEEKS:
        return rhythm.first + timedelta(weeks=rhythm.weeks * number)
    if rhythm.every == MONTHLY:
        return months_after(rhythm.first, number).date or rhythm.first + LONGEST
    return rhythm.first + LONGEST
