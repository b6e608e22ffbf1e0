"""Each rule once more, slowly and plainly, against random days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.basics import clocks
from goldenthread.basics.calendars import ACTION_PLANS, EVERY_DAY, WEEKDAYS
from goldenthread.basics.counting import count_between, number_of
from goldenthread.basics.days import LONDON
from goldenthread.basics.hours import within_hours
from goldenthread.basics.tests.test_calendars import HOLIDAYS

DAY = timedelta(days=1)
# The slow count looks up to 465 days either way, and the table is from 2008 to 2028.
days = st.dates(date(2010, 1, 1), date(2027, 6, 30))
lengths = st.integers(0, 150)
calendars = st.sampled_from([ACTION_PLANS, WEEKDAYS, EVERY_DAY])


def works(day, calendar):
    """Whether a day counts, from the table written by hand."""
    if calendar is EVERY_DAY:
        return True
    if day.strftime("%a") in ("Sat", "Sun"):
        return False
    return calendar is WEEKDAYS or day not in HOLIDAYS[day.year]


def counted_slowly(start, length, calendar, step):
    """All the days one after the other, then those that count, then the one that is asked for."""
    later = [start + step * n for n in range(1, length * 3 + 15)]
    return ([start] + [day for day in later if works(day, calendar)])[length]


def same_day_of_month(start, months):
    """Try the day's number in that month, then smaller ones, until there is such a day."""
    year, month = start.year, start.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in range(start.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise LookupError


@given(days, lengths, calendars)
@settings(deadline=None)
def test_counting_on_agrees(start, length, calendar):
    due = clocks.within_working_days(start, length, calendar=calendar)
    assert due.date == counted_slowly(start, length, calendar, DAY)


@given(days, lengths, calendars)
@settings(deadline=None)
def test_counting_back_agrees(start, length, calendar):
    due = clocks.local_days(start, length, calendar=calendar, backwards=True)
    assert due.date == counted_slowly(start, length, calendar, -DAY)


@given(days, st.integers(1, 150), calendars)
@settings(deadline=None)
def test_counting_the_first_day_is_counting_from_the_day_before(start, length, calendar):
    due = clocks.within_working_days(start, length, calendar=calendar, day_one=True)
    assert due.date == counted_slowly(start - DAY, length, calendar, DAY)


@given(days, lengths, calendars)
@settings(deadline=None)
def test_the_trace_holds_every_day_once_and_every_number_once(start, length, calendar):
    trace = clocks.within_working_days(start, length, calendar=calendar).trace
    assert [step.day for step in trace] == [start + DAY * n for n in range(len(trace))]
    assert [step.n for step in trace if step.n is not None] == list(range(length + 1))
    assert all(works(step.day, calendar) == (step.n is not None) for step in trace[1:])


@given(days, lengths)
@settings(deadline=None)
def test_the_deadline_has_the_number_of_its_length(start, length):
    due = clocks.within_working_days(start, length)
    assert number_of(due.date, start, ACTION_PLANS) == length
    assert count_between(start, due.date, ACTION_PLANS) == length


@given(days, st.integers(0, 60), calendars)
@settings(deadline=None)
def test_clear_days_lie_between_and_the_day_after_is_too_late(meeting, length, calendar):
    due = clocks.clear_days_before(meeting, length, calendar=calendar).date
    between = (meeting - due).days - 1
    assert sum(works(due + DAY * n, calendar) for n in range(1, between + 1)) == length
    assert works(due, calendar)
    later = [due + DAY * n for n in range(1, between + 1) if works(due + DAY * n, calendar)]
    if later:
        gap = (meeting - later[0]).days - 1
        assert sum(works(later[0] + DAY * n, calendar) for n in range(1, gap + 1)) < length


@given(days, st.integers(1, 60))
def test_weeks_agree(start, length):
    week_by_week = start
    for _ in range(length * 7):
        week_by_week += DAY
    assert clocks.weeks_after(start, length).date == week_by_week
    assert clocks.weeks_beginning_with(start, length).date == week_by_week - DAY


@given(st.dates(date(2009, 1, 1), date(2090, 12, 31)), st.integers(1, 60))
def test_months_agree(start, length):
    corresponding = same_day_of_month(start, length)
    assert clocks.months_after(start, length).date == corresponding
    is_the_same_number = corresponding.day == start.day
    last = corresponding - DAY if is_the_same_number else corresponding
    assert clocks.months_beginning_with(start, length).date == last


@given(
    st.datetimes(datetime(2009, 1, 1), datetime(2027, 6, 30)),  # noqa: DTZ001
    st.integers(0, 500),
    st.booleans(),
)
def test_hours_agree(start, length, backwards):
    begin = start.replace(tzinfo=LONDON)
    due = within_hours(begin, length, backwards=backwards)
    passed = due.moment.astimezone(UTC) - begin.astimezone(UTC)
    assert passed == timedelta(hours=-length if backwards else length)
    assert due.moment.date() == due.date


@pytest.mark.parametrize("year", [2011, 2012, 2020, 2022, 2023])
def test_every_day_of_an_irregular_year_agrees_for_70_working_days(year):
    day = date(year, 1, 1)
    while day.year == year:
        assert clocks.within_working_days(day, 70).date == counted_slowly(
            day, 70, ACTION_PLANS, DAY
        )
        day += DAY
