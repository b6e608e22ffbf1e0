"""How far apart two days are, in the words of a report."""

from datetime import date

import pytest

from goldenthread.basics.days import apart_in_words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (date(2014, 1, 31), date(2014, 4, 30), "+3 months"),
        (date(2014, 4, 30), date(2014, 7, 31), "+3 months"),
        (date(2013, 11, 15), date(2014, 1, 15), "+2 months"),
        (date(2014, 1, 31), date(2014, 2, 28), "+1 month"),
        (date(2024, 2, 29), date(2025, 2, 28), "+12 months"),
        (date(2014, 4, 30), date(2014, 1, 31), "-3 months"),
        (date(2014, 1, 31), date(2014, 4, 29), "+88 days"),
        (date(2014, 1, 1), date(2014, 1, 2), "+1 day"),
        (date(2014, 1, 2), date(2014, 1, 1), "-1 day"),
        (date(2014, 1, 31), date(2014, 1, 31), "+0 days"),
    ],
)
def test_days_are_whole_months_apart_or_days(before, after, words):
    assert apart_in_words(before, after) == words
