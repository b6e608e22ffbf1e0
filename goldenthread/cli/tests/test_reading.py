"""`goldenthread chart`: the change that a made council is known to have, read from its extract."""

import json

import pytest
from typer.testing import CliRunner

from goldenthread.cli.database import acting
from goldenthread.cli.main import app
from goldenthread.sources.actions.loads import reduce
from goldenthread.sources.models import Load

COUNCIL = ("--authority", "901", "--as-at", "2026-03-20")


def answered(*words):
    return CliRunner().invoke(app, [str(each) for each in words])


@pytest.fixture
def loads_folder(db, settings, tmp_path):
    settings.LOADS_DIR = str(tmp_path / "loads")
    return tmp_path / "made"


@pytest.fixture
def loaded(loads_folder):
    return take_in(loads_folder, children=600)


def take_in(made, children):
    words = ("--children", children, "--years", 3, "--seed", 7, "--formats", "ssd")
    answered("make-data", *words, "--as-at", "2026-03-20", "--out", made)
    loaded = answered("load", made / "ssd", *COUNCIL)
    assert loaded.exit_code == 0, loaded.output
    return loaded


def charted(*words):
    answer = answered("chart", *COUNCIL, "--indicator", "ASMT_45WD", *words)
    assert answer.exit_code == 0, answer.exception
    return answer.stdout


def test_the_improvement_that_was_made_is_read_as_one(loads_folder):
    take_in(loads_folder, children=3000)
    read = json.loads(charted("--months", 24, "--json"))
    assert (read["chart"], read["better"]) == ("XmR", "higher")
    first, *_, last = read["points"]
    assert (last["provisional"], first["provisional"]) == (True, False)
    assert last["from"] == "2026-03-01"
    shifts = [each for each in read["points"] if each["rule"] == "seven on one side of the mean"]
    readings = [each["reading"] for each in read["points"]]
    assert "concern" in readings[:8]
    assert "concern" not in readings[8:]
    assert shifts[-1]["reading"] == "improvement"
    assert shifts[-1]["from"] >= "2025-06-01"
    assert (read["limits_rest_on"]["points"], read["limits_rest_on"]["trial"]) == (23, False)
    lines = charted("--months", 24).splitlines()
    assert lines[0] == "XmR chart; better is higher"
    assert lines[1].split() == ["month", "value", "of", "mean", "lower", "upper", "reading"]
    assert lines[-1].endswith(", provisional")
    assert "improvement (seven on one side of the mean)" in "".join(lines)


def test_new_limits_need_a_reason_and_are_trial_ones_at_first(loaded):
    words = ("--months", 24, "--anew-from", "2025-08-01")
    refused = answered("chart", *COUNCIL, "--indicator", "ASMT_45WD", *words)
    assert "there is no reason that allows them" in str(refused.exception)
    because = ("--because", "system change", "--why", "The new case system went live.")
    assert "trial limits: 7 points, and 12 are wanted" in charted(*words, *because)


def test_a_team_has_a_chart_of_its_own_and_an_unknown_one_is_refused(loaded):
    read = json.loads(charted("--json"))
    figures = json.loads(answered("measure", *COUNCIL, "--by", "team", "--json").stdout)["figures"]
    team = next(each["team"] for each in figures if each["team"])
    of_team = json.loads(charted("--team", team, "--json"))
    assert sum(each["denominator"] or 0 for each in of_team["points"]) > 0
    assert of_team["points"] != read["points"]
    refused = answered("chart", *COUNCIL, "--indicator", "ASMT_45WD", "--team", "Nowhere")
    assert "No case is of a team of this name" in str(refused.exception)


def test_months_without_a_case_have_no_value_and_no_limits(loaded):
    text = charted("--months", 60)
    assert "no value" in text


def test_what_is_not_carried_or_no_longer_kept_cannot_be_charted(loaded):
    refused = answered("chart", *COUNCIL, "--indicator", "EH_SURVEY")
    assert "EH_SURVEY: No load carries" in str(refused.exception)
    for load in Load.objects.all():
        reduce(load=load, by=acting(None))
    refused = answered("chart", *COUNCIL, "--indicator", "ASMT_45WD")
    assert "Its loads were reduced to their figures" in str(refused.exception)
