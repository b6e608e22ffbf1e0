"""REF_RATE, REF_SAMEDAY, REF_NFA, REF_ASMT_CONV, ASMT_NOTINNEED: what became of referrals."""

from datetime import date

from goldenthread.indicators.front_door.referral_rate import REFERRAL_RATE
from goldenthread.indicators.front_door.referrals_answered_the_same_day import (
    REFERRALS_ANSWERED_THE_SAME_DAY,
)
from goldenthread.indicators.front_door.referrals_assessed import REFERRALS_ASSESSED
from goldenthread.indicators.front_door.referrals_not_in_need import REFERRALS_NOT_IN_NEED
from goldenthread.indicators.front_door.referrals_without_action import REFERRALS_WITHOUT_ACTION
from tests.spec.drawn import outcomes

AS_AT = date(2025, 12, 31)


def test_each_referral_of_the_months_counts():
    referrals = """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2025-01-01
        r2       | ann   | 2025-01-01
        r3       | bob   | 2024-12-31
        r4       | cat   | ?
        """
    found = outcomes(REFERRAL_RATE, {"referrals": referrals}, as_at=AS_AT)
    assert found == {"r1": "met", "r2": "met", "r4": "cannot be worked out"}


def test_the_same_day_is_the_same_day_bank_holiday_or_not():
    referrals = """
        referral | child | referral_date | decision_date
        ---------+-------+---------------+--------------
        r1       | ann   | 2025-12-25    | 2025-12-25
        r2       | ann   | 2025-12-25    | 2025-12-26
        r3       | bob   | 2025-12-25    |
        r4       | bob   | 2025-12-25    | ?
        r5       | cat   | 2025-12-25    | 2025-12-24
        r6       | cat   | ?             | 2025-12-24
        r7       | dan   | 2024-12-25    | 2024-12-25
        """
    found = outcomes(REFERRALS_ANSWERED_THE_SAME_DAY, {"referrals": referrals}, as_at=AS_AT)
    assert found == {
        "r1": "met",
        "r2": "not met",
        "r3": "still open",
        "r4": "cannot be worked out",
        "r5": "cannot be worked out",
        "r6": "cannot be worked out",
    }


def test_no_further_action_is_what_the_record_says():
    referrals = """
        referral | child | referral_date | no_further_action
        ---------+-------+---------------+------------------
        r1       | ann   | 2025-12-01    | yes
        r2       | ann   | 2025-12-02    | no
        r3       | bob   | 2025-12-03    |
        r4       | bob   | 2025-12-03    | ?
        r5       | cat   | ?             | yes
        r6       | cat   | 2024-12-03    | yes
        """
    found = outcomes(REFERRALS_WITHOUT_ACTION, {"referrals": referrals}, as_at=AS_AT)
    assert found == {
        "r1": "met",
        "r2": "not met",
        **dict.fromkeys(["r3", "r4", "r5"], "cannot be worked out"),
    }


def test_an_assessment_on_or_after_the_day_counts_for_the_referral_it_names():
    tables = {
        "referrals": """
        referral | child | referral_date
        ---------+-------+--------------
        r1       | ann   | 2025-06-02
        r2       | ann   | 2025-08-02
        r3       | bob   | 2025-06-02
        r4       | cat   | 2025-11-16
        r5       | dan   | 2025-11-17
        r6       | eve   | 2025-12-20
        r7       | fay   | ?
        r8       | gus   | 2024-12-31
        """,
        "assessments": """
        assessment | child | referral | started_on
        -----------+-------+----------+-----------
        a1         | ann   | r1       | 2025-06-02
        a2         | bob   |          | 2025-06-01
        a3         | eve   |          | 2025-12-21
        a4         | gus   |          | 2025-12-21
        """,
    }
    assert outcomes(REFERRALS_ASSESSED, tables, as_at=AS_AT) == {
        "r1": "met",
        "r2": "not met",
        "r3": "not met",
        "r4": "not met",
        "r5": "too recent",
        "r6": "met",
        "r7": "cannot be worked out",
    }


def test_not_in_need_is_closed_so_after_an_assessment():
    tables = {
        "referrals": """
        referral | child | referral_date | closed_on  | close_reason | no_further_action
        ---------+-------+---------------+------------+--------------+------------------
        r1       | ann   | 2025-06-02    | 2025-07-01 | RC8          | no
        r2       | ann   | 2025-08-02    | 2025-09-01 | RC8          | no
        r3       | bob   | 2025-06-02    | 2025-07-01 | RC1          | no
        r4       | cat   | 2025-11-16    |            |              | no
        r5       | dan   | 2025-11-17    |            |              | yes
        r6       | eve   | 2025-11-17    | 2025-12-01 | ?            | no
        r7       | fay   | ?             | 2025-12-01 | RC9          | no
        r8       | fay   | 2024-12-31    | 2025-12-01 | RC9          | no
        r9       | fay   | 2025-12-01    | 2025-12-09 | RC9          | no
        """,
        "assessments": """
        assessment | child | referral | started_on
        -----------+-------+----------+-----------
        a1         | ann   | r1       | 2025-06-02
        a2         | bob   | r3       | 2025-06-02
        a3         | fay   | r9       | 2025-12-02
        """,
    }
    assert outcomes(REFERRALS_NOT_IN_NEED, tables, as_at=AS_AT) == {
        "r1": "met",
        "r2": "not met",
        "r3": "not met",
        "r4": "still open",
        "r5": "not met",
        "r6": "cannot be worked out",
        "r7": "cannot be worked out",
        "r9": "met",
    }
