"""Dates and numbers are written as people read them."""

from datetime import UTC, date, datetime
from decimal import Decimal

from goldenthread.web import words


def test_a_day_has_no_leading_nought():
    assert words.day(date(2016, 5, 6)) == "6 May 2016"


def test_a_moment_is_told_in_london():
    late = datetime(2016, 5, 15, 23, 30, tzinfo=UTC)
    assert words.day(late) == "16 May 2016"
    assert words.moment(late) == "16 May 2016, 00:30"
    assert words.day(datetime(2016, 5, 15, 23, 30)) == "15 May 2016"  # noqa: DTZ001


def test_numbers_have_commas_and_a_true_minus():
    assert words.number(1204) == "1,204"
    assert words.number(Decimal("-3.5")) == "\N{MINUS SIGN}3.5"


def test_a_share_of_nobody_is_not_nought():
    assert words.percent(8, 14) == "57.1%"
    assert words.percent(0, 0) == "cannot be worked out: nobody to count"


def test_one_is_not_many():
    assert words.counted(1, "action") == "1 action"
    assert words.counted(1204, "action") == "1,204 actions"
    assert words.counted(2, "child", "children") == "2 children"
