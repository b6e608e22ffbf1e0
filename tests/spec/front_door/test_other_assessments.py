"""ASMT_45_REF, ASMT_OPEN_45, ASMT_SEEN."""

from datetime import date

from goldenthread.indicators.front_door.assessments_in_time_of_referral import (
    ASSESSMENTS_IN_TIME_OF_REFERRAL,
)
from goldenthread.indicators.front_door.assessments_open_too_long import ASSESSMENTS_OPEN_TOO_LONG
from goldenthread.indicators.front_door.children_seen_in_assessment import (
    CHILDREN_SEEN_IN_ASSESSMENT,
)
from tests.spec.drawn import outcomes

AS_AT = date(2025, 1, 31)


def test_45_working_days_count_from_the_referral_with_christmas_left_out():
    tables = {
        "referrals": """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2024-11-25
        r2       | bob   | 2024-11-25
        r3       | cat   | ?
        """,
        "assessments": """
        assessment | child | referral | started_on | authorised_on
        -----------+-------+----------+------------+--------------
        a1         | ann   | r1       | 2024-12-02 | 2025-01-30
        a2         | bob   | r2       | 2024-12-02 | 2025-01-31
        a3         | cat   | r3       | 2024-12-02 | 2025-01-31
        a4         | dan   |          | 2024-12-02 | 2025-01-31
        a5         | ann   | r1       | 2024-12-02 |
        a6         | ann   | r1       | 2024-12-02 | ?
        a7         | ann   | r1       | 2023-12-02 | 2024-01-31
        a8         | ann   | r1       | 2024-11-02 | 2024-11-22
        """,
    }
    assert outcomes(ASSESSMENTS_IN_TIME_OF_REFERRAL, tables, as_at=AS_AT) == {
        "a1": "met",
        "a2": "not met",
        "a3": "cannot be worked out",
        "a4": "cannot be worked out",
        "a5": "still open",
        "a6": "cannot be worked out",
        "a8": "cannot be worked out",
    }


def test_an_assessment_is_open_too_long_from_working_day_46():
    tables = {
        "assessments": """
        assessment | child | started_on | authorised_on
        -----------+-------+------------+--------------
        a1         | ann   | 2024-11-26 |
        a2         | ann   | 2024-11-25 |
        a3         | bob   | 2024-11-01 | 2025-01-31
        a4         | bob   | 2024-11-01 | 2025-02-01
        a5         | cat   | ?          |
        a6         | cat   |            |
        """
    }
    assert outcomes(ASSESSMENTS_OPEN_TOO_LONG, tables, as_at=AS_AT, months=1) == {
        "a1": "not met",
        "a2": "met",
        "a4": "met",
        "a5": "cannot be worked out",
    }


def test_seen_is_what_the_record_says():
    tables = {
        "assessments": """
        assessment | child | started_on | authorised_on | child_seen
        -----------+-------+------------+---------------+-----------
        a1         | ann   | 2024-11-26 | 2025-01-02    | yes
        a2         | ann   | 2024-11-26 | 2025-01-03    | no
        a3         | bob   | 2024-11-26 | 2025-01-03    |
        a4         | bob   | 2024-11-26 | 2025-01-03    | ?
        a5         | cat   | 2024-11-26 |               | yes
        a6         | cat   | 2024-11-26 | ?             | yes
        a7         | cat   | 2023-11-26 | 2024-01-03    | yes
        """
    }
    assert outcomes(CHILDREN_SEEN_IN_ASSESSMENT, tables, as_at=AS_AT) == {
        "a1": "met",
        "a2": "not met",
        **dict.fromkeys(["a3", "a4", "a6"], "cannot be worked out"),
    }
