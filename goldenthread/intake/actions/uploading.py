"""Bringing documents in: stored, noticed when they are here already, and read in the background."""

from collections.abc import Callable, Sequence

from django.db import transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.intake import reading
from goldenthread.intake.models import Import
from goldenthread.intake.rows import locked
from goldenthread.people.history import record
from goldenthread.people.jobs import enqueue
from goldenthread.people.models import Authority, Job, User
from goldenthread.people.permissions import require
from goldenthread.sources.actions import store
from goldenthread.sources.errors import NotStored
from goldenthread.sources.files import Content
from goldenthread.sources.models import Upload
from goldenthread.sources.screening import masked

VERB = "intake.upload"
WORK = "intake.read"
STATE = Import.State
LONGEST_NAME = 255


def upload_files(
    *,
    authority: Authority,
    files: Sequence[tuple[str, Content]],
    by: User,
    again: bool = False,
    queue: bool = True,
) -> list[Import]:
    """Take documents in and have each read in the background; one bad file stops no other.

    Call it outside a transaction: a large file takes a moment to be stored.

    Args:
        files: name and content of each.
        again: begin a new import although the same file is here already.
        queue: False leaves the reading to `read_now`.

    Returns:
        One import a file, in order. Where the same content is here already it is that import,
        with `was_here` set. A file that is empty, too large or ill named is an import that
        failed, with the message.

    Raises:
        NotAllowed: `by` may not bring documents into the authority.
    """
    require(by, VERB, authority)
    return [_take(authority, name, data, by, again=again, queue=queue) for name, data in files]


def read_now(
    *, import_: Import, by: User, tell: Callable[[int, int | None, str], None] | None = None
) -> Import:
    """Read an import in this process rather than by the worker, with the same code.

    Args:
        tell: told how many steps of how many are done, and in words what comes next.

    Raises:
        NotAllowed: `by` may not bring documents into the authority.
    """
    with transaction.atomic():
        row = locked(import_, by, VERB)
    reading.read(reading.Here(tell), row.pk)
    row.refresh_from_db()
    return row


@transaction.atomic
def read_again(*, import_: Import, by: User) -> Import:
    """Have an import read once more that failed, or whose reading stopped.

    Raises:
        NotAllowed:    `by` may not bring documents into the authority.
        NotAllowedNow: it is being read, was read, or there is no file.
    """
    row = locked(import_, by, VERB)
    if row.upload is None:
        raise NotAllowedNow(f"{row}: There is no stored file. Upload it again.")
    if not row.has_stopped and row.state != STATE.FAILED:
        raise NotAllowedNow(
            f"{row}: The import is “{row.get_state_display().lower()}”. Only what could not be "
            "read is read again. Nothing was changed."
        )
    before, row.state = row.state, STATE.WAITING
    row.message, row.proposal = "", {}
    row.job = ask(row, by)
    row.save()
    record(by=by, verb="asked to be read again", thing=row, before={"state": before})
    return row


def ask(row: Import, by: User) -> Job:
    """Leave the reading of an import to the worker."""
    return enqueue(WORK, by=by, authority=row.authority, import_id=row.pk)


def _take(
    authority: Authority, name: str, data: Content, by: User, *, again: bool, queue: bool
) -> Import:
    try:
        upload = store(authority=authority, name=name, data=data, by=by)
    except NotStored as error:
        return _not_stored(authority, name, by, str(error))
    return _begin(authority, upload, by, again=again, queue=queue)


@transaction.atomic
def _begin(authority: Authority, upload: Upload, by: User, *, again: bool, queue: bool) -> Import:
    # Alone with the authority's imports, so that two who bring the same file make one import.
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    here = Import.objects.filter(authority=authority, upload__file=upload.file_id).here()
    earlier = None if again else here.order_by("-pk").first()
    if earlier is not None:
        earlier.was_here = True
        return earlier
    row = Import.objects.create(authority=authority, upload=upload, name=upload.name, started_by=by)
    if queue:
        row.job = ask(row, by)
        row.save(update_fields=["job"])
    after = {"name": masked(row.name), "file": upload.file_id}
    record(by=by, verb="brought in", thing=row, after=after)
    return row


@transaction.atomic
def _not_stored(authority: Authority, name: str, by: User, message: str) -> Import:
    row = Import.objects.create(
        authority=authority,
        name=name.replace("\x00", "")[:LONGEST_NAME] or "a file without a name",
        state=STATE.FAILED,
        message=message,
        started_by=by,
    )
    record(by=by, verb="refused", thing=row, after={"name": masked(row.name)}, why=message)
    return row
