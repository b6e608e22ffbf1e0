"""Claims waiting for evidence, and telling each lead once."""

import pytest
from django.utils import timezone

from goldenthread.people import actions as people
from goldenthread.people.models import Notice, User
from goldenthread.plans import actions
from goldenthread.plans.drafts import ActionDraft, ReportedDraft, StandingDraft
from goldenthread.plans.tests.factories import recorded
from goldenthread.thread.tests.factories import file, make_world, return_
from goldenthread.web.tests.html import CheckedClient

pytestmark = pytest.mark.django_db
PAGE = "/library/claims/"
NO_BOARD = {"board_0": "", "board_1": "", "board_2": ""}
IN_MAY = {"board_0": "3", "board_1": "5", "board_2": "2027"}


def test_a_claim_stands_with_its_service_its_lead_and_its_state(alice, world):
    page = alice.get(PAGE).text
    assert "No service is known: 1 claim" in page
    assert "Lena Long: 1 claim" in page
    assert "reported, nothing filed" in page
    assert "1 claim: 1 for the leads to act on, 0 for the checkers" in page


def test_what_waits_for_a_check_leads_to_its_check(alice, world):
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    page = alice.get(PAGE).text
    assert f"/library/evidence/links/{link.pk}/" in page
    assert "The plan&#x27;s checkers: 1 claim" in page
    assert "checkers have until" in page


def test_a_state_filters_and_stays_in_the_address(alice, world):
    return_(world, file(world))
    shown = alice.get(f"{PAGE}?state=returned+with+a+reason").text
    assert "Lena Long: 1 claim" in shown
    nothing = alice.get(f"{PAGE}?state=waiting+for+a+check").text
    assert "No claim is in this state" in nothing


def test_many_claims_stand_on_several_pages_and_are_counted_in_all(alice, world, monkeypatch):
    monkeypatch.setattr("goldenthread.web.claims.presenters.PER_PAGE", 2)
    for title in ("The template", "The minute", "The letter"):
        file(world, title=title)
    first = alice.get(PAGE).text
    assert "No service is known: 3 claims" in first
    assert "Lena Long: 3 claims, 2 of them on this page" in first
    assert "Showing 1 to 2 of 3" in first
    second = alice.get(f"{PAGE}?page=2").text
    assert "Lena Long: 3 claims, 1 of them on this page" in second
    assert "3 claims: 3 for the leads to act on" in second


def test_without_claims_it_says_what_would_appear(cast):
    client = CheckedClient()
    client.force_login(cast.alice)
    assert "No claim waits for evidence" in client.get(PAGE).text


def test_each_lead_is_told_once_in_one_message(alice, world):
    answer = alice.post(f"{PAGE}send/", NO_BOARD)
    assert answer.headers["Location"].startswith(PAGE)
    assert "1 lead told" in alice.get(PAGE).text
    [notice] = Notice.objects.all()
    assert notice.to == world.lena
    assert "P1-A1: reported, nothing filed" in notice.words
    alice.post(f"{PAGE}send/", NO_BOARD)
    assert Notice.objects.count() == 1
    page = alice.get(PAGE).text
    assert "Nobody was told: there is nothing new to tell." in page
    assert "Told of everything before: Lena Long." in page


def test_before_a_board_they_are_told_once_more_and_only_once(alice, world):
    alice.post(f"{PAGE}send/", NO_BOARD)
    for _ in range(2):
        alice.post(f"{PAGE}send/", IN_MAY)
    assert Notice.objects.count() == 2
    assert "before the board on 3 May 2027" in Notice.objects.latest("pk").about


def test_a_message_quotes_no_word_of_plan_or_evidence(alice, world):
    return_(world, file(world, title="A secret title"), reason="A secret reason")
    alice.post(f"{PAGE}send/", NO_BOARD)
    [notice] = Notice.objects.all()
    assert "returned with a reason" in notice.words
    assert "secret" not in notice.words


