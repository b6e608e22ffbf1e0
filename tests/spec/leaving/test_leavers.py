"""CL_TOUCH, CL_ACCOM, CL_EET_17_18, CL_EET_19_21, PATHWAY: care leavers on the day."""

from datetime import date

from goldenthread.indicators.leaving.accommodation import ACCOMMODATION
from goldenthread.indicators.leaving.in_education_17_18 import IN_EDUCATION_17_18
from goldenthread.indicators.leaving.in_education_19_21 import IN_EDUCATION_19_21
from goldenthread.indicators.leaving.in_touch import IN_TOUCH
from goldenthread.indicators.leaving.pathway_plans import PATHWAY_PLANS
from tests.spec.drawn import outcomes

AS_AT = date(2025, 3, 31)
UNKNOWN = "cannot be worked out"
CHILDREN = """
    child | birth_day
    ------+-----------
    a16   | 2008-04-01
    a17   | 2008-03-31
    a18   | 2006-04-01
    a19   | 2006-03-31
    a21   | 2003-04-01
    a22   | 2003-03-31
    """
LEAVERS = """
    care_leaver | child | in_touch | accommodation | suitable   | activity
    ------------+-------+----------+---------------+------------+---------
    l16         | a16   | YES      | U             | SUITABLE   | F1
    l17         | a17   | YES      | U             | SUITABLE   | F1
    l18         | a18   | NO       |               |            |
    l19         | a19   | REFU     |               |            |
    l21         | a21   | YES      | X             | SUITABLE   | G4
    l22         | a22   | YES      | U             | SUITABLE   | F1
    x1          | a19   | DIED     | U             | SUITABLE   | F1
    x2          | a19   | RHOM     | U             | SUITABLE   | F1
    x3          | a19   |          | U             | UNSUITABLE | P2
    x4          | a19   | NREQ     | R             |            |
    x5          | a99   | YES      | U             | SUITABLE   | F1
    x6          | a20   | YES      | ?             | ?          | ?
    x7          | a19   | YES      | U             | SUITABLE   | 0
    """


def drawn(indicator):
    return outcomes(
        indicator, {"children": CHILDREN, "care_leavers": LEAVERS}, as_at=AS_AT, months=3
    )


def test_in_touch_is_of_17_to_21_and_refused_stays_in_the_count():
    assert drawn(IN_TOUCH) == {
        "l17": "met",
        "l18": "not met",
        "l19": "not met",
        "l21": "met",
        "x3": UNKNOWN,
        "x4": "not met",
        "x5": UNKNOWN,
        "x6": UNKNOWN,
        "x7": "met",
    }


def test_custody_is_not_suitable_and_who_is_away_is_left_out():
    assert drawn(ACCOMMODATION) == {
        "l19": "not met",
        "l21": "not met",
        "x3": "not met",
        "x5": UNKNOWN,
        "x6": UNKNOWN,
        "x7": "met",
    }


def test_education_and_work_are_the_codes_f_and_p():
    assert drawn(IN_EDUCATION_17_18) == {
        "l17": "met",
        "l18": "not met",
        "x5": UNKNOWN,
        "x6": UNKNOWN,
    }
    assert drawn(IN_EDUCATION_19_21) == {
        "l19": "not met",
        "l21": "not met",
        "x3": "met",
        "x4": UNKNOWN,
        "x5": UNKNOWN,
        "x6": UNKNOWN,
        "x7": "not met",
    }


def test_a_pathway_plan_of_the_last_six_months_is_in_date():
    leavers = """
    care_leaver | child | eligibility     | pathway_plan_on
    ------------+-------+-----------------+----------------
    l1          | ann   | FORMER_RELEVANT | 2024-09-30
    l2          | bob   | RELEVANT        | 2024-09-29
    l3          | cat   | ELIGIBLE        |
    l4          | dan   | ELIGIBLE        | ?
    l5          | eve   |                 | 2025-01-01
    l6          | fay   | QUALIFYING      | 2025-01-01
    l7          | gus   | ELIGIBLE        | 2025-04-01
    """
    assert outcomes(PATHWAY_PLANS, {"care_leavers": leavers}, as_at=AS_AT) == {
        "l1": "met",
        "l2": "not met",
        "l3": "not met",
        "l4": UNKNOWN,
        "l5": UNKNOWN,
        "l7": "not met",
    }
