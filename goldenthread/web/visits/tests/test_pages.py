"""The pages of visits: preparing, the sheet, its letter, calling it off."""

import pytest

from goldenthread.inspections import actions
from goldenthread.inspections.models import Framework, Visit
from goldenthread.inspections.tests.test_visits import MONITORING, letter
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.thread.tests.factories import file, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def about(world, **changes):
    sent = {
        "framework": Framework.objects.get(code=MONITORING).pk,
        "expected": "4 to 5 June 2026",
        "scope": "The front door.",
        "cohort": "",
        "recommendations": [world.recommendation.pk],
    }
    return sent | changes


@pytest.fixture
def visit(world):
    told = about(world, framework=Framework.objects.get(code=MONITORING))
    return actions.prepare_visit(authority=world.cast.aldermere, by=world.cast.alice, **told)


def address(visit, deed=""):
    return f"/library/visits/{visit.pk}/{deed}"


def test_without_a_visit_the_list_says_what_to_do_first(world, alice, browser_of):
    assert "Prepare for a visit" in alice.get("/library/visits/").text
    lead = browser_of(make_user("Lea Reader", world.cast.aldermere, Role.ELECTED_MEMBER))
    page = lead.get("/library/visits/")
    assert page.status_code == 200
    assert "Ask one." in page.text
    assert lead.get("/library/visits/prepare/").status_code == 403


def test_a_visit_is_prepared_with_what_the_latest_report_asks_for(world, alice):
    page = alice.get("/library/visits/prepare/").text
    assert f'value="{world.recommendation.pk}" checked' in " ".join(page.split())
    answer = alice.post("/library/visits/prepare/", about(world))
    row = Visit.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, address(row))
    assert "4 to 5 June 2026" in alice.get("/library/visits/").text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"scope": ""}, "nothing entered"),
        ({"recommendations": []}, "nothing chosen"),
        ({"expected": "31 February 2026"}, "has no day 31"),
    ],
)
def test_a_form_that_says_too_little_keeps_what_was_typed(world, alice, changes, said):
    sent = about(world, cohort="Ten children", **changes)
    answer = alice.post("/library/visits/prepare/", sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert "Ten children" in answer.text


def test_the_page_shows_what_is_weak_claimed_said_before_and_not_known(world, alice, visit):
    file(world)
    letter(world.cast)
    page = alice.get(address(visit)).text
    for said in (
        "no test asks for a difference to children",
        "First visits are in time. (paragraph 6)",
        "Plans are not yet clear. (paragraph 9)",
        "What we do not know",
        "Nothing is shown yet.",
        "0 of 1",
    ):
        assert said in page
    assert f"/thread/recommendation/{world.recommendation.pk}/" in page


def test_a_weakness_of_an_action_leads_to_the_action(world, alice, visit):
    page = " ".join(alice.get(address(visit)).text.split())
    named = "Recommendation 1, P1-A1</a>: late: past its deadline and not done"
    assert f'href="/actions/990/P1-A1/">{named}' in page


def test_without_a_letter_the_page_leads_to_the_import(world, alice, visit):
    page = alice.get(address(visit)).text
    assert "Import the letter" in page
    assert "Record its letter" in page


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx", "html"])
def test_the_sheet_is_handed_out_in_each_form(alice, visit, form):
    answer = alice.get(address(visit, f"sheet.{form}"))
    assert answer.status_code == 200
    assert f"visit 4 to 5 June 2026.{form}" in answer["Content-Disposition"]


def test_a_visit_is_changed_its_letter_recorded_and_nothing_more_then(world, alice, bob, visit):
    sent = about(world, scope="Care leavers.", expected="")
    assert alice.post(address(visit, "change/"), sent).status_code == 302
    visit.refresh_from_db()
    assert (visit.scope, visit.earliest) == ("Care leavers.", None)
    assert "day not known" in alice.get(address(visit)).text
    assert "Care leavers." in alice.get(address(visit, "change/")).text
    own = letter(world.cast)
    assert bob.post(address(visit, "letter/"), {"letter": own.pk}).status_code == 302
    page = alice.get(address(visit)).text
    assert "Letter recorded" in page
    assert "Record its letter" not in page
    refused = alice.post(address(visit, "change/"), sent)
    assert "Nothing was changed" in refused.text


def test_a_visit_is_called_off_and_the_page_says_why(alice, visit):
    assert alice.post(address(visit, "call-off/"), {"why": "Put off."}).status_code == 302
    page = alice.get(address(visit)).text
    assert "Called off" in page
    assert "Put off." in page


def test_another_council_finds_no_visit(charlie, visit):
    for deed in ("", "change/", "call-off/", "letter/", "sheet.pdf"):
        assert charlie.get(address(visit, deed)).status_code == 404


def test_who_only_reads_is_not_offered_changes(world, visit, browser_of):
    lead = browser_of(world.lena)
    page = lead.get(address(visit)).text
    assert "Print on two sides" in page
    assert "Record its letter" not in page


def test_the_page_costs_the_same_for_many_weaknesses(world, alice, visit, queries_of):
    assert queries_of(alice, address(visit)) <= 45
