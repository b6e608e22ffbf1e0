"""CASELOAD, CASELOAD_HIGH, AGENCY, VACANCY, TURNOVER, SUP_HELD, SUP_RECORDED, TRAIN_SG."""

from datetime import date

import pytest

from goldenthread.engine.opening import Rule
from goldenthread.indicators.staff.agency_rate import AGENCY_RATE
from goldenthread.indicators.staff.caseload import CASELOAD
from goldenthread.indicators.staff.high_caseloads import HIGH_CASELOADS
from goldenthread.indicators.staff.supervision_held import SUPERVISION_HELD
from goldenthread.indicators.staff.supervision_recorded import SUPERVISION_RECORDED
from goldenthread.indicators.staff.training_in_date import TRAINING_IN_DATE
from goldenthread.indicators.staff.turnover_rate import TURNOVER_RATE
from goldenthread.indicators.staff.vacancy_rate import VACANCY_RATE
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 3, 31)
UNKNOWN = "cannot be worked out"
POSTS = """
    posts_row | team | as_at      | posts | filled | agency | leavers
    ----------+------+------------+-------+--------+--------+--------
    p0        | East | 2024-03-30 | 10    | 9      | 1      | 5
    p1        | East | 2024-09-30 | 10    | 9      | 1      | 2
    p2        | East | 2025-03-01 | 10    | 9      | 1      | 0
    p3        | East | 2025-03-30 | 10    | 8      | 2      | 1
    p4        | West | 2025-03-30 | 10    |        | 2      | 1
    p5        | West | ?          | 10    | 8      | 2      | 1
    """


def weighed(indicator, months=1, **tables):
    rows = cases(indicator, tables, as_at=AS_AT, months=months)
    return {(row["case"], row["outcome"], row["weight"]) for row in rows}


@pytest.mark.parametrize(
    ("indicator", "met", "rest", "undated"),
    [(AGENCY_RATE, 2, 8, (2, 8)), (VACANCY_RATE, 2, 8, (2, 8)), (TURNOVER_RATE, 3, 5, None)],
)
def test_posts_are_weighed_as_last_told_of_in_the_month(indicator, met, rest, undated):
    found = weighed(indicator, posts=POSTS)
    known = {each for each in found if each[0] == "p3"}
    assert known == {("p3", "met", met), ("p3", "not met", rest)}
    assert {each[1] for each in found if each[0] != "p3"} == {UNKNOWN}
    assert not any(each[0] in ("p0", "p1", "p2") for each in found)
    if undated:
        assert {each[2] for each in found if each[0] == "p5"} == set(undated)


def test_training_is_by_group_and_course():
    training = """
    training_row | group  | course | as_at      | needed | trained
    -------------+--------+--------+------------+--------+--------
    t1           | Health | L2     | 2025-03-01 | 100    | 70
    t2           | Health | L2     | 2025-03-20 | 100    | 80
    t3           | Police | L2     | 2025-03-20 | 10     |
    t4           | Police | L2     | 2025-02-20 | 10     | 1
    """
    assert weighed(TRAINING_IN_DATE, training=training) == {
        ("t2", "met", 80),
        ("t2", "not met", 20),
        ("t3", UNKNOWN, None),
    }


WORKERS = """
    worker | department | cases | full_time_share | started_on | left_on
    -------+------------+-------+-----------------+------------+-----------
    w1     | East       | 20    | 1               | 2020-01-01 |
    w2     | East       | 21    | 0.5             | 2020-01-01 |
    w3     | East       | 0     | 1               | 2020-01-01 |
    w4     | East       |       | 1               | 2020-01-01 |
    w5     | East       | 9     |                 | 2020-01-01 | 2025-01-01
    w6     | East       | 9     |                 | 2025-04-01 |
    """


def test_the_caseload_is_of_those_who_hold_cases_by_their_share_of_full_time():
    rows = cases(CASELOAD, {"workers": WORKERS}, as_at=AS_AT)
    assert {(row["case"], row["outcome"], row["amount"], row["weight"]) for row in rows} == {
        ("w1", "met", 20, 1),
        ("w2", "met", 21, 0.5),
        ("w4", UNKNOWN, None, 1),
    }


def test_above_the_limit_is_more_than_it():
    rules = [Rule("999", "caseload_limit", 20, date(2025, 1, 1))]
    found = outcomes(HIGH_CASELOADS, {"workers": WORKERS}, as_at=AS_AT, rules=rules)
    assert found == {"w1": "not met", "w2": "met", "w4": UNKNOWN}
    assert set(outcomes(HIGH_CASELOADS, {"workers": WORKERS}, as_at=AS_AT).values()) == {UNKNOWN}


SUPERVISIONS = """
    supervision | worker | due_on     | held_on    | recorded
    ------------+--------+------------+------------+---------
    s1          | w1     | 2025-03-10 | 2025-03-10 | yes
    s2          | w1     | 2025-03-10 | 2025-03-11 | no
    s3          | w1     | 2025-03-31 |            |
    s4          | w1     | 2025-03-30 |            |
    s5          | w1     | 2025-03-10 | ?          |
    s6          | w1     | ?          | 2025-03-10 |
    s7          | w1     | 2025-04-10 |            |
    s8          | w1     | 2024-03-10 | 2024-03-10 | yes
    """


def test_supervision_is_on_time_on_its_due_day():
    assert outcomes(SUPERVISION_HELD, {"supervisions": SUPERVISIONS}, as_at=AS_AT) == {
        "s1": "met",
        "s2": "not met",
        "s3": "still open",
        "s4": "not met",
        "s5": UNKNOWN,
        "s6": UNKNOWN,
    }


def test_supervision_is_recorded_or_not_or_nobody_knows():
    assert outcomes(SUPERVISION_RECORDED, {"supervisions": SUPERVISIONS}, as_at=AS_AT) == {
        "s1": "met",
        "s2": "not met",
        "s5": UNKNOWN,
        "s6": UNKNOWN,
    }
