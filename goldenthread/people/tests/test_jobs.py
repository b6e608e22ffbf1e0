"""Work that is left to the worker: asked for, reported, tried again, called off, taken over."""

import time
from datetime import timedelta

import pytest
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow, UserFacingError
from goldenthread.people import jobs
from goldenthread.people import worker as worker_module
from goldenthread.people.history import history_of
from goldenthread.people.models import Job, Service
from goldenthread.people.worker import Held, Stopped, Worker, take


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    """The kinds of work that a test names are forgotten after it."""
    monkeypatch.setattr(jobs, "KINDS", {})
    monkeypatch.setattr("goldenthread.people.worker.KINDS", jobs.KINDS)


@pytest.fixture
def quick_heart(monkeypatch):
    monkeypatch.setattr(worker_module, "BEAT_SECONDS", 0.01)


@pytest.fixture
def ask(cast):
    """Ask for work that is a function, in Alice's name."""

    def asked(work, **arguments):
        jobs.job(work.__name__, tries=2)(work)
        return jobs.enqueue(work.__name__, by=cast.alice, authority=cast.aldermere, **arguments)

    return asked


def run(job):
    """Do what is due; the job afterwards."""
    Worker().run(until_empty=True)
    job.refresh_from_db()
    return job


def make_due(job):
    Job.objects.filter(pk=job.pk).update(not_before=timezone.now())


def lapse(job):
    Job.objects.filter(pk=job.pk).update(held_until=timezone.now() - timedelta(seconds=1))


def test_work_is_done_with_its_arguments_and_its_result_kept(ask):
    def add(running, *, a, b):
        running.progress(done=1, of=2, words="Adding")
        return a + b

    job = run(ask(add, a=1, b=2))
    assert (job.state, job.result, job.done, job.of, job.words) == ("done", 3, 1, 2, "Adding")
    assert job.finished_at is not None


def test_work_that_was_asked_for_in_vain_is_not_there(ask):
    with transaction.atomic():
        ask(lambda running: None)
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_the_first_asked_is_the_first_done(ask):
    order = []

    def first(running):
        order.append("first")

    def second(running):
        order.append("second")

    ask(first)
    ask(second)
    Worker().run(until_empty=True)
    assert order == ["first", "second"]


def test_work_that_fails_is_tried_again_after_a_pause_and_then_given_up(ask, caplog):
    def break_down(running):
        raise ValueError("Tom Smith, born 1 May 2010")

    job = run(ask(break_down))
    assert (job.state, job.tries) == ("waiting", 1)
    pause = job.not_before - timezone.now()
    assert timedelta(seconds=5) < pause <= timedelta(seconds=10)
    make_due(job)
    job = run(job)
    assert (job.state, job.tries) == ("failed", 2)
    assert "ValueError" in job.message
    assert "Tom" not in job.message + caplog.text
    assert "test_jobs.py" in caplog.text, "the log says where"


def test_a_refusal_is_told_in_its_own_words_and_not_tried_again(ask):
    def refuse(running):
        raise UserFacingError("plan.pdf is a picture. Upload the Word file.")

    job = run(ask(refuse))
    assert (job.state, job.tries) == ("failed", 1)
    assert job.message == "plan.pdf is a picture. Upload the Word file."


def test_a_result_that_cannot_be_kept_is_a_failure_and_the_worker_goes_on(ask):
    def give_a_set(running):
        return {1}

    def fine(running):
        return 1

    bad, good = ask(give_a_set), ask(fine)
    run(bad)
    good.refresh_from_db()
    bad.refresh_from_db()
    assert (bad.state, good.state) == ("waiting", "done")


def test_a_step_is_done_once_however_often_the_work_is_begun(ask, cast):
    tries = []

    def in_steps(running):
        tries.append(1)
        name = running.once("make", lambda: make_service(cast, "made"))
        if len(tries) == 1:
            raise ValueError
        return name

    job = run(ask(in_steps))
    make_due(job)
    job = run(job)
    assert (job.state, job.result, len(tries)) == ("done", "made", 2)
    assert Service.objects.filter(name="made").count() == 1


def test_a_step_that_fails_leaves_nothing_behind(ask, cast):
    def half(running):
        running.once("make", lambda: (make_service(cast, "half"), 1 / 0))

    job = run(ask(half))
    assert job.steps == {}
    assert not Service.objects.exists()


def test_a_worker_taken_for_dead_can_write_nothing_more(ask, cast):
    job = ask(lambda running: None)
    stale = Held(take(), Worker().stop)
    lapse(job)
    fresh = Held(take(), Worker().stop)
    with pytest.raises(Stopped):
        stale.once("make", lambda: make_service(cast, "late"))
    stale.end(Job.State.DONE, result="late")
    stale.beat()
    with pytest.raises(Stopped):
        stale.progress(done=1)
    fresh.end(Job.State.DONE, result="in time")
    job.refresh_from_db()
    assert (job.result, job.tries) == ("in time", 2)
    assert not Service.objects.exists()


def test_a_job_in_living_hands_is_left_alone(ask):
    ask(lambda running: None)
    assert take() is not None
    assert take() is None


def test_a_beat_keeps_the_job_and_writes_the_report(ask):
    job = ask(lambda running: None)
    held = Held(take(), Worker().stop)
    lapse(job)
    held.progress(done=3, of=2, words="x" * 300)
    held.beat()
    job.refresh_from_db()
    assert (job.done, job.of, len(job.words)) == (3, 3, 200)
    assert job.held_until > timezone.now()
    assert take() is None


