"""A10, A2, A20, PERM_SGO: ways out of care for good."""

from datetime import date

from goldenthread.indicators.care.days_to_adopters import DAYS_TO_ADOPTERS
from goldenthread.indicators.care.days_to_match import DAYS_TO_MATCH
from goldenthread.indicators.care.days_to_match_now import DAYS_TO_MATCH_NOW
from goldenthread.indicators.care.left_for_permanence import LEFT_FOR_PERMANENCE
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 3, 31)
EPISODES = """
    episode | child | care | started_on | ended_on   | start_reason | end_reason
    --------+-------+------+------------+------------+--------------+-----------
    e0      | ann   | a0   | 2015-01-01 | 2016-01-01 | S            | E4A
    e1      | ann   | a    | 2023-01-01 | 2025-01-10 | S            | E11
    e2      | bob   | b    | 2023-01-01 | 2025-01-10 | S            | E11
    e3      | cat   | c    | 2023-01-01 | 2025-01-10 | L            | E11
    """
ORDERS = """
    permanence_row | child | entered_care_on | placement_order_on | matched_on | placed_on  | with_foster_carer_since | adopted_by_carer | order_on
    ---------------+-------+-----------------+--------------------+------------+------------+-------------------------+------------------+-----------
    p1             | ann   |                 | 2023-06-01         | 2023-07-01 | 2024-01-01 |                         | no               | 2025-01-10
    p2             | bob   |                 | 2023-06-01         | 2023-05-01 | 2024-01-01 | 2023-02-01              | yes              | 2025-01-10
    p3             | cat   |                 |                    | 2023-07-01 | 2024-01-01 |                         | no               | 2025-01-10
    p4             | dan   | 2023-12-01      | ?                  | 2023-07-01 | 2024-01-01 |                         | no               | 2025-01-10
    p5             | eve   |                 | 2023-06-01         | ?          |            |                         | no               | ?
    p6             | fay   | 2023-12-01      | 2023-06-01         | 2025-03-01 |            |                         | no               |
    p7             | gus   | 2023-12-01      | 2023-06-01         | 2023-07-01 | 2024-01-01 |                         | no               | 2023-01-10
    """


def days_of(indicator):
    tables = {"permanence": ORDERS, "care_episodes": EPISODES}
    rows = cases(indicator, tables, as_at=AS_AT)
    return {
        row["case"]: row["amount"] if row["outcome"] == "met" else row["outcome"] for row in rows
    }


def test_days_from_care_to_the_adopters_or_to_fostering_by_them():
    assert days_of(DAYS_TO_ADOPTERS) == {
        "p1": 365,
        "p2": 31,
        "p3": "cannot be worked out",
        "p4": 31,
        "p5": "cannot be worked out",
    }


def test_days_from_the_order_to_the_match_are_never_below_nought():
    assert days_of(DAYS_TO_MATCH) == {
        "p1": 30,
        "p2": 0,
        "p4": "cannot be worked out",
        "p5": "cannot be worked out",
    }


def test_children_matched_now_count_by_their_match():
    assert days_of(DAYS_TO_MATCH_NOW) == {"p5": "cannot be worked out", "p6": 639}


def test_only_the_last_time_that_a_child_left_in_a_year_counts():
    episodes = """
    episode | child | care | started_on | ended_on   | start_reason | end_reason
    --------+-------+------+------------+------------+--------------+-----------
    e1      | ann   | a1   | 2023-01-01 | 2024-05-01 | S            | E4A
    e2      | ann   | a2   | 2024-06-01 | 2025-01-10 | S            | E45
    e3      | bob   | b    | 2023-01-01 | 2025-01-10 | S            | E4A
    e4      | cat   | c    | 2023-01-01 | 2025-01-10 | S            |
    e5      | dan   | d1   | 2023-01-01 | 2024-03-31 | S            | E11
    e6      | eve   | f    | 2023-01-01 | ?          | S            | E11
    e7      | fay   | g    | 2023-01-01 |            | S            |
    """
    found = outcomes(LEFT_FOR_PERMANENCE, {"care_episodes": episodes}, as_at=AS_AT)
    assert found == {
        "a2": "met",
        "b": "not met",
        "c": "cannot be worked out",
        "f": "cannot be worked out",
    }


def test_leaving_again_a_year_later_is_another_time():
    episodes = """
    episode | child | care | started_on | ended_on   | start_reason | end_reason
    --------+-------+------+------------+------------+--------------+-----------
    e1      | ann   | a1   | 2023-01-01 | 2024-04-01 | S            | E4A
    e2      | ann   | a2   | 2024-06-01 | 2025-03-31 | S            | E12
    """
    found = outcomes(LEFT_FOR_PERMANENCE, {"care_episodes": episodes}, as_at=AS_AT, months=13)
    assert found == {"a2": "met"}
    later = date(2025, 4, 30)
    moved = episodes.replace("2025-03-31", "2025-04-01")
    found = outcomes(LEFT_FOR_PERMANENCE, {"care_episodes": moved}, as_at=later, months=13)
    assert found == {"a1": "not met", "a2": "met"}
