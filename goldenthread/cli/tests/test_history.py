"""The commands `history` and `worker`, called by name."""

import json

import pytest
from django.db import connection
from django.utils import timezone
from typer.testing import CliRunner

from goldenthread.cli.main import app
from goldenthread.papers import triggers as papers
from goldenthread.papers.models import SignedPaper
from goldenthread.papers.tests.factories import signed
from goldenthread.people.history import head, record
from goldenthread.people.models import HistoryHead, HistoryLine
from goldenthread.people.triggers import drop
from goldenthread.plans.tests.factories import recorded

SECRET = "what nobody should read"


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(app, arguments)


@pytest.fixture
def line(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        return record(by=cast.alice, verb="saw", thing=cast.aldermere, after={"text": SECRET})


def test_history_that_holds_exits_with_0_and_says_its_head(run, line):
    answer = run("history", "verify")
    assert answer.exit_code == 0
    assert f"{line.number} lines, head {line.hash}" in answer.stdout


def test_history_that_was_touched_exits_with_1_and_says_where(run, line):
    tamper(line)
    answer = run("history", "verify")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert f"Line {line.number} (people.authority {line.thing_id})" in answer.stderr
    assert SECRET not in answer.stderr


def test_history_verifies_as_json_on_stdout(run, line):
    assert json.loads(run("history", "verify", "--json").stdout) == {
        "verifies": True, "count": line.number, "head": line.hash, "problems": [],
    }  # fmt: skip
    tamper(line)
    answer = run("history", "verify", "--json")
    assert answer.exit_code == 1
    [problem] = json.loads(answer.stdout)["problems"]
    assert (problem["line"], problem["thing"]) == (line.number, f"people.authority {line.thing_id}")


def test_a_long_list_of_places_is_cut_short_for_people(run, line, cast):
    for _ in range(30):
        record(by=cast.alice, verb="saw", thing=cast.aldermere)
    drop(connection)
    HistoryLine.objects.update(verb="praised")
    answer = run("history", "verify")
    assert len(answer.stderr.splitlines()) == 22
    assert "more (--json prints all)" in answer.stderr


def test_the_help_names_both_commands(run):
    shown = run("--help").stdout
    assert "│ history " in shown
    assert "│ worker " in shown


def test_a_printed_head_is_compared(run, line):
    number, line_hash = head()
    assert run("history", "verify", "--printed", f"{number} {line_hash}").exit_code == 0
    assert run("history", "verify", "--printed", f"{number} {'0' * 64}").exit_code == 1
    later = run("history", "verify", "--printed", f"{number + 5} {line_hash}")
    assert f"Line {number + 1}: It is missing, with all lines up to {number + 5}" in later.stderr


def test_the_head_that_a_signed_paper_prints_is_compared_unasked(
    run, cast, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.FILES_DIR = str(tmp_path)
    with django_capture_on_commit_callbacks(execute=True):
        paper = signed(recorded(cast), cast.bob, as_at=timezone.localdate())
    assert run("history", "verify").exit_code == 0
    papers.drop(connection)
    SignedPaper.objects.update(history_hash="f" * 64)
    answer = run("history", "verify")
    assert answer.exit_code == 1
    assert f"Line {paper.history_count} " in answer.stderr


def test_a_head_that_is_none_is_refused(run, line):
    assert "is not a head" in str(run("history", "verify", "--printed", "abc").exception)


def test_an_empty_history_verifies(run, db):
    assert not HistoryHead.objects.exists()
    assert "0 lines" in run("history", "verify").stdout


def test_a_database_without_tables_is_said_in_words(run, db):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE people_historyhead RENAME TO elsewhere")
    answer = run("history", "verify")
    assert answer.exit_code == 1
    assert "python manage.py migrate" in str(answer.exception)


def test_a_things_lines_are_shown_without_values(run, cast, line):
    shown = run("history", "show", f"people.authority {cast.aldermere.pk}")
    assert "saw" in shown.stdout
    assert SECRET not in shown.stdout
    lines = run("history", "show", f"people.Authority {cast.aldermere.pk}", "--json").stdout
    assert [json.loads(row)["verb"] for row in lines.splitlines()] == ["set up", "saw"]


def test_a_worker_without_work_leaves_when_asked_to(run, db, fixed_clock):
    """What the timers ask for is done once; then there is nothing left."""
    run("worker", "--once")
    answer = run("worker", "--once")
    assert answer.exit_code == 0
    assert "after 0 jobs" in answer.stderr


def tamper(line):
    drop(connection)
    type(line).objects.filter(pk=line.pk).update(verb="praised")
