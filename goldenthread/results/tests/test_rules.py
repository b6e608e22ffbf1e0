"""The pure rules: reaching a level, each group, performance, consecutive periods."""

from datetime import date
from fractions import Fraction

import pytest

from goldenthread.basics.periods import Period
from goldenthread.results import judging
from goldenthread.results.performance import performance
from goldenthread.results.sustained import PeriodMet, sustained


@pytest.mark.parametrize(
    ("comparator", "below", "edge", "above"),
    [
        ("at least", False, True, True),
        ("more than", False, False, True),
        ("at most", True, True, False),
        ("less than", True, False, False),
        ("exactly", False, True, False),
    ],
)
def test_a_level_is_reached_without_rounding(comparator, below, edge, above):
    level = Fraction(80)
    near = (level - Fraction(1, 10**6), level, level + Fraction(1, 10**6))
    assert [judging.judge(one, comparator, level).met for one in near] == [below, edge, above]


def test_a_missed_target_says_by_how_much():
    """E-22."""
    one = judging.judge(Fraction(328), "at most", Fraction(286))
    assert (one.met, one.difference, judging.plain(one.per_cent)) == (False, 42, "14.7")
    words = judging.in_words(
        one, figure=Fraction(328), comparator="at most", level=Fraction(286), form="count"
    )
    assert words == "missed: 328 against at most 286, 42 over (+14.7%)"


@pytest.mark.parametrize(
    ("figure", "comparator", "level", "form", "words"),
    [
        (280, "at most", 286, "count", "met: 280 against at most 286, 6 under (−2.1%)"),
        ("76.5", "at least", 80, "share", "missed: 76.5% against at least 80%, 3.5 points under"),
        (80, "at least", 80, "share", "met: 80% against at least 80%"),
        (3, "at most", 0, "count", "missed: 3 against at most 0, 3 over"),
    ],
)
def test_an_outcome_is_printed_with_its_level(figure, comparator, level, form, words):
    figure, level = Fraction(figure), Fraction(level)
    one = judging.judge(figure, comparator, level)
    assert judging.in_words(
        one, figure=figure, comparator=comparator, level=level, form=form
    ) == words  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "expected", "met", "words"),
    [
        ({"L2": "76.5", "L3": "68.5"}, (), False, "not met: L2 3.5 under, L3 11.5 under"),
        ({"L2": "100", "L3": "70"}, (), False, "not met: L3 10 under"),
        ({"L2": "80", "L3": "95"}, ("L2", "L3"), True, "met by each group"),
        ({"L2": "90"}, ("L2", "L3"), None, "no figure for L3"),
        ({"L2": "70"}, ("L2", "L3"), False, "not met: L2 10 under"),
        ({"L2": "90", "L3": None}, (), None, "no figure for L3"),
        ({}, (), None, "no figure for any group"),
    ],
)
def test_each_group_reaches_the_level_and_no_mean_is_made(figures, expected, met, words):
    """S15: 76.5 and 68.5 against 80 are 3.5 and 11.5 short; their mean is never shown."""
    given = {name: None if one is None else Fraction(one) for name, one in figures.items()}
    found = judging.each_group(given, "at least", Fraction(80), expected=expected)
    assert found.met is met
    assert words in found.words
    assert "72.5" not in found.words


@pytest.mark.parametrize(
    ("comparator", "change", "in_per_cent", "level"),
    [("at most", 20, True, 32), ("at most", 5, False, 35), ("at least", 10, True, 44)],
)
def test_a_change_from_a_baseline_of_forty_comes_to_a_level(comparator, change, in_per_cent, level):
    """F-16."""
    assert (
        judging.level_after(Fraction(40), comparator, Fraction(change), in_per_cent=in_per_cent)
        == level
    )


def months(*met, first=1):
    return [PeriodMet(Period.month(2012, first + i), one) for i, one in enumerate(met)]


Y, N, U = True, False, None


@pytest.mark.parametrize(
    ("met", "state"),
    [
        ((), "no value"),
        ((Y,), "met"),
        ((N,), "not met"),
        ((Y, Y, Y), "met"),
        ((N, N, N), "not met"),
        ((Y, N, Y), "hit and miss"),
        ((Y, Y, N), "hit and miss"),
        ((N, Y, Y, Y), "met"),
        ((Y, Y, U), None),
        ((U, Y), "met"),
    ],
)
def test_a_measure_is_met_not_met_or_hit_and_miss_over_its_latest_periods(met, state):
    """E-19."""
    today = date(2012, len(met) + 1, 1)
    assert performance(months(*met), today=today, every_months=1).state == state


def test_a_measure_is_stale_once_the_next_figure_was_expected():
    """E-19: a period that ended on 31 January is followed by one that is settled on 10 March."""
    january = months(True)
    for day, state in ((date(2012, 3, 10), "met"), (date(2012, 3, 11), "stale")):
        found = performance(january, today=day, every_months=1, settling_days=10)
        assert found.state == state
    assert "expected by 10/03/2012" in found.words


def test_without_a_target_the_state_cannot_be_worked_out():
    found = performance(months(None), today=date(2012, 2, 1), every_months=1)
    assert (found.state, found.words) == (None, "cannot be worked out: no target")


@pytest.mark.parametrize(
    ("met", "run", "holds", "lapsed"),
    [
        ((), 0, False, False),
        ((Y, Y), 2, False, False),
        ((Y, Y, Y), 3, True, False),
        ((N, Y, Y, Y), 3, True, False),
        ((Y, Y, Y, N), 0, False, True),
        ((Y, Y, Y, N, Y), 1, False, True),
        ((Y, Y, U, Y), 1, False, False),
        ((Y, N, Y, Y), 2, False, False),
    ],
)
def test_an_improvement_is_sustained_after_three_consecutive_periods(met, run, holds, lapsed):
    """E-23."""
    found = sustained(months(*met), wanted=3)
    assert (found.run, found.holds, found.lapsed) == (run, holds, lapsed)
    assert f"{run} of 3 consecutive periods" in found.words


def test_a_missing_or_overlapping_period_breaks_the_run():
    """E-23."""
    gap = [*months(Y, Y), *months(Y, first=4)]
    assert sustained(gap, wanted=3).run == 1
    twice = [*months(Y, Y), PeriodMet(Period.quarter(2012, 1), met=True)]
    assert not sustained(twice, wanted=3).holds
    assert sustained(reversed(months(Y, Y, Y)), wanted=3).holds


def test_at_least_one_period_is_wanted():
    with pytest.raises(ValueError, match="At least one period"):
        sustained([], wanted=0)
