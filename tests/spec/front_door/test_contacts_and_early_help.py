"""CON_VOL, CON_1WD, EHA_VOL, EHA_STEPUP, EH_SURVEY: before the referral."""

from datetime import date

from goldenthread.indicators.front_door.contacts import CONTACTS
from goldenthread.indicators.front_door.contacts_decided_in_a_day import CONTACTS_DECIDED_IN_A_DAY
from goldenthread.indicators.front_door.early_help import EARLY_HELP_BEGUN
from goldenthread.indicators.front_door.early_help_stepped_up import EARLY_HELP_STEPPED_UP
from goldenthread.indicators.front_door.survey_of_thresholds import SURVEY_OF_THRESHOLDS
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 12, 31)


def test_each_contact_of_the_months_counts_and_one_without_a_readable_day_is_in_none():
    found = outcomes(
        CONTACTS,
        {
            "contacts": """
        contact | child | contact_date
        --------+-------+-------------
        c1      | ann   | 2025-01-01
        c2      | ann   | 2025-12-31
        c3      | bob   | 2024-12-31
        c4      | bob   | 2026-01-01
        c5      | cat   | ?
        c6      | cat   |
        """
        },
        as_at=AS_AT,
    )
    assert found == {"c1": "met", "c2": "met", "c5": "cannot be worked out"}


def test_a_decision_on_the_next_working_day_is_in_time_over_christmas_too():
    found = outcomes(
        CONTACTS_DECIDED_IN_A_DAY,
        {
            "contacts": """
        contact | child | contact_date | decision_date
        --------+-------+--------------+--------------
        c1      | ann   | 2025-12-24   | 2025-12-29
        c2      | ann   | 2025-12-24   | 2025-12-30
        c3      | bob   | 2025-12-20   | 2025-12-22
        c4      | bob   | 2025-12-22   | 2025-12-24
        c5      | cat   | 2025-12-22   |
        c6      | cat   | 2025-12-22   | ?
        c7      | dan   | 2025-12-22   | 2025-12-21
        c8      | eve   | ?            | 2025-12-22
        c9      | eve   | 2024-12-22   | 2024-12-22
        """
        },
        as_at=AS_AT,
    )
    assert found == {
        "c1": "met",
        "c2": "not met",
        "c3": "met",
        "c4": "not met",
        "c5": "still open",
        "c6": "cannot be worked out",
        "c7": "cannot be worked out",
        "c8": "cannot be worked out",
    }


def test_early_help_counts_by_its_first_day():
    found = outcomes(
        EARLY_HELP_BEGUN,
        {
            "early_help": """
        episode | child | started_on | ended_on
        --------+-------+------------+-----------
        h1      | ann   | 2025-01-01 |
        h2      | ann   | 2025-06-01 | 2025-07-01
        h3      | bob   | 2024-12-31 |
        h4      | cat   | ?          |
        """
        },
        as_at=AS_AT,
    )
    assert found == {"h1": "met", "h2": "met", "h4": "cannot be worked out"}


def test_a_referral_on_the_day_a_year_after_the_end_counts_and_the_day_after_does_not():
    found = outcomes(
        EARLY_HELP_STEPPED_UP,
        {
            "early_help": """
        episode | child | started_on | ended_on
        --------+-------+------------+-----------
        h1      | ann   | 2024-01-01 | 2024-12-31
        h2      | bob   | 2024-01-01 | 2024-12-30
        h3      | cat   | 2024-01-01 | 2025-01-01
        h4      | dan   | 2024-01-01 | ?
        h5      | eve   | 2024-01-01 |
        h6      | ann   | 2023-01-01 | 2023-11-30
        """,
            "referrals": """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2025-12-31
        r2       | bob   | 2025-12-31
        r3       | cat   | 2025-02-01
        r4       | bob   | 2024-12-29
        """,
        },
        as_at=AS_AT,
        months=24,
    )
    assert found == {
        "h1": "met",
        "h2": "not met",
        "h3": "too recent",
        "h4": "cannot be worked out",
    }


def test_a_wave_is_weighed_by_its_answers():
    rows = cases(
        SURVEY_OF_THRESHOLDS,
        {
            "surveys": """
        survey_row | survey | wave_on    | question        | answered | favourable
        -----------+--------+------------+-----------------+----------+-----------
        s1         | eh     | 2025-11-01 | Thresholds rule | 40       | 30
        s2         | eh     | 2025-11-01 | Parking         | 40       | 10
        s3         | eh     | 2025-12-01 | thresholds      | 40       |
        s4         | eh     | 2024-12-01 | thresholds      | 40       | 1
        s5         | eh     | ?          | thresholds      | 40       | 1
        """
        },
        as_at=AS_AT,
    )
    assert {(row["case"], row["outcome"], row["weight"]) for row in rows} == {
        ("s1", "met", 30),
        ("s1", "not met", 10),
        ("s3", "cannot be worked out", None),
        ("s5", "cannot be worked out", 1),
        ("s5", "cannot be worked out", 39),
    }
