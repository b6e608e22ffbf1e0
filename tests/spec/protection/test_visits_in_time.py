"""CPV_LOCAL and CPV_ALONE: the latest visit to a child on a plan."""

from datetime import date

from goldenthread.engine.opening import Rule
from goldenthread.indicators.protection.seen_alone import SEEN_ALONE
from goldenthread.indicators.protection.visits_in_time import VISITS_IN_TIME
from tests.spec.drawn import outcomes

AS_AT = date(2020, 11, 30)
FORTNIGHT = [Rule("999", "cp_visit_days", 14, date(2020, 1, 1))]


def visited(plans, visits, **given):
    tables = {"cp_plans": plans, "cp_visits": visits}
    given = {"as_at": AS_AT, "months": 1, "rules": FORTNIGHT, **given}
    return outcomes(VISITS_IN_TIME, tables, **given)


PLANS = """
    cp_plan | child | started_on
    --------+-------+-----------
    p1      | ann   | 2020-06-01
    p2      | bob   | 2020-06-01
    p3      | cat   | 2020-11-16
    p4      | dan   | 2020-11-15
    p5      | eve   | ?
    """
VISITS = """
    visit | child | visited_on | seen
    ------+-------+------------+-----
    v1    | ann   | 2020-11-16 | yes
    v2    | ann   | 2020-09-01 |
    v3    | bob   | 2020-11-15 |
    v4    | bob   | 2020-11-29 | no
    """


def test_a_visit_14_days_back_is_in_time_with_weekends_counted_and_15_is_not():
    assert visited(PLANS, VISITS) == {
        "p1": "met",
        "p2": "not met",
        "p3": "too recent",
        "p4": "not met",
        "p5": "cannot be worked out",
    }


def test_without_a_rule_for_the_day_it_cannot_be_worked_out():
    ended = [Rule("999", "cp_visit_days", 14, date(2020, 1, 1), date(2020, 11, 29))]
    other = [Rule("998", "cp_visit_days", 14, date(2020, 1, 1))]
    for rules in ([], ended, other):
        assert set(visited(PLANS, VISITS, rules=rules).values()) == {"cannot be worked out"}


def test_the_rule_of_each_month_is_taken():
    rules = [
        Rule("999", "cp_visit_days", 31, date(2020, 1, 1), date(2020, 10, 31)),
        Rule("999", "cp_visit_days", 5, date(2020, 11, 1)),
    ]
    plans = "cp_plan | child | started_on\n---+---+---\np1 | ann | 2020-06-01"
    visits = "visit | child | visited_on\n---+---+---\nv1|ann|2020-10-10\nv2|ann|2020-11-20"
    assert visited(plans, visits, rules=rules, months=2) == {"p1": "met, not met"}


def test_a_visit_before_the_plan_began_or_after_the_day_does_not_count():
    plans = "cp_plan | child | started_on\n---+---+---\np1 | ann | 2020-11-10"
    visits = "visit | child | visited_on\n---+---+---\nv1|ann|2020-11-09\nv2|ann|2020-12-01"
    assert visited(plans, visits) == {"p1": "not met"}


def test_where_only_the_latest_visit_is_told_earlier_months_are_unknown():
    plans = "cp_plan | child | started_on\n---+---+---\np1|ann|2020-06-01\np2|bob|2020-06-01"
    visits = "visit | child | visited_on\n---+---+---\nv1 | ann | 2020-11-29"
    found = visited(plans, visits, months=2, complete_from=AS_AT)
    assert found == {"p1": "cannot be worked out, met", "p2": "cannot be worked out, not met"}


def test_a_visit_may_lie_before_the_first_day_that_the_loads_tell_of():
    plans = "cp_plan | child | started_on\n---+---+---\np1|ann|2020-06-01\np2|bob|2020-11-14"
    visits = "visit | child | visited_on\n---+---+---"
    found = visited(plans, visits, complete_from=date(2020, 11, 20))
    assert found["p1"] == "cannot be worked out"


def test_a_visit_whose_day_cannot_be_read_may_be_the_latest_one():
    plans = "cp_plan | child | started_on\n---+---+---\np1|ann|2020-06-01\np2|bob|2020-06-01"
    visits = "visit | child | visited_on\n---+---+---\nv1|ann|?\nv2|bob|?\nv3|bob|2020-11-20"
    assert visited(plans, visits) == {"p1": "cannot be worked out", "p2": "met"}


def test_seen_alone_is_what_the_latest_visit_since_the_plan_began_says():
    tables = {
        "cp_plans": PLANS.replace("p5      | eve   | ?", "p5      | eve   | 2020-06-01"),
        "cp_visits": """
    visit | child | visited_on | seen_alone
    ------+-------+------------+-----------
    v1    | ann   | 2020-11-16 | yes
    v2    | ann   | 2020-09-01 | no
    v3    | bob   | 2020-11-15 | no
    v4    | cat   | 2020-11-17 |
    v5    | dan   | 2020-11-14 | yes
    v6    | eve   | 2020-11-14 | ?
    """,
    }
    assert outcomes(SEEN_ALONE, tables, as_at=AS_AT) == {
        "p1": "met",
        "p2": "not met",
        "p3": "cannot be worked out",
        "p5": "cannot be worked out",
    }


def test_seen_alone_is_of_open_plans_only():
    tables = {
        "cp_plans": """
    cp_plan | child | started_on | ended_on
    --------+-------+------------+-----------
    p1      | ann   | 2020-06-01 | 2020-11-01
    p2      | bob   | 2020-06-01 | ?
    p3      | cat   | ?          |
    """,
        "cp_visits": """
    visit | child | visited_on | seen_alone
    ------+-------+------------+-----------
    v1    | ann   | 2020-09-01 | yes
    v2    | bob   | 2020-09-01 | yes
    v3    | cat   | 2020-09-01 | yes
    """,
    }
    assert outcomes(SEEN_ALONE, tables, as_at=AS_AT) == {}
