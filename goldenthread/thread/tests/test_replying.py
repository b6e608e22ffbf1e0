"""Answers to digests: who may answer, what becomes of each, and that none is an update by itself."""

from datetime import date, timedelta

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import Notice, User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions, tickets
from goldenthread.plans.models import DraftUpdate, ReceivedMail, Update
from goldenthread.thread.tests.factories import make_world

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 16)


@pytest.fixture
def world(cast, fixed_clock, settings):
    settings.REPLY_TO = "replies@aldermere.example"
    return make_world(cast)


def timer():
    return User.objects.system("timer.replies", "Replies")


def answer(world, text, *, user=None, sender=None, action=None, to=None, head="", number=1):
    user = user or world.lena
    whole = tickets.Ticket(user.pk, action.pk if action else 0, TODAY)
    raw = (
        f"From: {sender or user.email}\nTo: {to or tickets.address(whole)}\n"
        f"Message-ID: <{number}@x>\n{head}\n{text}\n"
    )
    return actions.take_reply(raw=raw.encode(), by=timer())


def test_an_answer_is_a_draft_and_no_update(world):
    row = answer(world, "Two seen\n\n> P1-A1", action=world.action)
    draft = DraftUpdate.objects.get()
    assert (row.fate, draft.action, draft.text) == ("drafted", world.action, "Two seen")
    assert not Update.objects.exists()


def test_an_answer_to_the_whole_digest_names_its_actions(world):
    answer(world, "P1-A1: two seen\nP1-A2: rented\nP9-A9: nothing")
    assert {row.action.public_id: row.text for row in DraftUpdate.objects.all()} == {
        "P1-A1": "two seen",
        "P1-A2": "rented",
    }


def test_the_same_mail_twice_is_one_draft(world):
    answer(world, "Two seen", action=world.action)
    answer(world, "Two seen", action=world.action)
    assert (DraftUpdate.objects.count(), ReceivedMail.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("more", "fate"),
    [
        ({"sender": "stranger@elsewhere.example"}, "unknown sender"),
        ({"sender": "alice.archer@aldermere.example"}, "other's ticket"),
        ({"to": "replies@aldermere.example"}, "no ticket"),
        ({"to": "replies+g1-1-739691-aaaaaaaaaaaaaaaa@aldermere.example"}, "no ticket"),
        ({"to": "replies+g1-1-99999999999-aaaaaaaaaaaaaaaa@aldermere.example"}, "no ticket"),
        ({"head": "Auto-Submitted: auto-replied\n"}, "automatic"),
        ({"head": "Return-Path: <>\n"}, "bounced"),
    ],
)
def test_what_is_no_answer_is_told_and_drafts_nothing(world, more, fate):
    if more.get("sender", "").startswith("alice"):
        more = {"sender": world.cast.alice.email}
    row = answer(world, "P1-A1: two seen", **more)
    assert row.fate == fate
    assert not DraftUpdate.objects.exists()


@pytest.mark.parametrize(("text", "fate"), [("Two seen", "no action"), ("> quoted", "empty")])
def test_whoever_sent_what_became_nothing_is_told_why(world, text, fate):
    assert answer(world, text).fate == fate
    assert Notice.objects.get(to=world.lena).about == "Your mail did not become an update"


def test_an_automatic_answer_is_not_answered(world):
    answer(world, "I am away", head="Auto-Submitted: auto-replied\n")
    assert not Notice.objects.exists()


def test_an_old_address_is_no_ticket(world):
    old = tickets.Ticket(world.lena.pk, 0, TODAY - tickets.VALID_FOR - timedelta(days=1))
    assert answer(world, "P1-A1: x", to=tickets.address(old)).fate == "no ticket"


def test_the_address_of_another_action_is_another_address(world):
    mine = tickets.address(tickets.Ticket(world.lena.pk, world.action.pk, TODAY))
    changed = mine.replace(f"-{world.action.pk}-", f"-{world.other.pk}-")
    assert answer(world, "x", to=changed).fate == "no ticket"
    assert len(mine.partition("@")[0]) <= 64


def test_without_a_mailbox_there_is_no_address(settings):
    settings.REPLY_TO = ""
    assert tickets.address(tickets.Ticket(1, 1, TODAY)) == ""


def test_an_action_that_they_do_not_see_is_none(world):
    row = answer(world, "x", user=world.cast.charlie, action=world.action)
    assert row.fate == "no action"


def test_used_it_is_an_update_of_whoever_wrote_it(world):
    answer(world, "Two seen", action=world.action)
    made = actions.use_draft(draft=DraftUpdate.objects.get(), by=world.lena)
    assert (made.text, made.by) == ("Two seen", world.lena)
    with pytest.raises(NotAllowedNow, match="is used"):
        actions.use_draft(draft=DraftUpdate.objects.get(), by=world.lena)
    assert Update.objects.count() == 1


def test_edited_it_says_the_new_words(world):
    answer(world, "Two sen", action=world.action)
    made = actions.use_draft(draft=DraftUpdate.objects.get(), by=world.lena, text="Two seen")
    assert made.text == "Two seen"
    assert DraftUpdate.objects.get().text == "Two sen"


def test_thrown_away_it_is_no_update(world):
    answer(world, "Two seen", action=world.action)
    actions.throw_away_draft(draft=DraftUpdate.objects.get(), by=world.lena)
    assert not Update.objects.exists()
    with pytest.raises(NotAllowedNow, match="is thrown away"):
        actions.use_draft(draft=DraftUpdate.objects.get(), by=world.lena)


def test_nobody_else_sees_or_uses_a_draft(world):
    answer(world, "Two seen", action=world.action)
    draft = DraftUpdate.objects.get()
    for user in (world.dan, world.cast.alice, world.cast.charlie):
        assert not DraftUpdate.objects.visible_to(user).exists()
        with pytest.raises(DraftUpdate.DoesNotExist):
            actions.use_draft(draft=draft, by=user)


def test_a_mail_is_seen_by_its_sender_and_by_administrators(world):
    row = answer(world, "P1-A1: Two seen")
    ada = make_user("Ada Admin", world.cast.aldermere, Role.ADMINISTRATOR)
    for user, sees in ((world.lena, True), (ada, True), (world.cast.bob, False)):
        assert ReceivedMail.objects.visible_to(user).filter(pk=row.pk).exists() is sees
    assert str(row) == f"Mail {row.pk}"
    assert str(DraftUpdate.objects.get()).startswith("Draft update of P1-A1")


def test_who_holds_no_role_any_more_is_told_nothing(world):
    user = User.objects.create(email="gone@aldermere.example", name="Gil Gone")
    row = answer(world, "Two seen", user=user)
    assert row.fate == "no action"
    assert not Notice.objects.filter(to=user).exists()


def test_a_mail_without_a_body_says_nothing(world):
    head = "Content-Type: image/png"
    assert answer(world, "x", head=head).fate == "empty"
