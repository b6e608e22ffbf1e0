"""CPP_12M, CPP_18M, CPP_24M, CPP_END24M, CPP_RATE: how long plans are and were open."""

from datetime import date

import pytest

from goldenthread.indicators.protection.plan_rate import PLAN_RATE
from goldenthread.indicators.protection.plans_ended_after_two_years import (
    PLANS_ENDED_AFTER_TWO_YEARS,
)
from goldenthread.indicators.protection.plans_of_two_years import PLANS_OF_TWO_YEARS
from goldenthread.indicators.protection.plans_over_12_months import PLANS_OVER_12_MONTHS
from goldenthread.indicators.protection.plans_over_18_months import PLANS_OVER_18_MONTHS
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 3, 31)
OPEN_PLANS = (PLANS_OVER_12_MONTHS, PLANS_OVER_18_MONTHS, PLANS_OF_TWO_YEARS, PLAN_RATE)


def drawn(indicator, plans, **given):
    return outcomes(indicator, {"cp_plans": plans}, **{"as_at": AS_AT, "months": 1, **given})


@pytest.mark.parametrize(
    ("indicator", "on_the_day", "over"),
    [
        (PLANS_OVER_12_MONTHS, "2024-03-31", "2024-03-30"),
        (PLANS_OVER_18_MONTHS, "2023-10-01", "2023-09-30"),
        (PLANS_OF_TWO_YEARS, "2023-04-03", "2023-04-02"),
    ],
)
def test_the_last_day_within_and_the_first_day_over(indicator, on_the_day, over):
    assert drawn(
        indicator,
        f"""
        cp_plan | child | started_on
        --------+-------+-----------
        p1      | ann   | {on_the_day}
        p2      | bob   | {over}
        """,
    ) == {"p1": "not met", "p2": "met"}


def test_the_corresponding_date_of_30_september_18_months_on_is_30_march():
    found = drawn(
        PLANS_OVER_18_MONTHS,
        """
        cp_plan | child | started_on
        --------+-------+-----------
        p1      | ann   | 2023-09-30
        """,
        as_at=date(2025, 3, 30),
    )
    assert found == {"p1": "not met"}


@pytest.mark.parametrize("indicator", OPEN_PLANS, ids=lambda each: each.id)
def test_a_plan_that_ends_on_the_day_is_not_open_and_one_that_begins_on_it_is(indicator):
    found = drawn(
        indicator,
        """
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | ann   | 2020-01-01 | 2025-03-31
        p2      | bob   | 2025-03-31 |
        p3      | cat   | 2025-04-01 |
        p4      | dan   | 2020-01-01 | 2025-04-01
        """,
    )
    assert set(found) == {"p2", "p4"}


@pytest.mark.parametrize("indicator", OPEN_PLANS, ids=lambda each: each.id)
def test_a_plan_whose_first_or_last_day_cannot_be_read_stays_in_no_month(indicator):
    rows = cases(
        indicator,
        {
            "cp_plans": """
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | ann   | ?          |
        p2      | bob   | 2020-01-01 | ?
        p3      | cat   |            |
        """
        },
        as_at=AS_AT,
    )
    assert {(row["case"], row["month"], row["outcome"]) for row in rows} == {
        ("p1", None, "cannot be worked out"),
        ("p2", None, "cannot be worked out"),
    }


@pytest.mark.parametrize("indicator", OPEN_PLANS, ids=lambda each: each.id)
def test_a_plan_stands_in_each_month_at_whose_end_it_was_open(indicator):
    rows = cases(
        indicator,
        {
            "cp_plans": """
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | ann   | 2024-12-31 | 2025-02-10
        """
        },
        as_at=AS_AT,
    )
    assert sorted(str(row["month"]) for row in rows) == ["2024-12-01", "2025-01-01"]


def test_the_family_of_a_child_stands_beside_the_plan():
    rows = cases(
        PLANS_OVER_12_MONTHS,
        {
            "cp_plans": """
        cp_plan | child | started_on
        --------+-------+-----------
        p1      | ann   | 2020-01-01
        p2      | bob   | 2020-01-01
        """,
            "families": """
        family_row | family | child
        -----------+--------+------
        f1         | smith  | ann
        f2         | smith  | ann
        """,
        },
        as_at=AS_AT,
        months=1,
    )
    assert {row["case"]: row["family"] for row in rows} == {"p1": "smith", "p2": None}


def test_a_plan_that_ended_lasted_two_years_with_its_last_day_counted():
    assert drawn(
        PLANS_ENDED_AFTER_TWO_YEARS,
        """
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | ann   | 2023-03-12 | 2025-03-10
        p2      | bob   | 2023-03-12 | 2025-03-09
        p3      | ann   | 2020-01-01 | 2025-02-28
        p4      | cat   | ?          | 2025-03-01
        p5      | dan   | 2025-03-02 | 2025-03-01
        p6      | eve   | 2020-01-01 | ?
        p7      | ann   | 2024-01-01 | 2025-03-31
        """,
    ) == {
        "p1": "met",
        "p2": "not met",
        "p4": "cannot be worked out",
        "p5": "cannot be worked out",
        "p6": "cannot be worked out",
        "p7": "not met",
    }
