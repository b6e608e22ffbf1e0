"""How many queries are put to one person in a week, and where those without an answer go."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.basics.calendars import ACTION_PLANS, Calendar
from goldenthread.basics.clocks import within_working_days

LEAD, DIRECTOR, BOARD = "the lead", "the director", "the board"


@dataclass(frozen=True)
class Settings:
    """How many new ones a person gets in a week; after how many working days they go further."""

    a_week: int = 5
    director_after: int = 10
    board_after: int = 20


SHIPPED = Settings()


def monday_of(day: date) -> date:
    """The first day of the week of a day."""
    return day - timedelta(days=day.weekday())


def put_now(
    waiting: Iterable[tuple[int, int | None]], had: Mapping[int | None, int], limit: int
) -> list[int]:
    """Which of those that wait are put now.

    Args:
        waiting: the id of each and to whom it goes, oldest first; nobody counts as one person.
        had:     how many each was put this week.
        limit:   how many anybody is put in a week.
    """
    number = Counter(had)
    found = []
    for pk, to in waiting:
        if number[to] < limit:
            number[to] += 1
            found.append(pk)
    return found


def with_whom(
    put_on: date, day: date, settings: Settings, *, calendar: Calendar = ACTION_PLANS
) -> str:
    """With whom an unanswered one lies on a day: the lead, the director's list or the board's.

    The last of the working days is still in time.
    """
    for after, who in ((settings.board_after, BOARD), (settings.director_after, DIRECTOR)):
        last = within_working_days(put_on, after, calendar=calendar).date
        if last is not None and day > last:
            return who
    return LEAD
