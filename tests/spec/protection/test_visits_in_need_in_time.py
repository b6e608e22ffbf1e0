"""CIN_VISIT: the latest visit to a child in need."""

from datetime import date

from goldenthread.engine.opening import Rule
from goldenthread.indicators.protection.visits_in_need_in_time import VISITS_IN_NEED_IN_TIME
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 1, 31)
FOUR_WEEKS = [Rule("999", "cin_visit_days", 28, date(2020, 1, 1))]
CANNOT = "cannot be worked out"
REFERRALS = """
    referral | child | referral_date
    ---------+-------+--------------
    r1       | ann   | 2024-06-01
    r2       | bob   | 2024-06-01
    r3       | cat   | 2025-01-03
    r4       | dan   | 2025-01-02
    """
OF_ANN = "referral|child|referral_date\n---\nr1|ann|2024-06-01"


def drawn(referrals, visits, **given):
    tables = {"referrals": referrals, "cin_visits": visits, **given.pop("others", {})}
    given = {"as_at": AS_AT, "months": 1, "rules": FOUR_WEEKS, **given}
    return outcomes(VISITS_IN_NEED_IN_TIME, tables, **given)


def test_a_visit_28_days_back_is_in_time_and_29_is_not_whatever_holidays_lie_between():
    assert drawn(
        REFERRALS,
        """
        visit | child | visited_on | seen
        ------+-------+------------+-----
        v1    | ann   | 2025-01-03 | yes
        v2    | ann   | 2024-09-01 |
        v3    | bob   | 2025-01-02 |
        v4    | bob   | 2025-01-29 | no
        """,
    ) == {"r1": "met", "r2": "not met", "r3": "too recent", "r4": "not met"}


def test_a_visit_before_the_referral_or_after_the_day_does_not_count():
    referral = "referral|child|referral_date\n---\nr1|ann|2025-01-02"
    visits = "visit|child|visited_on\n---\nv1|ann|2025-01-01\nv2|ann|2025-02-01"
    assert drawn(referral, visits) == {"r1": "not met"}


def test_without_a_rule_for_the_day_it_cannot_be_worked_out():
    ended = [Rule("999", "cin_visit_days", 28, date(2020, 1, 1), date(2025, 1, 30))]
    for rules in ([], ended):
        assert drawn(OF_ANN, "visit|child|visited_on\n---", rules=rules) == {"r1": CANNOT}


def test_children_on_a_plan_or_in_care_and_closed_cases_are_not_counted():
    others = {
        "cp_plans": "cp_plan|child|started_on\n---\nc1|ann|2024-12-01",
        "care_episodes": "episode|child|care|started_on\n---\ne1|bob|k1|2024-12-01",
    }
    visits = "visit|child|visited_on\n---"
    assert set(drawn(REFERRALS, visits, others=others)) == {"r3", "r4"}
    closed = "referral|child|referral_date|closed_on\n---\nr1|ann|2024-06-01|2025-01-31"
    assert drawn(closed, visits) == {}


def test_where_a_day_of_a_plan_is_lost_nobody_knows():
    others = {"cp_plans": "cp_plan|child|started_on\n---\nc1|ann|?"}
    visits = "visit|child|visited_on\n---\nv1|ann|2025-01-30"
    assert drawn(OF_ANN, visits, others=others) == {"r1": CANNOT}


def test_a_visit_whose_day_cannot_be_read_may_be_the_latest_one():
    assert drawn(OF_ANN, "visit|child|visited_on\n---\nv1|ann|?") == {"r1": CANNOT}


def test_a_referral_without_a_readable_day_is_in_no_month():
    rows = cases(
        VISITS_IN_NEED_IN_TIME,
        {
            "referrals": "referral|child|referral_date\n---\nr1|ann|?\nr2|ann|",
            "cin_visits": "visit|child|visited_on\n---\nv1|ann|2025-01-30",
        },
        as_at=AS_AT,
        rules=FOUR_WEEKS,
    )
    assert [(row["case"], row["month"], row["outcome"]) for row in rows] == [("r1", None, CANNOT)]


def test_where_only_the_latest_visit_is_told_earlier_months_are_unknown():
    visits = "visit|child|visited_on\n---\nv1|ann|2025-01-30"
    found = drawn(OF_ANN, visits, months=2, complete_from=AS_AT)
    assert found == {"r1": f"{CANNOT}, met"}


def test_a_visit_serves_each_open_episode_of_a_child():
    referrals = f"{OF_ANN}\nr2|ann|2024-12-01"
    visits = "visit|child|visited_on\n---\nv1|ann|2025-01-30"
    assert drawn(referrals, visits) == {"r1": "met", "r2": "met"}
