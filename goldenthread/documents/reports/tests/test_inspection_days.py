"""The days of an inspection, from every wording that a first page may print."""

from datetime import date

import pytest

from goldenthread.documents.reports import inspection_days

ONE_PERIOD = """
17 to 28 June 2019                            | 2019-06-17 | 2019-06-28
9–24 November 2017                            | 2017-11-09 | 2017-11-24
05 July 2016–27 July 2016                     | 2016-07-05 | 2016-07-27
5th to 16th December 2022                     | 2022-12-05 | 2022-12-16
1 st to 5 th May 2017                         | 2017-05-01 | 2017-05-05
30 November – 11 December 2020                | 2020-11-30 | 2020-12-11
9 December 2024 to 17 January 2025            | 2024-12-09 | 2025-01-17
9 December to 17 January 2025                 | 2024-12-09 | 2025-01-17
12/09/2016 to 06/10/2016                      | 2016-09-12 | 2016-10-06
22.02.16 – 17.03.16                           | 2016-02-22 | 2016-03-17
2019-06-17 to 2019-06-28                      | 2019-06-17 | 2019-06-28
2 July 2014 to 23 July                        | 2014-07-02 | 2014-07-23
Monday 5 to Friday 16 December 2022           | 2022-12-05 | 2022-12-16
Saturday 2 to Sunday 31 May 2015              | 2015-05-02 | 2015-05-31
Wednesday, 14 December, to Saturday, 7 January 2023 | 2022-12-14 | 2023-01-07
28 November to 9 December 2022                | 2022-11-28 | 2022-12-09
30 January – 10 February 2023                 | 2023-01-30 | 2023-02-10
between 5 and 9 March 2018                    | 2018-03-05 | 2018-03-09
from 5 March 2018 until 9 March 2018          | 2018-03-05 | 2018-03-09
June 24 to July 5, 2019                       | 2019-06-24 | 2019-07-05
28 to 9 March 2018                            | 2018-02-28 | 2018-03-09
4 July 2016 to 28July2016                     | 2016-07-04 | 2016-07-28
20 Janua ry 2015 – 11 February 20 15          | 2015-01-20 | 2015-02-11
20 November - 14 December 2017 2              | 2017-11-20 | 2017-12-14
8 to 19 October 2018 Lead inspector: Room 101 | 2018-10-08 | 2018-10-19
8 Oct to 19 Oct 2018                          | 2018-10-08 | 2018-10-19
24 September 2018                             | 2018-09-24 | 2018-09-24
"""


@pytest.mark.parametrize("row", ONE_PERIOD.strip().splitlines())
def test_one_period_is_read_without_doubt(row):
    text, first, last = (cell.strip() for cell in row.split("|"))
    days = inspection_days.read(text)
    assert (days.first, days.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert days.doubts == ()


def periods(text, **more):
    found = inspection_days.read(text, **more).periods
    return [(first.isoformat()[5:], last.isoformat()[5:]) for first, last in found]


def test_two_periods_are_kept_apart_and_doubted():
    text = "1 to 5 and 15 to 19 November 2021"
    assert periods(text) == [("11-01", "11-05"), ("11-15", "11-19")]
    assert inspection_days.read(text).doubts == ("more than one period is printed",)


def test_days_that_follow_each_other_are_one_period():
    assert periods("4, 5 and 8 to 12 March 2021") == [("03-04", "03-05"), ("03-08", "03-12")]


def test_a_period_that_goes_on_after_a_weekend_is_one_time_on_site():
    assert inspection_days.read("4, 5 and 8 to 12 March 2021").on_site == 9
    assert inspection_days.read("1 to 5 and 15 to 19 November 2021").on_site == 5
    assert inspection_days.read("nothing").on_site == 0


def test_a_slip_in_a_month_is_read_and_doubted():
    days = inspection_days.read("10 Sepember to 21 September 2018")
    assert (days.first, days.last) == (date(2018, 9, 10), date(2018, 9, 21))
    assert "September" in days.doubts[0]


def test_a_missing_year_is_taken_from_outside_only():
    assert periods("5 to 16 March", year=2018) == [("03-05", "03-16")]
    assert periods("5 to 16 March") == []


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("31 June to 4 July 2019", "no day 31"),
        ("28 June 2019 to 17 June 2019", "before the first"),
        ("9 January 2019 to 17 December 2019", "more than 60 days"),
        ("5 to 16", "without a month or a year"),
    ],
)
def test_what_cannot_be_is_doubted(text, doubt):
    assert any(doubt in said for said in inspection_days.read(text).doubts)


def test_a_single_day_needs_its_month_and_year():
    assert inspection_days.one("8 September 2014") == date(2014, 9, 8)
    assert inspection_days.one("July 2013") is None
    assert inspection_days.one("8 September") is None


@pytest.mark.parametrize("text", ["and 4 to 8 May 2019", "29 November 2019", "12/09/2016"])
def test_a_line_of_dates_is_known(text):
    assert inspection_days.is_all_dates(text)


@pytest.mark.parametrize("text", ["1. Children who need help", "Good", "to be", "May we"])
def test_other_lines_are_no_dates(text):
    assert not inspection_days.is_all_dates(text)
