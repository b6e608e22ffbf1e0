"""`goldenthread quality`, on a census whose days do not fit."""

import json

import pytest
from typer.testing import CliRunner

from goldenthread.cli.database import acting
from goldenthread.cli.main import app
from goldenthread.indicators.quality.catalogue import CHECKS
from goldenthread.sources.actions.loads import reduce
from goldenthread.sources.models import Load
from goldenthread.sources.tests.loaded import referrals

COUNCIL = ("--authority", "901", "--as-at", "2025-03-31")


@pytest.fixture
def run(db, settings, tmp_path):
    settings.LOADS_DIR = str(tmp_path / "loads")
    path = referrals(tmp_path, {"C1": ["2024-06-01", "2025-03-20"], "C2": ["2024-07-01"]})
    closed = "<CINclosureDate>2025-03-01</CINclosureDate>"
    ended = "2025-03-20</CINreferralDate>"
    path.write_text(path.read_text().replace(ended, ended + closed))
    CliRunner().invoke(app, ["load", str(path), *COUNCIL])
    return lambda *words: CliRunner().invoke(app, ["quality", *COUNCIL, *words])


def test_every_check_is_told_with_its_rows_or_why_it_cannot_be_asked(run):
    told = json.loads(run("--json").stdout)
    found = {each["check"]: each for each in told["found"]}
    assert (found["REFERRALS_AHEAD"]["looked_at"], found["REFERRALS_AHEAD"]["failing"]) == (3, 0)
    # The census has no teams: that is no fault of the council's data.
    assert told["not_asked"]["REFERRALS_NO_TEAM"] == ["referrals.team"]
    assert found.keys().isdisjoint(told["not_asked"])
    assert found.keys() | told["not_asked"].keys() == CHECKS.keys()


def test_for_people_what_is_wrong_stands_first_and_the_rest_is_a_count(run):
    lines = run().stdout.splitlines()
    assert lines[0].split() == ["check", "team", "rows", "wrong", "what", "is", "wrong"]
    assert lines[1].split()[:4] == ["REFERRALS_END_BEFORE_START", "whole", "1", "1"]
    assert lines[2].endswith("checks found nothing wrong.")
    assert any("PLACEMENTS_OVERLAP" in line and "cannot be asked" in line for line in lines)
    assert "no team" in run("--by", "team").stdout


def test_one_check_lists_its_rows_and_the_figures_that_stand_on_them(run):
    words = ("--check", "REFERRALS_END_BEFORE_START")
    told = json.loads(run(*words, "--json").stdout)
    assert len(told["rows"]) == 1
    (effect,) = [each for each in told["indicators"] if each["indicator"] == "REREF_12M"]
    assert (effect["cases"], effect["touched"], effect["unworked"]) == (1, 1, 0)
    answer = run(*words)
    assert "REREF_12M: 1 of 1 cases of the month are of these children" in answer.stdout
    assert "C1" not in answer.stdout
    assert "1 rows." in answer.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--check", "SHOES"), "There is no such check. Choose from"),
        (("--check", "PLACEMENTS_OVERLAP"), "PLACEMENTS_OVERLAP: No load carries placements"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_reason(run, words, says):
    assert says in str(run(*words).exception)


def test_it_is_told_by_team_only_and_not_of_what_is_no_longer_kept(run):
    assert run("--by", "worker").exit_code == 2
    reduce(load=Load.objects.get(), by=acting(None))
    assert "the children are no longer kept" in str(run().exception)
