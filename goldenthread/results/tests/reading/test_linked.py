"""What a measure says of the work it is tied to: a query only after a signal, on ten, after the lag."""

from datetime import date

import pytest

from goldenthread.results.reading import linked, shares, xmr
from goldenthread.results.reading.linked import Link
from goldenthread.results.reading.shares import Shares
from goldenthread.results.reading.xmr import Terms
from goldenthread.results.tests.reading.drawn import months

# Twelve months to December 2024, limits 44.68 and 55.32; a signal comes after them.
STEADY = "49 51 49 51 49 51 49 51 49 51 49 51"
DONE = date(2024, 10, 15)


def said(line, *, stale_since=None, form="count", **more):
    facts = {"expected": "rise", "counts_from": DONE, "lag_months": 2, "is_good": True, **more}
    chart = xmr.chart(months(line), Terms(form=form, better="higher", fixed_after=12))
    link = Link(measure="Visits in time", form=form, **facts)
    return linked.answer(link, chart, stale_since=stale_since)


def test_a_signal_against_what_is_expected_queries_the_work():
    answer = said(f"{STEADY} 40")
    assert (answer.says, answer.is_queried) == ("moved against what is expected", True)
    assert answer.words == (
        "Visits in time 40 in the period to 31 January 2025: moved against what is expected "
        "(outside a limit)"
    )


def test_the_words_name_the_figure_with_its_count_and_day():
    half = "10/20 " * 12
    chart = shares.read(months(f"{half} 2/20"), Terms(form="share", better="higher"), Shares())
    link = Link(
        measure="Visits in time",
        form="share",
        expected="rise",
        counts_from=DONE,
        lag_months=2,
        is_good=True,
    )
    words = linked.answer(link, chart).words
    assert words.startswith("Visits in time 10% (2 of 20) in the period to 31 January 2025: moved")


@pytest.mark.parametrize(
    ("expected", "last", "says", "queried"),
    [
        ("rise", 60, "moved as expected", False),
        ("fall", 60, "moved against what is expected", True),
        ("fall", 40, "moved as expected", False),
        ("rise", 45, "no change that can be told from chance", False),
    ],
)
def test_the_expected_direction_decides(expected, last, says, queried):
    answer = said(f"{STEADY} {last}", expected=expected)
    assert (answer.says, answer.is_queried) == (says, queried)


def test_work_that_is_not_reported_good_is_not_queried():
    answer = said(f"{STEADY} 40", is_good=False)
    assert (answer.says, answer.is_queried) == ("moved against what is expected", False)


@pytest.mark.parametrize(
    ("counts_from", "lag", "words"),
    [
        (date(2024, 11, 1), 2, "moved against"),
        (date(2024, 11, 2), 2, "too early: tells from 2 January 2025 on"),
        (date(2024, 11, 1), 3, "too early: tells from 1 February 2025 on"),
        (None, 0, "too early: the work is neither done nor begun"),
    ],
)
def test_before_the_lag_is_over_it_is_too_early(counts_from, lag, words):
    """A period counts from its first day: January 2025 tells from 1 January on."""
    answer = said(f"{STEADY} 40", counts_from=counts_from, lag_months=lag)
    assert words in answer.words
    assert answer.is_queried == (words == "moved against")


@pytest.mark.parametrize(
    ("since", "queried"), [(date(2025, 1, 1), True), (date(2025, 4, 1), True), (date(2025, 4, 2), False)]
)  # fmt: skip
def test_of_a_long_run_as_many_points_lie_after_the_lag_as_the_rule_asks_for(since, queried):
    """Ten months below the mean from January: seven of them from April."""
    line = f"{STEADY} {'48 49 ' * 5}"
    assert said(line, counts_from=since, lag_months=0).is_queried is queried


def test_a_signal_that_is_over_queries_nothing():
    answer = said(f"{STEADY} 40 50")
    assert answer.says == "no change that can be told from chance"


def test_a_missing_month_after_the_signal_leaves_it_standing():
    assert said(f"{STEADY} 40 -").is_queried


@pytest.mark.parametrize(("among", "queried"), [(9, False), (10, True)])
def test_under_ten_cases_nothing_is_queried(among, queried):
    line = " ".join(f"{n}/{among * 100}" for n in [49 * among, 51 * among] * 6)
    answer = said(f"{line} 0/{among}", form="share")
    assert answer.is_queried is queried
    assert (answer.says == "fewer than ten") is not queried


@pytest.mark.parametrize(("last", "says"), [("9", "fewer than ten"), ("10", "moved against")])
def test_a_count_is_of_as_many_as_it_counts(last, says):
    assert said(f"{STEADY} {last}").says.startswith(says)


def test_a_stale_measure_queries_nothing():
    answer = said(f"{STEADY} 40", stale_since=date(2025, 3, 1))
    assert (answer.says, answer.is_queried) == ("stale", False)
    assert answer.words == "stale: a newer figure was due 01/03/2025"


def test_a_provisional_signal_is_said_and_queries_nothing():
    answer = said(f"{STEADY} 40?")
    assert (answer.says, answer.is_queried) == ("moved against what is expected", False)
    assert answer.words.endswith("provisional, late records may change it")


def test_without_a_figure_there_is_no_value():
    assert said("- -").says == "no value"


def test_trial_limits_are_named():
    answer = said("49 51 49 51 49 51 49 51 49 20", counts_from=date(2024, 1, 1))
    assert answer.is_queried
    assert answer.words.endswith("trial limits: 10 points, and 12 are wanted")
