"""FGDM_OFFER: a family group decision-making meeting was offered before the application."""

from datetime import date

from goldenthread.indicators.protection.meeting_offered_before_court import (
    MEETING_OFFERED_BEFORE_COURT,
)
from tests.spec.drawn import cases, outcomes

AS_AT = date(2027, 3, 31)


def drawn(proceedings):
    return outcomes(MEETING_OFFERED_BEFORE_COURT, {"care_proceedings": proceedings}, as_at=AS_AT)


def test_an_offer_on_the_day_before_counts_and_one_on_the_day_of_issue_does_not():
    assert drawn(
        """
        proceedings_row | child | issued_on  | meeting_offered_on
        ----------------+-------+------------+-------------------
        c1              | ann   | 2027-01-12 | 2027-01-11
        c2              | bob   | 2027-01-12 | 2027-01-12
        c3              | cat   | 2027-01-12 |
        """
    ) == {"c1": "met", "c2": "not met", "c3": "not met"}


def test_a_recorded_reason_of_the_childs_best_interests_stands_for_an_offer():
    assert drawn(
        """
        proceedings_row | child | issued_on  | meeting_offered_on | meeting_against_interests
        ----------------+-------+------------+--------------------+--------------------------
        c1              | ann   | 2027-01-12 |                    | yes
        c2              | bob   | 2027-01-12 |                    | no
        c3              | cat   | 2027-01-12 | ?                  | yes
        """
    ) == {"c1": "met", "c2": "not met", "c3": "met"}


def test_what_cannot_be_read_is_neither_an_offer_nor_none():
    assert drawn(
        """
        proceedings_row | child | issued_on  | meeting_offered_on | meeting_against_interests
        ----------------+-------+------------+--------------------+--------------------------
        c1              | ann   | 2027-01-12 | ?                  |
        c2              | bob   | 2027-01-12 |                    | ?
        c3              | cat   | 2027-01-12 | 2027-01-11         | ?
        c4              | dan   | 2027-01-12 | 2027-01-13         | ?
        """
    ) == {
        "c1": "cannot be worked out",
        "c2": "cannot be worked out",
        "c3": "met",
        "c4": "cannot be worked out",
    }


def test_each_child_of_an_application_needs_an_offer():
    assert drawn(
        """
        proceedings_row | child | application | issued_on  | meeting_offered_on
        ----------------+-------+-------------+------------+-------------------
        c1              | ann   | a1          | 2027-01-12 | 2027-01-11
        c2              | bob   | a1          | 2027-01-12 |
        c3              | cat   | a2          | 2027-01-12 | 2027-01-11
        c4              | dan   | a2          | 2027-01-12 | 2027-01-10
        c5              | eve   | a3          | 2027-01-12 | ?
        c6              | fay   | a3          | 2027-01-12 |
        """
    ) == {"a1": "not met", "a2": "met", "a3": "not met"}


def test_one_without_a_readable_day_of_issue_is_in_no_month():
    found = cases(
        MEETING_OFFERED_BEFORE_COURT,
        {
            "care_proceedings": """
        proceedings_row | child | issued_on | meeting_offered_on
        ----------------+-------+-----------+-------------------
        c1              | ann   | ?         | 2027-01-11
        c2              | bob   |           | 2027-01-11
        """
        },
        as_at=AS_AT,
    )
    assert [(row["case"], row["month"], row["outcome"]) for row in found] == [
        ("c1", None, "cannot be worked out")
    ]


def test_applications_outside_the_months_are_not_counted_and_each_of_a_child_is():
    assert drawn(
        """
        proceedings_row | child | issued_on  | meeting_offered_on
        ----------------+-------+------------+-------------------
        c1              | ann   | 2026-03-31 |
        c2              | ann   | 2026-04-01 | 2026-03-31
        c3              | ann   | 2027-02-01 |
        c4              | ann   | 2027-04-01 |
        """
    ) == {"c2": "met", "c3": "not met"}
