"""When a digest is due: a drawn table, through both changes of London's clocks."""

from datetime import datetime

import pytest

from goldenthread.people.rhythms import last_due
from goldenthread.people.timers import TIMERS, _period

# now in UTC         | rhythm, weekday, hour | period    | due since, in UTC
TABLE = """
2026-03-16T06:59 | weekly 0 7 | 2026-W11   | 2026-03-09T07:00
2026-03-16T07:00 | weekly 0 7 | 2026-W12   | 2026-03-16T07:00
2026-03-29T00:59 | weekly 6 1 | 2026-W12   | 2026-03-22T01:00
2026-03-29T01:00 | weekly 6 1 | 2026-W13   | 2026-03-29T01:00
2026-03-29T01:30 | weekly 6 2 | 2026-W13   | 2026-03-29T01:00
2026-03-30T05:59 | weekly 0 7 | 2026-W13   | 2026-03-23T07:00
2026-03-30T06:00 | weekly 0 7 | 2026-W14   | 2026-03-30T06:00
2026-10-24T23:59 | weekly 6 1 | 2026-W42   | 2026-10-18T00:00
2026-10-25T00:00 | weekly 6 1 | 2026-W43   | 2026-10-25T00:00
2026-10-25T01:30 | weekly 6 1 | 2026-W43   | 2026-10-25T00:00
2026-10-26T06:59 | weekly 0 7 | 2026-W43   | 2026-10-19T06:00
2026-10-26T07:00 | weekly 0 7 | 2026-W44   | 2026-10-26T07:00
2026-03-27T07:00 | daily 0 7  | 2026-03-27 | 2026-03-27T07:00
2026-03-29T12:00 | daily 0 7  | 2026-03-27 | 2026-03-27T07:00
2026-03-30T06:00 | daily 0 7  | 2026-03-30 | 2026-03-30T06:00
2026-12-31T12:00 | weekly 3 7 | 2026-W53   | 2026-12-31T07:00
2027-01-01T12:00 | weekly 4 7 | 2026-W53   | 2027-01-01T07:00
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]


def moment(text):
    return datetime.fromisoformat(f"{text}+00:00")


@pytest.mark.parametrize(("now", "wanted", "period", "since"), ROWS)
def test_the_last_moment_that_has_passed_is_londons(now, wanted, period, since):
    rhythm, weekday, hour = wanted.split()
    due = last_due(moment(now), rhythm=rhythm, weekday=int(weekday), hour=int(hour))
    assert (due.period, due.at) == (period, moment(since))


def test_who_wants_none_gets_none():
    assert last_due(moment("2026-03-16T12:00"), rhythm="off", weekday=0, hour=7) is None


def test_another_day_of_the_same_week_is_the_same_period():
    monday = last_due(moment("2026-03-20T12:00"), rhythm="weekly", weekday=0, hour=7)
    friday = last_due(moment("2026-03-20T12:00"), rhythm="weekly", weekday=4, hour=7)
    assert monday.period == friday.period


@pytest.mark.parametrize(
    ("now", "period"),
    [
        ("2026-10-25T00:14", "2026-10-25T00:00Z"),
        ("2026-10-25T00:15", "2026-10-25T00:15Z"),
        ("2026-10-25T01:15", "2026-10-25T01:15Z"),  # the hour that London has twice
        ("2026-03-29T01:15", "2026-03-29T01:15Z"),
    ],
)
def test_a_timer_counts_by_utc_so_that_no_hour_is_one_too_many(now, period):
    assert _period(moment(now), TIMERS["thread.digests"]) == period
