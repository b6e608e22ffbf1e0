"""Adding an action on the pages of a plan and of an item."""

import pytest

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/plans/990/P1/add/"


def test_the_plan_and_the_item_lead_to_the_form(alice, plan):
    assert PAGE in alice.get("/plans/990/P1/").text
    item = alice.get("/plans/990/P1-I2/").text
    assert f"{PAGE}?item=P1-I2" in item
    assert 'value="P1-I2" checked' in alice.get(f"{PAGE}?item=P1-I2").text


def test_an_action_is_added_with_its_lead_and_its_day(alice, plan, cast):
    lead = cast.bob.persons.get()
    given = {
        "text": "Tell the teams.",
        "items": ["P1-I1", "P1-I2"],
        "lead": f"person:{lead.pk}",
        "due_0": "16", "due_1": "5", "due_2": "2030",
        "why": "The board of 4 May decided so.",
    }  # fmt: skip
    answer = alice.post(PAGE, given)
    assert answer.headers["Location"] == "/actions/990/P1-A5/"
    page = alice.get("/actions/990/P1-A5/").text
    assert "P1-A5 was added" in page
    assert "Bob Baker" in page
    assert "16 May 2030" in page


def test_what_is_missing_is_told_at_its_field(alice, plan):
    answer = alice.post(PAGE, {"text": "", "why": ""})
    assert answer.status_code == 422
    assert plan.actions.count() == 4


def test_who_may_not_add_is_offered_nothing(plan, cast, bob):
    assert bob.get(PAGE).status_code == 403
    assert PAGE not in bob.get("/plans/990/P1/").text
    assert PAGE not in bob.get("/plans/990/P1-I1/").text


def replace(client, **given):
    given = {"state": "ineffective", "why": "It failed.", **given}
    sent = {f"replace-{name}": value for name, value in given.items()}
    return client.post("/actions/990/P1-A3/replace/", sent)


def test_what_failed_is_closed_with_a_new_action_in_its_place(alice, plan, cast):
    action = plan.actions.get(public_id="P1-A3")
    actions.set_delivery(action=action, state="in progress", by=cast.alice)
    replace(alice, text="Seek a local solution")
    made = plan.actions.get(public_id="P1-A5")
    assert made.text == "Seek a local solution"
    page = alice.get("/actions/990/P1-A3/").text
    assert "P1-A5 is new and takes its place" in page
    assert "In its place: P1-A5" in page


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Choose the action that takes its place."),
        ({"text": "New", "replaced_by": "A1"}, "Choose an action or write a new one, not both."),
        (
            {"replaced_by": "A1", "due_0": "1", "due_1": "5", "due_2": "2030"},
            "A local deadline is set here for a new action alone.",
        ),
    ],
)
def test_exactly_one_action_takes_its_place(alice, plan, given, told):
    if "replaced_by" in given:
        given = {**given, "replaced_by": plan.actions.get(public_id="P1-A1").pk}
    assert told in replace(alice, **given).text


def test_a_lead_chooses_among_the_actions_that_are_there(plan, cast):
    lena = make_user("Lena Long", cast.aldermere, Role.LEAD)
    action = plan.actions.get(public_id="P1-A3")
    actions.give_lead(action=action, to=lena.persons.get(), by=cast.alice)
    page = signed_in(lena).get("/actions/990/P1-A3/?do=replace").text
    assert "Which action takes its place?" in page
    assert "Or what is to be done instead" not in page
