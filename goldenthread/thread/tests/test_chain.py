"""The chain of recorded things: each link as it is shown, and the first missing step."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.actions import Figures
from goldenthread.plans.drafts import ActionDraft, TestDraft
from goldenthread.plans.models import Standing
from goldenthread.results.tests import factories as results_factories
from goldenthread.thread.chain import chain
from goldenthread.thread.tests.factories import MINUTE, accept, file, make_world, return_

TODAY = date(2026, 3, 16)


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def seen(world, thing=None, by=None):
    return chain(thing or world.action, by=by or world.cast.alice, day=TODAY)


def states(found):
    return {step.name: step.state for step in found.steps}


def links(found, name):
    return next(step.links for step in found.steps if step.name == name)


def check_imported(found):
    assert states(found) == {
        "paragraph": "checked",
        "recommendation": "checked",
        "item": "checked",
        "action": "reported",
        "test": "checked",
        "evidence": "reported",
        "measure": "missing",
        "minute": "missing",
    }
    first = found.first_missing_step
    assert (first.step, first.verb) == ("evidence", "plans.file_evidence")
    assert first.words == ("Test 1: evidence is reported on file in the document, not seen here.")


@pytest.mark.parametrize("thing", ["recommendation", "item", "action"])
def test_a_chain_goes_from_the_paragraph_to_the_minute_wherever_one_asks(world, thing):
    found = seen(world, getattr(world, thing))
    check_imported(found)
    assert found.whole
    assert [link.label for link in links(found, "paragraph")] == ["Paragraph 12"]
    assert [link.label for link in links(found, "action")] == ["P1-A1"]
    assert "recorded from the report by Alice Archer" in links(found, "recommendation")[0].words


def test_each_step_of_a_check_moves_the_first_missing_step(world):
    link = file(world)
    assert seen(world).first_missing_step.verb == "plans.ask_for_check"
    actions.ask_for_check(link=link, by=world.lena)
    first = seen(world).first_missing_step
    assert (first.verb, "waiting for a check since 16 March 2026" in first.words) == (
        "plans.accept",
        True,
    )
    return_(world, link)
    first = seen(world).first_missing_step
    assert first.verb == "plans.new_version"
    assert first.words == (
        "P1-E1 The template: returned by Carl Cross on 16 March 2026: No date on it."
    )
    version = actions.new_version(evidence=link.version.evidence, by=world.lena, extract="Dated.")
    accept(world, version.links.get())
    found = seen(world)
    assert states(found)["evidence"] == "checked"
    assert links(found, "evidence")[0].words == (
        "P1-E1 The template: evidence checked by Carl Cross on 16 March 2026."
    )
    assert found.first_missing_step.verb == "plans.complete"


def test_a_contradiction_opens_the_evidence_again(world):
    accept(world, file(world))
    actions.contradict(
        test=world.test,
        kind="document",
        title="What the audit found",
        shows="It is not used",
        by=world.cast.alice,
        extract="Not used.",
    )
    found = seen(world)
    assert states(found)["evidence"] == "reported"
    assert "is open again" in links(found, "evidence")[0].words


def test_evidence_counts_only_while_it_is_valid(world):
    accept(world, file(world, expires_on=date(2026, 4, 1)))
    assert states(seen(world))["evidence"] == "checked"
    found = chain(world.action, by=world.cast.alice, day=date(2026, 4, 2))
    assert states(found)["evidence"] == "reported"
    assert "no longer valid" in links(found, "evidence")[0].words


def test_of_many_that_are_wanted_some_are_not_enough(cast, fixed_clock):
    world = make_world(cast, quantity=14)
    accept(world, file(world, quantity=1))
    found = seen(world)
    assert states(found)["evidence"] == "reported"
    assert links(found, "evidence")[-1].words == "Test 1: 1 of 14 checked."
    accept(world, file(world, quantity=13, title="The others"))
    assert states(seen(world))["evidence"] == "checked"


def test_a_minute_is_a_link_of_its_own(world):
    accept(world, file(world, kind="minute", about=MINUTE))
    assert states(seen(world))["minute"] == "checked"


def test_an_item_of_the_councils_own_misses_lead_and_test_and_no_recommendation(world):
    found = seen(world, world.other)
    assert states(found)["recommendation"] == "not needed"
    assert found.first_missing_step.verb == "plans.give_lead"
    assert links(found, "test")[0].words == "P1-A2 names no test."


def test_a_recommendation_that_nothing_answers_misses_its_item(world):
    link = world.item.answered.get()
    actions.unlink_recommendation(link=link, by=world.cast.alice, why="Another one.")
    found = seen(world, world.recommendation)
    assert found.first_missing_step.words == "No item of a plan answers it."
    assert seen(world, world.item).first_missing_step.verb == "plans.link_recommendation"


def test_a_row_that_points_elsewhere_shows_the_chain_of_that_action(cast, fixed_clock):
    world = make_world(
        cast, more_actions=(ActionDraft(items=(1,), text="As above (1)", same_as=0),)
    )
    pointing = world.plan.actions.get(public_id="P1-A3")
    for thing in (pointing, world.action):
        found = seen(world, thing)
        assert [link.label for link in links(found, "action")] == ["P1-A1"]
        assert [link.label for link in links(found, "item")] == ["Item 1", "Item 2"]


def test_what_is_filed_once_on_a_shared_action_is_shown_under_each_of_its_items(cast, fixed_clock):
    shared = ActionDraft(
        items=(0, 1), text="Launch the hub", tests=(TestDraft(text="Copy", kind="done"),)
    )
    world = make_world(cast, more_actions=(shared,))
    action = world.plan.actions.get(text="Launch the hub")
    accept(world, file(world, by=cast.alice, test=action.tests.get(), title="The hub"))
    for item in world.plan.items.all():
        found = [link.label for link in links(seen(world, item), "evidence")]
        assert "P1-E1 The hub" in found


def test_a_partner_user_sees_their_own_part_and_only_their_own_evidence(world):
    hospital = PartnerOrganisation.objects.create(authority=world.cast.aldermere, name="Hospital")
    nurse = make_user("Nia North", world.cast.aldermere, Role.PARTNER_USER, partner=hospital)
    assert not any(step.links for step in seen(world, world.action, by=nurse).steps)
    assert seen(world, world.action, by=nurse).words == "Nothing of it is open to you."
    Standing.objects.create(action=world.action, rank="co-lead", partner=hospital)
    accept(world, file(world))
    found = seen(world, world.recommendation, by=nurse)
    assert not found.whole
    assert [link.label for link in links(found, "action")] == ["P1-A1"]
    assert [link.words for link in links(found, "evidence")] == [
        "Test 1: evidence checked, which is not open to you."
    ]


@pytest.mark.parametrize("thing", ["recommendation", "item", "action"])
def test_another_authority_sees_nothing_of_it(world, thing):
    found = seen(world, getattr(world, thing), by=world.cast.charlie)
    assert not any(step.links for step in found.steps)
    assert found.first_missing_step is None
    assert not found.whole


@pytest.mark.parametrize("thing", ["recommendation", "item", "action"])
def test_a_chain_costs_as_many_queries_for_much_as_for_little(cast, fixed_clock, thing):
    more = tuple(
        ActionDraft(items=(0,), text=f"Do {n}", tests=(TestDraft(text="Copy", kind="done"),))
        for n in range(5)
    )
    world = make_world(cast, more_actions=more)
    file(world)
    counted = []
    for action in [None, *world.plan.actions.filter(text__startswith="Do")]:
        if action is not None:
            accept(world, file(world, by=cast.alice, test=action.tests.get(), title=action.text))
        with CaptureQueriesContext(connection) as queries:
            seen(world, getattr(world, thing))
        counted.append(len(queries))
    assert max(counted) <= 50
    assert len(set(counted[1:])) == 1


def approve_a_figure(world):
    """Two approved figures of a measure that is tied to the action, and the rise that they show."""
    measure = results_factories.measure(world.cast)
    link = actions.link_measure(
        of=world.action, measure=measure, kind="impact", expected="rise", by=world.cast.alice
    )
    before, now = (
        results_factories.approved(world.cast, measure, typed, results_factories.month(month))
        for typed, month in (("10 of 20", 1), ("16 of 20", 2))
    )
    figures = Figures(now, before)
    said = {"action": world.action, "state": "measured: improved", "by": world.cast.alice}
    actions.set_impact(**said, figures=figures)
    return link


def test_the_measure_is_checked_while_an_approved_figure_of_a_tied_measure_shows_the_impact(world):
    said = {"action": world.action, "by": world.cast.alice}
    actions.set_impact(**said, state="early signs", words="Fewer calls.")
    assert states(seen(world))["measure"] == "reported"
    link = approve_a_figure(world)
    (found,) = links(seen(world), "measure")
    assert (found.state, found.by) == ("checked", "Bob Baker")
    assert "80 (16 of 20) as at 29 February 2012; VISITS Visits in time, approved" in found.words
    actions.unlink_measure(link=link, by=world.cast.alice, why="It counts something else.")
    assert states(seen(world))["measure"] == "reported"
