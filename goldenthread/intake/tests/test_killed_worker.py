"""A worker that is killed while it reads: a true process, a true SIGKILL."""

import json
import signal

from tests.test_processes import wait_for

BRING_IN = """
from goldenthread.intake import actions
from goldenthread.intake.tests.factories import plan_file
from goldenthread.people.tests.factories import make_cast
cast = make_cast()
actions.upload_files(authority=cast.aldermere, files=[("plan.docx", plan_file())], by=cast.alice)
"""
LOOK = """
import json
from goldenthread.intake.models import Import
one = Import.objects.select_related("job").get()
kept = [one.state, bool(one.proposal), one.job.done, one.job.tries, one.questions.count()]
print(json.dumps(kept))
"""
# The first worker hangs before its last step, when what was read is kept.
HANG = """
import time
from pathlib import Path
from goldenthread.intake import proposing
def hang(row):
    Path({mark!r}).touch()
    time.sleep(600)
proposing.begin = hang
from goldenthread.people.worker import Worker
Worker().run(until_empty=False)
"""
COMMAND = "from goldenthread.cli.main import main; main()"


def test_a_document_whose_reader_was_killed_is_proposed_by_the_next_worker(own_database):
    own_database.python(BRING_IN)
    mark = own_database.folder / "hangs"
    code = HANG.format(mark=str(mark))
    first = own_database.start("-c", f"import django; django.setup()\n{code}")
    wait_for(mark.exists)
    first.send_signal(signal.SIGKILL)
    first.wait()
    state, kept, _, tries, questions = json.loads(own_database.python(LOOK))
    assert (state, kept, tries, questions) == ("reading", True, 1, 0)

    second = own_database.start("-c", COMMAND, "worker")
    wait_for(lambda: json.loads(own_database.python(LOOK))[0] == "proposed")
    second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=20) == 0
    _, _, done, tries, questions = json.loads(own_database.python(LOOK))
    assert (done, tries) == (4, 2)
    assert questions > 0
