"""Shares of few cases: limits by each denominator, widened or not, months pooled to quarters."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from goldenthread.basics.periods import Period
from goldenthread.results.reading import shares
from goldenthread.results.reading.series import Rebase
from goldenthread.results.reading.shares import Shares
from goldenthread.results.reading.xmr import Terms
from goldenthread.results.tests.reading.drawn import months, said

SHARE = Terms(form="share", better="higher")
HALF = "10/20 9/20 11/20 10/20 9/20 11/20 10/20 9/20 11/20 10/20 9/20 11/20"


def read(line, *, month=1, terms=SHARE, **how):
    return shares.read(months(line, month=month), terms, Shares(**how))


@pytest.mark.parametrize(
    ("line", "terms", "kind"),
    [
        (HALF, SHARE, "p"),
        ("24/49 25/49 24/49", SHARE, "p"),
        ("24/49 25/51 24/50", SHARE, "XmR"),
        ("24/200 25/200 20/200", SHARE, "XmR"),
        ("24 25 24", replace(SHARE, form="count"), "XmR"),
        ("24 25 24", SHARE, "XmR"),
        ("", SHARE, "XmR"),
    ],
)
def test_shares_of_fewer_than_50_have_a_chart_of_their_own(line, terms, kind):
    """The median denominator decides; a share without denominators is read as XmR."""
    assert read(line, terms=terms).kind == kind


def test_limits_are_three_deviations_of_a_share_of_so_many():
    """At 50%, √(0.25 / 25) is 10 points for 25 cases and √(0.25 / 100) is 5 for 100."""
    chart = shares.chart(months("12/25 51/100 12/25"), SHARE)
    assert [one.limits.centre for one in chart.marks] == [50, 50, 50]
    assert [one.limits.upper for one in chart.marks] == [80, 65, 80]
    assert [one.limits.near_lower for one in chart.marks][:2] == [30, 40]
    assert (chart.basis.points, chart.basis.spread, chart.basis.moving_range) == (3, 1, None)


def test_the_mean_share_is_over_all_cases_and_not_the_mean_of_shares():
    chart = shares.chart(months("5/10 90/100"), SHARE)
    assert round(chart.marks[1].limits.centre, 2) == Decimal("86.36")


def test_a_share_of_few_that_would_alarm_an_xmr_chart_is_chance():
    """One month's 16 of 20 after a year about half lies within what 20 cases do by chance."""
    points = months(f"{HALF} 16/20")
    assert said(shares.xmr.chart(points, SHARE)).endswith("+")
    assert said(shares.read(points, SHARE, Shares())).endswith(".")


def test_a_share_beyond_the_limits_of_its_own_denominator_is_a_signal():
    assert said(read(f"{HALF} 18/20")).endswith("+")
    assert said(read(f"{HALF} 2/20")).endswith("!")


def test_widened_limits_allow_for_more_than_chance():
    line = "18/20 2/20 18/20 2/20 18/20 2/20"
    plain, widened = read(line), read(line, is_widened=True)
    assert (plain.kind, widened.kind) == ("p", "p′")
    assert (said(plain), said(widened)) == ("+!+!+!", "......")
    # A step is 80 points, the deviation √(0.25 / 20) is 11.18 of them: 7.155 / 1.128.
    assert round(widened.basis.spread, 3) == Decimal("6.343")


def test_limits_are_never_narrower_than_chance():
    assert read("10/20 10/20 10/20", is_widened=True).basis.spread == 1
    assert read("20/20 20/20 20/20", is_widened=True).basis.spread == 1
    assert read("10/20", is_widened=True).basis.spread == 1


def test_a_period_with_too_few_cases_has_no_limits_and_no_rule_looks_at_it():
    """5 are to be expected met and not met: at 50% among 10, not among 9."""
    chart = shares.chart(months(f"{HALF} 9/9 10/10"), replace(SHARE, fixed_after=12))
    assert chart.marks[12].limits is None
    assert chart.marks[13].limits is not None
    assert said(chart)[12:] == "u+"


def test_missing_and_provisional_figures_count_for_no_limit():
    chart = shares.chart(months("10/20 - 10/20 20/20? 0/0"), SHARE)
    assert (chart.basis.points, chart.marks[0].limits.centre) == (2, 50)
    assert said(chart) == "._.+_"


def test_without_any_figure_there_are_no_limits():
    chart = shares.chart(months("- 9/10?"), SHARE)
    assert (chart.basis, said(chart)) == (None, "_u")
    assert chart.notes


def test_phases_and_fixed_limits_are_as_in_any_chart():
    moved = Rebase(date(2025, 1, 1), "definition change", "All assessments count.")
    terms = replace(SHARE, rebases=(moved,), fixed_after=12)
    chart = read(f"{HALF} 18/20 18/20 18/20", terms=terms)
    assert [one.basis.points for one in chart.phases] == [12, 3]
    assert read(f"{HALF} 18/20", terms=replace(SHARE, fixed_after=12)).basis.points == 12


FEW = "8/10 7/10 9/10 7/10 8/10 9/10 8/10 7/10 9/10 7/10 9/10 8/10"


def test_months_with_too_few_cases_are_pooled_to_quarters_where_they_may_be():
    """At 80% of 10 a month, 2 are expected not to be met; of 30 a quarter, 6."""
    chart = read(FEW, may_pool=True)
    assert [one.point.period for one in chart.marks] == [
        Period.quarter(2024, n) for n in range(1, 5)
    ]
    assert [one.point.numerator for one in chart.marks] == [24, 24, 24, 24]
    assert [one.point.number for one in chart.marks] == [80, 80, 80, 80]
    assert chart.notes[-1] == "quarters: the months have too few cases to be read one by one"


def test_children_counted_each_month_are_not_pooled():
    chart = read(FEW, may_pool=False)
    assert len(chart.marks) == 12
    assert chart.notes[-1] == "too few cases to tell change from chance: read the counts"


def test_where_quarters_are_too_few_as_well_the_counts_are_to_be_read():
    chart = read("2/3 3/3 2/3 3/3 2/3 3/3", may_pool=True)
    assert (len(chart.marks), said(chart)) == (6, "uuuuuu")
    assert chart.notes[-1].startswith("too few cases")


def test_a_quarter_counts_whole_or_not_at_all():
    """The series begins in February and ends in November; May is missing."""
    line = "1/9 1/9 2/9 - 2/9 3/9 3/9 4/9? 4/9 4/9"
    found = shares.pooled(months(line, month=2))
    assert [(one.period, one.numerator, one.is_provisional) for one in found] == [
        (Period.quarter(2024, 2), None, False),
        (Period.quarter(2024, 3), 10, True),
    ]
    assert found[0].number is None
    assert shares.pooled([]) == []
