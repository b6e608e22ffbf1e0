"""Messages: who may send them, nobody is told or mailed twice."""

from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import mailing
from goldenthread.people.actions import Message, read_notice, send_notices, told_of
from goldenthread.people.history import history_of
from goldenthread.people.models import Job, Matter, Notice
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.people.worker import Worker

pytestmark = pytest.mark.django_db


def tell(cast, *keys, by=None, to=None):
    message = Message(
        to=to or cast.bob, matters=keys or ("action 1",), about="One claim waits", words="P1-A1"
    )
    return send_notices(authority=cast.aldermere, messages=[message], by=by or cast.alice)


def test_a_message_is_in_the_inbox_of_its_receiver_alone(cast):
    [notice] = tell(cast)
    lena = make_user("Lena Long", cast.aldermere, Role.LEAD)
    assert list(Notice.objects.visible_to(cast.bob).unread()) == [notice]
    assert not Notice.objects.visible_to(lena).exists()
    assert not Notice.objects.visible_to(cast.charlie).exists()


def test_an_officer_sees_what_was_sent_in_their_authority(cast):
    [notice] = tell(cast)
    assert list(Notice.objects.visible_to(cast.alice)) == [notice]


def test_only_an_officer_sends(cast):
    for user in (cast.bob, cast.charlie):
        with pytest.raises(NotAllowed):
            tell(cast, by=user)
    assert not Notice.objects.exists()


def test_nobody_of_another_authority_is_told(cast):
    with pytest.raises(NotAllowedNow, match="no user of Aldermere"):
        tell(cast, to=cast.charlie)
    assert not Job.objects.exists()


def test_nobody_is_told_twice_of_one_matter(cast):
    assert tell(cast, "action 1")
    assert tell(cast, "action 1") == []
    [more] = tell(cast, "action 1", "action 2")
    assert [matter.key for matter in more.matters.all()] == ["action 2"]
    assert told_of(["action 1", "action 2", "action 3"], [cast.bob]) == {
        (cast.bob.pk, "action 1"),
        (cast.bob.pk, "action 2"),
    }
    assert Matter.objects.count() == 2


def test_two_messages_of_one_sending_do_not_tell_the_same_twice(cast):
    message = Message(to=cast.bob, matters=("action 1",), about="A claim", words="P1-A1")
    sent = send_notices(authority=cast.aldermere, messages=[message, message], by=cast.alice)
    assert len(sent) == 1


def test_it_is_mailed_once_however_often_the_job_runs(cast):
    [notice] = tell(cast)
    mailing.mail(notice.pk)
    mailing.mail(notice.pk)
    [sent] = mail.outbox
    assert sent.to == [cast.bob.email]
    assert sent.subject == "One claim waits"
    assert "Sent by Alice Archer." in sent.body
    notice.refresh_from_db()
    assert notice.mailed_at is not None
    assert [entry.verb for entry in history_of(notice)] == ["mailed", "sent"]


def test_a_mail_server_that_refuses_leaves_the_message_in_the_inbox(cast, monkeypatch):
    def refuse(*args):
        raise SMTPServerDisconnected("gone")

    monkeypatch.setattr(mailing, "send_mail", refuse)
    [notice] = tell(cast)
    mailing.mail(notice.pk)
    notice.refresh_from_db()
    assert notice.mailed_at is None
    assert notice.mail_problem == "gone"
    assert Notice.objects.visible_to(cast.bob).unread().exists()


def test_reading_is_noted_once_and_by_the_receiver_alone(cast):
    [notice] = tell(cast)
    with pytest.raises(NotAllowed):
        read_notice(notice=notice, by=cast.alice)
    first = read_notice(notice=notice, by=cast.bob).read_at
    assert read_notice(notice=notice, by=cast.bob).read_at == first
    assert not Notice.objects.unread().exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_mails_what_was_sent(cast, monkeypatch):
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    tell(cast)
    Worker().run(until_empty=True)
    assert len(mail.outbox) == 1
    assert Job.objects.get().state == "done"
