"""The intake room's work for the worker."""

from goldenthread.intake import beside, reading
from goldenthread.intake.models import LONGEST_READING, Import
from goldenthread.people.jobs import Running, job

READ = "intake.read"


@job(READ, limit=LONGEST_READING)
def read(running: Running, *, import_id: int) -> str:
    """Read an uploaded document; the state that its import then has.

    A PDF's pages are laid out afterwards, so that whoever opens the proposal need not wait.
    """
    state = reading.read(running, import_id)
    row = Import.objects.select_related("upload__file__authority").get(pk=import_id)
    if row.state == Import.State.PROPOSED and row.upload and row.upload.file.form == beside.PDF:
        beside.prepare(upload=row.upload, tables=row.kind == "plan")
    return state
