"""What was superseded or found ineffective counts until what took its place is checked."""

from datetime import date

import pytest

from goldenthread.plans import actions
from goldenthread.plans.actions import Step
from goldenthread.plans.counting import counts, counts_by_plan
from goldenthread.plans.models import Action, Delivery
from goldenthread.plans.replacing import last_of
from goldenthread.plans.tests.evidence_factories import accept, file
from goldenthread.plans.tests.test_standing import made

TODAY = date(2026, 3, 16)

# action, what took the place of which, what stands at the end.
CHAINS = [
    (1, {}, None),
    (1, {1: 2}, 2),
    (1, {1: 2, 2: 3}, 3),
    (2, {1: 2, 2: 3}, 3),
    (1, {1: 2, 2: 1}, None),
    (1, {1: 2, 2: 3, 3: 2}, None),
    (1, {1: 1}, None),
]


@pytest.mark.parametrize(("action", "chain", "end"), CHAINS)
def test_a_chain_is_followed_to_its_end_and_a_circle_has_none(action, chain, end):
    assert last_of(action, chain) == end


@pytest.fixture
def chain(world):
    """The world's action took the place of a second one, and that one of a first."""
    first, second = (added(world, text) for text in ("By letter", "By telephone"))
    replaced(world, second, world.action, "ineffective")
    replaced(world, first, second, "superseded")
    return first, second


def added(world, text):
    return actions.add_action(
        plan=world.plan, items=list(world.plan.items.all()), text=text, by=world.cast.alice, why="B"
    )


def replaced(world, old, new, state):
    if state == "ineffective":
        actions.add_update(action=old, by=world.cast.alice, text="Begun.")
    step = Step(why="Another way.", replaced_by=new)
    actions.set_delivery(action=old, state=state, by=world.cast.alice, step=step)


def checked(world):
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY)
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    accept(world, link)


def counted(world):
    found = counts(world.plan, world.cast.alice, TODAY)
    return found.actions, found.replaced, found.left


def test_what_was_replaced_counts_until_the_end_of_its_chain_is_checked(world, chain):
    assert counted(world) == (3, 2, 0)
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY)
    assert counted(world) == (3, 2, 0), "done is not checked"
    actions.reopen(action=world.action, by=world.lena, why="Too early.")
    checked(world)
    assert counted(world) == (1, 0, 2)


def test_it_counts_again_once_the_check_no_longer_holds(world, chain):
    checked(world)
    actions.reopen(action=world.action, by=world.lena, why="It came apart.")
    assert counted(world) == (3, 2, 0)


def test_what_no_longer_counts_is_in_no_other_count(world, chain):
    before = counts(world.plan, world.cast.alice, TODAY)
    checked(world)
    after = counts(world.plan, world.cast.alice, TODAY)
    assert (before.no_test, after.no_test) == (2, 0)
    assert (before.no_local_date, after.no_local_date) == (3, 1)


def test_an_action_that_points_to_a_checked_one_takes_its_place_as_well(world):
    old, row = added(world, "By letter"), added(world, "As above")
    Action.objects.filter(pk=row.pk).update(same_as=world.action)
    replaced(world, old, row, "superseded")
    assert counted(world) == (2, 1, 0)
    checked(world)
    assert counted(world) == (1, 0, 1)


def test_the_sentence_says_what_still_counts_and_what_no_longer_does(world, chain):
    first, _ = chain
    said = counts(world.plan, world.cast.alice, TODAY).sentence
    assert said.endswith(
        "; 2 superseded or ineffective still count until what took their place is checked"
    )
    actions.reopen(action=first, by=world.cast.alice, why="Wanted again.")
    said = counts(world.plan, world.cast.alice, TODAY).sentence
    assert said.endswith(
        "; 1 superseded or ineffective still counts until what took its place is checked"
    )
    checked(world)
    said = counts(world.plan, world.cast.alice, TODAY).sentence
    assert said.endswith("; 1 no longer counts, as what took its place is checked")
    replaced(world, first, world.action, "superseded")
    said = counts(world.plan, world.cast.alice, TODAY).sentence
    assert said.endswith("; 2 no longer count, as what took their place is checked")


def test_more_replaced_actions_cost_no_more_queries(
    cast, fixed_clock, django_assert_max_num_queries
):
    plan = made(cast, 12)
    last, *rest = plan.actions.order_by("-order")
    for old in rest:
        step = Step(why="Another way.", replaced_by=last)
        actions.set_delivery(action=old, state="superseded", by=cast.alice, step=step)
    assert Delivery.objects.filter(state="superseded").count() == 11
    with django_assert_max_num_queries(50) as few:
        counts_by_plan(Action.objects.filter(pk__in=[last.pk, rest[0].pk]), TODAY)
    with django_assert_max_num_queries(50) as many:
        counts_by_plan(Action.objects.filter(plan=plan), TODAY)
    assert len(few) == len(many)
