"""Cases become figures: numerator, denominator, value and, where there is none, why."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.engine import measuring
from goldenthread.engine.opening import Rule
from goldenthread.indicators.catalogue import INDICATORS
from tests.spec.drawn import inputs

AS_AT = date(2025, 3, 31)


def figures(name, tables, *, by_team=False, months=1, rules=()):
    indicator = INDICATORS[name]
    given = inputs(indicator, tables, as_at=AS_AT, months=months, rules=rules)
    return measuring.figures(indicator, given, by_team=by_team)


PLANS = """
    cp_plan | child | started_on | team
    --------+-------+------------+-----
    p1      | ann   | 2020-01-01 | East
    p2      | bob   | 2020-01-01 | East
    p3      | cat   | 2025-01-01 | West
    p4      | dan   | 2025-01-01 |
    p5      | eve   | ?          | East
    """


def test_a_share_is_a_percentage_of_those_who_could_be_worked_out():
    undated, whole = sorted(
        figures("CPP_12M", {"cp_plans": PLANS}), key=lambda one: bool(one.month)
    )
    assert (whole.numerator, whole.denominator, whole.value, whole.state) == (2, 4, 50.0, "value")
    assert (undated.month, undated.cannot, undated.state) == (None, 1, "cannot be worked out")
    assert (whole.indicator, whole.version, whole.authority) == ("CPP_12M", 1, "999")


def test_teams_add_up_to_the_whole_with_cases_of_no_team_apart():
    found = [one for one in figures("CPP_12M", {"cp_plans": PLANS}, by_team=True) if one.month]
    teams = {one.team: (one.numerator, one.denominator) for one in found if one.team is not None}
    assert teams == {"East": (2, 2), "West": (0, 1), "": (0, 1)}
    (whole,) = [one for one in found if one.team is None]
    assert whole.denominator == sum(of for _, of in teams.values())


def test_children_and_their_families_are_counted_as_two_units():
    families = "family_row | family | child\n-+-+-\nf1 | smith | ann\nf2 | smith | bob"
    tables = {"cp_plans": PLANS, "families": families}
    whole = next(one for one in figures("CPP_18M", tables) if one.month)
    assert (whole.numerator, whole.families) == (2, 1)


def test_a_month_without_a_case_has_nobody_to_count():
    found = figures("CPP_END24M", {"cp_plans": "cp_plan | child | started_on | ended_on\n-+-+-+-\n"
                                   "p1 | ann | 2020-01-01 | 2025-03-01"}, months=3)  # fmt: skip
    assert [(str(one.month), one.state) for one in found] == [
        ("2025-01-01", "nobody to count"),
        ("2025-02-01", "nobody to count"),
        ("2025-03-01", "value"),
    ]


@pytest.mark.parametrize(
    ("to_day", "denominator"),
    [(None, 50_000), (date(2025, 3, 31), 50_000), (date(2025, 3, 30), None)],
)
def test_a_count_has_the_children_of_the_area_beside_it_for_the_rate(to_day, denominator):
    rules = [Rule("999", "population_0_17", 50_000, date(2024, 1, 1), to_day)]
    whole = next(one for one in figures("CPP_RATE", {"cp_plans": PLANS}, rules=rules) if one.month)
    assert (whole.numerator, whole.value, whole.denominator) == (4, 4, denominator)
    assert whole.per_10_000 == (0.8 if denominator else None)


def test_a_mean_is_the_sum_of_the_amounts_over_those_who_have_one():
    orders = """
    permanence_row | child | entered_care_on | placed_on  | order_on
    ---------------+-------+-----------------+------------+-----------
    p1             | ann   | 2024-01-01      | 2024-01-11 | 2025-03-01
    p2             | bob   | 2024-01-01      | 2024-01-21 | 2025-03-01
    p3             | cat   |                 | 2024-01-21 | 2025-03-01
    """
    (whole,) = figures("A10", {"permanence": orders})
    assert (whole.numerator, whole.denominator, whole.value, whole.cannot) == (30, 2, 15.0, 1)
    (nobody,) = figures(
        "A10", {"permanence": orders.split("p1 ")[0] + "p3|cat| |2024-01-21|2025-03-01"}
    )
    assert (nobody.value, nobody.state) == (None, "cannot be worked out")


def test_a_caseload_is_cases_over_full_time_workers():
    workers = "worker | cases | full_time_share\n-+-+-\nw1 | 20 | 1\nw2 | 10 | 0.5"
    (whole,) = figures("CASELOAD", {"workers": workers})
    assert (whole.numerator, whole.denominator, whole.value) == (30, 1.5, 20.0)


def test_who_is_behind_a_figure_is_listed_by_outcome():
    indicator = INDICATORS["CPP_12M"]
    given = inputs(indicator, {"cp_plans": PLANS}, as_at=AS_AT, months=1)
    month = date(2025, 3, 1)
    found = measuring.behind(indicator, given, authority="999", month=month, team="East")
    assert [(row["child"], row["outcome"]) for row in found] == [("ann", "met"), ("bob", "met")]
    none = measuring.behind(indicator, given, authority="999", month=None)
    assert [row["outcome"] for row in none] == ["cannot be worked out"]


def test_the_amount_of_a_mean_is_listed_too():
    indicator = INDICATORS["CASELOAD"]
    given = inputs(indicator, {"workers": "worker | cases\n-+-\nw1 | 20"}, as_at=AS_AT, months=1)
    (row,) = measuring.behind(indicator, given, authority="999", month=date(2025, 3, 1))
    assert row["amount"] == 20


def test_a_month_before_what_the_loads_tell_has_no_figure_and_one_within_says_so():
    indicator = INDICATORS["CPP_RATE"]
    since = date(2025, 2, 10)
    given = inputs(indicator, {"cp_plans": PLANS}, as_at=AS_AT, months=3, since=since)
    found = {str(one.month): one for one in measuring.figures(indicator, given) if one.month}
    january, february, march = (found[f"2025-0{number}-01"] for number in (1, 2, 3))
    assert (january.value, january.state) == (None, "cannot be worked out")
    assert january.reason == "The loads tell everything from 2025-02-10 on only."
    assert (february.value, february.state) == (4, "value")
    assert "on only, within the month." in february.reason
    assert (march.value, march.reason) == (4, "")


def test_a_month_after_the_newest_load_of_a_table_has_no_figure():
    indicator = INDICATORS["CPP_RATE"]
    given = inputs(indicator, {"cp_plans": PLANS}, as_at=AS_AT, months=3)
    given = replace(given, known_to={("999", "cp_plans"): date(2025, 2, 28)})
    found = {str(one.month): one for one in measuring.figures(indicator, given) if one.month}
    assert found["2025-02-01"].value == 4
    assert (found["2025-03-01"].value, found["2025-03-01"].state) == (None, "cannot be worked out")
    assert found["2025-03-01"].reason == "The loads tell nothing after 2025-02-28."


def test_training_has_a_figure_for_each_organisation_and_course():
    training = """
    training_row | group  | course | as_at      | needed | trained
    -------------+--------+--------+------------+--------+--------
    t1           | Health | L2     | 2025-03-20 | 200    | 153
    t2           | Police | L3     | 2025-03-20 | 200    | 137
    """
    found = {
        one.team: one.value for one in figures("TRAIN_SG", {"training": training}, by_team=True)
    }
    assert found == {"Health, L2": 76.5, "Police, L3": 68.5, None: 72.5}
