"""Statutory deadlines of an inspection: computed, stated, compared, worked out again."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections import actions, following
from goldenthread.inspections.tests.factories import judged, recorded, sif, slac
from goldenthread.people.history import history_of

MAY_16, AUGUST_22, AUGUST_23 = date(2016, 5, 16), date(2016, 8, 22), date(2016, 8, 23)


def deadline(inspection, duty="written-statement"):
    return inspection.obligations.get(duty=duty)


def day_number(row, number, which="published"):
    return next(step["day"] for step in row.trace[which] if step["n"] == number)


def test_s1_seventy_working_days(cast):
    inspection = recorded(cast, sif(stated_deadline=AUGUST_23, stated_deadline_printed="23 August"))
    row = deadline(inspection)
    assert inspection.received_on is None
    assert (row.stated_on, row.computed_on, row.difference_days) == (AUGUST_23, AUGUST_23, 0)
    assert row.basis.startswith("counted from publication")
    assert (row.stated_printed, row.difference_words) == (
        "23 August",
        "stated and computed agree: 23 August 2016",
    )
    assert day_number(row, 10) == "2016-05-31"
    assert day_number(row, 70) == "2016-08-23"
    assert row.calendar == "si-2007-462"
    assert deadline(inspection, "publish-report").computed_on == date(2016, 6, 28)


def test_s1_counting_the_publication_day_gives_the_day_before_and_a_visible_mismatch(cast):
    inspection = recorded(cast, sif(stated_deadline=AUGUST_23))
    row = actions.count_publication_day(obligation=deadline(inspection), counts=True, by=cast.alice)
    assert (row.stated_on, row.computed_on, row.difference_days) == (AUGUST_23, AUGUST_22, 1)
    assert "the stated date is 1 day later" in row.difference_words
    back = actions.count_publication_day(obligation=row, counts=False, by=cast.alice)
    assert (back.computed_on, back.difference_days) == (AUGUST_23, 0)


def test_s1_a_stated_day_later_than_the_computed_one_keeps_both(cast):
    """The days of another council: published 25 November 2016, stated 9 March 2017."""
    inspection = recorded(
        cast,
        sif(
            first_day=date(2016, 9, 12),
            last_day=date(2016, 10, 6),
            published=date(2016, 11, 25),
            stated_deadline=date(2017, 3, 9),
        ),
    )
    row = deadline(inspection)
    assert (row.computed_on, row.stated_on) == (date(2017, 3, 8), date(2017, 3, 9))
    assert row.difference_days == 1


def test_without_a_day_a_deadline_cannot_be_worked_out_and_says_why(cast):
    row = deadline(recorded(cast, sif(published=None)))
    assert row.computed_on is None
    assert "not known" in row.reason


def test_recording_the_publication_day_works_everything_out_and_keeps_the_stated_day(cast):
    inspection = recorded(cast, sif(published=None, stated_deadline=AUGUST_23))
    actions.record_publication_day(inspection=inspection, day=MAY_16, by=cast.alice)
    row = deadline(inspection)
    assert (row.computed_on, row.stated_on, row.difference_days) == (AUGUST_23, AUGUST_23, 0)
    actions.record_publication_day(inspection=inspection, day=date(2016, 5, 17), by=cast.alice)
    row.refresh_from_db()
    assert (row.computed_on, row.stated_on) == (date(2016, 8, 24), AUGUST_23)
    assert row.difference_days == -1


def test_the_days_of_the_inspection_are_entered_where_the_report_prints_none(cast):
    inspection = recorded(cast, slac(first_day=None, last_day=None, precision="unknown"))
    first, last = date(2012, 4, 30), date(2012, 5, 11)
    dated = actions.record_inspection_days(
        inspection=inspection, first=first, last=last, by=cast.alice, why="letter"
    )
    assert (dated.first_day, dated.last_day, dated.days_precision) == (first, last, "day")
    assert dated.days_printed == "April / May 2012"
    entry = next(one for one in history_of(dated) if one.verb == "dated")
    assert entry.why == "letter"


@pytest.mark.parametrize(
    ("first", "last", "match"),
    [
        (date(2016, 3, 2), date(2016, 3, 1), "before the first"),
        (date(2016, 3, 1), date(2099, 1, 1), "lies ahead"),
        (date(2016, 5, 17), None, "after the report was published"),
    ],
)
def test_impossible_days_of_an_inspection_are_refused(cast, first, last, match):
    inspection = recorded(cast)
    with pytest.raises(NotAllowedNow, match=match):
        actions.record_inspection_days(inspection=inspection, first=first, last=last, by=cast.alice)


def test_the_earlier_of_receipt_and_publication_is_the_computed_day(cast):
    inspection = recorded(cast)
    actions.record_receipt_day(inspection=inspection, day=date(2016, 5, 13), by=cast.alice)
    row = deadline(inspection)
    assert (row.from_published, row.from_received) == (AUGUST_23, AUGUST_22)
    assert row.computed_on == AUGUST_22
    assert row.basis.startswith("counted from receipt")
    assert set(row.trace) == {"published", "received"}


def test_a_stated_day_can_be_entered_later(cast):
    row = actions.state_deadline(
        inspection=recorded(cast), duty="publish-report", stated_on=date(2016, 6, 30), by=cast.alice
    )
    assert (row.computed_on, row.difference_days) == (date(2016, 6, 28), 2)


def test_days_that_cannot_be_are_refused(cast):
    inspection = recorded(cast)
    with pytest.raises(NotAllowedNow, match="before the inspection"):
        actions.record_publication_day(inspection=inspection, day=date(2016, 1, 1), by=cast.alice)
    with pytest.raises(NotAllowedNow, match="lies ahead"):
        actions.record_receipt_day(inspection=inspection, day=date(2099, 1, 1), by=cast.alice)
    with pytest.raises(NotAllowedNow, match="no statutory duty"):
        actions.state_deadline(
            inspection=inspection, duty="absent", stated_on=MAY_16, by=cast.alice
        )


def test_only_working_days_can_begin_with_the_first(cast):
    inspection = recorded(
        cast, sif(judgements=(judged("overall_effectiveness", "inadequate", "Inadequate"),))
    )
    with pytest.raises(NotAllowedNow, match="working days"):
        actions.count_publication_day(
            obligation=deadline(inspection, "monitoring-programme"), counts=True, by=cast.alice
        )


def test_others_may_not_record_days(cast):
    inspection = recorded(cast)
    with pytest.raises(NotAllowed):
        actions.record_receipt_day(inspection=inspection, day=MAY_16, by=cast.charlie)
    with pytest.raises(NotAllowed):
        actions.record_publication_day(inspection=inspection, day=MAY_16, by=cast.bob)


def test_the_power_decides_which_duties_follow(cast):
    """A-09: an inspection under the Children Act 2004 has none of those of section 137."""
    assert list(recorded(cast, slac()).obligations.values_list("duty", flat=True)) == []
    assert recorded(cast).obligations.filter(duty="written-statement").exists()


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({}, ("written-statement",)),
        ({"inadequate": True}, ("written-statement", "monitoring-programme")),
        ({"legal_power": "Children Act 2004 s20"}, ()),
        ({"legal_power": "Education and Inspections Act 2006 s136"}, ("written-statement",)),
        ({"priority_action": True}, ("written-statement", "priority-action-draft")),
        ({"statement_required": True}, ("written-statement", "joint-area-statement")),
        ({"outcome_3": True}, ("written-statement", "send-priority-plan")),
    ],
)
def test_duties_follow_from_the_facts(facts, wanted):
    offered = [
        {"duty": "written-statement", "when": "always"},
        {"duty": "monitoring-programme", "when": "inadequate"},
        {"duty": "priority-action-draft", "when": "priority action"},
        {"duty": "joint-area-statement", "when": "statement required"},
        {"duty": "send-priority-plan", "when": "outcome 3"},
    ]
    assert following.duties(offered, following.Facts(**facts)) == wanted
