"""Whether an action says who, what, by when and how one will know: each fault, drawn."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.plans import actions
from goldenthread.plans.asking_quality import asked_of
from goldenthread.plans.drafts import ActionDraft, ItemDraft, PlanDraft, TestDraft, TimescaleDraft
from goldenthread.plans.models import Deadline
from goldenthread.plans.quality import FAULTS, Asked, TestAsked, faults
from goldenthread.plans.tests.factories import recorded

DAY = date(2012, 9, 30)
WHOLE = {"due": DAY, "tests": (TestAsked("practice"),)}


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ({"led": False}, "no-lead", "nobody leads it"),
        ({"agreed": False}, "not-agreed", "it is still to be agreed"),
        ({"due": None}, "no-date", "no local date is set"),
        ({"due": None, "urgent": "at pace"}, "urgency", "“at pace” is no date"),
        (
            {"due": None, "unset": "a date was to be set on 28 August 2012, and none is set"},
            "day-to-be-set",
            "a date was to be set on 28 August 2012, and none is set",
        ),
        (
            {"unkept": "“twice a year”: held 1 of 2 in the year to 30 September 2012"},
            "not-kept",
            "“twice a year”: held 1 of 2 in the year to 30 September 2012",
        ),
        ({"tests": ()}, "no-test", "no test says how one will know"),
        (
            {"tests": (TestAsked("practice"), TestAsked("difference", "from what?"))},
            "no-aim",
            "from what?",
        ),
        (
            {"tests": (TestAsked("done"), TestAsked("done"))},
            "only-a-product",
            "its tests show only that something was done",
        ),
        (
            {"answers": False},
            "no-outcome",
            "it answers no recommendation, and nothing measures what it changes",
        ),
    ],
)
def test_each_fault_is_found_by_itself(given, code, said):
    [(fault, words)] = faults(Asked(**{**WHOLE, **given}))
    assert (fault.code, words) == (code, said)
    assert fault.do


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"urgent": "at pace"},
        {"answers": False, "measured": True},
        {"answers": False, "tests": (TestAsked("difference"),)},
        {"tests": (TestAsked("done"), TestAsked("practice"))},
    ],
)
def test_what_says_it_has_no_fault(given):
    assert faults(Asked(**{**WHOLE, **given})) == ()


def test_every_fault_of_the_catalogue_is_drawn_above():
    drawn = test_each_fault_is_found_by_itself.pytestmark[0].args[1]
    assert {code for _, code, _ in drawn} == set(FAULTS)


def codes(action, day=DAY):
    return [fault.code for fault, _ in faults(asked_of([action], day)[action.pk])]


def made(cast, **row):
    draft = PlanDraft(
        title="Plan",
        items=(ItemDraft(number="1", text="Minutes are right"),),
        actions=(ActionDraft(items=(0,), text="Write a template", **row),),
    )
    plan = actions.record_plan(authority=cast.aldermere, by=cast.alice, upload=None, plan=draft)
    return plan.actions.get()


def test_a_bare_action_says_nothing(cast):
    assert codes(made(cast)) == ["no-lead", "no-date", "no-test", "no-outcome"]


def test_urgency_is_no_date_and_a_set_day_is(cast):
    row = made(cast, timescales=(TimescaleDraft(printed="At pace"),))
    assert "urgency" in codes(row)
    assert "no-date" not in codes(row)
    actions.set_local_deadline(action=row, by=cast.alice, due=DAY)
    assert "urgency" not in codes(row)


def test_a_day_that_was_to_be_set_at_a_meeting_is_missed_from_the_day_after(cast):
    row = made(cast, timescales=(TimescaleDraft(printed="TBC on 28/08/12"),))
    deadline = Deadline.objects.get(action=row)
    assert (deadline.reading, deadline.due) == ("tbc", None)
    assert "day-to-be-set" not in codes(row, date(2012, 8, 28))
    assert "day-to-be-set" in codes(row, date(2012, 8, 29))


def test_a_change_without_its_aim_is_told(cast):
    row = made(cast, tests=(TestDraft(text="Reduction in records returned", kind="difference"),))
    assert "no-aim" in codes(row)


def test_an_extension_that_was_agreed_is_a_day(cast):
    row = recorded(cast).actions.get(public_id="P1-A1")
    assert asked_of([row], DAY)[row.pk].due == date(2012, 7, 31)


def test_the_councils_own_item_is_an_outcome_and_a_linked_one_too(cast):
    row = made(cast)
    item = row.items.get()
    item.answers = "additional"
    item.save()
    assert "no-outcome" not in codes(row)


def test_the_queries_do_not_grow_with_the_actions(cast):
    plan = recorded(cast)

    def cost(count):
        rows = list(plan.actions.all()[:count])
        with CaptureQueriesContext(connection) as queries:
            asked_of(rows, DAY)
        return len(queries)

    assert cost(1) == cost(4)


def test_a_promised_frequency_is_listed_once_a_year_has_passed_without_it(cast, fixed_clock):
    row = made(cast)
    twice = actions.promise(action=row, by=cast.alice, printed="at least twice a year", times=2)
    actions.took_place(commitment=twice, by=cast.alice, day=date(2026, 3, 16))
    assert "not-kept" not in codes(row, date(2027, 3, 15))
    assert "not-kept" in codes(row, date(2027, 3, 16))
    assert "held 0 of 2 in the year" in asked_of([row], date(2027, 3, 16))[row.pk].unkept
