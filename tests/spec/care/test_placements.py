"""CLA_RATE, PLACE_3PLUS and PLACE_LT: periods of care and stays with carers."""

from datetime import date

from goldenthread.indicators.care.in_care_rate import IN_CARE_RATE
from goldenthread.indicators.care.same_carer import SAME_CARER
from goldenthread.indicators.care.three_placements import THREE_PLACEMENTS
from tests.spec.drawn import outcomes

AS_AT = date(2025, 3, 31)


def drawn(indicator, episodes, placements="", children="", **given):
    tables = {"care_episodes": episodes, "placements": placements, "children": children}
    return outcomes(indicator, tables, **{"as_at": AS_AT, "months": 1, **given})


ONE = """
    episode | child | care | started_on | ended_on | start_reason | legal_status
    --------+-------+------+------------+----------+--------------+-------------
    e1      | ann   | c1   | 2020-06-01 |          | S            | C2
    """


def test_a_child_is_in_care_from_the_first_day_until_before_the_last():
    found = drawn(
        IN_CARE_RATE,
        """
    episode | child | care | started_on | ended_on   | end_reason | start_reason | legal_status
    --------+-------+------+------------+------------+------------+--------------+-------------
    e1      | ann   | c1   | 2025-03-31 |            |            | S            | C2
    e2      | bob   | c2   | 2024-01-01 | 2025-03-31 | E4A        | S            | C2
    e3      | cat   | c3   | 2024-01-01 | 2024-02-01 | X1         | S            | V2
    e4      | cat   | c3   | 2024-02-01 |            |            | L            | C2
    e5      | dan   | c4   | 2024-01-01 |            |            | S            | V4
    e6      | eve   | c5   | ?          |            |            | S            | C2
    e7      | fay   | c6   | 2025-04-01 |            |            | S            | C2
    e8      | ann   | c7   | 2020-01-01 | 2021-01-01 | E4A        | S            | C2
        """,
    )
    assert found == {"c1": "met", "c3": "met", "c5": "cannot be worked out"}


def test_three_stays_in_the_year_count_and_two_do_not():
    placements = """
    placement | child | started_on | ended_on
    ----------+-------+------------+-----------
    p1        | ann   | 2023-01-01 | 2024-04-02
    p2        | ann   | 2024-04-02 | 2024-09-01
    p3        | ann   | 2024-09-01 |
    """
    assert drawn(THREE_PLACEMENTS, ONE, placements) == {"c1": "met"}
    ended = placements.replace("2024-04-02", "2024-04-01")
    assert drawn(THREE_PLACEMENTS, ONE, ended) == {"c1": "not met"}


def test_temporary_short_and_same_carer_placements_are_no_stays():
    placements = """
    placement | child | started_on | ended_on   | placement_type | same_carer
    ----------+-------+------------+------------+----------------+-----------
    p1        | ann   | 2024-05-01 | 2024-06-01 | U4             | no
    p2        | ann   | 2024-06-01 | 2024-06-08 | T1             | no
    p3        | ann   | 2024-06-08 | 2024-06-08 | K2             | no
    p4        | ann   | 2024-06-08 | 2024-08-01 | K2             | no
    p5        | ann   | 2024-08-01 |            | A3             | yes
    """
    assert drawn(THREE_PLACEMENTS, ONE, placements) == {"c1": "not met"}
    other = placements.replace("A3             | yes", "A3             | no")
    assert drawn(THREE_PLACEMENTS, ONE, other) == {"c1": "met"}


def test_where_loads_do_not_reach_back_a_year_only_enough_or_all_is_known():
    placements = """
    placement | child | started_on | ended_on
    ----------+-------+------------+---------
    p1        | ann   | 2024-11-01 |
    p2        | bob   | 2024-11-01 |
    """
    episodes = f"{ONE.rstrip()}\n    e2 | bob | c2 | 2024-11-01 | | S | C2"
    found = drawn(THREE_PLACEMENTS, episodes, placements, complete_from=date(2024, 10, 1))
    assert found == {"c1": "cannot be worked out", "c2": "not met"}


