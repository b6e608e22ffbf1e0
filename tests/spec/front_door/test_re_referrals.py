"""REREF_12M: the referral before this one was received within the 12 months before."""

from datetime import date

from goldenthread.indicators.front_door.re_referrals import RE_REFERRALS
from tests.spec.drawn import outcomes

AS_AT = date(2025, 3, 31)


def drawn(referrals, **given):
    return outcomes(RE_REFERRALS, {"referrals": referrals}, as_at=AS_AT, **given)


def test_the_corresponding_day_a_year_before_counts_and_the_day_before_it_does_not():
    assert drawn(
        """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2023-06-01
        r2       | ann   | 2024-06-01
        r3       | bob   | 2023-05-31
        r4       | bob   | 2024-06-01
        """
    ) == {"r2": "met", "r4": "not met"}


def test_a_29_february_has_the_28th_as_its_day_a_year_before():
    found = outcomes(
        RE_REFERRALS,
        {
            "referrals": """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2023-02-28
        r2       | ann   | 2024-02-29
        """
        },
        as_at=date(2024, 3, 31),
    )
    assert found == {"r2": "met"}


def test_a_referral_outside_the_months_is_looked_back_at_and_not_counted():
    assert drawn(
        """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2024-03-31
        r2       | ann   | 2024-04-01
        r3       | ann   | 2025-04-01
        """
    ) == {"r2": "met"}


def test_each_referral_of_a_child_counts_and_two_on_one_day_are_one():
    assert drawn(
        """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2024-05-01
        r2       | ann   | 2024-05-01
        r3       | ann   | 2025-02-01
        """
    ) == {"r1": "not met", "r3": "met"}


def test_a_referral_whose_day_cannot_be_read_stays_as_cannot_be_worked_out():
    assert drawn(
        """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | ?
        r2       | bob   |
        """
    ) == {"r1": "cannot be worked out"}


def test_a_load_that_does_not_reach_back_a_year_cannot_say_no():
    assert drawn(
        """
        referral | child | referral_date | referrals_in_12_months
        ---------+-------+---------------+-----------------------
        r1       | ann   | 2024-11-01    | 1
        r2       | ann   | 2024-12-01    | 1
        r3       | bob   | 2024-12-01    | 0
        r4       | cat   | 2024-12-01    | 2
        r5       | dan   | 2024-12-01    |
        """,
        complete_from=date(2024, 10, 1),
    ) == {
        "r1": "cannot be worked out",
        "r2": "met",
        "r3": "not met",
        "r4": "met",
        "r5": "cannot be worked out",
    }


def test_children_of_two_authorities_are_not_one_child():
    assert drawn(
        """
        authority | referral | child | referral_date
        ----------+----------+-------+--------------
        001       | r1       | ann   | 2024-05-01
        002       | r2       | ann   | 2024-06-01
        """
    ) == {"r1": "not met", "r2": "not met"}
