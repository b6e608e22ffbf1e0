"""Actions that people add: their ids, what later documents do to them, and what they replace."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.models import HistoryLine
from goldenthread.plans import actions
from goldenthread.plans.drafts import ActionDraft
from goldenthread.plans.models import Delivery
from goldenthread.plans.tests import factories
from goldenthread.plans.tests.factories import recorded


@pytest.fixture
def plan(cast, fixed_clock):
    return recorded(cast)


def add(plan, by, text="Tell the teams.", items=None, **more):
    items = list(plan.items.all()[:1]) if items is None else items
    return actions.add_action(
        plan=plan, items=items, text=text, by=by, why="The board decided so.", **more
    )


def test_an_added_action_is_the_plans_last_with_the_next_id(plan, cast):
    made = add(plan, cast.alice, text="  Tell the teams. ")
    assert (made.public_id, made.order, made.version_id) == ("P1-A5", 5, None)
    assert made.text == "Tell the teams."
    assert [item.public_id for item in made.items.all()] == ["P1-I1"]
    assert made.kind_proposed
    line = HistoryLine.objects.get(verb="added an action")
    assert line.by == cast.alice
    plan.refresh_from_db()
    assert plan.used_on is not None


def test_the_lead_and_the_local_day_are_set_with_it(plan, cast):
    bob = cast.bob.persons.get()
    made = add(plan, cast.alice, lead=bob, due=date(2026, 5, 16))
    assert made.standings.get(rank="lead").person == bob
    assert made.deadlines.get().due == date(2026, 5, 16)


def test_it_may_serve_several_items_of_its_plan_alone(plan, cast):
    items = list(plan.items.order_by("order"))
    assert add(plan, cast.alice, items=[items[2], items[0]]).items.count() == 2
    other = recorded(cast)
    for wrong in ([], list(other.items.all()[:1]), [items[0], other.items.first()]):
        with pytest.raises(NotAllowedNow, match="serves one item of P1"):
            add(plan, cast.alice, text="Another matter.", items=wrong)


@pytest.mark.parametrize("text", ["", "  "])
def test_it_says_what_is_to_be_done_and_what_it_comes_from(plan, cast, text):
    with pytest.raises(NotAllowedNow, match="Say what is to be done"):
        add(plan, cast.alice, text=text)
    with pytest.raises(NotAllowedNow, match="Say what is to be done"):
        actions.add_action(
            plan=plan, items=plan.items.all()[:1], text="Tell.", by=cast.alice, why=" "
        )


def test_the_same_words_are_not_added_twice_for_an_item(plan, cast):
    text = plan.actions.get(public_id="P1-A1").text
    with pytest.raises(NotAllowedNow, match=r"P1-A1 i\) says the same already"):
        add(plan, cast.alice, text=f" {text.upper()}.")
    assert add(plan, cast.alice, text=text, items=[plan.items.get(public_id="P1-I2")])


def test_an_archived_plan_and_somebody_elses_take_none(plan, cast):
    with pytest.raises(NotAllowed):
        add(plan, cast.bob)
    actions.archive_plan(plan=plan, by=cast.alice, why="Replaced")
    with pytest.raises(NotAllowedNow, match="is archived"):
        add(plan, cast.alice)


def again(plan, cast, *more):
    draft = factories.plan()
    return actions.record_plan(
        authority=cast.aldermere,
        by=cast.alice,
        upload=None,
        plan=factories.plan(actions=(*draft.actions, *more)),
        replaces=plan,
    )


def test_a_later_document_neither_drops_it_nor_takes_its_id(plan, cast):
    made = add(plan, cast.alice)
    again(plan, cast, ActionDraft(items=(0,), text="Write to the families"))
    made.refresh_from_db()
    assert (made.dropped_in_id, made.public_id, made.order) == (None, "P1-A5", 6)
    new = plan.actions.get(text="Write to the families")
    assert (new.public_id, new.order) == ("P1-A6", 5)


def test_a_later_document_that_holds_its_words_means_it(plan, cast):
    made = add(plan, cast.alice)
    again(plan, cast, ActionDraft(items=(0,), text="Tell the teams."))
    assert plan.actions.filter(text="Tell the teams.").get() == made
    again(plan, cast)
    made.refresh_from_db()
    assert made.dropped_in_id is None


def test_what_did_not_work_is_replaced_by_a_new_action_for_the_same_items(plan, cast):
    action = plan.actions.get(public_id="P1-A3")
    actions.set_delivery(action=action, state="in progress", by=cast.alice)
    made = actions.replace_with_new(
        action=action,
        state="ineffective",
        text="Seek a local solution",
        by=cast.alice,
        why="The group could not address it.",
        due=date(2026, 9, 30),
    )
    delivery = Delivery.objects.get(action=action)
    assert (delivery.state, delivery.replaced_by) == ("ineffective", made)
    served = list(action.items.order_by("order"))
    assert list(made.items.order_by("order")) == served
    assert made.deadlines.get().due == date(2026, 9, 30)
    actions.reopen(action=action, by=cast.alice, why="It works after all.")
    delivery.refresh_from_db()
    assert (delivery.state, delivery.replaced_by) == ("in progress", None)


def test_a_refused_replacement_adds_nothing(plan, cast):
    action = plan.actions.get(public_id="P1-A3")
    with pytest.raises(NotAllowedNow, match="cannot become ineffective"):
        actions.replace_with_new(
            action=action, state="ineffective", text="Another way", by=cast.alice, why="No."
        )
    assert plan.actions.count() == 4
