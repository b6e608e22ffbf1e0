"""The intake room's work for the worker."""

from goldenthread.intake import apart, beside, reading
from goldenthread.intake.models import LONGEST_READING, Import
from goldenthread.people.jobs import Running, job
from goldenthread.people.models import User
from goldenthread.plans import actions as plans
from goldenthread.sources.actions import screen_upload
from goldenthread.sources.files import open_file
from goldenthread.sources.models import Upload

READ = "intake.read"
SCREEN = "intake.screen"


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


@job(SCREEN, limit=LONGEST_READING)
def screen(running: Running, *, upload_id: int) -> int:
    """Look through a file's text for what may tell who a child is; how many places it suspects.

    Evidence that rests on such a file is restricted until somebody has decided.
    """
    upload = Upload.objects.select_related("file__authority", "by").get(pk=upload_id)
    texts = apart.read(open_file(upload.file), upload.name).texts

    def keep() -> int:
        screen_upload(upload=upload, texts=texts, by=upload.by)
        screening = User.objects.system("screening", "Screening of files")
        plans.restrict_evidence(upload=upload, by=screening)
        return upload.suspicions.count()

    return int(running.once("screen the text", keep))
