"""The digest: what it says, that it goes out once, and what a mail server may do meanwhile."""

import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as outbox
from django.db import OperationalError
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions, timers
from goldenthread.people.models import Digest, Job, Ring, User
from goldenthread.people.tests.factories import make_cast
from goldenthread.people.worker import Worker
from goldenthread.plans.models import Standing
from goldenthread.thread import digest, jobs, work
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import file, make_world, person

NEXT_MONDAY = datetime(2026, 3, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def world(fixed_clock, cast):
    """Made on Monday 16 March 2026 at half past nine: the first digest is due a week later."""
    return make_world(cast)


class NoOne:
    def progress(self, **report):
        pass


def run():
    return jobs.mail_digests(NoOne())


def of(user):
    return Digest.objects.get(user=user)


def test_every_kind_of_line_has_its_heading():
    assert set(digest.HEADINGS) == set(work.KINDS)


@pytest.mark.django_db
def test_it_says_what_my_work_says(world):
    Standing.objects.create(action=world.other, rank="lead", person=person(world.lena))
    day = timezone.localdate()
    found = digest.digest_of(world.lena, day=day)
    assert sorted(one.reference for one in found.entries) == sorted(
        line.label for line in my_work(world.lena, day=day).lines
    )
    assert found.subject == "Golden Thread: 2 things wait for you, 1 overdue"


@pytest.mark.django_db
def test_no_line_has_a_title_or_anything_that_somebody_typed(world):
    file(world, title="Letter about a child", ask_at_once=True)
    found = digest.digest_of(world.carl, day=timezone.localdate())
    for words in (
        digest.in_text(found, address="https://gt.example", answers=True),
        digest.in_html(found, address="https://gt.example", answers=True),
    ):
        assert "Letter" not in words
        assert "Lena" not in words
        assert "https://gt.example/#evidencelink-" in words
        assert "P1-E1, by 23 March 2026" in words.replace("</a>", "")


@pytest.mark.django_db
def test_one_mail_a_person_and_week_however_often_the_job_runs(world, fixed_clock, settings):
    fixed_clock.move_to(NEXT_MONDAY)
    run()
    run()
    fixed_clock.move_to(NEXT_MONDAY + timedelta(days=3))
    run()
    [mail] = [one for one in outbox.outbox if one.to == [world.lena.email]]
    assert mail.subject == "Golden Thread: 1 thing waits for you, 1 overdue"
    assert [kind for _, kind in mail.alternatives] == ["text/html"]
    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"
    assert of(world.lena).state == "sent"


@pytest.mark.django_db
def test_a_clock_that_is_set_back_mails_nothing_again(world, fixed_clock):
    fixed_clock.move_to(NEXT_MONDAY)
    run()
    sent = len(outbox.outbox)
    fixed_clock.move_to(NEXT_MONDAY - timedelta(hours=2))
    run()
    fixed_clock.move_to(NEXT_MONDAY)
    run()
    assert len(outbox.outbox) == sent


@pytest.mark.django_db
def test_nothing_to_say_is_no_mail(world, fixed_clock):
    fixed_clock.move_to(NEXT_MONDAY)
    run()
    assert of(world.cast.charlie).state == "empty"
    assert [world.cast.charlie.email] not in [one.to for one in outbox.outbox]


@pytest.mark.django_db
def test_who_chose_never_gets_none(world, fixed_clock):
    actions.choose_digest(user=world.lena, by=world.lena, rhythm="off")
    fixed_clock.move_to(NEXT_MONDAY)
    run()
    assert not Digest.objects.filter(user=world.lena).exists()


@pytest.mark.django_db
def test_who_chose_daily_gets_one_on_tuesday_too(world, fixed_clock):
    actions.choose_digest(user=world.lena, by=world.lena, rhythm="daily", hour=9)
    for day in (23, 24):
        fixed_clock.move_to(datetime(2026, 3, day, 9, 5, tzinfo=UTC))
        run()
    assert list(
        Digest.objects.filter(user=world.lena).order_by("pk").values_list("period", "state")
    ) == [("2026-03-23", "sent"), ("2026-03-24", "sent")]


def breaks(monkeypatch, error, *, at="send_messages"):
    def fails(*args):
        raise error

    monkeypatch.setattr(f"django.core.mail.backends.locmem.EmailBackend.{at}", fails)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "at"),
    [
        (ConnectionRefusedError("no"), "open"),
        (smtplib.SMTPDataError(451, b"busy"), "send_messages"),
        (smtplib.SMTPRecipientsRefused({}), "send_messages"),
    ],
)
def test_what_surely_did_not_go_out_is_tried_again(world, fixed_clock, monkeypatch, error, at):
    fixed_clock.move_to(NEXT_MONDAY)
    with monkeypatch.context() as broken:
        breaks(broken, error, at=at)
        run()
        waits = of(world.lena)
        assert (waits.state, waits.tries) == ("waiting", 1)
        assert waits.not_before == NEXT_MONDAY + timedelta(minutes=15)
        assert waits in Digest.objects.troubled()
    run()
    assert of(world.lena).state == "waiting", "not before its pause is over"
    fixed_clock.move_to(NEXT_MONDAY + timedelta(minutes=16))
    run()
    assert of(world.lena).state == "sent"
    assert [one.to for one in outbox.outbox].count([world.lena.email]) == 1


@pytest.mark.django_db
def test_after_six_refusals_an_administrator_decides(world, fixed_clock, monkeypatch):
    breaks(monkeypatch, smtplib.SMTPDataError(554, b"no"))
    fixed_clock.move_to(NEXT_MONDAY)
    for _ in range(8):
        run()
        fixed_clock.shift(timedelta(days=3))
    assert Digest.objects.get(user=world.lena, period="2026-W13").state == "given up"


