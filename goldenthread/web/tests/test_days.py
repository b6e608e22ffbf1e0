"""A day is typed in three boxes; what makes no day is said in words."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from goldenthread.web.days import DayField


@pytest.mark.parametrize(
    "typed",
    [("16", "5", "2016"), (" 16", "05 ", "2016"), ("16", "May", "2016"), ("16", "may", "2016")],
)
def test_a_month_is_a_number_or_a_name(typed):
    assert DayField(label="Due").clean(typed) == date(2016, 5, 16)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("", "", ""), "Due: enter a date, like 16 5 2016."),
        (None, "Due: enter a date, like 16 5 2016."),
        (("16", "", "2016"), "Due must include a month."),
        (("16", "", ""), "Due must include a month and a year."),
        (("30", "2", "2016"), "Due must be a real date"),
        (("16", "Floreal", "2016"), "Due must be a real date"),
        (("16", "5", "16"), "with four digits for the year"),
    ],
)
def test_what_makes_no_day_is_said_in_words(typed, said):
    with pytest.raises(ValidationError, match=said):
        DayField(label="Due").clean(typed)


def test_an_optional_day_may_be_left_empty():
    assert DayField(label="Due", required=False).clean(("", "", "")) is None
