"""Doing the work that was left: taking a job, holding it, trying again, taking over."""

import logging
import os
import secrets
import socket
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from goldenthread.basics.errors import UserFacingError
from goldenthread.people import timers
from goldenthread.people.jobs import KINDS, Kind, Result
from goldenthread.people.models import Job

logger = logging.getLogger(__name__)
BEAT_SECONDS = 1.0
FIRST_PAUSE = timedelta(seconds=10)
PAUSE_GROWS_BY = 4
STATE = Job.State


class Stopped(Exception):
    """The work is not to go on, for no fault of its own."""


class Held:
    """A job in this worker's hands. The heart beats in a thread of its own.

    The holder's name is new for each try, and every write asks for it: a worker that was
    taken for dead and wakes again finds that the job is no longer its own.
    """

    def __init__(self, job: Job, stop: threading.Event) -> None:
        self.job = job
        self._stop = stop
        self._lost = threading.Event()
        self._cancelled = threading.Event()
        self._report: dict[str, object] = {}

    def progress(self, *, done: int, of: int | None = None, words: str = "") -> None:
        at_least = None if of is None else max(of, done)
        self._report = {"done": done, "of": at_least, "words": words[:200]}
        if self._lost.is_set() or self._cancelled.is_set() or self._stop.is_set():
            raise Stopped

    def once(self, step: str, do: Callable[[], Result]) -> Result:
        with transaction.atomic():
            held = self._mine().select_for_update().first()
            if held is None:
                raise Stopped
            if step not in held.steps:
                held.steps[step] = do()
                held.held_until = _lease()
                held.save(update_fields=["steps", "held_until"])
            return held.steps[step]

    def beat(self) -> None:
        """Say that we live, write the latest report, and hear whether we are to stop."""
        if not self._mine().update(held_until=_lease(), **self._report):
            self._lost.set()
        elif self._mine().filter(cancel_asked_at__isnull=False).exists():
            self._cancelled.set()

    def end(self, state: Job.State, **fields: object) -> None:
        """Let go of the job in a state; nothing happens when another worker has it."""
        with transaction.atomic():
            held = self._mine().select_for_update().first()
            if held is None:
                return
            for name, value in {**self._report, **fields}.items():
                setattr(held, name, value)
            held.become(state)
            held.save()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def _mine(self) -> QuerySet[Job]:
        return Job.objects.filter(pk=self.job.pk, holder=self.job.holder, state=STATE.RUNNING)


class Worker:
    """Does jobs one after another until it is told to stop."""

    def __init__(self) -> None:
        self.stop = threading.Event()

    def run(self, *, until_empty: bool, pause: float = 1.0, rings: bool = False) -> int:
        """Work; with `until_empty` only until no job is due. Returns how many were tried.

        Args:
            rings: whether to ask for the work of timers as well.
        """
        tried, rang = 0, ""
        while not self.stop.is_set():
            _refresh_connection()
            minute = f"{timezone.now():%Y-%m-%d %H:%M}"
            if rings and minute != rang and self._rang(patient=not until_empty):
                rang = minute
            if self._run_one_if_we_can(patient=not until_empty):
                tried += 1
            elif until_empty:
                break
            else:
                self.stop.wait(pause)
        return tried

    def _run_one_if_we_can(self, *, patient: bool) -> bool:
        try:
            return self.run_one()
        except OperationalError:
            # The database is away or held by a long write: a patient worker comes back.
            if not patient:
                raise
            logger.warning("The database could not be reached; trying again")
            return False

    def _rang(self, *, patient: bool) -> bool:
        try:
            timers.ring(timezone.now())
        except OperationalError:
            if not patient:
                raise
            logger.warning("The timers could not be looked at; trying again")
            return False
        return True

    def run_one(self) -> bool:
        """Take the job that is due and do it; False when there is none."""
        job = take()
        if job is None:
            return False
        held = Held(job, self.stop)
        kind = KINDS.get(job.kind)
        if kind is None:
            held.end(STATE.FAILED, message=f"Nothing here knows how to do “{job.kind}”.")
        else:
            _do(held, kind)
        return True


