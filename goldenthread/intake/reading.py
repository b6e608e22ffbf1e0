"""Reading an upload into a proposal, in steps that a second try does not repeat."""

from collections.abc import Callable
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import UserFacingError
from goldenthread.intake import apart, proposing
from goldenthread.intake.models import HeadingMemory, Import
from goldenthread.people.history import record
from goldenthread.people.models import Authority
from goldenthread.sources.actions import screen_upload
from goldenthread.sources.files import open_file

STATE = Import.State
NOT_RECOGNISED = "not recognised"
STEPS = 4
TO_DO = "Open the document, check that it is a report, a letter, a plan or a council paper"


class Steps(Protocol):
    """How reading reports and writes: a job's `Running`, or `Here` without a worker."""

    def progress(self, *, done: int, of: int | None = None, words: str = "") -> None: ...

    def once(self, step: str, do: Callable[[], Any]) -> Any: ...


class Here:
    """Reading in this process, for the command line: each step in a transaction of its own."""

    def __init__(self, tell: Callable[[int, int | None, str], None] | None = None) -> None:
        self._tell = tell

    def progress(self, *, done: int, of: int | None = None, words: str = "") -> None:
        if self._tell is not None:
            self._tell(done, of, words)

    def once(self, step: str, do: Callable[[], Any]) -> Any:
        with transaction.atomic():
            return do()


def read(steps: Steps, import_id: int) -> str:
    """Read an import, screen it and propose it; the state that it then has.

    One that was read already, or was discarded meanwhile, is left as it is. What a person can
    do something about ends in the state "failed" with its message.

    Raises:
        Stopped: the work was called off, see `people.jobs.Running`.
    """
    steps.progress(done=0, of=STEPS, words="Opening the file")
    if not steps.once("begin", lambda: _begin(import_id)):
        return str(Import.objects.get(pk=import_id).state)
    try:
        return _read(steps, import_id)
    except UserFacingError as error:
        message = str(error)
        return str(steps.once("fail", lambda: _fail(import_id, message)))


def remembered(authority: Authority) -> dict[str, str]:
    """The headings of plans that the authority matched by hand, to their columns."""
    memories = HeadingMemory.objects.filter(authority=authority)
    return dict(memories.values_list("printed", "field"))


def _read(steps: Steps, import_id: int) -> str:
    row = _row(import_id)
    if not row.proposal:
        steps.progress(done=1, of=STEPS, words=f"Reading {row.name}")
        reading = _reading(row)
        steps.progress(done=2, of=STEPS, words="Looking for what may tell who a child is")
        steps.once("keep what was read", lambda: _keep(import_id, reading))
    steps.progress(done=3, of=STEPS, words="Preparing the questions")
    state = str(steps.once("propose", lambda: _propose(import_id)))
    steps.progress(done=STEPS, of=STEPS, words="Read")
    return state


def _row(import_id: int) -> Import:
    related = ("authority", "upload__file__authority", "started_by")
    return Import.objects.select_related(*related).get(pk=import_id)


def _begin(import_id: int) -> bool:
    """Whether there is something to read."""
    row = Import.objects.select_for_update(of=("self",)).get(pk=import_id)
    if row.state == STATE.WAITING:
        row.become(STATE.READING)
    if row.state != STATE.READING:
        return False
    row.reading_at = timezone.now()
    row.save(update_fields=["state", "reading_at"])
    return True


def _reading(row: Import) -> apart.Reading:
    if row.upload is None:
        raise UserFacingError(f"{row}: There is no stored file. Upload it again.")
    data = open_file(row.upload.file)
    return apart.read(
        data, row.name, remembered=remembered(row.authority), as_plan=row.is_called_a_plan
    )


def _keep(import_id: int, reading: apart.Reading) -> str:
    """Keep what was read together with what screening suspects, so that neither is alone."""
    row = _row(import_id)
    row.proposal, row.read_at = reading.proposal, timezone.now()
    row.save(update_fields=["proposal", "read_at"])
    if row.upload is not None:
        screen_upload(upload=row.upload, texts=reading.texts, by=row.started_by)
    return "kept"


def _propose(import_id: int) -> str:
    row = (
        Import.objects.select_for_update(of=("self",)).select_related("authority").get(pk=import_id)
    )
    row.kind = row.proposal["kind"]
    if row.kind == NOT_RECOGNISED:
        row.become(STATE.NOT_RECOGNISED)
        row.found = row.proposal["found"][:200]
        row.message = row.proposal.get("message") or (
            f"{row.name}: This is a {row.found}, and no report, letter, plan or council paper was "
            f"recognised in it. {TO_DO}, and save it as Word, Excel or PDF with text. A plan "
            "whose headings are your own can be matched by hand."
        )
    else:
        row.become(STATE.PROPOSED)
        row.found, row.message = "", ""
        proposing.begin(row)
    row.save()
    counts = proposing.counts(row.draft)
    record(by=row.started_by, verb="read", thing=row, after={"kind": row.kind, **counts})
    return str(row.state)


def _fail(import_id: int, message: str) -> str:
    row = Import.objects.select_for_update(of=("self",)).get(pk=import_id)
    row.become(STATE.FAILED)
    row.message = message
    row.save(update_fields=["state", "message"])
    record(by=row.started_by, verb="failed", thing=row, after={"message": message})
    return str(row.state)
