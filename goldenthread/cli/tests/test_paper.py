"""The command `paper`: what it writes, in whose name, and what it refuses."""

import json

import pytest
from typer.testing import CliRunner

from goldenthread.cli.main import app
from goldenthread.documents.reading import read
from goldenthread.documents.tests import made_files
from goldenthread.people import actions as people
from goldenthread.plans.models import Plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(cast):
    def ran(*arguments):
        return CliRunner().invoke(app, [*map(str, arguments)])

    return ran


@pytest.fixture
def plan(cast, run, tmp_path):
    file = tmp_path / "plan.docx"
    file.write_bytes(made_files.word())
    to = ("--authority", cast.aldermere.code, "--by", cast.alice.email, "--accept", "--json")
    [row] = json.loads(run("import", file, *to).stdout)["imports"]
    assert row["state"] == "confirmed"
    return Plan.objects.get()


@pytest.fixture
def print_(run, plan, tmp_path):
    def printed(*more, name="action_plan", form="docx", id_="P1", out=None):
        file = out or tmp_path / f"out.{form}"
        return run("paper", name, "--plan", id_, "--format", form, "--out", file, *more), file

    return printed


def test_a_plan_is_printed_whole_in_the_name_of_whoever_recorded_it(print_, cast):
    answer, file = print_()
    assert answer.exit_code == 0, answer.output
    assert f"as {cast.alice.email} sees it" in answer.stdout
    assert "Missing: Actions without a test: 2." in answer.stderr
    assert [row["text"] for row in read(file)["actions"]] == [
        "Write the visiting guide",
        "Sample twenty files a month",
    ]
    assert [one.name for one in file.parent.iterdir() if one.name.startswith(".")] == []


def test_the_councils_code_may_stand_before_the_plans_id(print_, cast):
    assert print_(id_=f"{cast.aldermere.code}/p1")[0].exit_code == 0


def test_coverage_is_a_paper_too(print_):
    answer, file = print_(name="coverage", form="pdf")
    assert answer.exit_code == 0
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("more", "options", "code", "words"),
    [
        (("--as-at", "soon"), {}, 2, "This is not a day"),
        (("--as-at", "2031-01-01"), {}, 1, "is to come"),
        (("--as-at", "2012-01-01"), {}, 1, "recorded here on"),
        (("--by", "nobody@nowhere.example"), {}, 1, "nobody has an account"),
        ((), {"id_": "P9"}, 1, "There is no such plan"),
        ((), {"id_": "123/P1"}, 1, "no authority with this code"),
        ((), {"name": "minutes"}, 2, "action_plan, coverage"),
        ((), {"form": "odt"}, 2, "Choose from docx"),
    ],
)
def test_what_cannot_be_printed_is_refused_and_no_file_is_written(
    print_, more, options, code, words
):
    answer, file = print_(*more, **options)
    assert answer.exit_code == code
    assert words in str(answer.exception) + " ".join(answer.output.split())
    assert not file.exists()


def test_who_does_not_see_the_plan_cannot_print_it(print_, cast):
    answer, file = print_("--by", cast.charlie.email)
    assert "does not see this plan" in str(answer.exception)
    assert not file.exists()


def test_another_officer_prints_when_whoever_recorded_it_has_left(print_, cast):
    people.switch_off(user=cast.alice, by=cast.setup)
    answer, _ = print_()
    assert answer.exit_code in (0, 1)
    assert cast.alice.email not in answer.output


def test_a_folder_that_is_not_there_is_said_and_what_was_printed_before_stays(print_, tmp_path):
    answer, _ = print_(out=tmp_path / "nowhere" / "plan.docx")
    assert "Choose another file" in str(answer.exception)
    _, file = print_()
    before = file.read_bytes()
    assert print_("--as-at", "2012-01-01")[0].exit_code == 1
    assert file.read_bytes() == before
