"""CIN_PLAN: children in need, on no protection plan and not in care, who have a plan."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.indicators.protection.in_need_with_plan import IN_NEED_WITH_PLAN
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 1, 31)
CANNOT = "cannot be worked out"
OF_ANN = "referral|child|referral_date\n---\nr1|ann|2024-01-02"


def drawn(referrals, *, cin="", cp="", care="", **given):
    tables = {"referrals": referrals, "cin_plans": cin, "cp_plans": cp, "care_episodes": care}
    tables = {name: text for name, text in tables.items() if text}
    return outcomes(IN_NEED_WITH_PLAN, tables, **{"as_at": AS_AT, "months": 1, **given})


def test_a_plan_counts_from_its_first_day_until_the_day_before_its_last():
    assert drawn(
        """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2024-01-02
        r2       | bob   | 2024-01-02
        r3       | cat   | 2024-01-02
        r4       | dan   | 2024-01-02
        r5       | eve   | 2024-01-02
        """,
        cin="""
        cin_plan | child | started_on | ended_on
        ---------+-------+------------+-----------
        p1       | ann   | 2025-01-31 |
        p2       | bob   | 2025-02-01 |
        p3       | cat   | 2024-06-01 | 2025-01-31
        p4       | dan   | 2024-06-01 | 2025-02-01
        """,
    ) == {"r1": "met", "r2": "not met", "r3": "not met", "r4": "met", "r5": "not met"}


def test_for_45_working_days_it_is_too_recent_and_bank_holidays_are_not_counted():
    # Without Christmas, Boxing Day and New Year's Day, 31 January is day 45 from 26 November.
    assert drawn(
        """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2024-11-26
        r2       | bob   | 2024-11-25
        """,
        cin="cin_plan|child|started_on\n---\np1|ann|2024-12-01\np2|bob|2024-12-01",
    ) == {"r1": "too recent", "r2": "met"}


def test_a_child_on_a_protection_plan_or_in_care_on_the_day_is_not_counted():
    assert drawn(
        """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2024-01-02
        r2       | bob   | 2024-01-02
        r3       | cat   | 2024-01-02
        r4       | dan   | 2024-01-02
        r5       | eve   | 2024-01-02
        """,
        cp="""
        cp_plan | child | started_on | ended_on
        --------+-------+------------+-----------
        c1      | ann   | 2025-01-31 |
        c2      | bob   | 2024-02-01 | 2025-01-31
        """,
        care="""
        episode | child | care | started_on | ended_on   | legal_status
        --------+-------+------+------------+------------+-------------
        e1      | cat   | k1   | 2024-12-01 |            | E1
        e2      | dan   | k2   | 2024-12-01 | 2025-01-31 | E1
        e3      | eve   | k3   | 2024-12-01 |            | V4
        """,
    ) == {"r2": "not met", "r4": "not met", "r5": "not met"}


def test_a_child_who_was_elsewhere_in_one_month_is_counted_in_the_others():
    plan = "cp_plan|child|started_on|ended_on\n---\nc1|ann|2024-11-15|2024-12-20"
    assert drawn(OF_ANN, cp=plan, months=3) == {"r1": "not met, not met"}


def test_where_it_cannot_be_told_whether_a_child_is_elsewhere_nobody_knows():
    lost = (
        "c1|ann|?|",
        "c1|ann||",
        "c1|ann|2024-06-01|?",
        "c1|ann|?|2025-02-10",
    )
    for row in lost:
        assert drawn(OF_ANN, cp=f"cp_plan|child|started_on|ended_on\n---\n{row}") == {"r1": CANNOT}
    care = "episode|child|care|started_on|ended_on\n---\ne1|ann|k1|2024-06-01|?"
    assert drawn(OF_ANN, care=care) == {"r1": CANNOT}


def test_a_plan_that_surely_was_not_open_on_the_day_leaves_no_doubt():
    heading = "cp_plan|child|started_on|ended_on\n---"
    begun = drawn(OF_ANN, cp=f"{heading}\nc1|ann|2025-01-10|?", months=2)
    ended = drawn(OF_ANN, cp=f"{heading}\nc1|ann|?|2025-01-31", months=2)
    assert begun == {"r1": f"not met, {CANNOT}"}
    assert ended == {"r1": f"{CANNOT}, not met"}


def test_a_plan_in_need_whose_days_are_lost_is_neither_there_nor_missing():
    plans = "cin_plan|child|started_on|ended_on\n---\np1|ann|2024-06-01|?"
    assert drawn(OF_ANN, cin=plans) == {"r1": CANNOT}
    assert drawn(OF_ANN, cin=f"{plans}\np2|ann|2024-06-01|") == {"r1": "met"}


def test_a_referral_whose_day_cannot_be_read_is_in_no_month_and_never_met():
    rows = cases(
        IN_NEED_WITH_PLAN,
        {
            "referrals": "referral|child|referral_date\n---\nr1|ann|?\nr2|ann|",
            "cin_plans": "cin_plan|child|started_on\n---\np1|ann|2024-06-01",
        },
        as_at=AS_AT,
    )
    assert [(row["case"], row["month"], row["outcome"]) for row in rows] == [("r1", None, CANNOT)]


def test_a_referral_before_the_published_holidays_cannot_be_counted():
    assert drawn(OF_ANN.replace("2024-01-02", "1970-01-01")) == {"r1": CANNOT}


def test_months_before_the_loads_reach_are_unknown():
    plans = "cin_plan|child|started_on\n---\np1|ann|2024-06-01"
    found = drawn(OF_ANN, cin=plans, months=3, complete_from=date(2024, 12, 1))
    assert found == {"r1": f"{CANNOT}, met, met"}


def test_each_open_episode_of_a_child_counts_and_a_closed_one_does_not():
    assert drawn(
        """
        referral | child | referral_date | closed_on  | no_further_action
        ---------+-------+---------------+------------+------------------
        r1       | ann   | 2023-01-02    | 2024-01-02 |
        r2       | ann   | 2024-01-02    |            |
        r3       | ann   | 2024-02-02    |            |
        r4       | ann   | 2024-03-02    |            | yes
        """
    ) == {"r2": "not met", "r3": "not met"}


SPAN = st.tuples(st.integers(-60, 5), st.one_of(st.none(), st.integers(-30, 20)))


@settings(max_examples=25)
@given(st.lists(SPAN, max_size=4), st.lists(SPAN, max_size=4))
def test_it_is_what_a_walk_through_the_months_says(protected, planned):
    found = drawn(
        OF_ANN,
        cp="\n".join(["cp_plan|child|started_on|ended_on\n---", *spans("c", protected)]),
        cin="\n".join(["cin_plan|child|started_on|ended_on\n---", *spans("p", planned)]),
        months=2,
    )
    months = [by_hand(day, protected, planned) for day in (date(2024, 12, 31), AS_AT)]
    assert found == ({"r1": ", ".join(filter(None, months))} if any(months) else {})


def spans(name, told):
    return [f"{name}{place}|ann|{on(first)}|{on(last)}" for place, (first, last) in enumerate(told)]


def on(days):
    return "" if days is None else AS_AT + timedelta(days=days)


def by_hand(day, protected, planned):
    if open_on(day, protected):
        return None
    return "met" if open_on(day, planned) else "not met"


def open_on(day, told):
    return any(on(first) <= day and (last is None or on(last) > day) for first, last in told)
