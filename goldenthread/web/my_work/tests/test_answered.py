"""Drafts of mails and what was entered for one, on My work and on the page of the action."""

from datetime import date

import pytest

from goldenthread.people.models import User
from goldenthread.plans import actions, tickets
from goldenthread.plans.models import Correction, DraftUpdate, EvidenceVersion, Update
from goldenthread.thread.tests.factories import file, person

pytestmark = pytest.mark.django_db
ACTION = "/actions/990/P1-A1/"


@pytest.fixture
def draft(world, settings):
    settings.REPLY_TO = "replies@aldermere.example"
    to = tickets.address(tickets.Ticket(world.lena.pk, world.action.pk, date(2026, 3, 16)))
    raw = f"From: {world.lena.email}\nTo: {to}\nMessage-ID: <1@x>\n\nTwo seen\n".encode()
    actions.take_reply(raw=raw, by=User.objects.system("timer.replies"))
    return DraftUpdate.objects.get()


@pytest.fixture
def lena(world, browser_of):
    return browser_of(world.lena)


def test_a_draft_waits_on_my_work_and_on_the_action(lena, draft):
    for page in ("/", ACTION):
        text = lena.get(page).text
        assert "Two seen" in text
        assert f"/my-work/drafts/{draft.pk}/" in text


def test_nobody_else_sees_it(world, browser_of, draft):
    assert "Two seen" not in browser_of(world.cast.alice).get(ACTION).text
    answer = browser_of(world.cast.alice).post(f"/my-work/drafts/{draft.pk}/", {"do": "use"})
    assert answer.status_code == 404


def test_used_it_is_an_update(lena, draft):
    lena.post(f"/my-work/drafts/{draft.pk}/", {"do": "use"})
    assert Update.objects.get().text == "Two seen"
    assert "from your mails" not in lena.get("/").text


def test_edited_it_is_an_update_with_the_new_words(lena, draft):
    assert "Two seen</textarea>" in lena.get(f"/?open=edit-{draft.pk}").text.replace("\n", "")
    lena.post(f"/my-work/drafts/{draft.pk}/", {"do": "edit", "edit-text": "Three seen"})
    assert Update.objects.get().text == "Three seen"


def test_thrown_away_it_is_gone(lena, draft):
    lena.post(f"/my-work/drafts/{draft.pk}/", {"do": "throw"})
    assert not Update.objects.exists()
    assert "Two seen" not in lena.get("/").text


def test_what_the_verb_refuses_is_said_with_the_words_kept(lena, draft):
    answer = lena.post(f"/my-work/drafts/{draft.pk}/", {"do": "edit", "edit-text": "Ongoing"})
    assert answer.status_code == 422
    assert "says nothing" in answer.text


def test_what_was_entered_for_one_is_corrected_in_place_and_both_texts_stand(world, lena):
    update = actions.add_update(
        action=world.action, by=world.cast.alice, text="All seen", for_whom=person(world.lena)
    )
    assert "This is not what I said" in lena.get("/").text
    assert "What did you say?" in lena.get(f"/?open=correct-{update.pk}").text
    sent = {"correct-text": "Two of three"}
    lena.post(f"/my-work/updates/{update.pk}/correct/", sent)
    page = lena.get(ACTION).text
    assert "All seen" in page
    assert "Two of three" in page
    assert "This is not what I said" not in lena.get("/").text


def test_evidence_that_was_filed_for_one_is_corrected_in_place(world, lena):
    file(world, by=world.cast.alice, for_whom=person(world.lena))
    version = EvidenceVersion.objects.get()
    assert f"open=correct-evidence-{version.pk}" in lena.get("/").text
    sent = {"correct-evidence-text": "It is a draft"}
    lena.post(f"/my-work/versions/{version.pk}/correct/", sent)
    assert Correction.objects.get().version == version
