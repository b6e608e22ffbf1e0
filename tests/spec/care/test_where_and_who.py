"""PLACE_20M, SW_3PLUS, CLA_PWP, MISSING, RHI_72H."""

from datetime import date

from goldenthread.indicators.care.far_from_home import FAR_FROM_HOME
from goldenthread.indicators.care.many_social_workers import MANY_SOCIAL_WORKERS
from goldenthread.indicators.care.missing_episodes import MISSING_EPISODES
from goldenthread.indicators.care.placed_with_parents import PLACED_WITH_PARENTS
from goldenthread.indicators.care.return_interviews import RETURN_INTERVIEWS
from tests.spec.drawn import outcomes

AS_AT = date(2025, 3, 31)
EPISODES = """
    episode | child | care | started_on | ended_on | start_reason
    --------+-------+------+------------+----------+-------------
    e1      | ann   | a    | 2020-01-01 |          | S
    e2      | bob   | b    | 2020-01-01 |          | S
    e3      | cat   | c    | 2020-01-01 |          | S
    e4      | dan   | d    | ?          |          | S
    """
PLACEMENTS = """
    placement | child | started_on | ended_on   | miles_from_home | placement_type
    ----------+-------+------------+------------+-----------------+---------------
    p1        | ann   | 2020-01-01 | 2025-03-31 | 3               | U4
    p2        | ann   | 2025-03-31 |            | 20.1            | P1
    p3        | bob   | 2020-01-01 |            | 20              | U4
    p4        | cat   | 2020-01-01 |            |                 |
    """


def drawn(indicator, months=1, **tables):
    return outcomes(indicator, {"care_episodes": EPISODES, **tables}, as_at=AS_AT, months=months)


def test_further_than_twenty_miles_is_far_and_an_unknown_distance_is_apart():
    found = drawn(FAR_FROM_HOME, placements=PLACEMENTS)
    unknown = "cannot be worked out"
    assert found == {"a": "met", "b": "not met", "c": unknown, "d": unknown}
    assert drawn(FAR_FROM_HOME, months=2, placements=PLACEMENTS)["a"] == "not met, met"


def test_with_parents_is_the_placement_of_the_day():
    found = drawn(PLACED_WITH_PARENTS, placements=PLACEMENTS)
    unknown = "cannot be worked out"
    assert found == {"a": "met", "b": "not met", "c": unknown, "d": unknown}


def test_two_children_whose_period_of_care_has_no_name_are_two():
    found = outcomes(
        PLACED_WITH_PARENTS,
        {
            "care_episodes": """
                episode | child | care | started_on | ended_on | start_reason
                --------+-------+------+------------+----------+-------------
                e1      | ann   |      | 2020-01-01 |          | S
                e3      | cat   |      | 2020-01-01 |          | S
                """,
            "placements": PLACEMENTS,
        },
        as_at=AS_AT,
        months=1,
    )
    assert found == {"ann": "met", "cat": "cannot be worked out"}


WORKERS = """
    involvement | child | worker | part          | started_on | ended_on
    ------------+-------+--------+---------------+------------+-----------
    i1          | ann   | w1     | SOCIAL_WORKER | 2020-01-01 | 2024-04-01
    i2          | ann   | w2     | SOCIAL_WORKER | 2024-04-01 | 2024-09-01
    i3          | ann   | w3     | SOCIAL_WORKER | 2024-09-01 |
    i4          | bob   | w1     | SOCIAL_WORKER | 2020-01-01 | 2024-03-31
    i5          | bob   | w2     |               | 2024-04-01 | 2024-09-01
    i6          | bob   | w3     | SOCIAL_WORKER | 2024-09-01 | 2024-10-01
    i7          | bob   | w2     | SOCIAL_WORKER | 2024-10-01 |
    i8          | bob   | w9     | ADVISER       | 2024-10-01 |
    """


def test_three_different_workers_in_twelve_months():
    unknown = "cannot be worked out"
    assert drawn(MANY_SOCIAL_WORKERS, involvements=WORKERS) == {
        "a": "met",
        "b": "not met",
        "c": unknown,
        "d": unknown,
    }


def test_workers_before_what_the_loads_tell_are_unknown():
    tables = {"care_episodes": EPISODES, "involvements": WORKERS}
    since = date(2024, 5, 1)
    found = outcomes(MANY_SOCIAL_WORKERS, tables, as_at=AS_AT, months=1, complete_from=since)
    assert (found["a"], found["b"]) == ("met", "cannot be worked out")


MISSING = """
    missing_episode | child | started_on | ended_on   | missing_type | interview_offered | hours_to_interview
    ----------------+-------+------------+------------+--------------+-------------------+-------------------
    m1              | ann   | 2025-03-01 | 2025-03-02 | M            | yes               | 72
    m2              | ann   | 2025-03-05 | 2025-03-06 |              | yes               | 72.5
    m3              | ann   | 2025-03-05 | 2025-03-06 | A            | yes               | 1
    m4              | bob   | 2025-03-05 | 2025-03-06 | M            | no                |
    m5              | bob   | 2025-03-05 | 2025-03-28 | M            |                   |
    m6              | bob   | 2025-03-05 | 2025-03-27 | M            |                   |
    m7              | cat   | 2025-03-05 | 2025-03-27 | M            | yes               | ?
    m8              | cat   | 2025-03-05 |            | M            |                   |
    m9              | cat   | ?          | ?          | M            |                   |
    n1              | cat   | 2024-03-05 | 2024-03-08 | M            |                   | 2
    """


def test_each_time_that_a_child_went_missing_counts_and_being_away_does_not():
    found = outcomes(MISSING_EPISODES, {"missing_episodes": MISSING}, as_at=AS_AT)
    assert set(found) == {"m1", "m2", "m4", "m5", "m6", "m7", "m8", "m9"}
    assert found["m9"] == "cannot be worked out"


def test_an_interview_is_due_within_72_hours_of_the_return():
    assert outcomes(RETURN_INTERVIEWS, {"missing_episodes": MISSING}, as_at=AS_AT) == {
        "m1": "met",
        "m2": "not met",
        "m4": "not met",
        "m5": "still open",
        "m6": "cannot be worked out",
        "m7": "cannot be worked out",
        "m9": "cannot be worked out",
    }
