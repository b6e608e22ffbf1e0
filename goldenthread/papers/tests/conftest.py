"""A folder of files for each test, and comparing in this process: another one takes seconds."""

import pytest


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return tmp_path / "files"


@pytest.fixture
def at_once(monkeypatch):
    """Work for the worker is done here, and no heart beats."""
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    monkeypatch.setattr(
        "goldenthread.documents.apart.read_all",
        lambda paths, *, workers, job: iter([job(path) for path in paths]),
    )
