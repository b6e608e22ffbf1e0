"""Having the history verified by the worker, and what it found last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history.recording import record
from goldenthread.people.history.verifying import verify
from goldenthread.people.jobs import Running, enqueue, job
from goldenthread.people.models import Authority, Job, User
from goldenthread.people.permissions import require

VERIFY = "people.verify_history"
# Where every line is broken the key is another; more lines would say nothing more.
KEPT = 50


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a verification found: of `count` lines the chain holds up to line `holds_to`.

    `problems` are the first ones as number of the line and what is wrong with it; `found`
    counts all of them. No value of a line is in here.
    """

    at: datetime
    count: int
    head: str
    found: int
    holds_to: int
    problems: tuple[tuple[int, str], ...]

    @property
    def holds(self) -> bool:
        return not self.found


@transaction.atomic
def ask_to_verify(*, authority: Authority, by: User) -> Job:
    """Leave it to the worker to verify the whole chain, which all councils here share.

    Raises:
        NotAllowed:    `by` keeps no records of the authority.
        NotAllowedNow: it is being verified already.
    """
    require(by, "history.verify", authority)
    Authority.objects.select_for_update().get(pk=authority.pk)
    if (running := last_asked(authority)) is not None and not running.is_over:
        raise NotAllowedNow("The history is being verified already. Wait until that is over.")
    made = enqueue(VERIFY, by=by, authority=authority)
    record(by=by, verb="asked to verify the history", thing=made)
    return made


def last_asked(authority: Authority) -> Job | None:
    """The newest verification that somebody of the authority asked for, whatever its state."""
    return Job.objects.filter(kind=VERIFY, authority=authority).order_by("-pk").first()


def last_found(authority: Authority) -> Found | None:
    """What the newest finished verification found; None before the first."""
    rows = Job.objects.filter(kind=VERIFY, authority=authority, state=Job.State.DONE)
    row = rows.order_by("-pk").first()
    if row is None or row.result is None or row.finished_at is None:
        return None
    result = {
        **row.result,
        "problems": tuple((line, what) for line, what in row.result["problems"]),
    }
    return Found(at=row.finished_at, **result)


@job(VERIFY)
def verify_history(running: Running) -> dict[str, Any]:
    """Verify the chain; the result is what `Found` holds."""
    running.progress(done=0, of=1, words="Checking every line")
    result = verify()
    first = min((problem.line for problem in result.problems), default=result.count + 1)
    return {
        "count": result.count,
        "head": result.hash,
        "found": len(result.problems),
        "holds_to": max(0, first - 1),
        "problems": [(problem.line, problem.what) for problem in result.problems[:KEPT]],
    }
