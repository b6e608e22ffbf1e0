"""Documents of Aldermere on their way in."""

import pytest

from goldenthread.intake.tests.factories import Desk


@pytest.fixture
def desk(cast, settings, tmp_path):
    """Alice's desk: what she brings in is stored in a folder of the test and read at once."""
    settings.FILES_DIR = str(tmp_path / "files")
    return Desk(cast)


@pytest.fixture(autouse=True)
def at_once(monkeypatch, request):
    """Documents are read in this process, and no heart beats: both take seconds each."""
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    if "really_apart" not in request.fixturenames:
        monkeypatch.setattr("goldenthread.documents.apart.read_all", _here)


@pytest.fixture
def really_apart():
    """Documents are read in a process of their own, as they are outside the tests."""


def _here(paths, *, workers, job):
    return iter([job(path) for path in paths])