@pytest.mark.django_db
def test_a_line_that_broke_half_way_is_never_mailed_again_by_itself(
    world, fixed_clock, monkeypatch
):
    fixed_clock.move_to(NEXT_MONDAY)
    with monkeypatch.context() as broken:
        breaks(broken, smtplib.SMTPServerDisconnected("gone"))
        run()
    fixed_clock.move_to(NEXT_MONDAY + timedelta(hours=5))
    run()
    assert of(world.lena).state == "unknown"
    assert not outbox.outbox


@pytest.mark.django_db
def test_a_worker_that_died_while_mailing_leaves_it_unknown(world, fixed_clock, monkeypatch):
    fixed_clock.move_to(NEXT_MONDAY)
    with monkeypatch.context() as broken:
        breaks(broken, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            run()
    fixed_clock.move_to(NEXT_MONDAY + timedelta(hours=2))
    run()
    states = list(Digest.objects.values_list("state", flat=True))
    assert states.count("unknown") == 1
    assert "sending" not in states


@pytest.mark.django_db
def test_only_one_of_two_workers_claims_a_digest(world, fixed_clock):
    fixed_clock.move_to(NEXT_MONDAY)
    by = User.objects.system("timer.digest", "Digest")
    actions.make_digests(by=by, now=NEXT_MONDAY)
    one, other = of(world.lena), of(world.lena)
    assert actions.claim_digest(digest=one, by=by, now=NEXT_MONDAY)
    assert not actions.claim_digest(digest=other, by=by, now=NEXT_MONDAY)
    assert actions.make_digests(by=by, now=NEXT_MONDAY) == 0


@pytest.mark.django_db
def test_what_is_not_being_mailed_has_no_outcome(world, fixed_clock):
    fixed_clock.move_to(NEXT_MONDAY)
    run()
    by = User.objects.system("timer.digest", "Digest")
    with pytest.raises(NotAllowedNow, match="is not being mailed"):
        actions.end_digest(digest=of(world.lena), by=by, now=NEXT_MONDAY, outcome=None)


@pytest.mark.django_db
def test_a_timer_rings_once_for_a_quarter_of_an_hour(cast):
    assert {"thread.digests", "thread.replies"} <= set(timers.ring(NEXT_MONDAY))
    assert timers.ring(NEXT_MONDAY + timedelta(minutes=4)) == []
    assert timers.ring(NEXT_MONDAY + timedelta(minutes=14)) == ["thread.replies"]
    later = ["thread.digests", "thread.replies"]
    assert timers.ring(NEXT_MONDAY + timedelta(minutes=15)) == later
    assert timers.ring(NEXT_MONDAY) == [], "the clock was set back"
    rung = Ring.objects.filter(timer__startswith="thread.").count()
    assert (rung, Job.objects.filter(kind="thread.digests").count()) == (5, 2)


@pytest.mark.django_db(transaction=True)
def test_the_worker_rings_and_mails():
    make_world(make_cast())
    assert Worker().run(until_empty=True, rings=True) >= 2
    assert Job.objects.get(kind="thread.digests").state == "done"


@pytest.mark.django_db
def test_nobody_chooses_for_somebody_else_or_a_time_that_is_none(world):
    with pytest.raises(NotAllowed, match="somebody else's settings"):
        actions.choose_digest(user=world.lena, by=world.cast.alice, rhythm="off")
    with pytest.raises(NotAllowedNow, match="a weekday and an hour"):
        actions.choose_digest(user=world.lena, by=world.lena, rhythm="weekly", hour=24)
    made = actions.choose_digest(user=world.lena, by=world.lena, rhythm="off")
    assert str(made) == "Lena Long: never"


@pytest.mark.django_db
def test_only_an_administrator_has_a_digest_sent_again_and_nobody_sees_a_timer(world, fixed_clock):
    fixed_clock.move_to(NEXT_MONDAY)
    run()
    row = of(world.lena)
    with pytest.raises(NotAllowed, match="Only an administrator"):
        actions.send_again(digest=row, by=world.lena)
    timers.ring(NEXT_MONDAY)
    assert not Ring.objects.visible_to(world.cast.alice).exists()
    assert str(Ring.objects.get(timer="thread.digests")) == "thread.digests 2026-03-23T08:00Z"
    world.lena.is_active = False
    assert not Digest.objects.visible_to(world.lena).exists()


@pytest.mark.django_db
def test_a_digest_that_another_worker_has_taken_is_left_to_it(world, fixed_clock):
    fixed_clock.move_to(NEXT_MONDAY)
    by = User.objects.system("timer.digest", "Digest")
    actions.make_digests(by=by, now=NEXT_MONDAY)
    row = of(world.lena)
    actions.claim_digest(digest=row, by=by, now=NEXT_MONDAY)
    jobs.mail(of(world.lena), by=by, now=NEXT_MONDAY)
    assert outbox.outbox == []
    assert of(world.lena).state == "sending"


@pytest.mark.django_db
def test_a_server_that_does_not_say_goodbye_took_the_mail_all_the_same(
    world, fixed_clock, monkeypatch, caplog
):
    fixed_clock.move_to(NEXT_MONDAY)
    breaks(monkeypatch, OSError("gone"), at="close")
    run()
    assert of(world.lena).state == "sent"
    assert "did not say goodbye: OSError" in caplog.text


@pytest.mark.django_db
def test_a_worker_that_cannot_look_at_the_timers_says_so_and_goes_on(monkeypatch, caplog):
    def fails(now):
        raise OperationalError("locked")

    monkeypatch.setattr(timers, "ring", fails)
    worker = Worker()
    assert not worker._rang(patient=True)
    assert "The timers could not be looked at" in caplog.text
    with pytest.raises(OperationalError):
        worker._rang(patient=False)
