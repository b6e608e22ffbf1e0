"""CIN_REVIEW: the latest review of a child in need plan."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.opening import Rule
from goldenthread.indicators.protection.reviews_in_need_in_time import REVIEWS_IN_NEED_IN_TIME
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 1, 31)
CANNOT = "cannot be worked out"
RULES = [
    Rule("999", "cin_first_review_weeks", 6, date(2020, 1, 1)),
    Rule("999", "cin_review_weeks", 13, date(2020, 1, 1)),
]


def drawn(plans, **given):
    given = {"as_at": AS_AT, "months": 1, "rules": RULES, **given}
    return outcomes(REVIEWS_IN_NEED_IN_TIME, {"cin_plans": plans}, **given)


def test_the_last_days_in_time_and_the_first_days_late():
    assert drawn(
        """
        cin_plan | child | started_on | reviewed_on
        ---------+-------+------------+------------
        p1       | ann   | 2024-12-20 |
        p2       | bob   | 2024-12-19 |
        p3       | cat   | 2024-06-01 | 2024-11-01
        p4       | dan   | 2024-06-01 | 2024-10-31
        p5       | eve   | 2024-12-20 | 2025-01-10
        """
    ) == {
        "p1": "too recent",
        "p2": "not met",
        "p3": "met",
        "p4": "not met",
        "p5": "too recent",
    }


def test_a_review_on_or_before_the_first_day_of_the_plan_is_none():
    assert drawn(
        """
        cin_plan | child | started_on | reviewed_on
        ---------+-------+------------+------------
        p1       | ann   | 2024-12-01 | 2024-12-01
        p2       | bob   | 2024-12-01 | 2024-11-30
        p3       | cat   | 2024-12-01 | 2024-12-02
        """
    ) == {"p1": "not met", "p2": "not met", "p3": "met"}


def test_an_unreadable_review_is_neither_in_time_nor_late():
    plans = "cin_plan|child|started_on|reviewed_on\n---\np1|ann|2024-06-01|?"
    assert drawn(plans) == {"p1": CANNOT}


def test_a_month_before_the_latest_review_cannot_be_worked_out():
    plans = "cin_plan|child|started_on|reviewed_on\n---\np1|ann|2024-06-01|2025-01-01"
    assert drawn(plans, months=2) == {"p1": f"{CANNOT}, met"}


def test_without_both_rules_for_the_day_it_cannot_be_worked_out():
    plans = "cin_plan|child|started_on|reviewed_on\n---\np1|ann|2024-06-01|2025-01-01"
    for rules in ([], RULES[:1], RULES[1:]):
        assert drawn(plans, rules=rules) == {"p1": CANNOT}


def test_a_plan_that_ended_by_the_day_is_not_counted_and_each_open_one_of_a_child_is():
    assert drawn(
        """
        cin_plan | child | started_on | ended_on   | reviewed_on
        ---------+-------+------------+------------+------------
        p1       | ann   | 2024-01-01 | 2025-01-31 |
        p2       | ann   | 2024-06-01 | 2025-02-01 | 2025-01-01
        p3       | ann   | 2024-06-01 |            |
        p4       | ann   | 2025-02-01 |            |
        """
    ) == {"p2": "met", "p3": "not met"}


def test_a_plan_whose_first_or_last_day_cannot_be_read_stays_in_no_month():
    rows = cases(
        REVIEWS_IN_NEED_IN_TIME,
        {
            "cin_plans": """
        cin_plan | child | started_on | ended_on | reviewed_on
        ---------+-------+------------+----------+------------
        p1       | ann   | ?          |          | 2025-01-01
        p2       | bob   | 2024-06-01 | ?        | 2025-01-01
        p3       | cat   |            |          | 2025-01-01
        """
        },
        as_at=AS_AT,
        rules=RULES,
    )
    assert {(row["case"], row["month"], row["outcome"]) for row in rows} == {
        ("p1", None, CANNOT),
        ("p2", None, CANNOT),
    }


DAYS = st.one_of(st.integers(0, 200), st.sampled_from([41, 42, 43, 90, 91, 92]))


@settings(max_examples=25)
@given(st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS)), min_size=1, max_size=6))
def test_it_is_what_weeks_counted_by_hand_say(told):
    rows = [
        f"p{place}|ann|{ago(age)}|{'' if since is None else ago(since)}"
        for place, (age, since) in enumerate(told)
    ]
    found = drawn("\n".join(["cin_plan|child|started_on|reviewed_on\n---", *rows]))
    assert found == {f"p{place}": by_hand(*each) for place, each in enumerate(told)}


def ago(days):
    return AS_AT - timedelta(days=days)


def by_hand(age, since):
    if ago(age) + timedelta(weeks=6) >= AS_AT:
        return "too recent"
    was_reviewed = since is not None and since < age
    return "met" if was_reviewed and ago(since) + timedelta(weeks=13) >= AS_AT else "not met"
