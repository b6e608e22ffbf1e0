"""Leaving heavy work to the worker: naming it, asking for it, calling it off.

A room names its work in a module `jobs.py` of its own:

    @job("sources.read")
    def read(running: Running, *, file: int) -> Result:
        pages = ...                                   # heavy reading, outside a transaction
        running.progress(done=3, of=12, words="Reading page 3 of 12")
        running.once("keep pages", lambda: keep(file, pages))   # the effect, exactly once

A verb asks for it within its own transaction with `enqueue("sources.read", by=by, file=1)`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import Authority, Job, User
from goldenthread.people.permissions import require

Result = Any


class Running(Protocol):
    """What a job's function is given: who asked, and the ways to report and to write."""

    job: Job

    def progress(self, *, done: int, of: int | None = None, words: str = "") -> None:
        """Say how far the work is; costs no query. The work may be called off here.

        Raises:
            Stopped: cancelled, or the worker is to stop, or another one has taken over.
                     Let it pass.
        """

    def once(self, step: str, do: Callable[[], Result]) -> Result:
        """Do a step in one transaction with the note that it was done.

        When the job runs again the step is skipped and its result of the first time,
        which JSON can hold, is returned. All that a job writes is written in such steps.

        Raises:
            Stopped: another worker has taken the job over; nothing of the step remains.
        """


Work = Callable[..., Result]


@dataclass(frozen=True)
class Kind:
    """A kind of work: its function, how often it is tried and how long one try may last."""

    name: str
    work: Work
    tries: int
    limit: timedelta


# Filled from each room's `jobs.py` when Django starts.
KINDS: dict[str, Kind] = {}


def job(
    name: str, *, tries: int = 3, limit: timedelta = timedelta(minutes=30)
) -> Callable[[Work], Work]:
    """Name a function as work for the worker.

    Raises:
        ValueError: the name is taken.
    """

    def named(work: Work) -> Work:
        if name in KINDS:
            raise ValueError(f"Two kinds of work are called {name}.")
        KINDS[name] = Kind(name, work, tries, limit)
        return work

    return named


def enqueue(
    kind: str,
    *,
    by: User,
    authority: Authority | None = None,
    not_before: datetime | None = None,
    **arguments: Any,
) -> Job:
    """Ask for work. It is asked for only if the caller's transaction commits.

    Args:
        not_before: when it is to be done at the earliest; None for at once.
        arguments: what the function is given by name; JSON, and ids rather than contents,
            because jobs are kept.

    Raises:
        KeyError: no room names this kind of work.
        TypeError: an argument is not JSON.
    """
    return Job.objects.create(
        kind=KINDS[kind].name,
        asked_by=by,
        authority=authority,
        arguments=arguments,
        not_before=not_before or timezone.now(),
    )


@transaction.atomic
def cancel(*, job: Job, by: User) -> Job:
    """Call work off: at once while it waits, else at its next report of progress.

    Raises:
        NotAllowed:    somebody else asked for it, and `by` may not cancel other people's.
        NotAllowedNow: it is over.
    """
    job = Job.objects.select_for_update().get(pk=job.pk)
    if job.asked_by_id != by.pk:
        require(by, "people.cancel_job", job.authority)
    if job.is_over:
        raise NotAllowedNow(
            f"{job} is {job.get_state_display().lower()} already. Nothing was changed."
        )
    before = job.state
    job.cancel_asked_by, job.cancel_asked_at = by, timezone.now()
    if job.state == Job.State.WAITING:
        job.become(Job.State.CANCELLED)
    job.save()
    record(by=by, verb="cancelled", thing=job, before={"state": before})
    return job
