"""The command `files`, called by name."""

import json

import pytest
from typer.testing import CliRunner

from goldenthread.cli.main import app
from goldenthread.sources import actions, files


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(app, ["files", *arguments])


@pytest.fixture
def stored(cast, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path)
    return actions.store(
        authority=cast.aldermere, name="Plan.txt", data=b"made up", by=cast.alice
    ).file


def test_whole_files_exit_with_0(run, stored):
    answer = run("verify")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout == "Every stored file is what was uploaded.\n"
    assert json.loads(run("verify", "--json").stdout) == {"whole": True, "problems": []}


def test_a_changed_file_exits_with_1_and_is_named(run, stored):
    files.path_of(stored).write_bytes(b"made-up")
    answer = run("verify")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr.startswith("Plan.txt: The stored file is not what was uploaded")
    as_json = run("verify", "--json")
    assert as_json.exit_code == 1
    assert not json.loads(as_json.stdout)["whole"]


def test_sweeping_says_what_went(run, stored):
    assert run("sweep").stdout == "Removed 0 unfinished files and 0 that nobody stored.\n"
    assert json.loads(run("sweep", "--json").stdout) == {"unfinished": 0, "unowned": 0}
