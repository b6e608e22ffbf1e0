"""When a round of updates opens, is due and closes."""

from datetime import date

import pytest

from goldenthread.plans.rounds import MONTHLY, NEVER, ONCE, WEEKS, Rhythm, open_on, rounds_until

FIRST = date(2026, 3, 2)


def told(rhythm, day):
    return [(one.opens, one.due, one.closes) for one in rounds_until(rhythm, day)]


@pytest.mark.parametrize(
    ("rhythm", "day", "expected"),
    [
        (Rhythm(first=FIRST), date(2026, 3, 1), []),
        (Rhythm(first=FIRST, every=NEVER), date(2027, 3, 1), []),
        # Five working days, and five more for what is late.
        (
            Rhythm(first=FIRST),
            date(2026, 4, 2),
            [
                (FIRST, date(2026, 3, 9), date(2026, 3, 16)),
                # Good Friday, 3 April, and Easter Monday, 6 April, are no working days.
                (date(2026, 4, 2), date(2026, 4, 13), date(2026, 4, 20)),
            ],
        ),
        # Two weeks, three of them to answer: it closes before the next one opens.
        (
            Rhythm(first=FIRST, every=WEEKS, weeks=2, answer=15),
            FIRST,
            [(FIRST, date(2026, 3, 15), date(2026, 3, 15))],
        ),
        (
            Rhythm(first=FIRST, every=ONCE, answer=1, late=0),
            date(2030, 1, 1),
            [(FIRST, date(2026, 3, 3), date(2026, 3, 3))],
        ),
    ],
)
def test_a_round_opens_by_its_rhythm_and_is_due_in_working_days(rhythm, day, expected):
    assert told(rhythm, day) == expected


def test_the_thirty_first_comes_back_after_a_short_month():
    rhythm = Rhythm(first=date(2026, 1, 31), every=MONTHLY)
    opened = [one.opens for one in rounds_until(rhythm, date(2026, 3, 31))]
    assert opened == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]


def test_the_open_round_is_found_from_its_first_day_to_its_last():
    rhythm = Rhythm(first=FIRST)
    days = (date(2026, 3, 1), FIRST, date(2026, 3, 16), date(2026, 3, 17))
    assert [open_on(rhythm, day) is not None for day in days] == [False, True, True, False]
