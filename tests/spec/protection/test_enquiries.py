"""S47_RATE, S47_NOICPC, ICPC_CPP, STRAT_MINS: enquiries and what they led to."""

from datetime import date

from goldenthread.engine.opening import Rule
from goldenthread.indicators.protection.conferences_with_a_plan import CONFERENCES_WITH_A_PLAN
from goldenthread.indicators.protection.enquiries_without_conference import (
    ENQUIRIES_WITHOUT_CONFERENCE,
)
from goldenthread.indicators.protection.enquiry_rate import ENQUIRY_RATE
from goldenthread.indicators.protection.strategy_minutes import STRATEGY_MINUTES
from tests.spec.drawn import outcomes

AS_AT = date(2025, 4, 30)
ENQUIRIES = """
    enquiry | child | started_on | conference_not_needed
    --------+-------+------------+----------------------
    e1      | ann   | 2024-05-01 | yes
    e2      | ann   | 2025-04-30 | no
    e3      | bob   | 2024-04-30 | yes
    e4      | bob   | 2025-01-01 |
    e5      | cat   | ?          | yes
    """


def test_each_enquiry_of_the_months_counts():
    assert outcomes(ENQUIRY_RATE, {"s47_enquiries": ENQUIRIES}, as_at=AS_AT) == {
        "e1": "met",
        "e2": "met",
        "e4": "met",
        "e5": "cannot be worked out",
    }


def test_a_conference_not_needed_is_what_the_record_says():
    found = outcomes(ENQUIRIES_WITHOUT_CONFERENCE, {"s47_enquiries": ENQUIRIES}, as_at=AS_AT)
    assert found == {
        "e1": "met",
        "e2": "not met",
        "e4": "cannot be worked out",
        "e5": "cannot be worked out",
    }


def test_a_conference_led_to_a_plan_or_not_or_nobody_knows():
    conferences = """
    conference | child | held_on    | led_to_plan
    -----------+-------+------------+------------
    c1         | ann   | 2025-01-02 | yes
    c2         | ann   | 2025-01-09 | no
    c3         | bob   | 2025-01-09 |
    c4         | bob   | ?          | yes
    c5         | cat   |            | yes
    c6         | cat   | 2024-04-30 | yes
    """
    assert outcomes(CONFERENCES_WITH_A_PLAN, {"conferences": conferences}, as_at=AS_AT) == {
        "c1": "met",
        "c2": "not met",
        "c3": "cannot be worked out",
        "c4": "cannot be worked out",
    }


MEETINGS = """
    strategy_meeting | child | held_on    | minutes_sent_on
    -----------------+-------+------------+----------------
    m1               | ann   | 2025-04-14 | 2025-04-23
    m2               | ann   | 2025-04-14 | 2025-04-24
    m3               | bob   | 2025-04-23 |
    m4               | bob   | 2025-04-22 |
    m5               | cat   | 2025-04-14 | ?
    m6               | cat   | ?          | 2025-04-14
    m7               | dan   | 2024-04-14 | 2025-04-14
    m8               | dan   | 2025-04-14 | 2025-04-11
    """


def test_minutes_are_in_time_by_the_councils_own_working_days_over_easter():
    rules = [Rule("999", "strategy_minutes_working_days", 5, date(2025, 1, 1))]
    found = outcomes(STRATEGY_MINUTES, {"strategy_meetings": MEETINGS}, as_at=AS_AT, rules=rules)
    assert found == {
        "m1": "met",
        "m2": "not met",
        "m3": "still open",
        "m4": "not met",
        "m5": "cannot be worked out",
        "m6": "cannot be worked out",
        "m8": "cannot be worked out",
    }


def test_without_a_rule_minutes_cannot_be_worked_out():
    found = outcomes(STRATEGY_MINUTES, {"strategy_meetings": MEETINGS}, as_at=AS_AT)
    assert set(found.values()) == {"cannot be worked out"}


def test_minutes_that_wait_beyond_the_published_holidays_cannot_be_worked_out():
    rules = [Rule("999", "strategy_minutes_working_days", 5, date(2025, 1, 1))]
    meetings = "strategy_meeting | child | held_on\n-+-+-\nm1 | ann | 2029-01-02"
    tables = {"strategy_meetings": meetings}
    found = outcomes(STRATEGY_MINUTES, tables, as_at=date(2029, 1, 31), rules=rules)
    assert found == {"m1": "cannot be worked out"}
