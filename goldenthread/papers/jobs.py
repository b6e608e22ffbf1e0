"""The papers room's work for the worker."""

from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone

from goldenthread.papers.actions.finishing import WORK
from goldenthread.papers.comparing.comparison import Comparison, differences
from goldenthread.papers.integrity import content_of
from goldenthread.papers.models import Compared, FinishedVersion
from goldenthread.people.history import record
from goldenthread.people.jobs import Running, job
from goldenthread.people.models import User
from goldenthread.sources.errors import DamagedFile
from goldenthread.sources.files import open_file
from goldenthread.sources.screening import masked

STEPS = 3
# Two readings at their limit of a minute each, with room for what lies around them.
LONGEST = timedelta(minutes=5)


@job(WORK, limit=LONGEST)
def compare(running: Running, *, finished_id: int) -> str:
    """Compare a finished version with the frozen paper; the state that was found."""
    rows = FinishedVersion.objects.select_related("paper__plan__authority", "upload__file")
    row = rows.get(pk=finished_id)
    if (known := Compared.objects.filter(finished=row).first()) is not None:
        return str(known.state)
    running.progress(done=0, of=STEPS, words="Opening both files")
    found = _compared(running, row)
    running.progress(done=2, of=STEPS, words="Keeping what differs")
    state = str(running.once("keep", lambda: _keep(row, found)))
    running.progress(done=STEPS, of=STEPS, words="Compared")
    return state


def _compared(running: Running, row: FinishedVersion) -> Comparison:
    """What differs; a stored file that is lost or changed cannot be compared."""
    try:
        frozen = content_of(row.paper.files.get(form="docx"))
        finished = open_file(row.upload.file)
    except DamagedFile as error:
        return Comparison("cannot be compared", str(error))
    running.progress(done=1, of=STEPS, words="Comparing the figures")
    with TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "frozen.docx", Path(folder) / "finished"
        ours.write_bytes(frozen)
        theirs.write_bytes(finished)
        return differences(ours, theirs, finished_name=row.upload.name)


def _keep(row: FinishedVersion, found: Comparison) -> str:
    made = Compared.objects.create(
        finished=row,
        state=found.state,
        why=found.why,
        differences=[asdict(one) for one in found.rows],
        at=timezone.now(),
    )
    comparing = User.objects.system("comparing", "Comparing of finished papers")
    after = {"state": made.state, "differences": len(made.differences)}
    record(by=comparing, verb="compared", thing=made, after=after, why=masked(made.why))
    return str(made.state)
