"""The calendars, against a table of bank holidays that was written by hand."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from goldenthread.basics import calendars
from goldenthread.basics.calendars import (
    ACTION_PLANS,
    CALENDARS,
    COMPLAINTS,
    EVERY_DAY,
    KNOWN,
    LAST_PUBLISHED_HOLIDAY,
    NORTHERN_IRISH,
    SCOTTISH,
    WEEKDAYS,
    Closure,
)
from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.periods import Period

# Bank holidays in England and Wales, with Good Friday and Christmas Day, as day/month: New Year,
# Good Friday, Easter Monday, early May, spring, summer, Christmas, Boxing Day, then extra days.
# Substitute days stand in place of the days at weekends.
BY_HAND = """
2008  1/1 21/3 24/3 5/5 26/5 25/8 25/12 26/12
2009  1/1 10/4 13/4 4/5 25/5 31/8 25/12 28/12
2010  1/1  2/4  5/4 3/5 31/5 30/8 27/12 28/12
2011  3/1 22/4 25/4 2/5 30/5 29/8 26/12 27/12  29/4
2012  2/1  6/4  9/4 7/5  4/6 27/8 25/12 26/12  5/6
2013  1/1 29/3  1/4 6/5 27/5 26/8 25/12 26/12
2014  1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12
2015  1/1  3/4  6/4 4/5 25/5 31/8 25/12 28/12
2016  1/1 25/3 28/3 2/5 30/5 29/8 26/12 27/12
2017  2/1 14/4 17/4 1/5 29/5 28/8 25/12 26/12
2018  1/1 30/3  2/4 7/5 28/5 27/8 25/12 26/12
2019  1/1 19/4 22/4 6/5 27/5 26/8 25/12 26/12
2020  1/1 10/4 13/4 8/5 25/5 31/8 25/12 28/12
2021  1/1  2/4  5/4 3/5 31/5 30/8 27/12 28/12
2022  3/1 15/4 18/4 2/5  2/6 29/8 26/12 27/12  3/6 19/9
2023  2/1  7/4 10/4 1/5 29/5 28/8 25/12 26/12  8/5
2024  1/1 29/3  1/4 6/5 27/5 26/8 25/12 26/12
2025  1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12
2026  1/1  3/4  6/4 4/5 25/5 31/8 25/12 28/12
2027  1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12
2028  3/1 14/4 17/4 1/5 29/5 28/8 25/12 26/12
"""


def by_hand():
    table = {}
    for line in BY_HAND.strip().splitlines():
        year, *days = line.split()
        table[int(year)] = {
            date(int(year), int(month), int(day))
            for day, month in (written.split("/") for written in days)
        }
    return table


HOLIDAYS = by_hand()
ALL_DAYS = [KNOWN.first_day + timedelta(days=n) for n in range(KNOWN.days)]


def test_the_table_by_hand_covers_just_the_years_that_are_known():
    assert (min(HOLIDAYS), max(HOLIDAYS)) == (KNOWN.first_day.year, KNOWN.last_day.year)
    assert max(HOLIDAYS[KNOWN.last_day.year]) == LAST_PUBLISHED_HOLIDAY


@pytest.mark.parametrize("year", sorted(HOLIDAYS))
def test_every_weekday_of_a_year_is_free_or_worked_as_in_the_table(year):
    weekdays = [day for day in ALL_DAYS if day.year == year and day.weekday() < 5]
    free = {day for day in weekdays if not ACTION_PLANS.counts(day)}
    assert free == HOLIDAYS[year]


def test_no_saturday_or_sunday_is_a_working_day():
    assert not any(ACTION_PLANS.counts(day) for day in ALL_DAYS if day.weekday() > 4)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2011, 4, 29), False),  # a royal wedding
        (date(2012, 5, 28), True),  # spring bank holiday was moved to June
        (date(2012, 6, 4), False),
        (date(2012, 6, 5), False),  # Diamond Jubilee
        (date(2020, 5, 4), True),  # early May was moved to the 8th
        (date(2020, 5, 8), False),
        (date(2022, 5, 30), True),  # spring bank holiday was moved to June
        (date(2022, 6, 2), False),
        (date(2022, 6, 3), False),  # Platinum Jubilee
        (date(2022, 9, 19), False),  # State Funeral
        (date(2023, 5, 8), False),  # Coronation
        (date(2021, 12, 28), False),  # substitute for Boxing Day
        (date(2016, 12, 27), False),  # substitute for Christmas Day
        (date(2024, 2, 29), True),
    ],
)
def test_irregular_days_are_right(day, works):
    assert ACTION_PLANS.counts(day) is works


def test_the_two_definitions_of_the_law_agree_because_boxing_day_is_free_in_both():
    assert [day for day in ALL_DAYS if ACTION_PLANS.counts(day) != COMPLAINTS.counts(day)] == []


def test_boxing_day_does_not_count_for_complaints_even_where_no_bank_holiday_is_held():
    bare = replace(COMPLAINTS, territory=None)
    assert bare.why_not(date(2024, 12, 26)) == "Boxing Day"
    assert bare.counts(date(2024, 12, 25))


@pytest.mark.parametrize(
    ("calendar", "day", "counts"),
    [
        (SCOTTISH, date(2016, 8, 1), False),
        (SCOTTISH, date(2016, 8, 29), True),
        (SCOTTISH, date(2017, 1, 3), False),
        (SCOTTISH, date(2026, 6, 15), False),
        (NORTHERN_IRISH, date(2016, 7, 12), False),
        (NORTHERN_IRISH, date(2016, 3, 17), False),
        (NORTHERN_IRISH, date(2016, 5, 30), False),
        (WEEKDAYS, date(2016, 5, 30), True),
        (WEEKDAYS, date(2016, 5, 29), False),
        (EVERY_DAY, date(2016, 12, 25), True),
    ],
)
def test_the_other_calendars_count_as_they_say(calendar, day, counts):
    assert calendar.counts(day) is counts


def test_a_day_that_does_not_count_says_why():
    assert ACTION_PLANS.why_not(date(2016, 5, 29)) == "Sunday"
    assert ACTION_PLANS.why_not(date(2022, 9, 19)) == "State Funeral of Queen Elizabeth II"
    assert ACTION_PLANS.why_not(date(2021, 12, 27)) == "Christmas Day (substitute day)"
    assert ACTION_PLANS.why_not(date(2016, 5, 31)) is None


def test_a_school_adds_its_own_closure_days():
    half_term = Closure(Period(date(2026, 2, 16), date(2026, 2, 20)), "half term")
    school = ACTION_PLANS.with_closures([half_term], name="our-schools", title="school days")
    assert school.why_not(date(2026, 2, 18)) == "half term"
    assert school.counts(date(2026, 2, 23))
    assert not school.counts(date(2026, 4, 6))
    assert ACTION_PLANS.counts(date(2026, 2, 18))


@pytest.mark.parametrize("weekends", [True, False])
@pytest.mark.parametrize("bank_holidays", [True, False])
def test_a_local_calendar_counts_what_the_council_chose(weekends, bank_holidays):
    calendar = calendars.local(name="visits", weekends=weekends, bank_holidays=bank_holidays)
    assert calendar.counts(date(2016, 5, 29)) is weekends
    assert calendar.counts(date(2016, 5, 30)) is bank_holidays
    assert calendar.counts(date(2016, 5, 31))
    assert ("bank holidays count" in calendar.title) is bank_holidays
    assert ("weekends count" in calendar.title) is weekends


@pytest.mark.parametrize(
    ("name", "calendar"),
    [
        ("SI 2007/462", ACTION_PLANS),
        ("England and Wales", ACTION_PLANS),
        ("SI-2006-1738", COMPLAINTS),
        ("flat", WEEKDAYS),
        ("calendar days", EVERY_DAY),
        ("Scotland", SCOTTISH),
    ],
)
def test_a_calendar_is_found_by_its_names(name, calendar):
    assert calendars.named(name) is calendar


def test_a_name_means_one_calendar_only():
    names = [calendars.folded(name) for c in CALENDARS for name in (c.name, *c.also_called)]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_an_unknown_calendar_is_refused_with_the_names_that_there_are():
    with pytest.raises(UserFacingError, match="si-2007-462, si-2006-1738, weekdays"):
        calendars.named("mars")


def test_days_outside_the_known_years_are_not_certain():
    assert not ACTION_PLANS.is_certain(date(2007, 12, 31))
    assert ACTION_PLANS.is_certain(date(2008, 1, 1))
    assert ACTION_PLANS.is_certain(date(2028, 12, 31))
    assert not ACTION_PLANS.is_certain(date(2029, 1, 1))
    assert EVERY_DAY.is_certain(date(2099, 1, 1))


def test_many_threads_that_look_at_once_all_see_the_holidays():
    calendars._holidays.cache_clear()
    with ThreadPoolExecutor(16) as pool:
        seen = list(pool.map(ACTION_PLANS.counts, [date(2022, 9, 19)] * 500))
    assert not any(seen)