def test_a_lead_without_an_account_is_named_and_not_told(cast):
    nobody = ActionDraft(
        items=(0,),
        text="Send it",
        standings=(StandingDraft(printed="Ann Dale"),),
        reported=(ReportedDraft(column="evidence", text="Yes"),),
    )
    world = make_world(cast, more_actions=(nobody,))
    client = CheckedClient()
    client.force_login(world.cast.alice)
    assert "Nobody knows who this is, so no message: Ann Dale." in client.get(PAGE).text
    client.post(f"{PAGE}send/", NO_BOARD)
    assert Notice.objects.get().to == world.lena


def test_a_day_that_is_none_is_said_at_the_field(alice, world):
    answer = alice.post(f"{PAGE}send/", {"board_0": "31", "board_1": "2", "board_2": "2027"})
    assert answer.status_code == 422
    assert not Notice.objects.exists()


def test_who_may_not_send_sees_the_claims_and_no_button(bob, world):
    assert "Lena Long: 1 claim" in bob.get(PAGE).text
    assert "Send each lead" not in bob.get(PAGE).text
    assert bob.post(f"{PAGE}send/", NO_BOARD).status_code == 403
    assert not Notice.objects.exists()


def test_another_council_sees_no_claim_of_ours(charlie, world):
    assert "Lena Long" not in charlie.get(PAGE).text
    assert charlie.get(f"{PAGE}?council=990").status_code == 404
    assert charlie.get(f"{PAGE}?plan=P1").status_code == 404


def test_a_message_stands_on_my_work_until_it_is_read(alice, lena, world):
    alice.post(f"{PAGE}send/", NO_BOARD)
    notice = Notice.objects.get()
    assert "1 claim waiting for evidence" in lena.get("/").text
    lena.post(f"/messages/{notice.pk}/read/")
    shown = lena.get("/").text
    assert "It stays among your messages" in shown
    assert "P1-A1: reported" not in shown
    assert "P1-A1: reported" in lena.get("/messages/").text


def test_nobody_reads_another_ones_message(alice, world):
    alice.post(f"{PAGE}send/", NO_BOARD)
    notice = Notice.objects.get()
    assert alice.post(f"/messages/{notice.pk}/read/").status_code == 404
    assert "P1-A1: reported" not in alice.get("/messages/").text


def test_the_page_costs_the_same_however_many_claims_wait(alice, world, queries_of):
    file(world)
    before = queries_of(alice, PAGE)
    for number in range(3):
        file(world, title=f"More {number}")
    assert queries_of(alice, PAGE) == before


def test_of_several_plans_one_is_chosen(alice, world):
    recorded(world.cast)
    page = alice.get(f"{PAGE}?plan=P2")
    assert '?council=990&amp;plan=P1"' in page.text
    assert "Lena Long: 1 claim" not in page.text


def test_a_lead_of_the_directory_who_has_no_account_is_named_and_not_told(cast):
    ann = people.add_person(authority=cast.aldermere, name="Ann Dale", by=cast.setup)
    hers = ActionDraft(
        items=(0,),
        text="Send it",
        standings=(StandingDraft(printed="Ann Dale", person=ann),),
        reported=(ReportedDraft(column="evidence", text="Yes"),),
    )
    make_world(cast, more_actions=(hers,))
    client = CheckedClient()
    client.force_login(cast.alice)
    assert "No account, so no message: Ann Dale." in client.get(PAGE).text


def test_a_message_that_was_mailed_says_so(alice, lena, world):
    alice.post(f"{PAGE}send/", NO_BOARD)
    assert "not mailed yet" in alice.get(PAGE).text
    Notice.objects.update(mailed_at=timezone.now())
    assert "waiting for evidence, mailed, not yet read" in alice.get(PAGE).text
    assert "Mailed on" in lena.get("/messages/").text


def test_who_works_for_no_council_has_no_claims(db):
    client = CheckedClient()
    client.force_login(User.objects.create_user(email="n@aldermere.example", name="Nora North"))
    assert client.get(PAGE).status_code == 404
