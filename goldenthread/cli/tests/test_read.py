"""The command `read`, called as a user calls it."""

import json
import subprocess
import sys
from types import SimpleNamespace

import pytest

from goldenthread.cli import read as command
from goldenthread.cli.main import main
from goldenthread.documents import apart
from goldenthread.documents.tests import bad_files, made_files


@pytest.fixture
def read(monkeypatch, capsys):
    """Call the command; its exit code and what it printed."""

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["goldenthread", "read", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        return SimpleNamespace(code=end.value.code, out=printed.out, err=printed.err)

    return call


@pytest.fixture
def folder(tmp_path):
    """Two folders deep, with good files, bad ones and some that the system keeps for itself."""
    (tmp_path / "b inner").mkdir()
    (tmp_path / "b inner" / "plan.docx").write_bytes(made_files.word())
    (tmp_path / "a.pdf").write_bytes(b"<!doctype html><h1>Page not found</h1><p>Try again.</p>")
    (tmp_path / "c.pdf").write_bytes(bad_files.half_pdf())
    (tmp_path / "~$plan.docx").write_bytes(b"open")
    (tmp_path / ".hidden").write_bytes(b"x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_bytes(b"x")
    return tmp_path


def test_a_folder_prints_one_line_a_file_in_order_bad_ones_too(read, folder):
    done = read(folder, "--jsonl", "--workers", "2")
    assert (done.code, done.err) == (0, "")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["file"] for line in lines] == ["a.pdf", "b inner/plan.docx", "c.pdf"]
    assert lines[0]["kind"] == "not recognised"
    assert lines[0]["found"] == "HTML page named .pdf"
    assert lines[2]["found"] == "PDF that is cut off: its end is missing"
    assert "Download" in lines[2]["message"]


def test_a_file_that_cannot_be_read_is_an_answer_not_a_failure(read, folder):
    done = read(folder / "c.pdf", "--json")
    assert done.code == 0
    assert json.loads(done.out)["kind"] == "not recognised"


def test_without_json_the_answer_is_for_people(read, folder, monkeypatch):
    proposal = {
        "file": "plan.docx",
        "kind": "plan",
        "title": "Aldermere",
        "actions": [{}, {}],
        "leads": [],
        "warnings": ["plan.docx: Footnotes were not read."],
        "questions": [{"where": "action 1", "question": "Which year?", "suggestion": None}],
    }
    monkeypatch.setattr(apart, "read_all", lambda *_, **__: iter([proposal]))
    done = read(folder / "b inner" / "plan.docx")
    assert done.out == (
        "plan.docx: plan\n"
        "  title: Aldermere\n"
        "  actions: 2\n"
        "  warnings: plan.docx: Footnotes were not read.\n"
        "  questions: 1\n"
        "  to settle, action 1: Which year?\n"
    )


@pytest.mark.parametrize("words", [("--json",), ("--jsonl", "--workers", "0")])
def test_a_wrong_use_says_so(read, folder, words):
    done = read(folder, *words)
    assert (done.code, done.out) == (2, "")
    assert "--json" in done.err or "--workers" in done.err


def test_a_file_that_is_not_there_is_a_wrong_use(read, tmp_path):
    done = read(tmp_path / "gone.pdf", "--json")
    assert (done.code, done.out) == (2, "")
    assert "does not exist" in done.err


def test_an_empty_folder_prints_nothing_and_says_so(read, tmp_path):
    done = read(tmp_path, "--jsonl")
    assert (done.code, done.out) == (0, "")
    assert "no files" in done.err


def test_a_bar_is_shown_only_to_somebody_who_watches(folder, monkeypatch, capsys):
    shown = []
    monkeypatch.setattr(command, "track", lambda each, *_, **rest: shown.append(rest) or each)
    monkeypatch.setattr(apart, "read_all", lambda *_, **__: iter([{}]))
    list(command._read([folder / "a.pdf"], 1))
    assert shown[0]["disable"] is True


def test_reading_needs_no_django():
    """It has to start at once, and a reader must not reach the database."""
    code = (
        "import sys, goldenthread.cli.read; "
        "print([m for m in sys.modules if m == 'django' or m.startswith('django.')])"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
