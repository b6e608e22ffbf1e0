"""CLA_REVIEW, CLA_PARTIC, CLA_CAREPLAN, PEP: reviews and plans of children in care."""

from datetime import date

import pytest

from goldenthread.engine.opening import Rule
from goldenthread.indicators.care.care_plan_current import CARE_PLAN_CURRENT
from goldenthread.indicators.care.education_plans import EDUCATION_PLANS
from goldenthread.indicators.care.participation import PARTICIPATION
from goldenthread.indicators.care.reviews_in_time import CARE_REVIEWS_IN_TIME
from tests.spec.drawn import outcomes

EPISODES = """
    episode | child | care | started_on | ended_on | start_reason
    --------+-------+------+------------+----------+-------------
    e1      | ann   | c1   | 2024-12-02 |          | S
    """
CHILDREN = "child | birth_month\n---+---\nann | 2014-01-01"


def reviewed(*days, as_at, episodes=EPISODES, months=1, **given):
    lines = "\n".join(f"r{n} | ann | {day}" for n, day in enumerate(days))
    tables = {
        "care_episodes": episodes,
        "care_reviews": f"review | child | held_on\n---+---+---\n{lines}",
    }
    day = date.fromisoformat(as_at)
    return outcomes(CARE_REVIEWS_IN_TIME, tables, as_at=day, months=months, **given)


@pytest.mark.parametrize(
    ("reviews", "as_at", "outcome"),
    [
        ([], "2025-01-02", "too recent"),
        ([], "2025-01-03", "not met"),
        (["2025-01-02"], "2025-01-31", "met"),
        (["2025-01-03"], "2025-01-31", "not met"),
        (["2025-01-02"], "2025-04-02", "met"),
        (["2025-01-02"], "2025-04-03", "not met"),
        (["2025-01-02", "2025-04-02"], "2025-10-02", "met"),
        (["2025-01-02", "2025-04-02"], "2025-10-03", "not met"),
        (["2024-12-02", "2025-01-02"], "2025-01-31", "met"),
    ],
)
def test_20_working_days_over_christmas_then_3_months_then_6(reviews, as_at, outcome):
    assert reviewed(*reviews, as_at=as_at) == {"c1": outcome}


def test_a_late_review_counts_for_its_months_and_not_for_later_ones():
    found = reviewed("2025-01-10", as_at="2025-03-31", months=3)
    assert found == {"c1": "not met, met, met"}


def test_care_that_began_before_the_loads_reach_cannot_be_worked_out():
    found = reviewed("2025-01-02", as_at="2025-01-31", complete_from=date(2025, 1, 1))
    assert found == {"c1": "cannot be worked out"}


def test_a_list_of_latest_reviews_answers_for_its_day():
    since = date(2025, 1, 31)
    assert reviewed("2025-01-02", as_at="2025-01-31", complete_from=since) == {"c1": "met"}
    assert reviewed(as_at="2025-01-31", complete_from=since) == {"c1": "cannot be worked out"}
    long_ago = EPISODES.replace("2024-12-02", "2020-12-02")
    for day, outcome in (("2024-05-02", "not met"), ("2024-09-02", "cannot be worked out")):
        found = reviewed(day, as_at="2025-01-31", episodes=long_ago, complete_from=since)
        assert found == {"c1": outcome}


def test_a_first_day_that_cannot_be_read_is_never_in_time():
    episodes = EPISODES.replace("2024-12-02", "?")
    assert reviewed(as_at="2025-01-31", episodes=episodes) == {"c1": "cannot be worked out"}


def test_taking_part_is_by_code_for_children_of_four_and_more():
    tables = {
        "children": "child | birth_day\n---+---\nann | 2014-01-01\nbob | 2021-01-03",
        "care_reviews": """
    review | child | held_on    | participation | cancelled
    -------+-------+------------+---------------+----------
    r1     | ann   | 2025-01-02 | PN6           |
    r2     | ann   | 2025-01-03 | PN7           |
    r3     | ann   | 2025-01-04 |               |
    r4     | ann   | 2025-01-04 | PN0           |
    r5     | ann   | 2025-01-04 | PN1           | yes
    r6     | bob   | 2025-01-02 | PN1           |
    r7     | bob   | 2025-01-03 | PN1           |
    r8     | cat   | 2025-01-03 | PN1           |
    r9     | ann   | ?          | PN1           |
    s1     | ann   | 2023-01-03 | PN1           |
    """,
    }
    assert outcomes(PARTICIPATION, tables, as_at=date(2025, 1, 31)) == {
        "r1": "met",
        "r2": "not met",
        "r3": "cannot be worked out",
        "r7": "met",
        "r8": "met",
        "r9": "cannot be worked out",
    }


def test_a_care_plan_is_current_by_the_councils_own_days():
    rules = [Rule("999", "care_plan_days", 60, date(2024, 1, 1))]

    def current(plans, as_at, rules=rules, episodes=EPISODES):
        tables = {
            "care_episodes": episodes,
            "care_plans": f"care_plan | child | started_on\n---+---+---\n{plans}",
        }
        day = date.fromisoformat(as_at)
        return outcomes(CARE_PLAN_CURRENT, tables, as_at=day, months=1, rules=rules)

    assert current("p | ann | 2024-12-02", "2025-01-31") == {"c1": "met"}
    assert current("p | ann | 2024-12-01", "2025-01-31") == {"c1": "not met"}
    assert current("", "2024-12-13") == {"c1": "too recent"}
    assert current("", "2024-12-16") == {"c1": "not met"}
    assert current("", "2024-12-16", rules=[]) == {"c1": "cannot be worked out"}
    lost = EPISODES.replace("2024-12-02", "?")
    assert current("", "2024-12-16", episodes=lost) == {"c1": "cannot be worked out"}


def test_an_education_plan_of_the_last_half_year_is_in_date():
    def planned(*days, as_at="2025-06-30", children=CHILDREN, **given):
        lines = "\n".join(f"p{n} | ann | {day}" for n, day in enumerate(days))
        tables = {
            "care_episodes": EPISODES,
            "children": children,
            "education_plans": f"education_plan | child | completed_on\n---+---+---\n{lines}",
        }
        day = date.fromisoformat(as_at)
        return outcomes(EDUCATION_PLANS, tables, as_at=day, months=1, **given)

    assert planned("2024-12-30") == {"c1": "met"}
    assert planned("2024-12-29") == {"c1": "not met"}
    assert planned(as_at="2025-01-02") == {"c1": "too recent"}
    assert planned(as_at="2025-01-03") == {"c1": "not met"}
    later = date(2025, 7, 1)
    assert planned(complete_from=later) == {"c1": "cannot be worked out"}
    assert planned(children="") == {"c1": "cannot be worked out"}
    assert planned(children=CHILDREN.replace("2014", "2008")) == {}
    assert planned(children=CHILDREN.replace("2014", "2021")) == {}