def _refresh_connection() -> None:
    """Let go of a connection that the server may have dropped, as Django does after a page."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()


def take() -> Job | None:
    """Hold the next job that waits, or whose worker has died; None when there is none.

    A job that was tried as often as its kind allows, or was called off while its worker
    died, is ended instead.
    """
    now = timezone.now()
    waits = Q(state=STATE.WAITING, not_before__lte=now)
    due = Job.objects.filter(waits | Q(state=STATE.RUNNING, held_until__lt=now))
    # Looking costs no lock, so that an idle worker disturbs nobody.
    if not due.exists():
        return None
    with transaction.atomic():
        for job in due.select_for_update(skip_locked=True).order_by("not_before", "pk")[:20]:
            if _hold(job, now):
                return job
    return None


def _hold(job: Job, now: datetime) -> bool:
    allowed = KINDS[job.kind].tries if job.kind in KINDS else 1
    if job.cancel_asked_at is not None:
        job.become(STATE.CANCELLED)
    elif job.tries >= allowed:
        job.become(STATE.FAILED)
        job.message = (
            f"The work was begun {job.tries} times and its worker stopped each time. "
            "Ask your technician to look at the worker's log."
        )
    else:
        job.state, job.tries = STATE.RUNNING, job.tries + 1
        job.holder = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(8)}"
        job.held_until, job.started_at = _lease(), job.started_at or now
    job.save()
    return job.state == STATE.RUNNING


def _lease() -> datetime:
    return timezone.now() + timedelta(seconds=settings.JOB_LEASE_SECONDS)


def _do(held: Held, kind: Kind) -> None:
    """Run the work and end the job as it went."""
    job = held.job
    try:
        with _beating(held, kind.limit):
            result = kind.work(held, **job.arguments)
        held.end(STATE.DONE, result=result, message="")
    except Stopped:
        _stopped(held)
    except UserFacingError as error:
        held.end(STATE.FAILED, message=str(error))
    except Exception as error:  # noqa: BLE001 (whatever goes wrong, the worker goes on)
        _failed(held, kind, error)


def _stopped(held: Held) -> None:
    """Called off, or handed back at once because this worker stops; a hand-back is no try."""
    if held.is_cancelled:
        held.end(STATE.CANCELLED)
    else:
        held.end(STATE.WAITING, tries=held.job.tries - 1, not_before=timezone.now())


def _failed(held: Held, kind: Kind, error: Exception) -> None:
    """Try again after a pause that grows, or give up; neither message nor log holds a value."""
    job = held.job
    logger.error("Job %d (%s) failed: %s", job.pk, job.kind, _where(error))
    if job.tries >= kind.tries:
        held.end(STATE.FAILED, message=_apology(job, error))
        return
    pause = FIRST_PAUSE * PAUSE_GROWS_BY ** (job.tries - 1)
    held.end(STATE.WAITING, not_before=timezone.now() + pause, message=_apology(job, error))


def _apology(job: Job, error: Exception) -> str:
    return (
        f"The work stopped through a fault of ours ({type(error).__name__}), "
        f"try {job.tries}. Tell your technician the number of the job: {job.pk}."
    )


def _where(error: Exception) -> str:
    """Kind and place of an error without its text, which may quote a document."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = " > ".join(f"{frame.filename}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {places}"


@contextmanager
def _beating(held: Held, limit: timedelta) -> Iterator[None]:
    """While the work lasts, and no longer than `limit`, keep the job and write its reports."""
    over = threading.Event()
    heart = threading.Thread(target=_beat_until, args=(held, over, limit), daemon=True)
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join()


def _beat_until(held: Held, over: threading.Event, limit: timedelta) -> None:
    last = timezone.now() + limit
    try:
        while not over.wait(BEAT_SECONDS) and timezone.now() < last:
            _beat_once(held)
    finally:
        connection.close()


def _beat_once(held: Held) -> None:
    try:
        held.beat()
    except DatabaseError:
        # A long write of the work itself may hold SQLite; the next beat tries again.
        logger.warning("Job %d: a beat was missed", held.job.pk)
