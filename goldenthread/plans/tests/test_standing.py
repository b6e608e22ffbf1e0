"""Where actions stand, gathered for many at once."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.plans import actions
from goldenthread.plans.actions import Forecast
from goldenthread.plans.drafts import ActionDraft, ItemDraft, PlanDraft, TestDraft, TimescaleDraft
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.tests.factories import recorded

DAY = date(2026, 3, 16)
PRINTED = TimescaleDraft(printed="End Sept 2012", anchor=date(2012, 6, 1))


def made(cast, many):
    """A plan of so many actions, each with a test and a day."""
    test = TestDraft(text="A list of visits", kind="done")
    rows = tuple(
        ActionDraft(items=(0,), text=f"Visit {n}", tests=(test,), timescales=(PRINTED,))
        for n in range(many)
    )
    draft = PlanDraft(
        title=f"Plan of {many}", items=(ItemDraft(number="1", text="Visits"),), actions=rows
    )
    return recorded(cast, draft)


def queries(rows):
    with CaptureQueriesContext(
        connection,
    ) as found:
        stands_of(rows, DAY)
    return len(found)


def test_many_actions_cost_as_many_queries_as_one(cast):
    one, many = (list(made(cast, number).actions.all()) for number in (1, 30))
    assert queries(one) == queries(many)


def test_an_action_without_a_word_stands_at_nought_and_is_late(cast):
    action = made(cast, 1).actions.get()
    stands = stands_of([action], DAY)[action.pk]
    assert (stands.rung, stands.colour, stands.is_late, stands.is_checked) == (
        0,
        "red",
        True,
        False,
    )
    assert (stands.is_tested, stands.is_only_done, stands.is_waiting) == (True, True, False)
    assert stands.last_day == date(2012, 9, 30)


def test_what_one_action_is_told_changes_no_other(cast):
    first, second = made(cast, 2).actions.order_by("order")
    forecast = Forecast(day=date(2026, 5, 1), cause="partner", reason="It closed.")
    actions.add_update(action=first, by=cast.alice, text="Two visits made.", forecast=forecast)
    stands = stands_of([first, second], DAY)
    assert stands[first.pk].facts.forecast == date(2026, 5, 1)
    assert stands[second.pk].facts.forecast is None
