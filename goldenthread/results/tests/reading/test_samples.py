"""What a sample can prove: the rows of domain 4.5."""

import pytest

from goldenthread.results.reading import samples
from goldenthread.results.reading.samples import Interval, Shown
from goldenthread.results.tests.reading.drawn import table


@pytest.mark.parametrize(
    "row",
    table(
        """
        of | among | low | high
        ---+-------+-----+-----
        12 | 22    | 35  | 73
        0  | 20    | 0   | 16
        18 | 20    | 70  | 97
        54 | 60    | 80  | 95
        1  | 6     | 3   | 56
        0  | 10    | 0   | 28
        10 | 10    | 72  | 100
        """
    ),
    ids=lambda row: f"{row['of']}-of-{row['among']}",
)
def test_the_interval_of_a_share_is_wilsons(row):
    found = samples.interval(row["of"], row["among"])
    assert found == Interval(row["low"], row["high"])
    assert found.words == f"{row['low']}–{row['high']}%"


@pytest.mark.parametrize(("numerator", "denominator"), [(1, 0), (0, 0), (3, 2), (-1, 2)])
def test_there_is_no_interval_of_more_than_all(numerator, denominator):
    with pytest.raises(ValueError, match="no more than all"):
        samples.interval(numerator, denominator)


@pytest.mark.parametrize(
    ("numerator", "denominator", "level", "shown"),
    [
        (18, 20, 90, Shown.OPEN),
        (54, 60, 80, Shown.YES),
        (54, 60, 81, Shown.OPEN),
        (54, 60, 95, Shown.OPEN),
        (54, 60, 96, Shown.NO),
    ],
)
def test_a_sample_shows_at_least_a_level_or_does_not(numerator, denominator, level, shown):
    """18 of 20 do not prove 90%; 54 of 60 are enough to say at least 80%."""
    assert samples.is_at_least(numerator, denominator, level) is shown


@pytest.mark.parametrize(("level", "shown"), [(16, Shown.YES), (15, Shown.OPEN), (0, Shown.OPEN)])
def test_no_failure_among_20_does_not_prove_that_there_is_none(level, shown):
    assert samples.is_at_most(0, 20, level) is shown
    assert round(samples.none_found(20), 1) == 13.9


def test_over_half_of_22_cannot_be_told_from_half():
    """S13: twelve of 22 at least are below standard, 35 to 73% of all."""
    assert samples.is_at_least(12, 22, 50) is Shown.OPEN
    assert samples.is_at_most(12, 22, 34) is Shown.NO


@pytest.mark.parametrize(("among", "may"), [(None, False), (0, False), (9, False), (10, True)])
def test_a_share_has_a_colour_from_ten_cases_on(among, may):
    assert samples.has_colour(among) is may
