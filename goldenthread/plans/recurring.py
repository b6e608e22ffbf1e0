"""What comes again: on which days, what was made of each, and since when it is late. No table.

An action recurs by one or more recurrences; several that follow on one another are its phases.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.basics.calendars import ACTION_PLANS
from goldenthread.basics.days import without_weekday
from goldenthread.basics.wording import Occurrence, Roll, every, frequency_of, read

WEEKLY, WEEKS, MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY = (
    "weekly",
    "weeks",
    "monthly",
    "quarterly",
    "half-yearly",
    "yearly",
)
# By frequency: how many of which unit.
UNITS: Mapping[str, tuple[int, str]] = {
    WEEKLY: (1, "week"),
    WEEKS: (1, "week"),
    MONTHLY: (1, "month"),
    QUARTERLY: (3, "month"),
    HALF_YEARLY: (6, "month"),
    YEARLY: (12, "month"),
}

AS_IT_FALLS, ON, BACK = "as it falls", "the next working day", "the working day before"
# What a council does with an occurrence on a day that does not count.
ROLLS: Mapping[str, Roll | None] = {
    AS_IT_FALLS: None,
    ON: Roll(ACTION_PLANS),
    BACK: Roll(ACTION_PLANS, backwards=True),
}

EXPECTED, DONE, MISSED, EXCUSED, CALLED_OFF = (
    "expected",
    "done",
    "missed",
    "excused",
    "called off",
)


@dataclass(frozen=True, kw_only=True)
class Recurs:
    """How often, from which day and until when; `number` of weeks where the frequency asks."""

    frequency: str
    first_day: date
    last_day: date | None = None
    number: int = 1

    @property
    def every(self) -> tuple[int, str]:
        """How many of which unit lie between two occurrences."""
        count, unit = UNITS[self.frequency]
        return (self.number if self.frequency == WEEKS else count), unit


@dataclass(frozen=True)
class Held:
    """One occurrence: the day that counts and what was made of it."""

    due: date
    state: str = EXPECTED
    done_on: date | None = None


@dataclass(frozen=True)
class Tally:
    """How occurrences stand on a day.

    Attributes:
        done, out_of: of those whose day has come, or that are done; excused ones are left out.
        excused:   how many were excused.
        last_done: the day on which one was done last.
        next_due:  the first that is expected, whether its day has come or not.
    """

    done: int
    out_of: int
    excused: int = 0
    last_done: date | None = None
    next_due: date | None = None

    @property
    def words(self) -> str:
        """'Done 5 of 7; last 9 November 2012; next 9 February 2013'."""
        said = [f"Done {self.done} of {self.out_of}"]
        said += [f"{self.excused} excused"] if self.excused else []
        said += [f"last {without_weekday(self.last_done)}"] if self.last_done else []
        said += [f"next {without_weekday(self.next_due)}"] if self.next_due else []
        return "; ".join(said)


def days(recurs: Recurs, day: date, *, roll: str = AS_IT_FALLS) -> list[Occurrence]:
    """Its occurrences up to a day, and the next one after it.

    Each is counted from the first day and not from the one before: 31 January monthly gives 28
    February and 31 March; 29 February yearly gives 28 February, and 29 in a leap year.
    """
    count, unit = recurs.every
    # No unit is longer than 31 days, so that the next one lies before this.
    ahead = max(day, recurs.first_day) + timedelta(days=count * 31)
    until = min(ahead, recurs.last_day or ahead)
    found = every(count, unit, start=recurs.first_day, last_day=until, roll=ROLLS[roll])
    to_come = [one for one in found if one.day > day]
    return [one for one in found if one.day <= day] + to_come[:1]


def tally(held: Iterable[Held], day: date) -> Tally:
    """What was made of occurrences, as of a day; what was called off does not count."""
    rows = [one for one in held if one.state != CALLED_OFF]
    counted = [one for one in rows if one.state in (DONE, MISSED) or _is_past(one, day)]
    done_on = [one.done_on for one in rows if one.done_on is not None]
    return Tally(
        done=sum(one.state == DONE for one in rows),
        out_of=len(counted),
        excused=sum(one.state == EXCUSED for one in rows),
        last_done=max(done_on, default=None),
        next_due=min((one.due for one in rows if one.state == EXPECTED), default=None),
    )


def late_since(held: Iterable[Held], day: date, *, grace: int = 0) -> date | None:
    """The day of the first occurrence that was not done, of those since one was done last.

    An occurrence that is done makes up for those before it, which still count as missed.

    Args:
        grace: so many days after its day an occurrence is not yet late.
    """
    rows = sorted((one for one in held if one.state not in (EXCUSED, CALLED_OFF)), key=_due)
    late: date | None = None
    for one in rows:
        if one.state == DONE:
            late = None
        elif one.state == MISSED or one.due + timedelta(days=grace) < day:
            late = late or one.due
    return late


def proposed(printed: str, anchor: date | None) -> Recurs | None:
    """The recurrence that a wording names: 'commencing 09/08/12 then quarterly', 'monthly'.

    Without a day of its own it begins on the anchor; None where either is missing or in doubt.
    """
    reading = read(printed, anchor=anchor)
    frequency = frequency_of(reading)
    first = reading.earliest or anchor
    if frequency is None or first is None:
        return None
    named = _named(frequency.count, frequency.unit)
    if named is None:
        return None
    return Recurs(frequency=named[0], number=named[1], first_day=first, last_day=reading.latest)


def _named(count: int, unit: str) -> tuple[str, int] | None:
    """The frequency of so many units, with the number of weeks; None where there is none."""
    if unit == "week":
        return (WEEKLY, 1) if count == 1 else (WEEKS, count)
    months = count * {"month": 1, "quarter": 3, "year": 12}.get(unit, 0)
    by_months = {1: MONTHLY, 3: QUARTERLY, 6: HALF_YEARLY, 12: YEARLY}
    return (by_months[months], 1) if months in by_months else None


def _is_past(one: Held, day: date) -> bool:
    return one.state == EXPECTED and one.due < day


def _due(one: Held) -> date:
    return one.due
