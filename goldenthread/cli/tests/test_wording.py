"""The command `wording`, called as a user calls it."""

import json
import subprocess
import sys
from types import SimpleNamespace

import pytest

from goldenthread.cli.main import main

COMMAND = "from goldenthread.cli.main import main; main()"
FIELDS = ["kind", "earliest", "latest", "precision", "recurrence", "offset", "due", "question"]


@pytest.fixture
def wording(monkeypatch, capsys):
    """Call the command; its exit code and what it printed."""

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["goldenthread", "wording", *words])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        return SimpleNamespace(returncode=end.value.code, stdout=printed.out, stderr=printed.err)

    return call


def test_it_prints_one_object_with_the_agreed_fields(wording):
    done = wording("End Sept", "--anchor", "2012-06-29", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "kind": "exact",
        "earliest": "2012-09-30",
        "latest": "2012-09-30",
        "precision": "day",
        "recurrence": None,
        "offset": None,
        "due": "2012-09-30",
        "question": None,
    }


def test_a_question_has_its_place_what_is_unsure_and_a_suggestion(wording):
    answer = json.loads(wording("31/06/12", "--anchor", "2012-06-29", "--json").stdout)
    assert list(answer) == FIELDS
    assert answer["question"] == {
        "where": "“31/06/12”",
        "question": "June 2012 has no day 31.",
        "suggestion": "30 June 2012, or the day meant",
    }


@pytest.mark.parametrize("text", ["", "-", "- 31/03/14", "n/a", "June – August\nJune"])
def test_any_cell_may_be_given(wording, text):
    assert list(json.loads(wording(text, "--anchor", "2012-06-29", "--json").stdout)) == FIELDS


def test_without_json_it_is_told_in_lines(wording):
    done = wording("TBC on 28/08/12", "--anchor", "2012-06-29")
    assert done.stdout.splitlines()[:3] == [
        "TBC on 28/08/12",
        "  Kind: tbc",
        "  From: 28 August 2012",
    ]


def test_a_wrong_anchor_is_refused_with_what_to_write(wording):
    done = wording("Sept", "--anchor", "29/06/12", "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "--anchor 29/06/12: This is not a day. Write it as year-month-day, "
        "for example 2012-06-29.\n"
    )


def test_it_does_not_load_django():
    call = "import sys; sys.argv = ['goldenthread', 'wording', 'Sept']"
    told = "print('django' in sys.modules)"
    code = f"{call}\ntry:\n    {COMMAND}\nfinally:\n    {told}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "False"
