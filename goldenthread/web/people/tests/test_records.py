"""The history on the page: whether it holds, its lines, redactions by two people."""

import pytest

from goldenthread.people import actions
from goldenthread.people.history.verifying import verify
from goldenthread.people.models import HistoryLine, HistoryValue, Job, Redaction
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.people.worker import Worker
from goldenthread.plans import actions as plans
from goldenthread.plans.tests.factories import recorded as plan_recorded
from goldenthread.web.people.reading import may_read, thing_words
from goldenthread.web.people.tests.conftest import HERE

pytestmark = pytest.mark.django_db
HISTORY = f"{HERE}history/"
WRONG = "the made-up name of a child"


@pytest.fixture
def team(cast):
    return actions.add_team(authority=cast.aldermere, name=WRONG, by=cast.alice)


@pytest.fixture
def line(team):
    return HistoryLine.objects.of(team).get()


@pytest.fixture
def value(line):
    return HistoryValue.objects.get(line=line, place="after", name="name")


def asked(client, value, why="It tells who a child is."):
    address = f"{HISTORY}{value.line_id}/"
    return client.post(address, {"values": [value.pk], "why": why}, follow=True)


def test_the_lines_stand_without_their_values(alice, line):
    page = alice.get(HISTORY).text
    assert f"Line {line.number}" in page
    assert WRONG not in page
    assert "No line fits" in alice.get(HISTORY, {"q": "nobody did this"}).text
    of_team = alice.get(HISTORY, {"thing": line.thing}).text
    assert of_team.count('<th scope="row"') == 1


