"""ICPC_15WD: held at most 15 working days after the strategy discussion."""

from datetime import date

from goldenthread.indicators.protection.conferences_in_time import CONFERENCES_IN_TIME
from tests.spec.drawn import outcomes

AS_AT = date(2025, 6, 30)


def drawn(conferences, enquiries):
    tables = {"conferences": conferences, "s47_enquiries": enquiries}
    return outcomes(CONFERENCES_IN_TIME, tables, as_at=AS_AT)


def test_day_15_is_in_time_and_day_16_is_not():
    assert drawn(
        """
        conference | child | enquiry | held_on
        -----------+-------+---------+-----------
        c1         | ann   | e1      | 2024-09-23
        c2         | bob   | e2      | 2024-09-24
        """,
        """
        enquiry | child | started_on | ended_on   | conference_not_needed
        --------+-------+------------+------------+----------------------
        e1      | ann   | 2024-09-02 | 2024-09-10 | no
        e2      | bob   | 2024-09-02 | 2024-09-10 | no
        """,
    ) == {"c1": "met", "c2": "not met"}


def test_good_friday_and_easter_monday_are_not_counted():
    assert drawn(
        """
        conference | child | enquiry | held_on
        -----------+-------+---------+-----------
        c1         | ann   | e1      | 2025-05-02
        c2         | bob   | e2      | 2025-05-06
        """,
        """
        enquiry | child | started_on | ended_on   | conference_not_needed
        --------+-------+------------+------------+----------------------
        e1      | ann   | 2025-04-09 | 2025-05-02 | no
        e2      | bob   | 2025-04-09 | 2025-05-02 | no
        """,
    ) == {"c1": "met", "c2": "not met"}


def test_without_an_enquiry_or_its_day_it_cannot_be_worked_out():
    assert drawn(
        """
        conference | child | enquiry | held_on
        -----------+-------+---------+-----------
        c1         | ann   |         | 2025-05-02
        c2         | bob   | e2      | 2025-05-02
        c3         | cat   | e3      | ?
        c4         | dan   | e4      | 2025-05-02
        """,
        """
        enquiry | child | started_on | ended_on   | conference_not_needed
        --------+-------+------------+------------+----------------------
        e2      | bob   | ?          | 2025-05-02 | no
        e3      | cat   | 2025-04-09 | 2025-05-02 | no
        e4      | dan   | 2025-05-03 | 2025-05-02 | no
        """,
    ) == dict.fromkeys(["c1", "c2", "c3", "c4"], "cannot be worked out")


def test_a_transfer_in_and_one_outside_the_months_are_not_counted_and_each_of_a_child_is():
    assert drawn(
        """
        conference | child | enquiry | held_on    | transfer_in
        -----------+-------+---------+------------+------------
        c1         | ann   | e1      | 2024-09-10 | yes
        c2         | ann   | e1      | 2024-06-28 | no
        c3         | ann   | e1      | 2024-09-11 | no
        c4         | ann   | e1      | 2024-09-12 |
        """,
        """
        enquiry | child | started_on | ended_on   | conference_not_needed
        --------+-------+------------+------------+----------------------
        e1      | ann   | 2024-09-02 | 2024-09-10 | no
        """,
    ) == {"c3": "met", "c4": "met"}


def test_an_enquiry_that_waits_for_its_conference_is_still_open():
    assert drawn(
        """
        conference | child | enquiry | held_on
        -----------+-------+---------+-----------
        c1         | ann   | e1      | 2025-06-20
        """,
        """
        enquiry | child | started_on | ended_on   | conference_not_needed
        --------+-------+------------+------------+----------------------
        e1      | ann   | 2025-06-10 |            | no
        e2      | bob   | 2025-06-10 |            | no
        e3      | cat   | 2025-06-10 |            | yes
        e4      | dan   | 2025-06-10 |            |
        e5      | eve   | 2025-06-10 | 2025-06-20 | no
        """,
    ) == {"c1": "met", "e2": "still open"}
