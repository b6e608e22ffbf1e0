"""A plan that is printed and read again says the same in every cell."""

import json
import subprocess
import sys

import pytest

from goldenthread.documents.reading import read
from goldenthread.intake import actions as intake
from goldenthread.papers.action_plan.tests.round_trip import differing, read_again
from goldenthread.people.worker import Worker

REAL = ("000.docx", "000.xlsx", "000.pdf")
FORMS = ("docx", "pdf", "xlsx")


@pytest.fixture
def bring_in(cast, settings, tmp_path, monkeypatch):
    """Import a plan and confirm it, its open questions left to settle."""
    settings.FILES_DIR = str(tmp_path / "files")
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    monkeypatch.setattr(
        "goldenthread.documents.apart.read_all",
        lambda paths, *, workers, job, **rest: iter([job(path) for path in paths]),
    )

    def brought(name, data):
        [row] = intake.upload_files(authority=cast.aldermere, files=[(name, data)], by=cast.alice)
        Worker().run(until_empty=True)
        row.refresh_from_db()
        return intake.confirm(import_=row, by=cast.alice).plan

    return brought


@pytest.fixture(params=REAL)
def real(request, shared):
    return shared / "truth" / "files" / request.param


@pytest.mark.parametrize("form", FORMS)
def test_the_real_plan_printed_and_read_again_is_the_same_in_every_cell(
    shared, real, bring_in, cast, form, tmp_path
):
    plan = bring_in(real.name, real.read_bytes())
    again = read_again(plan, cast.alice, form)
    assert len(again["actions"]) == 68
    assert differing(read(real), again) == {}
    (tmp_path / "again.json").write_text(json.dumps(again))
    key = shared / "truth"
    scored = subprocess.run(  # noqa: S603 (the key's own score)
        [sys.executable, key / "score.py", "plan", key / "000.json", tmp_path / "again.json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert scored.returncode == 0, scored.stdout
