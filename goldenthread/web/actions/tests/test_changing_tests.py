"""Adding and changing a test on the Action page, and steps that close an action or open it again."""

import pytest
from django.utils import timezone

from goldenthread.plans.models import Delivery, Reopening, Test
from goldenthread.plans.tests.evidence_factories import accept, counts, file, make_world
from goldenthread.plans.tests.factories import recorded
from goldenthread.web.actions.tests.test_action_page import page, send, when
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def change(world, by, **changes):
    sent = {"text": world.test.text, "kind": "done", "why": "It was meant so", **changes}
    return send(by, world, "change_test", world.test.pk, **sent)


def test_a_test_is_added_with_its_number_of_pieces(world):
    sent = {"text": "Fourteen heads met", "kind": "done", "quantity": "14", "unit": "heads"}
    assert send(world.cast.alice, world, "add_test", **sent).status_code == 302
    added = Test.objects.get(text="Fourteen heads met")
    assert (added.action, added.quantity, added.unit) == (world.action, 14, "heads")
    assert "Fourteen heads met" in page(world.lena, world)


def test_a_test_without_evidence_changes_at_once(world):
    assert change(world, world.cast.alice, text="The template in use").status_code == 302
    world.test.refresh_from_db()
    assert world.test.text == "The template in use"


def test_a_test_with_evidence_changes_when_somebody_else_approves_and_is_open_again(world):
    accept(world, file(world))
    assert change(world, world.cast.alice, text="The template in use").status_code == 302
    world.test.refresh_from_db()
    assert world.test.text == "Copy of the template"
    asked = Reopening.objects.get()
    assert send(world.cast.alice, world, "approve_reopening", asked.pk).status_code == 422
    assert send(world.cast.bob, world, "approve_reopening", asked.pk).status_code == 302
    world.test.refresh_from_db()
    assert world.test.text == "The template in use"
    assert not counts(world.test)


def test_a_change_that_is_refused_leaves_the_test_and_what_was_accepted(world):
    accept(world, file(world))
    change(world, world.cast.alice, text="The template in use")
    asked = Reopening.objects.get()
    assert send(world.cast.bob, world, "refuse_reopening", asked.pk, why="No").status_code == 302
    world.test.refresh_from_db()
    assert world.test.text == "Copy of the template"
    assert counts(world.test)


def test_a_completed_action_is_opened_again_with_a_reason(world):
    send(world.lena, world, "start")
    today = when("completed_on", timezone.localdate())
    send(world.lena, world, "complete", **today, precision="day")
    assert Delivery.objects.get(action=world.action).state == "done"
    assert send(world.lena, world, "reopen", why="").status_code == 422
    assert send(world.lena, world, "reopen", why="The template was lost").status_code == 302
    assert Delivery.objects.get(action=world.action).state == "in progress"


def test_what_the_document_calls_completed_is_taken_over(cast):
    recorded(cast)
    alice = signed_in(cast.alice)
    assert alice.post("/actions/990/P1-A3/take_over/").status_code == 302
    assert Delivery.objects.get(action__public_id="P1-A3").state == "done"


def test_another_action_takes_the_place_of_one_that_did_not_work(cast):
    plan = recorded(cast)
    new = plan.actions.get(public_id="P1-A2")
    sent = {
        "replace-state": "ineffective",
        "replace-why": "Families did not come",
        "replace-replaced_by": new.pk,
    }
    alice = signed_in(cast.alice)
    refused = alice.post("/actions/990/P1-A1/replace/", sent)
    assert "What is not started cannot become ineffective." in refused.text
    alice.post("/actions/990/P1-A1/start/")
    assert alice.post("/actions/990/P1-A1/replace/", sent).status_code == 302
    done = Delivery.objects.get(action__public_id="P1-A1")
    assert (done.state, done.replaced_by) == ("ineffective", new)
