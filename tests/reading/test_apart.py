"""Files read in processes of their own: what one file does, the others do not feel."""

import multiprocessing
import time

import pytest

from goldenthread.documents import apart
from goldenthread.documents.tests import made_files
from tests.reading.jobs import reading


@pytest.fixture
def folder(tmp_path):
    """Good files and files whose name makes the reader misbehave."""

    def fill(*names):
        for name in names:
            (tmp_path / name).write_bytes(made_files.text())
        return [tmp_path / name for name in names]

    return fill


def test_a_file_that_crashes_fails_or_eats_memory_stops_no_other(folder):
    paths = folder("a.txt", "crashes.txt", "b.txt", "fails.txt", "eats.txt", "c.txt")
    answers = list(apart.read_all(paths, workers=2, job=reading))
    assert [answer["file"] for answer in answers] == [path.name for path in paths]
    assert [answer["found"] for answer in answers] == [
        "plain text of another kind",
        "file that stopped the reader",
        "plain text of another kind",
        "file that stopped the reader",
        "file that stopped the reader",
        "plain text of another kind",
    ]
    assert "save it again" in answers[1]["message"]


def test_a_file_that_hangs_is_given_up_in_time(folder):
    paths = folder("hangs.txt", "a.txt")
    began = time.monotonic()
    hung, read = apart.read_all(paths, workers=1, job=reading, seconds=5)
    assert time.monotonic() - began < 40
    assert hung["found"] == "file that takes too long to read"
    assert "after 5 seconds" in hung["message"]
    assert read["found"] == "plain text of another kind"


def test_one_file_is_answered_and_a_refusal_is_an_answer(tmp_path):
    (tmp_path / "nothing.pdf").write_bytes(b"")
    answer = apart.read(tmp_path / "nothing.pdf")
    assert answer == apart.answer(tmp_path / "nothing.pdf")
    assert answer["kind"] == "not recognised"
    assert answer["found"] == "empty file named .pdf"
    assert answer["message"].startswith("nothing.pdf: ")


def test_a_file_that_vanished_is_an_answer(tmp_path):
    answer = apart.answer(tmp_path / "gone.pdf")
    assert answer["found"] == "file that cannot be opened"
    assert "No such file" in answer["message"]


def test_nothing_to_read_is_no_work():
    assert list(apart.read_all([], workers=3)) == []


def test_a_process_reads_within_its_limit_until_nobody_asks(folder, monkeypatch):
    limits = []
    monkeypatch.setattr(apart.resource, "setrlimit", lambda *limit: limits.append(limit))
    ours, theirs = multiprocessing.Pipe()
    for path in folder("a.txt"):
        ours.send(path)
    answers = []

    def last_wish(path):
        answers.append(path.name)
        ours.close()

    with pytest.raises(ConnectionError):
        apart._serve(theirs, last_wish)
    apart._serve(theirs, last_wish)
    assert answers == ["a.txt"]
    assert limits[0] == (apart.resource.RLIMIT_AS, (apart.MEMORY_LIMIT, apart.MEMORY_LIMIT))
