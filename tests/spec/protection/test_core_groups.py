"""COREGRP_1 and COREGRP_N: the first core group of a plan, and the latest."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.basics.calendars import ACTION_PLANS
from goldenthread.engine.opening import Rule
from goldenthread.indicators.protection.core_groups_in_time import CORE_GROUPS_IN_TIME
from goldenthread.indicators.protection.first_core_group import FIRST_CORE_GROUP
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 1, 31)
CANNOT = "cannot be worked out"
SIX_WEEKS = [Rule("999", "core_group_weeks", 6, date(2020, 1, 1))]
NO_GROUPS = "core_group|child|held_on\n---"


def first(plans, groups, **given):
    tables = {"cp_plans": plans, "core_groups": groups}
    return outcomes(FIRST_CORE_GROUP, tables, **{"as_at": AS_AT, "months": 12, **given})


def latest(plans, groups, **given):
    tables = {"cp_plans": plans, "core_groups": groups}
    given = {"as_at": AS_AT, "months": 1, "rules": SIX_WEEKS, **given}
    return outcomes(CORE_GROUPS_IN_TIME, tables, **given)


def test_day_10_is_in_time_day_11_is_not_and_bank_holidays_are_not_counted():
    assert first(
        """
        cp_plan | child | started_on
        --------+-------+-----------
        p1      | ann   | 2024-12-18
        p2      | bob   | 2024-12-18
        p3      | cat   | 2024-12-18
        p4      | dan   | 2024-12-18
        """,
        """
        core_group | child | held_on
        -----------+-------+-----------
        g1         | ann   | 2025-01-06
        g2         | ann   | 2025-01-20
        g3         | bob   | 2025-01-07
        g4         | cat   | 2024-12-18
        """,
    ) == {"p1": "met", "p2": "not met", "p3": "met", "p4": "not met"}


def test_a_plan_that_began_less_than_10_working_days_ago_is_too_recent():
    plans = "cp_plan|child|started_on\n---\np1|ann|2025-01-17\np2|bob|2025-01-20\np3|cat|2025-01-20"
    groups = f"{NO_GROUPS}\ng1|cat|2025-01-21"
    assert first(plans, groups) == {"p1": "not met", "p2": "too recent", "p3": "too recent"}


def test_a_core_group_is_of_the_plan_that_it_names_else_of_the_one_on_its_day():
    assert first(
        """
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | ann   | 2024-06-03 | 2024-09-02
        p2      | ann   | 2024-09-09 |
        p3      | bob   | 2024-06-03 | 2024-09-02
        p4      | bob   | 2024-09-09 |
        p5      | cat   | 2024-06-03 |
        """,
        """
        core_group | child | held_on    | cp_plan
        -----------+-------+------------+--------
        g1         | ann   | 2024-06-10 |
        g2         | ann   | 2024-09-16 | p1
        g3         | bob   | 2024-09-16 |
        g4         | cat   | 2024-06-02 | p5
        g5         | dan   | 2024-06-10 | p5
        """,
    ) == {"p1": "met", "p2": "not met", "p3": "not met", "p4": "met", "p5": "not met"}


def test_a_plan_that_ended_within_those_days_without_a_core_group_is_not_counted():
    assert first(
        """
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | ann   | 2024-06-03 | 2024-06-14
        p2      | bob   | 2024-06-03 | 2024-06-17
        p3      | cat   | 2024-06-03 | 2024-06-14
        p4      | dan   | 2024-06-03 | ?
        """,
        f"{NO_GROUPS}\ng1|cat|2024-06-10",
    ) == {"p2": "not met", "p3": "met", "p4": CANNOT}


def test_the_core_group_of_a_later_plan_is_none_of_a_plan_that_ended_before_it():
    plans = (
        "cp_plan|child|started_on|ended_on\n---\np1|ann|2024-06-03|2024-06-05\np2|ann|2024-06-10|"
    )
    assert first(plans, f"{NO_GROUPS}\ng1|ann|2024-06-12") == {"p2": "met"}


def test_a_missing_or_unreadable_day_is_never_in_time():
    rows = cases(
        FIRST_CORE_GROUP,
        {
            "cp_plans": "cp_plan|child|started_on\n---\np1|ann|?\np2|ann|\np3|bob|2024-06-03",
            "core_groups": f"{NO_GROUPS}\ng1|ann|2024-06-10\ng2|bob|?",
        },
        as_at=AS_AT,
    )
    assert {(row["case"], str(row["month"]), row["outcome"]) for row in rows} == {
        ("p1", "None", CANNOT),
        ("p3", "2024-06-01", CANNOT),
    }


def test_a_lost_day_does_not_undo_a_core_group_in_time_nor_touch_another_plan():
    assert first(
        """
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | ann   | 2024-06-03 |
        p2      | bob   | 2024-06-03 | 2024-09-02
        p3      | cat   | 2024-06-03 | 2024-09-02
        p4      | cat   | 2024-09-09 |
        """,
        """
        core_group | child | held_on    | cp_plan
        -----------+-------+------------+--------
        g1         | ann   | 2024-06-10 |
        g2         | ann   | ?          |
        g3         | bob   | ?          |
        g4         | cat   | ?          | p4
        """,
    ) == {"p1": "met", "p2": CANNOT, "p3": "not met", "p4": CANNOT}


def test_plans_outside_the_months_are_not_counted_and_each_of_a_child_is():
    plans = "cp_plan|child|started_on\n---\np1|ann|2024-01-31\np2|ann|2024-02-01\np3|ann|2025-02-03"
    assert first(plans, NO_GROUPS) == {"p2": "not met"}


def test_days_beyond_the_published_holidays_cannot_be_counted():
    plans = "cp_plan|child|started_on\n---\np1|ann|2028-12-01"
    groups = f"{NO_GROUPS}\ng1|ann|2028-12-04"
    assert first(plans, groups, as_at=date(2029, 1, 31)) == {"p1": CANNOT}


def test_a_plan_begun_before_the_core_groups_are_told_cannot_lack_one():
    plans = "cp_plan|child|started_on\n---\np1|ann|2024-06-03\np2|bob|2024-06-03\np3|cat|2024-09-02"
    groups = f"{NO_GROUPS}\ng1|bob|2024-06-10"
    found = first(plans, groups, complete_from=date(2024, 6, 4))
    assert found == {"p1": CANNOT, "p2": "met", "p3": "not met"}


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(-2, 24)), min_size=1, max_size=6))
def test_it_is_what_working_days_counted_one_by_one_say(told):
    plans = ["cp_plan|child|started_on\n---"]
    groups = [NO_GROUPS]
    expected = {}
    for place, (begun, after) in enumerate(told):
        started = date(2024, 12, 1) + timedelta(days=begun)
        held = started + timedelta(days=after)
        plans.append(f"p{place}|c{place}|{started}")
        groups.append(f"g{place}|c{place}|{held}")
        expected[f"p{place}"] = by_hand(started, held)
    assert first("\n".join(plans), "\n".join(groups), as_at=date(2025, 2, 28)) == expected


def by_hand(started, held):
    between = [started + timedelta(days=day) for day in range(1, (held - started).days + 1)]
    in_time = held >= started and sum(map(ACTION_PLANS.counts, between)) <= 10
    return "met" if in_time else "not met"


def test_a_core_group_six_weeks_back_is_in_time_and_a_day_more_is_not():
    assert latest(
        """
        cp_plan | child | started_on
        --------+-------+-----------
        p1      | ann   | 2024-06-03
        p2      | bob   | 2024-06-03
        p3      | cat   | 2024-12-20
        p4      | dan   | 2024-12-19
        p5      | eve   | ?
        """,
        """
        core_group | child | held_on
        -----------+-------+-----------
        g1         | ann   | 2024-12-20
        g2         | ann   | 2024-07-01
        g3         | bob   | 2024-12-19
        g4         | bob   | 2025-02-01
        g5         | cat   | 2025-01-10
        """,
    ) == {"p1": "met", "p2": "not met", "p3": "too recent", "p4": "not met", "p5": CANNOT}


def test_without_a_rule_for_the_day_or_with_a_lost_day_it_cannot_be_worked_out():
    plans = "cp_plan|child|started_on\n---\np1|ann|2024-06-03"
    assert latest(plans, NO_GROUPS, rules=[]) == {"p1": CANNOT}
    assert latest(plans, f"{NO_GROUPS}\ng1|ann|?") == {"p1": CANNOT}
    assert latest(plans, f"{NO_GROUPS}\ng1|ann|") == {"p1": "not met"}


def test_core_groups_that_the_loads_do_not_reach_back_to_are_unknown():
    plans = "cp_plan|child|started_on\n---\np1|ann|2024-06-03"
    groups = f"{NO_GROUPS}\ng1|ann|2025-01-30"
    assert latest(plans, groups, months=2, complete_from=AS_AT) == {"p1": f"{CANNOT}, met"}


def test_the_latest_core_group_is_asked_of_open_plans_only():
    assert latest(
        """
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | ann   | 2024-01-01 | 2025-01-31
        p2      | ann   | 2024-06-03 | 2025-02-01
        p3      | bob   | 2024-06-03 | ?
        """,
        f"{NO_GROUPS}\ng1|ann|2025-01-10",
    ) == {"p2": "met", "p3": CANNOT}
