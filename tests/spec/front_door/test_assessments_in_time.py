"""ASMT_45WD: authorised at most 45 working days after the assessment's own first day."""

from datetime import date

from goldenthread.indicators.front_door.assessments_in_time import ASSESSMENTS_IN_TIME
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 3, 31)


def drawn(assessments, **given):
    return outcomes(ASSESSMENTS_IN_TIME, {"assessments": assessments}, as_at=AS_AT, **given)


def test_day_45_is_in_time_and_day_46_is_not():
    assert drawn(
        """
        assessment | child | started_on | authorised_on
        -----------+-------+------------+--------------
        a1         | ann   | 2024-09-02 | 2024-11-04
        a2         | bob   | 2024-09-02 | 2024-11-05
        a3         | cat   | 2024-09-02 | 2024-09-02
        """
    ) == {"a1": "met", "a2": "not met", "a3": "met"}


def test_a_bank_holiday_is_not_counted():
    assert drawn(
        """
        assessment | child | started_on | authorised_on
        -----------+-------+------------+--------------
        a1         | ann   | 2024-11-25 | 2025-01-30
        a2         | bob   | 2024-11-25 | 2025-01-31
        """
    ) == {"a1": "met", "a2": "not met"}


def test_a_missing_or_unreadable_first_day_is_never_in_time():
    assert drawn(
        """
        assessment | child | started_on | authorised_on
        -----------+-------+------------+--------------
        a1         | ann   |            | 2024-11-04
        a2         | bob   | ?          | 2024-11-04
        a3         | cat   | 2024-11-05 | 2024-11-04
        """
    ) == {
        "a1": "cannot be worked out",
        "a2": "cannot be worked out",
        "a3": "cannot be worked out",
    }


def test_one_that_is_open_on_the_day_is_still_open_in_its_month():
    found = cases(
        ASSESSMENTS_IN_TIME,
        {
            "assessments": """
        assessment | child | started_on | authorised_on
        -----------+-------+------------+--------------
        a1         | ann   | 2024-11-25 |
        a2         | bob   | 2025-03-01 | 2025-04-02
        """
        },
        as_at=AS_AT,
    )
    assert {(row["case"], str(row["month"]), row["outcome"]) for row in found} == {
        ("a1", "2025-03-01", "still open"),
        ("a2", "2025-03-01", "still open"),
    }


def test_one_whose_end_cannot_be_read_is_in_no_month_and_not_open():
    found = cases(
        ASSESSMENTS_IN_TIME,
        {
            "assessments": """
        assessment | child | started_on | authorised_on
        -----------+-------+------------+--------------
        a1         | ann   | 2024-11-25 | ?
        """
        },
        as_at=AS_AT,
    )
    assert [(row["month"], row["outcome"]) for row in found] == [(None, "cannot be worked out")]


def test_one_authorised_outside_the_months_is_not_counted_and_each_of_a_child_is():
    assert drawn(
        """
        assessment | child | started_on | authorised_on
        -----------+-------+------------+--------------
        a1         | ann   | 2024-02-01 | 2024-03-31
        a2         | ann   | 2024-03-01 | 2024-04-01
        a3         | ann   | 2024-05-01 | 2024-06-03
        """
    ) == {"a2": "met", "a3": "met"}


def test_days_beyond_the_published_holidays_cannot_be_counted():
    found = outcomes(
        ASSESSMENTS_IN_TIME,
        {
            "assessments": """
        assessment | child | started_on | authorised_on
        -----------+-------+------------+--------------
        a1         | ann   | 2028-12-01 | 2029-01-04
        """
        },
        as_at=date(2029, 1, 31),
    )
    assert found == {"a1": "cannot be worked out"}
