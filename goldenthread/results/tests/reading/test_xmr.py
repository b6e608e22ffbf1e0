"""The XmR chart: limits, screening, phases; each rule; what a signal says (domain 4.3)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from goldenthread.basics.periods import Period
from goldenthread.results.reading import signals, xmr
from goldenthread.results.reading.series import NoBreak, Rebase
from goldenthread.results.reading.xmr import Terms
from goldenthread.results.tests.reading.drawn import months, point, said, table

COUNT = Terms(form="count", better="higher")
# Twelve months about 50 whose moving ranges are all 2: limits 50 ± 5.32.
STEADY = "49 51 49 51 49 51 49 51 49 51 49 51"
OTHER_WAY = "51 49 51 49 51 49 51 49 51 49 51 49"


def read(line, **terms):
    return xmr.chart(months(line), replace(COUNT, **terms))


def rules_of(chart):
    return [(one.rule, one.is_up, one.places) for one in chart.signals]


def test_limits_are_the_mean_and_2_66_mean_moving_ranges():
    limits = read(STEADY).marks[0].limits
    assert (limits.centre, limits.upper, limits.lower) == (50, Decimal("55.32"), Decimal("44.68"))
    assert round(limits.near_upper, 3) == Decimal("53.547")
    assert round(limits.near_lower, 3) == Decimal("46.453")


def test_what_limits_rest_on_is_recorded():
    basis = read(STEADY).basis
    assert (basis.points, basis.moving_range, basis.is_screened, basis.left_out) == (12, 2, True, 0)
    assert not basis.is_trial
    assert basis.spread is None


def test_fewer_than_12_points_give_trial_limits_that_are_said_to_be():
    eleven = read("49 51 49 51 49 51 49 51 49 51 49")
    assert eleven.basis.is_trial
    assert eleven.notes == ("trial limits: 11 points, and 12 are wanted",)
    assert read(STEADY).notes == ()


def test_a_moving_range_of_3_267_means_is_screened_out_by_a_switch_that_is_recorded():
    line = f"{STEADY} 99"
    screened, whole = read(line).basis, read(line, is_screened=False).basis
    assert (screened.left_out, screened.moving_range, screened.is_screened) == (1, 2, True)
    assert (whole.left_out, whole.moving_range, whole.is_screened) == (0, Decimal(70) / 12, False)


@pytest.mark.parametrize(("last", "left_out"), [("3266", 0), ("3267", 1)])
def test_screening_takes_the_range_that_is_just_3_267_means(last, left_out):
    """Ranges of 1000 less a bit and one `last`, so that the mean is a thousand."""
    others = Decimal(12_000 - int(last)) / 11
    kept = xmr._screened([others] * 11 + [Decimal(last)])
    assert 12 - len(kept) == left_out


def test_a_series_that_never_moves_has_its_limits_on_the_mean_and_no_signal():
    chart = read("85.7143 " * 14)
    limits = chart.marks[0].limits
    assert limits.centre == limits.upper == limits.lower == Decimal("85.7143")
    assert (said(chart), chart.basis.left_out) == ("." * 14, 0)


@pytest.mark.parametrize(
    ("form", "line", "upper", "lower"),
    [
        ("share", "99 95 99 95", 100, Decimal("86.36")),
        ("share", "1 5 1 5", Decimal("13.64"), 0),
        ("count", "1 5 1 5", Decimal("13.64"), 0),
        ("rate", "99 95 99 95", Decimal("107.64"), Decimal("86.36")),
    ],
)
def test_limits_end_where_such_figures_end(form, line, upper, lower):
    limits = read(line, form=form).marks[0].limits
    assert (limits.upper, limits.lower) == (upper, lower)


def test_one_point_or_points_apart_have_no_limits():
    for line in ("80", "80 - 82 - 81", ""):
        chart = read(line)
        assert chart.basis is None
        assert chart.notes == ("no limits: no two periods with settled figures follow each other",)
        assert not set(said(chart)) - set("u_")


def test_a_missing_month_gives_no_moving_range_across_it():
    chart = read("10 12 - 15 17")
    assert (chart.basis.moving_range, said(chart)) == (2, ".._..")


def test_a_month_that_is_not_there_at_all_is_missing_too():
    points = [*months("10 12"), *months("90 92", month=4)]
    assert xmr.chart(points, COUNT).basis.moving_range == 2


def test_periods_that_overlap_do_not_follow_each_other():
    years = [
        point(Period.year_ending(date(2024, month, 1)), str(10 * month)) for month in (3, 4, 5)
    ]
    assert xmr.chart(years, COUNT).basis is None


def test_a_provisional_figure_is_drawn_and_no_limit_rests_on_it():
    chart = read(f"{STEADY} 99?")
    assert chart.basis.points == 12
    assert chart.marks[0].limits.upper == Decimal("55.32")
    assert said(chart).endswith("+")
    assert [one.is_provisional for one in chart.signals] == [True]
    assert not read(f"{STEADY} 99").signals[0].is_provisional


def test_limits_may_be_fixed_after_12_points():
    chart = read(f"{STEADY} 90 10 90 10", fixed_after=12)
    assert chart.basis.points == 12
    assert said(chart) == "............+!+!"


def test_limits_are_not_fixed_after_fewer():
    with pytest.raises(ValueError, match="after 12 points or more"):
        replace(COUNT, fixed_after=11)


def test_a_series_begins_anew_on_a_day_with_its_reason():
    moved = Rebase(date(2025, 1, 1), "system change", "The new case system counts each visit.")
    line = f"{STEADY} 149 151 149 151"
    chart = read(line, rebases=(moved,))
    assert [(one.begun, one.first, one.last) for one in chart.phases] == [
        (None, 0, 11),
        (moved, 12, 15),
    ]
    assert (chart.marks[11].limits.centre, chart.marks[12].limits.centre) == (50, 150)
    assert (said(chart), chart.basis.points) == ("." * 16, 4)
    assert said(read(line)) != "." * 16


def test_a_phase_without_points_is_none():
    late = Rebase(date(2030, 1, 1), "definition change", "All visits count.")
    assert len(read(STEADY, rebases=(late,)).phases) == 1


def test_a_run_ends_where_a_phase_begins():
    begun = Rebase(date(2024, 5, 1), "definition change", "All visits count.")
    rising = "1 2 3 4 5 6 7 8"
    assert "seven rising or falling" in [one.rule for one in read(rising).signals]
    assert not read(rising, rebases=(begun,)).signals


@pytest.mark.parametrize(
    ("because", "why"),
    [("system change", " "), ("", "It looks better."), ("poor figures", "They fell.")],
)
def test_without_a_reason_that_allows_it_no_series_begins_anew(because, why):
    with pytest.raises(NoBreak, match=r"^New limits from 1 May 2024: .*Nothing was changed\.$"):
        Rebase(date(2024, 5, 1), because, why)


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("55.32", []),
        ("55.33", [("outside a limit", True, (12,))]),
        ("44.68", []),
        ("44.67", [("outside a limit", False, (12,))]),
    ],
)
def test_a_point_on_the_limit_is_not_outside_it(line, rules):
    chart = read(f"{STEADY} {line}", fixed_after=12)
    assert [one for one in rules_of(chart) if one[0] == "outside a limit"] == rules


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("1 2 3 4 5 6", []),
        ("1 2 3 4 5 6 7", [("seven rising or falling", True, tuple(range(7)))]),
        ("7 6 5 4 3 2 1", [("seven rising or falling", False, tuple(range(7)))]),
        ("1 2 3 4 4 5 6 7", []),
        ("1 2 3 4 - 5 6 7", []),
        ("9 1 2 3 4 5 6 7 8 2", [("seven rising or falling", True, tuple(range(1, 9)))]),
    ],
)
def test_seven_points_that_rise_or_fall_are_a_trend_and_six_are_not(line, rules):
    trend = signals.MAKING_DATA_COUNT[1]
    assert rules_of(read(line, rules=(trend,))) == rules


@pytest.mark.parametrize(
    ("more", "rules"),
    [
        ("51 52 51 52 51 52", []),
        ("52 51 52 51 52 51 52", [("seven on one side of the mean", True, tuple(range(12, 19)))]),
        ("48 49 48 49 48 49 48", [("seven on one side of the mean", False, tuple(range(12, 19)))]),
        ("52 51 52 50 51 52 51 52", []),
        ("52 51 52 - 51 52 51 52", []),
    ],
)
def test_seven_points_on_one_side_of_the_mean_are_a_shift(more, rules):
    shift = signals.MAKING_DATA_COUNT[3]
    steady = STEADY if more[0] == "4" else OTHER_WAY
    assert rules_of(read(f"{steady} {more}", fixed_after=12, rules=(shift,))) == rules


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ("54 51 54", [(12, 14)]),
        ("54 54", [(12, 13)]),
        ("54 54 54 51", [(12, 13, 14)]),
        ("54 49 54", []),
        ("54 51 51 54", []),
        ("54 50 54", []),
        ("46 49 46", [(12, 14)]),
        ("54 51 54 49 54 51 54", [(12, 14), (16, 18)]),
        ("53.5 53.5", []),
    ],
)
def test_two_of_three_near_a_limit_on_one_side_of_the_mean(more, places):
    """The near limits lie at 46.453 and 53.547; the last of the steady points is 51, or 49."""
    near = signals.MAKING_DATA_COUNT[2]
    steady = OTHER_WAY if more[0] == "4" else STEADY
    chart = read(f"{steady} {more}", fixed_after=12, rules=(near,))
    assert [one[2] for one in rules_of(chart)] == places


def test_a_point_is_labelled_by_the_first_rule_in_order():
    """Outside a limit, then trend, then two of three, then shift."""
    order = [rule.name for rule in signals.MAKING_DATA_COUNT]
    assert order == [
        "outside a limit",
        "seven rising or falling",
        "two of three near a limit",
        "seven on one side of the mean",
    ]
    chart = read(f"{STEADY} 51.1 51.2 51.3 51.4 51.5 54 56", fixed_after=12)
    assert [mark.rule for mark in chart.marks[11:]] == [*[order[1]] * 7, order[0]]
    assert chart.latest.rule == order[0]


def test_another_table_of_rules_is_followed():
    """As a design system for the NHS has it: trend first, and of six."""
    six = (signals.Rule("six rising or falling", signals.Shape.TREND, points=6, wanted=6),)
    assert [one.rule for one in read("1 2 3 4 5 6", rules=six).signals] == ["six rising or falling"]


@pytest.mark.parametrize(
    "row",
    table(
        """
        better  | last | says
        --------+------+---------------------------
        higher  | 99   | improvement
        higher  | 1    | concern
        lower   | 99   | concern
        lower   | 1    | improvement
        neither | 99   | high, neither good nor bad
        neither | 1    | low, neither good nor bad
        higher  | 50   | common cause
        lower   | 50   | common cause
        """
    ),
    ids=lambda row: f"{row['better']}-{row['last']}",
)
def test_what_a_signal_says_depends_on_which_way_is_better(row):
    """S13: 33% repeat plans are adverse because fewer are better, 58% conferences because more are."""
    chart = read(f"{STEADY} {row['last']}", better=row["better"])
    assert chart.latest.reading == row["says"]


def test_the_latest_point_is_the_last_with_a_figure():
    assert read("80 82 -").latest.point.number == 82
    assert read("- -").latest is None