def test_the_number_that_a_list_tells_answers_for_its_day():
    placements = """
    placement | child | started_on | placements_in_12_months
    ----------+-------+------------+------------------------
    p1        | ann   | 2024-11-01 | 3
    p2        | bob   | 2024-11-01 | 2
    """
    episodes = f"{ONE.rstrip()}\n    e2 | bob | c2 | 2020-11-01 | | | C2"
    found = drawn(THREE_PLACEMENTS, episodes, placements, complete_from=AS_AT, months=2)
    assert found == {"c1": "cannot be worked out, met", "c2": "cannot be worked out, not met"}


def test_a_child_whose_first_day_in_care_cannot_be_read_is_not_counted_as_stable():
    episodes = ONE.replace("2020-06-01", "?")
    assert drawn(THREE_PLACEMENTS, episodes) == {"c1": "cannot be worked out"}
    assert drawn(SAME_CARER, episodes) == {"c1": "cannot be worked out"}


CHILDREN = """
    child | birth_day  | birth_month
    ------+------------+------------
    ann   | 2010-01-01 | 2010-01-01
    """
STAY = """
    placement | child | started_on | ended_on | placement_type | same_carer
    ----------+-------+------------+----------+----------------+-----------
    p1        | ann   | 2023-03-31 |          | U4             | no
    """


def test_two_years_on_the_day_is_two_years():
    assert drawn(SAME_CARER, ONE, STAY, CHILDREN) == {"c1": "met"}
    shorter = STAY.replace("2023-03-31", "2023-04-01")
    assert drawn(SAME_CARER, ONE, shorter, CHILDREN) == {"c1": "not met"}


def test_two_and_a_half_years_in_care_on_the_day_is_enough_to_be_counted():
    enough = ONE.replace("2020-06-01", "2022-09-30")
    assert set(drawn(SAME_CARER, enough, STAY, CHILDREN)) == {"c1"}
    assert drawn(SAME_CARER, ONE.replace("2020-06-01", "2022-10-01"), STAY, CHILDREN) == {}


def test_a_child_of_16_is_not_counted_and_one_whose_age_is_unknown_cannot_be_worked_out():
    assert drawn(SAME_CARER, ONE, STAY, CHILDREN.replace("2010-01-01", "2009-03-31")) == {}
    day_before = CHILDREN.replace("2010-01-01", "2009-04-01")
    assert drawn(SAME_CARER, ONE, STAY, day_before) == {"c1": "met"}
    assert drawn(SAME_CARER, ONE, STAY) == {"c1": "cannot be worked out"}


def test_with_adopters_the_carer_before_counts_too():
    stays = """
    placement | child | started_on | ended_on   | placement_type | same_carer
    ----------+-------+------------+------------+----------------+-----------
    p1        | ann   | 2022-01-01 | 2024-06-01 | U4             | no
    p2        | ann   | 2024-06-01 |            | A4             | no
    """
    assert drawn(SAME_CARER, ONE, stays, CHILDREN) == {"c1": "met"}
    assert drawn(SAME_CARER, ONE, stays.replace("A4", "U1"), CHILDREN) == {"c1": "not met"}


def test_the_same_carer_in_another_placement_is_the_same_stay():
    stays = """
    placement | child | started_on | ended_on   | placement_type | same_carer
    ----------+-------+------------+------------+----------------+-----------
    p1        | ann   | 2022-01-01 | 2024-06-01 | U4             | no
    p2        | ann   | 2024-06-01 |            | U1             | yes
    """
    assert drawn(SAME_CARER, ONE, stays, CHILDREN) == {"c1": "met"}
    assert drawn(SAME_CARER, ONE, stays.split("p1 ")[0], CHILDREN) == {"c1": "cannot be worked out"}


def test_where_files_begin_in_mid_care_a_short_stay_cannot_be_worked_out():
    episodes = ONE.replace("2020-06-01", "2024-04-01").replace("| S ", "| L ")
    stays = STAY.replace("2023-03-31", "2024-04-01").replace("| no", "| yes")
    assert drawn(SAME_CARER, episodes, stays, CHILDREN) == {"c1": "cannot be worked out"}
    long = ONE.replace("| S ", "| L ")
    assert drawn(SAME_CARER, long, stays, CHILDREN) == {"c1": "cannot be worked out"}
