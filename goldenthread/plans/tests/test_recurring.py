"""On which days something comes again, and what is made of it: the drawn tables."""

from datetime import date

import pytest

from goldenthread.plans import recurring
from goldenthread.plans.recurring import Held, Recurs


def drawn(text):
    """The days of a table's cell: '2013-02-09 2013-05-09'."""
    return [date.fromisoformat(one) for one in text.split()]


#   frequency       n  from        until       as of       the days, the next one among them
TABLE = [
    ("weekly", 1, "2026-03-02", None, "2026-03-16", "2026-03-02 2026-03-09 2026-03-16 2026-03-23"),
    ("weeks", 6, "2026-01-05", None, "2026-02-16", "2026-01-05 2026-02-16 2026-03-30"),
    ("monthly", 1, "2026-01-31", None, "2026-03-01", "2026-01-31 2026-02-28 2026-03-31"),
    ("quarterly", 1, "2012-08-09", None, "2012-12-01", "2012-08-09 2012-11-09 2013-02-09"),
    ("half-yearly", 1, "2025-08-31", None, "2026-03-01", "2025-08-31 2026-02-28 2026-08-31"),
    ("yearly", 1, "2024-02-29", None, "2028-02-28",
     "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29"),
    ("monthly", 1, "2012-06-01", "2012-08-31", "2012-12-01", "2012-06-01 2012-07-01 2012-08-01"),
    ("monthly", 1, "2012-06-01", "2012-06-01", "2012-05-01", "2012-06-01"),
    ("monthly", 1, "2026-09-01", None, "2026-03-01", "2026-09-01"),
]  # fmt: skip


@pytest.mark.parametrize(("frequency", "number", "first", "last", "day", "days"), TABLE)
def test_the_days_are_counted_from_the_first_and_hold_the_next(
    frequency, number, first, last, day, days
):
    recurs = Recurs(
        frequency=frequency,
        number=number,
        first_day=date.fromisoformat(first),
        last_day=date.fromisoformat(last) if last else None,
    )
    found = recurring.days(recurs, date.fromisoformat(day))
    assert [one.day for one in found] == drawn(days)


@pytest.mark.parametrize(
    ("roll", "due"),
    [
        (recurring.AS_IT_FALLS, date(2013, 2, 9)),
        (recurring.ON, date(2013, 2, 11)),
        (recurring.BACK, date(2013, 2, 8)),
    ],
)
def test_the_councils_rule_moves_a_saturday_and_no_other_day(roll, due):
    recurs = Recurs(frequency="quarterly", first_day=date(2012, 8, 9))
    found = recurring.days(recurs, date(2013, 3, 1), roll=roll)
    assert [one.day for one in found] == drawn("2012-08-09 2012-11-09 2013-02-09 2013-05-09")
    assert [one.due for one in found] == [*drawn("2012-08-09 2012-11-09"), due, date(2013, 5, 9)]
    assert "Saturday" in found[2].flag


def held(text):
    """Occurrences on the first of the months from January, by the first letter of their state."""
    states = {"d": "done", "m": "missed", "e": "excused", "x": "expected", "c": "called off"}
    return [
        Held(date(2026, month, 1), states[letter], date(2026, month, 3) if letter == "d" else None)
        for month, letter in enumerate(text, start=1)
    ]


@pytest.mark.parametrize(
    ("states", "late", "words"),
    [
        # As of 10 April 2026.
        ("dddxx", date(2026, 4, 1), "Done 3 of 4; last 3 March 2026; next 1 April 2026"),
        ("ddddx", None, "Done 4 of 4; last 3 April 2026; next 1 May 2026"),
        ("dmddx", None, "Done 3 of 4; last 3 April 2026; next 1 May 2026"),
        ("ddmxx", date(2026, 3, 1), "Done 2 of 4; last 3 February 2026; next 1 April 2026"),
        ("dddex", None, "Done 3 of 3; 1 excused; last 3 March 2026; next 1 May 2026"),
        ("ddmec", date(2026, 3, 1), "Done 2 of 3; 1 excused; last 3 February 2026"),
        ("ddddd", None, "Done 5 of 5; last 3 May 2026"),
        ("", None, "Done 0 of 0"),
    ],
)
def test_what_was_made_of_them_is_counted_and_a_miss_is_late_until_one_is_done(states, late, words):
    day = date(2026, 4, 10)
    assert recurring.late_since(held(states), day) == late
    assert recurring.tally(held(states), day).words == words


def test_an_occurrence_is_late_after_its_day_and_the_days_of_grace():
    rows = held("dddx")
    assert recurring.late_since(rows, date(2026, 4, 1)) is None
    assert recurring.late_since(rows, date(2026, 4, 2)) == date(2026, 4, 1)
    assert recurring.late_since(rows, date(2026, 4, 6), grace=5) is None
    assert recurring.late_since(rows, date(2026, 4, 7), grace=5) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("printed", "frequency", "number", "first"),
    [
        ("commencing 09/08/12 then quarterly", "quarterly", 1, date(2012, 8, 9)),
        ("monthly", "monthly", 1, date(2026, 1, 5)),
        ("Weekly", "weekly", 1, date(2026, 1, 5)),
        ("every 6 weeks", "weeks", 6, date(2026, 1, 5)),
        ("twice a year", "half-yearly", 1, date(2026, 1, 5)),
        ("annually", "yearly", 1, date(2026, 1, 5)),
    ],
)
def test_a_wording_proposes_a_recurrence(printed, frequency, number, first):
    found = recurring.proposed(printed, date(2026, 1, 5))
    assert (found.frequency, found.number, found.first_day) == (frequency, number, first)


@pytest.mark.parametrize(
    "printed", ["31 March 2026", "termly", "ongoing", "each board meeting", ""]
)
def test_a_wording_without_a_frequency_of_fixed_length_proposes_nothing(printed):
    assert recurring.proposed(printed, date(2026, 1, 5)) is None


def test_a_frequency_without_any_day_proposes_nothing():
    assert recurring.proposed("monthly", None) is None
