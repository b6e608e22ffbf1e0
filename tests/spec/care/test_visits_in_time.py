"""CLA_VISIT: within 7 days of a placement, then every 42 days, or 3 months when settled."""

from datetime import date

import pytest

from goldenthread.indicators.care.visits_in_time import CARE_VISITS_IN_TIME
from tests.spec.drawn import outcomes

EPISODES = """
    episode | child | care | started_on | ended_on | start_reason
    --------+-------+------+------------+----------+-------------
    e1      | ann   | c1   | 2025-01-06 |          | S
    """
PLACED = """
    placement | child | started_on | ended_on | placement_type
    ----------+-------+------------+----------+---------------
    p1        | ann   | 2025-01-06 |          | U4
    """


def drawn(*days, as_at, plans="", placed=PLACED, episodes=EPISODES, **given):
    lines = "\n".join(f"v{n} | ann | {day}" for n, day in enumerate(days))
    tables = {
        "care_episodes": episodes,
        "placements": placed,
        "care_visits": f"visit | child | visited_on\n---+---+---\n{lines}",
        "care_plans": plans,
    }
    given = {"months": 1, **given}
    return outcomes(CARE_VISITS_IN_TIME, tables, as_at=date.fromisoformat(as_at), **given)


@pytest.mark.parametrize(
    ("visits", "as_at", "outcome"),
    [
        ([], "2025-01-13", "met"),
        ([], "2025-01-14", "not met"),
        (["2025-01-13"], "2025-01-31", "met"),
        (["2025-01-14"], "2025-01-31", "not met"),
        (["2025-01-14"], "2025-02-20", "met"),
        (["2025-01-13"], "2025-02-24", "met"),
        (["2025-01-13"], "2025-02-25", "not met"),
        (["2025-01-13", "2025-02-24"], "2025-02-28", "met"),
        (["2025-01-13", "2025-02-25"], "2025-02-28", "not met"),
    ],
)
def test_the_due_day_is_in_time_and_the_day_after_is_not(visits, as_at, outcome):
    assert drawn(*visits, as_at=as_at) == {"c1": outcome}


def test_after_a_year_a_settled_placement_is_visited_every_three_months():
    older = {
        "episodes": EPISODES.replace("2025-01-06", "2023-01-02"),
        "placed": PLACED.replace("2025-01-06", "2023-01-02"),
    }
    plans = "care_plan | child | permanence\n---+---+---\nx | ann | LTF"
    days = ["2024-11-30"]
    assert drawn(*days, as_at="2025-02-28", plans=plans, **older) == {"c1": "met"}
    assert drawn(*days, as_at="2025-03-01", plans=plans, **older) == {"c1": "not met"}
    assert drawn(*days, as_at="2025-02-28", **older) == {"c1": "not met"}
    within = {**older, "placed": PLACED.replace("2025-01-06", "2024-01-02")}
    assert drawn(*days, as_at="2025-02-28", plans=plans, **within) == {"c1": "not met"}


def test_a_new_placement_begins_anew():
    placed = f"{PLACED.rstrip()}\n    p2 | ann | 2025-02-03 | | U4"
    assert drawn("2025-01-10", as_at="2025-02-11", placed=placed) == {"c1": "not met"}
    assert drawn("2025-01-10", "2025-02-10", as_at="2025-02-11", placed=placed) == {"c1": "met"}


def test_a_child_with_parents_cannot_be_worked_out():
    placed = PLACED.replace("U4", "P1")
    assert drawn("2025-01-10", as_at="2025-01-31", placed=placed) == {"c1": "cannot be worked out"}


def test_a_missing_first_day_is_never_in_time():
    episodes = EPISODES.replace("2025-01-06", "?")
    assert drawn(as_at="2025-01-31", episodes=episodes) == {"c1": "cannot be worked out"}


def test_where_a_list_tells_the_latest_visit_only_its_own_month_is_answered():
    found = drawn("2025-02-20", as_at="2025-02-28", months=2, complete_from=date(2025, 2, 28))
    assert found == {"c1": "cannot be worked out, met"}


def test_a_first_visit_may_lie_before_what_the_loads_tell():
    found = drawn(as_at="2025-02-28", complete_from=date(2025, 2, 1))
    assert found == {"c1": "cannot be worked out"}


def test_a_visit_at_which_the_child_was_not_seen_is_none():
    tables = {
        "care_episodes": EPISODES,
        "placements": PLACED,
        "care_visits": "visit|child|visited_on|seen\n---+---+---+---\nv1|ann|2025-01-10|no",
    }
    found = outcomes(CARE_VISITS_IN_TIME, tables, as_at=date(2025, 1, 31), months=1)
    assert found == {"c1": "not met"}


def test_a_visit_between_two_known_ones_may_be_where_the_loads_do_not_reach():
    older = {
        "episodes": EPISODES.replace("2025-01-06", "2023-01-02"),
        "placed": PLACED.replace("2025-01-06", "2023-01-02"),
    }
    since = date(2025, 2, 28)
    found = drawn("2025-02-20", as_at="2025-02-28", complete_from=since, **older)
    assert found == {"c1": "met"}
    found = drawn("2025-01-10", as_at="2025-02-28", complete_from=since, **older)
    assert found == {"c1": "not met"}
