"""CARE_26W: concluded within 26 weeks beginning with the day of issue."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.indicators.protection.proceedings_in_time import PROCEEDINGS_IN_TIME
from tests.spec.drawn import cases, outcomes

AS_AT = date(2023, 3, 31)
DAYS = st.one_of(st.integers(-1, 400), st.integers(180, 183))


def drawn(proceedings, **given):
    tables = {"care_proceedings": proceedings}
    return outcomes(PROCEEDINGS_IN_TIME, tables, **{"as_at": AS_AT, **given})


def test_the_day_of_issue_is_day_1_so_1_march_is_in_time_and_2_march_is_not():
    assert drawn(
        """
        proceedings_row | child | issued_on  | concluded_on
        ----------------+-------+------------+-------------
        c1              | ann   | 2022-09-01 | 2023-03-01
        c2              | bob   | 2022-09-01 | 2023-03-02
        c3              | cat   | 2022-09-01 | 2022-09-01
        """
    ) == {"c1": "met", "c2": "not met", "c3": "met"}


def test_time_that_the_court_allowed_beyond_is_not_taken_off():
    assert drawn(
        """
        proceedings_row | child | issued_on  | concluded_on | extended
        ----------------+-------+------------+--------------+---------
        c1              | ann   | 2022-09-01 | 2023-03-02   | yes
        """
    ) == {"c1": "not met"}


def test_a_missing_or_unreadable_day_of_issue_is_never_in_time():
    assert drawn(
        """
        proceedings_row | child | issued_on  | concluded_on
        ----------------+-------+------------+-------------
        c1              | ann   |            | 2023-03-01
        c2              | bob   | ?          | 2023-03-01
        c3              | cat   | 2023-03-02 | 2023-03-01
        """
    ) == dict.fromkeys(("c1", "c2", "c3"), "cannot be worked out")


def test_one_that_is_not_concluded_by_the_day_is_still_open_in_its_month():
    found = cases(
        PROCEEDINGS_IN_TIME,
        {
            "care_proceedings": """
        proceedings_row | child | issued_on  | concluded_on
        ----------------+-------+------------+-------------
        c1              | ann   | 2022-01-01 |
        c2              | bob   | 2022-09-01 | 2023-04-01
        c3              | cat   | 2023-04-01 |
        """
        },
        as_at=AS_AT,
    )
    assert {(row["case"], str(row["month"]), row["outcome"]) for row in found} == {
        ("c1", "2023-03-01", "still open"),
        ("c2", "2023-03-01", "still open"),
    }


def test_one_whose_conclusion_cannot_be_read_is_in_no_month_and_not_open():
    found = cases(
        PROCEEDINGS_IN_TIME,
        {
            "care_proceedings": """
        proceedings_row | child | issued_on  | concluded_on
        ----------------+-------+------------+-------------
        c1              | ann   | 2022-09-01 | ?
        """
        },
        as_at=AS_AT,
    )
    assert [(row["month"], row["outcome"]) for row in found] == [(None, "cannot be worked out")]


def test_one_concluded_before_the_months_is_not_counted_and_each_of_a_child_is():
    assert drawn(
        """
        proceedings_row | child | issued_on  | concluded_on
        ----------------+-------+------------+-------------
        c1              | ann   | 2021-12-01 | 2022-03-31
        c2              | ann   | 2022-03-01 | 2022-04-01
        c3              | ann   | 2022-06-01 | 2023-01-10
        """
    ) == {"c2": "met", "c3": "not met"}


def test_the_children_of_an_application_are_one_and_the_last_of_them_concludes_it():
    assert drawn(
        """
        proceedings_row | child | application | issued_on  | concluded_on
        ----------------+-------+-------------+------------+-------------
        c1              | ann   | a1          | 2022-09-01 | 2023-01-10
        c2              | bob   | a1          | 2022-09-01 | 2023-03-02
        c3              | cat   | a2          | 2022-09-01 | 2023-01-10
        c4              | dan   | a2          | 2022-09-01 |
        c5              | eve   | a3          | 2022-09-01 | 2023-01-10
        c6              | fay   | a3          | 2022-09-01 | ?
        c7              | gus   | a4          | 2022-09-01 | ?
        c8              | hal   | a4          | 2022-09-01 |
        c9              | ivy   | a5          | 2022-09-01 | 2023-01-10
        c10             | jo    | a5          | 2022-09-01 | 2023-01-10
        """
    ) == {
        "a1": "not met",
        "a2": "still open",
        "a3": "cannot be worked out",
        "a4": "still open",
        "a5": "met",
    }


def test_the_team_and_one_child_stand_for_an_application():
    found = cases(
        PROCEEDINGS_IN_TIME,
        {
            "care_proceedings": """
        proceedings_row | child | application | issued_on  | concluded_on | team
        ----------------+-------+-------------+------------+--------------+-----
        c1              | bob   | a1          | 2022-09-01 | 2023-01-10   | North
        c2              | ann   | a1          | 2022-09-01 | 2023-01-10   | North
        """
        },
        as_at=AS_AT,
    )
    assert [(row["child"], row["team"]) for row in found] == [("ann", "North")]


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 2), DAYS), min_size=1, max_size=6))
def test_it_is_what_weeks_counted_by_hand_say(told):
    issued = date(2022, 2, 10)
    rows = [
        f"c{row} | c{row} | a{application} | {issued} | {issued + timedelta(days=after)}"
        for row, (application, after) in enumerate(told)
    ]
    heading = "proceedings_row | child | application | issued_on | concluded_on\n---"
    found = drawn("\n".join([heading, *rows]), as_at=date(2024, 3, 31), months=26)
    assert found == {f"a{each}": by_hand(issued, told, each) for each, _ in told}


def by_hand(issued, told, application):
    latest = max(after for each, after in told if each == application)
    concluded = issued + timedelta(days=latest)
    in_time = {issued + timedelta(weeks=week, days=day) for week in range(26) for day in range(7)}
    if concluded < issued:
        return "cannot be worked out"
    return "met" if concluded in in_time else "not met"
