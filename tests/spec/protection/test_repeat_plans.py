"""CPP_REPEAT_EVER and CPP_REPEAT_2Y: plans of children who had one before."""

from datetime import date

from goldenthread.indicators.protection.repeat_plans import REPEAT_PLANS
from goldenthread.indicators.protection.repeat_plans_within_two_years import (
    REPEAT_PLANS_WITHIN_TWO_YEARS,
)
from tests.spec.drawn import outcomes

AS_AT = date(2025, 3, 31)


def drawn(indicator, plans, **given):
    return outcomes(indicator, {"cp_plans": plans}, as_at=AS_AT, **given)


def test_an_earlier_plan_counts_by_the_return_or_by_what_is_held():
    assert drawn(
        REPEAT_PLANS,
        """
        cp_plan | child | started_on | ended_on   | previous_plans
        --------+-------+------------+------------+---------------
        p1      | ann   | 2024-05-01 |            | 1
        p2      | bob   | 2015-05-01 | 2015-06-01 | 0
        p3      | bob   | 2024-06-01 |            | 0
        p4      | cat   | 2024-06-01 |            | 0
        p5      | dan   | 2024-06-01 |            |
        p6      | eve   | 2024-03-31 |            | 1
        p7      | bob   | 2024-08-01 |            | 1
        """,
    ) == {"p1": "met", "p3": "met", "p4": "not met", "p5": "not met", "p7": "met"}


def test_no_count_where_the_loads_do_not_reach_back_cannot_say_no():
    assert drawn(
        REPEAT_PLANS,
        """
        cp_plan | child | started_on | previous_plans
        --------+-------+------------+---------------
        p1      | ann   | 2024-05-01 |
        p2      | bob   | 2024-05-01 | 0
        p3      | cat   | 2024-05-01 | ?
        p4      | dan   | ?          | 1
        """,
        complete_from=date(2024, 4, 1),
    ) == {
        "p1": "cannot be worked out",
        "p2": "not met",
        "p3": "cannot be worked out",
        "p4": "cannot be worked out",
    }


def test_the_plan_before_ended_24_months_back_on_the_day_or_the_day_before():
    assert drawn(
        REPEAT_PLANS_WITHIN_TWO_YEARS,
        """
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | ann   | 2021-01-01 | 2022-06-01
        p2      | ann   | 2024-06-01 |
        p3      | bob   | 2021-01-01 | 2022-05-31
        p4      | bob   | 2024-06-01 |
        p5      | cat   | 2024-06-01 |
        """,
    ) == {"p2": "met", "p4": "not met", "p5": "not met"}


def test_a_plan_before_without_an_end_or_beyond_the_loads_cannot_be_worked_out():
    assert drawn(
        REPEAT_PLANS_WITHIN_TWO_YEARS,
        """
        cp_plan | child | started_on | ended_on   | previous_plans
        --------+-------+------------+------------+---------------
        p1      | ann   | 2023-01-01 |            | 0
        p2      | ann   | 2024-06-01 |            | 1
        p3      | bob   | 2024-06-01 |            | 2
        p4      | cat   | 2024-06-01 |            | 0
        p5      | dan   | ?          |            | 0
        """,
        complete_from=date(2023, 1, 1),
    ) == {
        "p2": "cannot be worked out",
        "p3": "cannot be worked out",
        "p4": "not met",
        "p5": "cannot be worked out",
    }
