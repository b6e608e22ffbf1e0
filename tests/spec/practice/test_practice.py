"""Audits, complaints, disputes and private fostering."""

from datetime import date

from goldenthread.indicators.practice.audit_actions import AUDIT_ACTIONS
from goldenthread.indicators.practice.audits_good import AUDITS_GOOD
from goldenthread.indicators.practice.chronologies import CHRONOLOGIES
from goldenthread.indicators.practice.complaints_stage_1 import COMPLAINTS_STAGE_1
from goldenthread.indicators.practice.complaints_stage_2 import COMPLAINTS_STAGE_2
from goldenthread.indicators.practice.disputes_settled import DISPUTES_SETTLED
from goldenthread.indicators.practice.moderators_agree import MODERATORS_AGREE
from goldenthread.indicators.practice.private_fostering_visits import PRIVATE_FOSTERING_VISITS
from tests.spec.drawn import cases, outcomes

AS_AT = date(2026, 1, 31)
UNKNOWN = "cannot be worked out"
AUDITS = """
    audit | child | audited_on | grade | moderated_grade | chronology | actions | actions_done
    ------+-------+------------+-------+-----------------+------------+---------+-------------
    a1    | ann   | 2026-01-10 | Good  | good            | yes        | 4       | 3
    a2    | ann   | 2026-01-11 | good  | inadequate      | no         | 0       | 0
    a3    | bob   | 2026-01-12 | good  |                 |            |         |
    a4    | bob   | 2026-01-12 |       | outstanding     | ?          | 2       |
    a5    | cat   | 2026-01-12 | good  | ?               | yes        | 1       | ?
    a6    | cat   | ?          | good  | good            | yes        | 1       | 1
    a7    | cat   | 2024-01-12 | good  | good            | yes        | 1       | 1
    """


def drawn(indicator, **tables):
    return outcomes(indicator, tables, as_at=AS_AT)


def test_audits_count_by_the_moderated_grade():
    assert drawn(AUDITS_GOOD, audits=AUDITS) == {
        "a1": "met",
        "a2": "not met",
        "a3": "still open",
        "a4": "met",
        "a5": UNKNOWN,
        "a6": UNKNOWN,
    }


def test_moderators_agree_in_whatever_case_it_is_written():
    assert drawn(MODERATORS_AGREE, audits=AUDITS) == {
        "a1": "met",
        "a2": "not met",
        "a3": "still open",
        "a4": UNKNOWN,
        "a5": UNKNOWN,
        "a6": UNKNOWN,
    }


def test_chronologies_are_what_the_auditor_found():
    assert drawn(CHRONOLOGIES, audits=AUDITS) == {
        "a1": "met",
        "a2": "not met",
        "a3": UNKNOWN,
        "a4": UNKNOWN,
        "a5": "met",
        "a6": UNKNOWN,
    }


def test_actions_of_audits_are_weighed():
    rows = cases(AUDIT_ACTIONS, {"audits": AUDITS}, as_at=AS_AT)
    found = {(row["case"], row["outcome"], row["weight"]) for row in rows}
    assert {each for each in found if each[0] in ("a1", "a2")} == {
        ("a1", "met", 3),
        ("a1", "not met", 1),
        ("a2", "met", 0),
        ("a2", "not met", 0),
    }
    assert {each[1] for each in found if each[0] not in ("a1", "a2")} == {UNKNOWN}


COMPLAINTS = """
    complaint | stage | received_on | answered_on
    ----------+-------+-------------+------------
    c1        | 1     | 2025-12-18  | 2026-01-06
    c2        | 1     | 2025-12-18  | 2026-01-07
    c3        | 1     | 2026-01-19  |
    c4        | 1     | 2026-01-15  |
    c5        | 1     | ?           | 2026-01-07
    c6        | 1     | 2026-01-07  | ?
    c7        | 1     | 2026-01-07  | 2026-01-06
    c8        | 2     | 2025-11-25  | 2026-01-02
    c9        | 2     | 2025-11-25  | 2026-01-05
    d1        | 2     | 2024-11-25  | 2025-01-05
    d2        |       | 2025-11-25  | 2026-01-05
    """


def test_stage_1_is_answered_within_10_working_days_with_boxing_day_left_out():
    assert drawn(COMPLAINTS_STAGE_1, complaints=COMPLAINTS) == {
        "c1": "met",
        "c2": "not met",
        "c3": "still open",
        "c4": "not met",
        "c5": UNKNOWN,
        "c6": UNKNOWN,
        "c7": UNKNOWN,
    }


def test_stage_2_is_completed_within_25_working_days():
    assert drawn(COMPLAINTS_STAGE_2, complaints=COMPLAINTS) == {"c8": "met", "c9": "not met"}


def test_disputes_are_settled_within_20_working_days_over_christmas():
    disputes = """
    dispute | child | raised_on  | settled_on
    --------+-------+------------+-----------
    d1      | ann   | 2025-12-01 | 2025-12-31
    d2      | ann   | 2025-12-01 | 2026-01-02
    d3      | bob   | 2026-01-02 |
    d4      | bob   | 2025-12-31 |
    d5      | cat   | ?          | 2026-01-02
    d6      | cat   | 2025-12-01 | ?
    d7      | dan   | 2024-12-01 | 2025-01-02
    """
    assert drawn(DISPUTES_SETTLED, disputes=disputes) == {
        "d1": "met",
        "d2": "not met",
        "d3": "still open",
        "d4": "not met",
        "d5": UNKNOWN,
        "d6": UNKNOWN,
    }


def test_private_fostering_is_visited_in_7_working_days_then_6_weeks_then_12():
    arrangements = """
    arrangement | child | notified_on | ended_on   | visited_on
    ------------+-------+-------------+------------+-----------
    f1          | ann   | 2025-06-01  |            | 2025-12-20
    f2          | ann   | 2025-06-01  |            | 2025-12-19
    f3          | bob   | 2025-01-31  |            | 2025-11-08
    f4          | bob   | 2025-01-31  |            | 2025-11-07
    f5          | cat   | 2026-01-21  |            |
    f6          | cat   | 2026-01-20  |            |
    f7          | dan   | ?           |            | 2026-01-20
    f8          | dan   | 2025-06-01  |            | ?
    f9          | eve   | 2025-06-01  | 2025-07-01 |
    g1          | eve   | 2025-06-01  | ?          |
    """
    found = drawn(PRIVATE_FOSTERING_VISITS, private_fostering=arrangements)
    assert found == {
        "f1": "met",
        "f2": "not met",
        "f3": "met",
        "f4": "not met",
        "f5": "still open",
        "f6": "not met",
        "f7": UNKNOWN,
        "f8": UNKNOWN,
    }


def test_what_waits_beyond_the_published_holidays_cannot_be_worked_out():
    late = date(2029, 1, 31)
    complaints = """
    complaint | stage | received_on | answered_on
    ----------+-------+-------------+------------
    c1        | 1     | 2029-01-02  |
    c2        | 2     | 2029-01-02  |
    """
    disputes = "dispute | child | raised_on | settled_on\n-+-+-+-\nd1 | ann | 2029-01-02 |"
    for indicator in (COMPLAINTS_STAGE_1, COMPLAINTS_STAGE_2):
        found = outcomes(indicator, {"complaints": complaints}, as_at=late)
        assert set(found.values()) == {UNKNOWN}
    assert outcomes(DISPUTES_SETTLED, {"disputes": disputes}, as_at=late) == {"d1": UNKNOWN}
