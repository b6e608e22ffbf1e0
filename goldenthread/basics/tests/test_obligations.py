"""The deadlines of law and inspectorates, as computed for made and for printed reports."""

from datetime import date

import pytest

from goldenthread.basics import rules
from goldenthread.basics.due import difference
from goldenthread.basics.obligations import OBLIGATIONS, Anchor, computed, named
from goldenthread.basics.periods import Period

PUBLISHED = date(2016, 5, 16)
STATEMENT = named("written-statement")


def test_s1_seventy_working_days_from_publication_fit_the_stated_deadline():
    found = computed(STATEMENT, published=PUBLISHED)
    assert difference(date(2016, 8, 23), found.alert.date).days == 0
    numbers = {step.n: step.day for step in found.alert.trace}
    assert (numbers[10], numbers[70]) == (date(2016, 5, 31), date(2016, 8, 23))
    assert found.basis == ("counted from publication, 16 May 2016; the day of receipt is not known")
    assert found.from_received.in_words == ("cannot be worked out: the day of receipt is not known")


def test_s1_the_report_is_to_be_published_by_28_june():
    assert computed(named("publish-report"), published=PUBLISHED).alert.date == date(2016, 6, 28)


def test_s1_counting_the_publication_day_gives_a_mismatch_that_shows():
    found = computed(STATEMENT, published=PUBLISHED, publication_day_counts=True)
    assert found.alert.date == date(2016, 8, 22)
    mismatch = difference(date(2016, 8, 23), found.alert.date)
    assert not mismatch.agrees
    assert mismatch.words.endswith("the stated date is 1 day later")


def test_s1_a_stated_date_one_day_later_stays_beside_the_computed_one():
    found = computed(STATEMENT, published=date(2016, 11, 25))
    beside = difference(date(2017, 3, 9), found.alert.date)
    assert (found.alert.date, beside.days) == (date(2017, 3, 8), 1)


def test_the_earlier_of_receipt_and_publication_alerts_and_both_are_kept():
    found = computed(STATEMENT, published=PUBLISHED, received=date(2016, 5, 13))
    assert found.from_published.date == date(2016, 8, 23)
    assert found.from_received.date == date(2016, 8, 22)
    assert found.alert is found.from_received
    assert found.basis == "counted from receipt, 13 May 2016"


def test_publication_alerts_where_the_report_was_received_later():
    found = computed(STATEMENT, published=PUBLISHED, received=date(2016, 5, 17))
    assert found.alert is found.from_published
    assert found.basis == "counted from publication, 16 May 2016"


def test_without_any_day_nothing_is_worked_out():
    found = computed(STATEMENT)
    assert (found.alert.date, found.basis) == (None, "")
    assert "not known" in found.alert.in_words


@pytest.mark.parametrize(
    ("id_", "event", "due"),
    [
        ("key-decision-notice", date(2016, 7, 20), date(2016, 6, 21)),
        ("scrutiny-response", date(2012, 8, 28), date(2012, 10, 27)),
        ("self-evaluation", date(2024, 2, 29), date(2025, 2, 28)),
        ("family-group-decision-making", date(2026, 5, 1), date(2026, 5, 1)),
    ],
)
def test_a_duty_that_hangs_on_an_event_counts_from_it_and_not_from_the_report(id_, event, due):
    assert computed(named(id_), published=PUBLISHED).alert.date is None
    found = computed(named(id_), published=PUBLISHED, event=event)
    assert found.alert.date == due
    assert found.basis.startswith("counted from the event, ")


def test_an_event_without_a_day_shows_its_window():
    found = computed(named("family-group-decision-making"), event=Period.month(2022, 10))
    assert found.alert.window == Period.month(2022, 10)


@pytest.mark.parametrize("id_", ["improvement-notice", "monitoring-programme"])
def test_a_duty_that_no_rule_dates_says_who_sets_the_day(id_):
    found = computed(named(id_), published=PUBLISHED)
    assert found.alert.in_words == f"cannot be worked out: {named(id_).reason}"


@pytest.mark.parametrize(
    ("id_", "due"),
    [("priority-action-draft", "2018-09-10"), ("priority-action-final", "2018-11-19")],
)
def test_a_focused_visit_with_priority_action_asks_for_a_draft_and_a_final_plan(id_, due):
    found = computed(named(id_), received=date(2018, 8, 10))
    assert found.alert.date == date.fromisoformat(due)


@pytest.mark.parametrize("obligation", OBLIGATIONS, ids=lambda obligation: obligation.id)
def test_every_row_names_its_source_and_has_a_rule_or_a_reason(obligation):
    assert obligation.source
    assert bool(obligation.rule) != bool(obligation.reason)
    assert (obligation.anchor is Anchor.NONE) == bool(obligation.reason)
    assert obligation.unit == (rules.named(obligation.rule).unit if obligation.rule else "")


@pytest.mark.parametrize("obligation", OBLIGATIONS, ids=lambda obligation: obligation.id)
def test_a_row_that_is_not_certain_says_what_to_check(obligation):
    found = computed(obligation, published=PUBLISHED, event=PUBLISHED).alert
    shown = [note for note in found.notes if note.startswith("To check: ")]
    assert shown == ([] if obligation.is_certain else [f"To check: {obligation.to_check}"])


def test_every_trigger_of_the_domain_has_its_row_once():
    assert len({obligation.id for obligation in OBLIGATIONS}) == len(OBLIGATIONS) == 14
