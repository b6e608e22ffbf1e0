"""CIN_RATE: episodes of need open at month ends."""

from datetime import date

from goldenthread.engine import measuring
from goldenthread.engine.opening import Rule
from goldenthread.indicators.protection.in_need_rate import IN_NEED_RATE
from tests.spec.drawn import cases, inputs, outcomes

AS_AT = date(2025, 3, 31)


def drawn(referrals, **given):
    return outcomes(
        IN_NEED_RATE, {"referrals": referrals}, **{"as_at": AS_AT, "months": 1, **given}
    )


def test_one_closed_on_the_day_is_not_open_and_one_referred_on_it_is():
    found = drawn(
        """
        referral | child | referral_date | closed_on
        ---------+-------+---------------+-----------
        r1       | ann   | 2020-01-01    | 2025-03-31
        r2       | bob   | 2025-03-31    |
        r3       | cat   | 2025-04-01    |
        r4       | dan   | 2020-01-01    | 2025-04-01
        """
    )
    assert found == {"r2": "met", "r4": "met"}


def test_a_referral_closed_without_further_action_began_no_need():
    found = drawn(
        """
        referral | child | referral_date | closed_on  | no_further_action
        ---------+-------+---------------+------------+------------------
        r1       | ann   | 2025-03-01    |            | yes
        r2       | bob   | 2025-03-01    |            | no
        r3       | cat   | 2025-03-01    |            |
        r4       | dan   | 2025-03-01    |            | ?
        r5       | eve   | 2025-03-01    | 2025-04-02 | ?
        r6       | fay   | 2025-03-01    | 2025-03-20 | ?
        """
    )
    assert found == {
        "r2": "met",
        "r3": "met",
        "r4": "cannot be worked out",
        "r5": "cannot be worked out",
    }


def test_one_whose_first_or_last_day_cannot_be_read_stays_in_no_month():
    rows = cases(
        IN_NEED_RATE,
        {
            "referrals": """
        referral | child | referral_date | closed_on
        ---------+-------+---------------+----------
        r1       | ann   | ?             |
        r2       | bob   | 2020-01-01    | ?
        r3       | cat   |               |
        """
        },
        as_at=AS_AT,
    )
    assert {(row["case"], row["month"], row["outcome"]) for row in rows} == {
        ("r1", None, "cannot be worked out"),
        ("r2", None, "cannot be worked out"),
    }


def test_one_stands_in_each_month_at_whose_end_it_was_open():
    rows = cases(
        IN_NEED_RATE,
        {
            "referrals": """
        referral | child | referral_date | closed_on
        ---------+-------+---------------+-----------
        r1       | ann   | 2024-12-31    | 2025-02-10
        """
        },
        as_at=AS_AT,
    )
    assert sorted(str(row["month"]) for row in rows) == ["2024-12-01", "2025-01-01"]


def test_it_is_a_count_with_the_children_of_the_area_beside_it():
    given = inputs(
        IN_NEED_RATE,
        {
            "referrals": """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2024-12-31
        r2       | bob   | 2024-12-31
        """
        },
        as_at=AS_AT,
        months=1,
        rules=[Rule("999", "population_0_17", 40_000, date(2024, 1, 1))],
    )
    (figure,) = measuring.figures(IN_NEED_RATE, given)
    assert (figure.value, figure.denominator) == (2, 40_000)
