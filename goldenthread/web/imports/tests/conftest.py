"""Alice's browser, and the documents that she brings."""

import pytest

from goldenthread.intake.tests.factories import Desk

HEADINGS = ("No", "Recommendation", "Timescale", "Action", "Lead", "By when", "Test")
ROWS = (
    ("1", "See each child alone", "3 months", "Write the guide", "Ann Dale", "Sept 2013", "The guide"),
    ("1", "See each child alone", "3 months", "Sample twenty files", "", "Monthly", "A report"),
    ("2", "Tell carers", "3 months", "Send it\nTell the panel", "Ann Dale", "Oct 2013", "A copy"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Documents are read in this process, and no heart beats: both take seconds each."""
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    monkeypatch.setattr("goldenthread.documents.apart.read_all", _here)


@pytest.fixture
def desk(cast, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return Desk(cast)


@pytest.fixture
def plan(desk):
    """A plan of two items and three actions, read and not yet confirmed."""
    return desk.plan((HEADINGS, *ROWS))


def _here(paths, *, workers, job, **limits):
    return iter([job(path) for path in paths])