def test_a_job_that_stops_each_worker_is_given_up(ask):
    job = ask(lambda running: None)
    for _ in range(2):
        assert take() is not None
        lapse(job)
    assert take() is None
    job.refresh_from_db()
    assert job.state == "failed"
    assert "begun 2 times" in job.message


def test_waiting_work_is_called_off_at_once(ask, cast):
    job = jobs.cancel(job=ask(lambda running: None), by=cast.alice)
    assert job.state == "cancelled"
    assert take() is None
    [entry] = history_of(job)
    assert (entry.verb, entry.by) == ("cancelled", cast.alice)


def test_running_work_is_called_off_at_its_next_report(ask, cast):
    def call_itself_off(running):
        jobs.cancel(job=running.job, by=cast.alice)
        running.beat()
        running.progress(done=1)
        raise AssertionError("not reached")

    assert run(ask(call_itself_off)).state == "cancelled"


def test_work_called_off_while_its_worker_died_is_not_begun_again(ask, cast):
    job = ask(lambda running: None)
    take()
    jobs.cancel(job=job, by=cast.alice)
    lapse(job)
    assert take() is None
    job.refresh_from_db()
    assert job.state == "cancelled"


def test_only_who_asked_or_keeps_the_plans_calls_work_off(ask, cast):
    job = ask(lambda running: None)
    for stranger in (cast.charlie, cast.bob):
        with pytest.raises(NotAllowed):
            jobs.cancel(job=job, by=stranger)
    assert job in Job.objects.visible_to(cast.bob)
    assert job not in Job.objects.visible_to(cast.charlie)


def test_work_that_is_over_cannot_be_called_off(ask, cast):
    job = run(ask(lambda running: None))
    with pytest.raises(NotAllowedNow, match="done already"):
        jobs.cancel(job=job, by=cast.alice)


def test_a_worker_told_to_stop_hands_its_job_back_untried(ask):
    worker = Worker()

    def long(running):
        worker.stop.set()
        running.progress(done=1)
        raise AssertionError("not reached")

    job = ask(long)
    assert worker.run(until_empty=False) == 1
    job.refresh_from_db()
    assert (job.state, job.tries, job.holder) == ("waiting", 0, "")


def test_work_that_this_version_does_not_know_fails_in_words(cast):
    job = Job.objects.create(kind="gone", asked_by=cast.alice, authority=cast.aldermere)
    assert "gone" in run(job).message


def test_unknown_work_cannot_be_asked_for_nor_a_name_taken_twice(cast, ask):
    with pytest.raises(KeyError):
        jobs.enqueue("never", by=cast.alice)

    def once(running):
        """Nothing."""

    ask(once)
    with pytest.raises(ValueError, match="Two kinds"):
        ask(once)


def test_looking_for_work_in_vain_costs_one_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert take() is None


def test_the_database_knows_no_running_job_without_a_holder(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind="x", asked_by=cast.alice, state="running")


def wait_for(true):
    until = time.monotonic() + 20
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.01)


@pytest.mark.django_db(transaction=True)
def test_the_heart_writes_reports_while_the_work_goes_on(ask, quick_heart):
    def long(running):
        running.progress(done=1, of=2, words="Half of it")
        wait_for(Job.objects.filter(words="Half of it", done=1).exists)

    assert run(ask(long)).state == "done"


@pytest.mark.django_db(transaction=True)
def test_the_heart_hears_that_the_work_is_called_off(ask, cast, quick_heart):
    def endless(running):
        jobs.cancel(job=running.job, by=cast.alice)
        while True:
            running.progress(done=1)
            time.sleep(0.01)

    assert run(ask(endless)).state == "cancelled"


@pytest.mark.django_db(transaction=True)
def test_work_that_takes_longer_than_its_limit_can_be_taken_over(cast, quick_heart, settings):
    settings.JOB_LEASE_SECONDS = 0.2
    taken_over = []

    def hang(running):
        if not taken_over:
            wait_for(lambda: Job.objects.get().held_until < timezone.now())
            taken_over.append(take())
            running.once("make", lambda: make_service(cast, "late"))

    jobs.job("hang", limit=timedelta(seconds=0.1))(hang)
    jobs.enqueue("hang", by=cast.alice, authority=cast.aldermere)
    assert Worker().run_one()
    assert taken_over[0].tries == 2
    assert Job.objects.get().state == "running"
    assert not Service.objects.exists()


def test_a_beat_that_the_database_refuses_is_missed_and_no_more(ask, monkeypatch, caplog):
    def away(held):
        raise OperationalError("database is locked")

    ask(lambda running: None)
    held = Held(take(), Worker().stop)
    monkeypatch.setattr(Held, "beat", away)
    worker_module._beat_once(held)
    assert "a beat was missed" in caplog.text


def test_a_patient_worker_waits_for_a_database_that_is_away(ask, monkeypatch):
    worker, asked = Worker(), []

    def away():
        asked.append(1)
        if len(asked) == 2:
            worker.stop.set()
        raise OperationalError("database is locked")

    monkeypatch.setattr(worker_module, "take", away)
    assert worker.run(until_empty=False, pause=0.01) == 0
    assert len(asked) == 2
    with pytest.raises(OperationalError):
        Worker().run(until_empty=True)


def test_there_is_no_way_back_from_an_end(ask):
    job = run(ask(lambda running: None))
    with pytest.raises(NotAllowedNow, match="is done, so it cannot be waiting"):
        job.become(Job.State.WAITING)


def make_service(cast, name):
    return Service.objects.create(authority=cast.aldermere, name=name).name
