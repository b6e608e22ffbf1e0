"""CP_REPORT and CP_MINUTES: the papers before and after an initial conference."""

from datetime import date

from goldenthread.engine.opening import Rule
from goldenthread.indicators.protection.conference_minutes import CONFERENCE_MINUTES
from goldenthread.indicators.protection.conference_reports import CONFERENCE_REPORTS
from tests.spec.drawn import cases, outcomes

AS_AT = date(2025, 1, 31)
CANNOT = "cannot be worked out"
FIFTEEN = [Rule("999", "conference_minutes_working_days", 15, date(2020, 1, 1))]


def reports(conferences, **given):
    return outcomes(CONFERENCE_REPORTS, {"conferences": conferences}, as_at=AS_AT, **given)


def minutes(conferences, **given):
    given = {"as_at": AS_AT, "rules": FIFTEEN, **given}
    return outcomes(CONFERENCE_MINUTES, {"conferences": conferences}, **given)


def test_a_report_shared_on_the_day_before_is_in_time_and_on_the_day_is_not():
    assert reports(
        """
        conference | child | held_on    | reports_shared_on
        -----------+-------+------------+------------------
        c1         | ann   | 2025-01-14 | 2025-01-13
        c2         | bob   | 2025-01-14 | 2025-01-14
        c3         | cat   | 2025-01-14 | 2025-01-15
        c4         | dan   | 2025-01-14 |
        c5         | eve   | 2025-01-14 | ?
        """
    ) == {"c1": "met", "c2": "not met", "c3": "not met", "c4": "not met", "c5": CANNOT}


def test_a_conference_without_a_readable_day_is_in_no_month():
    for indicator in (CONFERENCE_REPORTS, CONFERENCE_MINUTES):
        rows = cases(
            indicator,
            {
                "conferences": """
        conference | child | held_on | reports_shared_on | minutes_sent_on
        -----------+-------+---------+-------------------+----------------
        c1         | ann   | ?       | 2025-01-13        | 2025-01-15
        c2         | bob   |         | 2025-01-13        | 2025-01-15
        """
            },
            as_at=AS_AT,
            rules=FIFTEEN,
        )
        assert [(row["case"], row["month"], row["outcome"]) for row in rows] == [
            ("c1", None, CANNOT)
        ]


def test_conferences_outside_the_months_are_not_counted_and_each_of_a_child_is():
    conferences = """
        conference | child | held_on    | reports_shared_on | minutes_sent_on
        -----------+-------+------------+-------------------+----------------
        c1         | ann   | 2024-01-31 | 2024-01-01        | 2024-02-01
        c2         | ann   | 2024-02-01 | 2024-01-01        | 2024-02-02
        c3         | ann   | 2025-01-06 | 2024-01-01        | 2025-01-07
        c4         | ann   | 2025-02-01 | 2024-01-01        |
        """
    assert reports(conferences) == {"c2": "met", "c3": "met"}
    assert minutes(conferences) == {"c2": "met", "c3": "met"}


def test_day_15_is_in_time_day_16_is_not_and_bank_holidays_are_not_counted():
    assert minutes(
        """
        conference | child | held_on    | minutes_sent_on
        -----------+-------+------------+----------------
        c1         | ann   | 2024-12-18 | 2025-01-13
        c2         | bob   | 2024-12-18 | 2025-01-14
        c3         | cat   | 2024-12-18 | 2024-12-18
        c4         | dan   | 2024-12-18 |
        c5         | eve   | 2024-12-18 | ?
        c6         | fay   | 2024-12-18 | 2024-12-17
        """
    ) == {
        "c1": "met",
        "c2": "not met",
        "c3": "met",
        "c4": "not met",
        "c5": CANNOT,
        "c6": CANNOT,
    }


def test_until_the_days_have_passed_it_is_too_recent():
    assert minutes(
        """
        conference | child | held_on    | minutes_sent_on
        -----------+-------+------------+----------------
        c1         | ann   | 2025-01-10 |
        c2         | bob   | 2025-01-10 | 2025-01-13
        c3         | cat   | 2025-01-09 |
        """
    ) == {"c1": "too recent", "c2": "too recent", "c3": "not met"}


def test_the_rule_of_the_day_of_the_conference_is_taken_and_without_one_nobody_knows():
    conferences = """
        conference | child | held_on    | minutes_sent_on
        -----------+-------+------------+----------------
        c1         | ann   | 2024-06-03 | 2024-06-17
        c2         | bob   | 2024-09-02 | 2024-09-16
        """
    rules = [
        Rule("999", "conference_minutes_working_days", 9, date(2020, 1, 1), date(2024, 8, 31)),
        Rule("999", "conference_minutes_working_days", 10, date(2024, 9, 1)),
    ]
    assert minutes(conferences, rules=rules) == {"c1": "not met", "c2": "met"}
    assert minutes(conferences, rules=rules[:1]) == {"c1": "not met", "c2": CANNOT}


def test_days_beyond_the_published_holidays_cannot_be_counted():
    conferences = "conference|child|held_on|minutes_sent_on\n---\nc1|ann|2028-12-01|2028-12-04"
    assert minutes(conferences, as_at=date(2029, 1, 31)) == {"c1": CANNOT}
