"""Periods: both ends belong, and February is not a trap."""

from datetime import date

import pytest

from goldenthread.basics.days import add_months, in_words
from goldenthread.basics.periods import Period
from goldenthread.basics.tests import drawn


@pytest.mark.parametrize(
    "row",
    drawn.rows(
        """
        last_day   | first_day  | days
        -----------+------------+-----
        2025-03-31 | 2024-04-01 | 365
        2024-03-31 | 2023-04-01 | 366
        2023-02-28 | 2022-03-01 | 365
        2024-02-28 | 2023-03-01 | 365
        2024-02-29 | 2023-03-01 | 366
        2025-02-28 | 2024-03-01 | 365
        2024-12-31 | 2024-01-01 | 366
        """
    ),
    ids=str,
)
def test_a_year_ends_on_its_day_and_begins_twelve_months_before(row):
    period = Period.year_ending(row["last_day"])
    assert (period.first_day, period.days) == (row["first_day"], row["days"])


def test_the_financial_year_runs_from_april_to_march():
    assert str(Period.financial_year(2016)) == "1 April 2016 to 31 March 2017"


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2017, 3, 31), 2016), (date(2017, 4, 1), 2017), (date(2024, 2, 29), 2023)],
)
def test_a_day_lies_in_its_financial_year(day, year):
    period = Period.financial_year_of(day)
    assert period == Period.financial_year(year)
    assert day in period


def test_february_has_its_29th_day_in_a_leap_year():
    assert Period.month(2024, 2).last_day == date(2024, 2, 29)
    assert Period.month(2023, 2).last_day == date(2023, 2, 28)


def test_quarters_follow_each_other_and_fill_the_year():
    for whole, quarter in (
        (Period.financial_year(2023), Period.financial_quarter),
        (Period.month(2024, 1), Period.quarter),
    ):
        quarters = [quarter(whole.first_day.year, number) for number in (1, 2, 3, 4)]
        assert quarters[0].first_day == whole.first_day
        assert sum(each.days for each in quarters) == 366
    assert Period.financial_quarter(2023, 4) == Period(date(2024, 1, 1), date(2024, 3, 31))
    assert Period.quarter(2024, 4) == Period(date(2024, 10, 1), date(2024, 12, 31))


def test_there_is_no_fifth_quarter():
    with pytest.raises(ValueError, match="got 5"):
        Period.quarter(2024, 5)


def test_a_period_may_be_one_day_and_may_not_be_turned_round():
    day = date(2024, 2, 29)
    assert Period(day, day).days == 1
    with pytest.raises(ValueError, match="ends on or after its first day"):
        Period(date(2024, 3, 1), day)


def test_both_ends_belong_and_the_days_beside_them_do_not():
    may = Period.month(2016, 5)
    assert [date(2016, 5, 1) in may, date(2016, 5, 31) in may] == [True, True]
    assert [date(2016, 4, 30) in may, date(2016, 6, 1) in may] == [False, False]


@pytest.mark.parametrize(
    "row",
    drawn.rows(
        """
        day        | months | then
        -----------+--------+-----------
        2012-11-30 | 3      | 2013-02-28
        2011-11-30 | 3      | 2012-02-29
        2024-02-29 | 12     | 2025-02-28
        2024-02-29 | 48     | 2028-02-29
        2024-03-31 | -1     | 2024-02-29
        2016-12-15 | 1      | 2017-01-15
        2016-01-15 | -1     | 2015-12-15
        """
    ),
    ids=str,
)
def test_months_are_added_to_the_corresponding_day_or_the_last(row):
    assert add_months(row["day"], row["months"]) == row["then"]


def test_a_day_is_written_for_people():
    assert in_words(date(2016, 8, 3)) == "Wednesday 3 August 2016"
