"""What a clock answers, how it compares, and how it is moved."""

from datetime import date, datetime

import pytest

from goldenthread.basics import clocks
from goldenthread.basics.calendars import ACTION_PLANS
from goldenthread.basics.days import LONDON
from goldenthread.basics.due import difference
from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.extensions import extended, extended_to, paused
from goldenthread.basics.hours import within_hours
from goldenthread.basics.periods import Period

DUE = clocks.within_working_days(date(2016, 5, 16), 70)
NONE = clocks.within_working_days(None, 70)


@pytest.mark.parametrize(
    ("stated", "computed", "days", "words"),
    [
        (date(2016, 8, 23), date(2016, 8, 23), 0, "stated and computed agree: 23 August 2016"),
        (
            date(2017, 3, 9),
            date(2017, 3, 8),
            1,
            "stated 9 March 2017, computed 8 March 2017: the stated date is 1 day later",
        ),
        (
            date(2016, 8, 20),
            date(2016, 8, 23),
            -3,
            "stated 20 August 2016, computed 23 August 2016: the stated date is 3 days earlier",
        ),
        (None, date(2016, 8, 23), None, "cannot be compared: there is no stated date"),
        (date(2016, 8, 23), None, None, "cannot be compared: there is no computed date"),
    ],
)
def test_stated_and_computed_are_compared_and_both_kept(stated, computed, days, words):
    found = difference(stated, computed)
    assert (found.days, found.words, found.agrees) == (days, words, days == 0)


@pytest.mark.parametrize(
    ("done", "today", "answer"),
    [
        (date(2016, 8, 23), date(2016, 9, 1), True),
        (date(2016, 8, 24), date(2016, 9, 1), False),
        (None, date(2016, 8, 23), None),
        (None, date(2016, 8, 24), False),
        (datetime(2016, 8, 23, 23, 59, tzinfo=LONDON), date(2016, 9, 1), True),
    ],
)
def test_in_time_means_done_by_the_last_day(done, today, answer):
    assert DUE.in_time(done, today=today) is answer


def test_hours_are_in_time_to_the_minute_and_unsaid_where_only_the_day_is_known():
    due = within_hours(datetime(2022, 11, 4, 18, tzinfo=LONDON), 72)
    today = date(2022, 12, 1)
    assert due.in_time(datetime(2022, 11, 7, 18, 0, tzinfo=LONDON), today=today) is True
    assert due.in_time(datetime(2022, 11, 7, 18, 1, tzinfo=LONDON), today=today) is False
    assert due.in_time(date(2022, 11, 7), today=today) is None
    assert due.in_time(date(2022, 11, 6), today=today) is True
    assert due.in_time(date(2022, 11, 8), today=today) is False


def test_an_extension_moves_the_day_keeps_the_first_and_shows_its_reason():
    longer = extended(DUE, 5, reason="agreed with Ofsted", calendar=ACTION_PLANS)
    assert (longer.date, longer.original) == (date(2016, 8, 31), date(2016, 8, 23))
    told = longer.trace[len(DUE.trace)]
    assert (told.n, told.why) == (None, "extended by 5 working days: agreed with Ofsted")
    assert longer.trace[-1].day == longer.date
    assert "not counted: Late Summer Bank Holiday" in [step.why for step in longer.trace]
    assert DUE.original is None


def test_a_second_extension_still_keeps_the_first_date():
    twice = extended(extended(DUE, 1, reason="a"), 1, reason="b")
    assert (twice.date, twice.original) == (date(2016, 8, 25), date(2016, 8, 23))


def test_an_extension_to_a_day_shows_its_reason():
    longer = extended_to(DUE, date(2016, 9, 30), reason="letter of 1 August")
    assert longer.date == date(2016, 9, 30)
    assert longer.trace[-1].why == "extended to this day: letter of 1 August"


def test_an_extension_of_hours_keeps_the_hour():
    due = within_hours(datetime(2022, 11, 4, 18, tzinfo=LONDON), 72)
    assert extended(due, 1, reason="agreed").in_words == "Tuesday 8 November 2022, 18:00"


def test_an_extension_past_the_published_holidays_says_so():
    due = clocks.within_working_days(date(2028, 12, 1), 10)
    assert due.notes == ()
    assert "published to" in extended(due, 20, reason="x", calendar=ACTION_PLANS).notes[0]


@pytest.mark.parametrize(
    "move",
    [
        lambda: extended(DUE, 1, reason=" "),
        lambda: extended(DUE, 0, reason="why"),
        lambda: extended_to(DUE, date(2016, 8, 23), reason="why"),
        lambda: extended_to(DUE, date(2016, 9, 23), reason=""),
        lambda: paused(DUE, Period.month(2016, 7), reason=""),
    ],
)
def test_a_move_without_a_reason_or_an_effect_is_refused(move):
    with pytest.raises(UserFacingError):
        move()


def test_a_pause_stops_the_count_and_what_was_left_follows_it():
    due = clocks.within_working_days(date(2016, 5, 16), 10)  # 31 May
    week = Period(date(2016, 5, 23), date(2016, 5, 29))
    later = paused(due, week, reason="court order", calendar=ACTION_PLANS)
    assert (later.date, later.original) == (date(2016, 6, 7), date(2016, 5, 31))
    assert "paused 23 May 2016 to 29 May 2016: court order" in [s.why for s in later.trace]


def test_a_pause_that_outlasts_the_deadline_leaves_the_rest_for_after_it():
    due = clocks.local_days(date(2016, 5, 1), 10)  # 11 May
    later = paused(due, Period(date(2016, 5, 9), date(2016, 6, 30)), reason="r")
    assert later.date == date(2016, 7, 3)


@pytest.mark.parametrize("month", [4, 9])
def test_a_pause_outside_the_clock_changes_nothing_but_the_trace(month):
    later = paused(DUE, Period.month(2016, month), reason="strike")
    assert (later.date, later.original) == (DUE.date, None)
    assert later.trace[-1].why.endswith("strike (outside the clock, changes nothing)")


def test_a_pause_that_ends_on_day_0_changes_nothing():
    later = paused(DUE, Period(date(2016, 5, 9), date(2016, 5, 16)), reason="strike")
    assert (later.date, later.original) == (DUE.date, None)


def test_a_pause_over_the_start_counts_from_its_end():
    later = paused(
        DUE, Period(date(2016, 5, 9), date(2016, 5, 17)), reason="r", calendar=ACTION_PLANS
    )
    assert later.date == clocks.within_working_days(date(2016, 5, 17), 70).date


def test_a_clock_without_a_date_stays_without_one():
    assert extended(NONE, 5, reason="r") is NONE
    assert extended_to(NONE, date(2016, 1, 1), reason="r") is NONE
    assert paused(NONE, Period.month(2016, 7), reason="r") is NONE
