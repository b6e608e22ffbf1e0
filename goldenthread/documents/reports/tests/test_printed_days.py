"""Days and months in running text."""

import pytest

from goldenthread.documents.reports.printed_days import days_in


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 10 and 11 October 2023", "2023-10-10", "2023-10-11"),
        ("from 28 February to 1 March 2018", "2018-02-28", "2018-03-01"),
        ("between 30 November 2021 and 1 December 2021", "2021-11-30", "2021-12-01"),
        ("on 8, 9 and 10 March 2022", "2022-03-08", "2022-03-10"),
        ("on Tuesday 4 and Wednesday 5 July 2023", "2023-07-04", "2023-07-05"),
        ("9–20 May 2011", "2011-05-09", "2011-05-20"),
        ("30 December and 4 January 2019", "2018-12-30", "2019-01-04"),
        ("12/09/2016 to 06/10/2016", "2016-09-12", "2016-10-06"),
        ("on 17th November 2016", "2016-11-17", "2016-11-17"),
    ],
)
def test_days_are_read_to_the_first_and_the_last(text, first, last):
    found = days_in(text)
    assert (found.first_day, found.last_day) == (first, last)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("in March 2021", "2021-03-01", "2021-03-31"),
        ("April / May 2012", "2012-04-01", "2012-05-31"),
        ("December and January 2020", "2019-12-01", "2020-01-31"),
    ],
)
def test_a_month_keeps_its_length_and_gives_no_day(text, earliest, latest):
    found = days_in(text)
    assert found.as_dict() | {"text": ""} == {
        "text": "",
        "earliest": earliest,
        "latest": latest,
        "precision": "month",
    }
    assert found.first_day is None


@pytest.mark.parametrize("text", ["on 31 and 32 October 2023", "on 30 February 2020", "soon"])
def test_a_day_that_no_calendar_has_is_not_mended(text):
    found = days_in(text)
    assert found is None or found.precision == "month"