def test_only_who_keeps_the_records_sees_the_list(lena, charlie, line):
    assert lena.get(HISTORY).status_code == 403
    assert lena.post(f"{HISTORY}verify/").status_code == 403
    assert charlie.get(HISTORY).status_code == 404
    assert charlie.get(f"{HISTORY}{line.number}/").status_code == 404
    assert charlie.get(f"/library/people/991/history/{line.number}/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_the_page_says_up_to_which_line_the_chain_holds(alice, cast, monkeypatch):
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    assert "has not been verified on this page yet" in alice.get(HISTORY).text
    assert "is being verified" in alice.post(f"{HISTORY}verify/", follow=True).text
    assert alice.post(f"{HISTORY}verify/").status_code == 409
    Worker().run(until_empty=True)
    page = alice.get(HISTORY).text
    count = verify().count
    assert f"the chain holds up to line {count}, the last one then" in page
    assert "Verify the history now" in page


def test_where_it_breaks_is_named(alice, cast):
    result = {
        "count": 9,
        "head": "ab",
        "found": 1,
        "holds_to": 4,
        "problems": [[5, "It is missing."]],
    }
    made = Job.objects.create(
        kind="people.verify_history", asked_by=cast.alice, authority=cast.aldermere
    )
    made.state, made.result = Job.State.DONE, result
    made.finished_at = made.asked_at
    made.save()
    page = alice.get(HISTORY).text
    assert "the chain holds up to line 4 of 9. 1 place beyond that does not hold." in page
    assert "It is missing." in page


@pytest.mark.django_db(transaction=True)
def test_one_asks_another_approves_and_the_history_verifies(alice, bob, value, line):
    assert "Somebody else approves it" in asked(alice, value).text
    redaction = Redaction.objects.get()
    address = f"{HERE}redactions/{redaction.pk}/"
    assert "Approve" not in alice.get(address).text.split("Withdraw")[0]
    assert alice.post(f"{address}approve/").status_code == 403
    assert HistoryValue.objects.filter(pk=value.pk).exists()
    assert WRONG in bob.get(address).text
    assert "1 to approve" in bob.get(HISTORY).text
    assert "Taken out for good" in bob.post(f"{address}approve/", follow=True).text
    assert not HistoryValue.objects.filter(pk=value.pk).exists()
    assert WRONG not in bob.get(address).text
    assert "taken out by two people" in bob.get(f"{HISTORY}{line.number}/").text
    assert verify().holds
    assert bob.post(f"{address}approve/").status_code == 409


def test_a_reason_that_repeats_the_value_is_refused(alice, value):
    answer = asked(alice, value, why=f"It says {WRONG}.")
    assert answer.status_code == 422
    assert "do not repeat" in answer.text
    assert not Redaction.objects.exists()


def test_nothing_ticked_is_said(alice, line):
    answer = alice.post(f"{HISTORY}{line.number}/", {"why": "Because."})
    assert "What is to be taken out: nothing chosen" in answer.text


def test_a_redaction_is_refused_with_a_reason(alice, bob, value):
    asked(alice, value)
    address = f"{HERE}redactions/{Redaction.objects.get().pk}/"
    assert bob.post(f"{address}refuse/", {"why": ""}).status_code == 422
    assert (
        "refused by Bob Baker"
        in bob.post(f"{address}refuse/", {"why": "It is no name."}, follow=True).text
    )
    assert HistoryValue.objects.filter(pk=value.pk).exists()


def test_a_lead_asks_for_what_they_see_and_follows_their_own(lena, cast, line, value, alice):
    assert "Take something out" in lena.get(f"{HISTORY}{line.number}/").text
    assert asked(lena, value).status_code == 200
    mine = Redaction.objects.get()
    assert "You asked for it" in lena.get(f"{HERE}redactions/{mine.pk}/").text
    assert lena.get(f"{HERE}redactions/").status_code == 403
    asked(alice, value)
    other = Redaction.objects.exclude(pk=mine.pk).get()
    assert lena.get(f"{HERE}redactions/{other.pk}/").status_code == 404


def test_a_line_is_read_by_whoever_sees_what_it_tells_of(cast, admin, lena, alice):
    plan = plan_recorded(cast)
    row = HistoryLine.objects.of(plan.actions.first()).first() or HistoryLine.objects.of(plan)[0]
    address = f"{HISTORY}{row.number}/"
    assert "Take something out" in alice.get(address).text
    hidden = admin.get(address).text
    assert "not shown: you do not see" in hidden
    assert "Take something out" not in hidden
    assert plan.title not in hidden
    assert lena.get(address).status_code == 404


def test_a_record_leads_to_its_lines(alice, team, line):
    assert f'href="{HISTORY}{line.number}/"' in alice.get(f"{HERE}teams/{team.pk}/").text


def test_lines_of_an_account_belong_to_no_council_and_are_the_administrators(cast, admin, bob):
    carl = make_user("Carl Clerk", cast.aldermere, Role.CLERK)
    row = HistoryLine.objects.of(carl)[0]
    page = admin.get(f"{HISTORY}{row.number}/").text
    assert "opened" in page
    assert "Take something out" not in page
    assert bob.get(f"{HISTORY}{row.number}/").status_code == 404


def test_the_reason_of_a_line_is_called_so(alice, cast):
    pat = actions.add_person(authority=cast.aldermere, name="Pat Person", by=cast.alice)
    plan = plan_recorded(cast)
    plans.archive_plan(plan=plan, by=cast.alice, why="A newer one came.")
    number = HistoryLine.objects.of(plan).latest("number").number
    shown = alice.get(f"{HISTORY}{number}/").text
    assert "the reason" in shown
    assert "A newer one came." in shown
    assert (
        "the reason" not in alice.get(f"{HISTORY}{HistoryLine.objects.of(pat).get().number}/").text
    )


@pytest.mark.django_db(transaction=True)
def test_what_two_people_took_out_is_gone_from_the_things_own_page(alice, bob, team, value):
    asked(alice, value)
    bob.post(f"{HERE}redactions/{Redaction.objects.get().pk}/approve/")
    shown = alice.get(f"{HERE}teams/{team.pk}/").text
    assert "name: taken out by two people" in shown


def test_a_line_of_a_kind_of_thing_that_is_no_more_is_read_by_nobody(cast):
    gone = HistoryLine(thing_type="people.guild", thing_id=7, authority=cast.aldermere)
    assert not may_read(gone, cast.alice)
    assert thing_words(gone) == "people.guild 7"


def test_lines_of_roles_are_read_by_who_manages_users(cast, anna):
    holding = anna.role_holdings.get()
    line = HistoryLine.objects.of(holding).get()
    assert may_read(line, anna)
    assert not may_read(line, cast.alice)
