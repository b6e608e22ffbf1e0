"""Days in words, in figures and of whole months, and those that no calendar has."""

from datetime import date

import pytest

from goldenthread.documents.reports.printed_days import days_in


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Visited 04/05/2018", date(2018, 5, 4), date(2018, 5, 4)),
        ("Visited 04/05/2018 to 06/05/2018", date(2018, 5, 4), date(2018, 5, 6)),
        ("4 May 2018", date(2018, 5, 4), date(2018, 5, 4)),
        ("February 2018", date(2018, 2, 1), date(2018, 2, 28)),
    ],
)
def test_days_are_read_in_each_wording(text, first, last):
    found = days_in(text)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["May 0000", "99/99/2018", "no day"])
def test_what_no_calendar_has_is_no_day(text):
    assert days_in(text) is None
