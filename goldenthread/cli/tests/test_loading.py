"""The commands that load children's data and work figures out, called by name."""

import json

import pytest
from typer.testing import CliRunner

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.cli.database import acting
from goldenthread.cli.load_rows import lines, shown, unmatched
from goldenthread.cli.main import app
from goldenthread.people.actions import add_team
from goldenthread.people.models import Authority
from goldenthread.sources import loads
from goldenthread.sources.actions.loads import reduce
from goldenthread.sources.models import Load
from goldenthread.sources.tests.loaded import referrals


@pytest.fixture(autouse=True)
def loads_folder(settings, tmp_path):
    settings.LOADS_DIR = str(tmp_path / "loads")


@pytest.fixture
def run(db):
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def extract(tmp_path):
    folder = tmp_path / "extracts"
    folder.mkdir()
    days = {"C1": ["2024-06-01", "2025-01-10"], "C2": ["2024-07-01"]}
    return referrals(folder, days)


@pytest.fixture
def loaded(run, extract):
    return run("load", extract, "--authority", "901", "--as-at", "2025-03-31")


def measured(run, *more):
    answer = run("measure", "--authority", "901", "--as-at", "2025-03-31", "--json", *more)
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.stdout)


def test_the_first_load_sets_its_council_up_and_prints_its_reconciliation(run, loaded):
    assert loaded.exit_code == 0
    assert "There was no council 901" in loaded.stderr
    assert "  CINdetails         3         3         0" in loaded.stdout
    assert Authority.objects.get(code="901").name == "Council 901"


def test_a_file_that_is_no_extract_sets_no_council_up(run, tmp_path):
    path = tmp_path / "manifest.json"
    path.write_text("{}")
    refused = run("load", path, "--authority", "901", "--as-at", "2025-03-31")
    assert "manifest.json: This is a JSON file" in str(refused.exception)
    assert not Authority.objects.filter(code="901").exists()


def test_a_folder_is_loaded_as_its_files(run, extract):
    answer = run("load", extract.parent, "--authority", "901", "--as-at", "2025-03-31", "--json")
    (load,) = json.loads(answer.stdout)["loads"]
    assert load["tables"]["referrals"] == 3
    assert all(each["adds_up"] for each in load["reconciliation"])
    assert "REREF_12M" in json.loads(answer.stdout)["carried"]


def test_a_refused_file_ends_with_1_and_its_reason(run, loaded, extract):
    again = run("load", extract, "--authority", "901", "--as-at", "2025-03-31")
    assert again.exit_code == 1
    assert "loaded already" in again.stderr
    assert Load.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"%PDF-1.4", "a PDF"),
        (b"<html></html>", "an XML or HTML file"),
        (b"child,day\n", "a text or CSV file"),
        (b"\xfe\xfe\xfe\xfe\xfe\xfe", "a file of another kind"),
    ],
)
def test_a_wrong_file_is_named_as_what_it_is(run, tmp_path, content, named):
    path = tmp_path / "census.xml"
    path.write_bytes(content)
    answer = run("load", path, "--authority", "901", "--as-at", "2025-03-31")
    assert f"This is {named}" in str(answer.exception)


def test_an_empty_file_and_an_empty_folder_are_refused(run, tmp_path):
    (tmp_path / "census.xml").write_bytes(b" ")
    answer = run("load", tmp_path / "census.xml", "--authority", "901", "--as-at", "2025-03-31")
    assert "The file is empty" in str(answer.exception)
    (tmp_path / "nothing").mkdir()
    answer = run("load", tmp_path / "nothing", "--authority", "901", "--as-at", "2025-03-31")
    assert "There are no files here" in str(answer.exception)


def test_a_file_that_cannot_be_opened_is_refused(run, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "gone.xml").symlink_to(tmp_path / "nowhere")
    assert run("load", tmp_path / "folder", "--authority", "901", "--as-at", "2025-03-31").exit_code


def test_a_day_that_is_none_is_wrong_use(run, extract):
    answer = run("load", extract, "--authority", "901", "--as-at", "31/03/2025")
    assert answer.exit_code == 2


def test_bad_cells_are_printed_and_the_rest_counted(run, tmp_path):
    path = referrals(tmp_path, {f"C{number}": ["soon"] for number in range(25)})
    answer = run("load", path, "--authority", "901", "--as-at", "2025-03-31")
    assert answer.exit_code == 0
    assert answer.stdout.count("This is not a day.") == 20
    assert "and 5 more" in answer.stdout


def test_a_child_of_no_number_is_counted_as_lost(run, tmp_path):
    path = referrals(tmp_path, {"": ["2024-06-01"], "C1": ["2024-06-01"]})
    answer = run("load", path, "--authority", "901", "--as-at", "2025-03-31")
    assert "(1 of nobody, not kept)" in answer.stdout


def test_a_second_load_says_what_changed(run, loaded, tmp_path):
    path = referrals(tmp_path, {"C1": ["2024-06-01"]}, name="next.xml")
    answer = run("load", path, "--authority", "901", "--as-at", "2025-03-31")
    assert "referrals: 0 came, 2 went, 0 became different" in answer.stdout
    same = tmp_path / "same.xml"
    same.write_text(path.read_text() + "\n")
    again = run("load", same, "--authority", "901", "--as-at", "2025-03-31")
    assert "nothing changed" in again.stdout


def test_loads_are_listed_checked_and_withdrawn(run, loaded):
    number = Load.objects.get().pk
    assert f"{number}  children in need census" in run("loads", "list", "--authority", "901").stdout
    as_json = run("loads", "list", "--authority", "901", "--json")
    assert json.loads(as_json.stdout)["loads"][0]["rows"] == 9
    assert run("loads", "check", "--authority", "901").exit_code == 0
    answer = run("loads", "withdraw", number, "--why", "The wrong month.")
    assert "no longer count it" in answer.stdout
    assert "withdrawn: The wrong month." in run("loads", "list", "--authority", "901").stdout
    assert "no such load" in str(run("loads", "withdraw", "77777", "--why", "x").exception)
    answer = run("measure", "--authority", "901", "--as-at", "2025-03-31")
    assert "There are no loads" in str(answer.exception)


def test_a_damaged_load_fails_its_check(run, loaded):
    loads.path_of(Load.objects.get(), "referrals").unlink()
    answer = run("loads", "check", "--authority", "901")
    assert "The file is missing" in str(answer.exception)


def test_figures_come_with_numerator_denominator_state_load_and_version(run, loaded):
    figures = measured(run, "--months", "12", "--indicator", "REREF_12M")["figures"]
    assert len(figures) == 12
    (january,) = [each for each in figures if each["month"] == "2025-01-01"]
    assert (january["numerator"], january["denominator"], january["value"]) == (1, 1, 100.0)
    assert (january["state"], january["version"]) == ("value", 1)
    assert january["loads"] == [Load.objects.get().pk]
    (june,) = [each for each in figures if each["month"] == "2024-06-01"]
    assert (june["state"], june["cannot_be_worked_out"]) == ("cannot be worked out", 1)


def test_figures_for_people_and_by_team(run, loaded):
    answer = run(
        "measure", "--authority", "901", "--as-at", "2025-03-31", "--by", "team",
        "--indicator", "REREF_12M",
    )  # fmt: skip
    assert "REREF_12M        no team" in answer.stdout
    assert "nobody to count" in answer.stdout
    wrong = run("measure", "--authority", "901", "--as-at", "2025-03-31", "--by", "worker")
    assert wrong.exit_code == 2


def test_figures_after_the_newest_load_are_of_its_day(run, loaded):
    answer = run(
        "measure", "--authority", "901", "--as-at", "2026-01-01", "--months", "1", "--json"
    )
    assert json.loads(answer.stdout)["as_at"] == "2025-03-31"
    assert "The newest load is of 2025-03-31" in answer.stderr


def test_what_was_known_before_a_load_came_is_nothing(run, loaded):
    answer = run(
        "measure", "--authority", "901", "--as-at", "2025-03-31", "--known-on", "2020-01-01"
    )
    assert "no loads that were known then" in str(answer.exception)


def test_an_unknown_indicator_is_refused_with_those_that_there_are(run, loaded):
    answer = run("measure", "--authority", "901", "--as-at", "2025-03-31", "--indicator", "SHOES")
    assert "There is no such indicator" in str(answer.exception)
    assert "REREF_12M" in str(answer.exception)


def test_what_no_load_carries_cannot_be_worked_out_and_says_why(run, loaded):
    row = Load.objects.get()
    row.tables["referrals"]["columns"].remove("referral_date")
    row.save()
    figures = measured(run, "--months", "1", "--indicator", "REREF_12M")["figures"]
    assert figures[0]["state"] == "cannot be worked out"
    assert figures[0]["reason"] == "No load carries referrals.referral_date."
    answer = run("measure", "--authority", "901", "--as-at", "2025-03-31", "--months", "1")
    assert "No load carries" in answer.stdout
    answer = run(
        "children", "--authority", "901", "--as-at", "2025-03-31", "--indicator", "REREF_12M"
    )
    assert "No load carries" in str(answer.exception)


def test_the_children_behind_a_figure_are_listed_by_hash(run, loaded):
    asked = ["children", "--authority", "901", "--as-at", "2025-03-31", "--indicator", "REREF_12M"]
    answer = run(*asked, "--month", "2025-01")
    assert "  met" in answer.stdout
    assert "C1" not in answer.stdout.split()
    found = json.loads(run(*asked, "--month", "2024-06", "--json").stdout)["children"]
    assert [each["outcome"] for each in found] == ["cannot be worked out"]
    assert json.loads(run(*asked, "--month", "none", "--json").stdout)["children"] == []
    assert json.loads(run(*asked, "--team", "East", "--json").stdout)["children"] == []


def test_rules_are_set_and_shown(run, loaded):
    asked = ["--authority", "901"]
    answer = run("rule", "set", "cp_visit_days", "14", "--from", "2024-01-01", *asked)
    assert answer.stdout == "Set: cp_visit_days from 2024-01-01.\n"
    run("rule", "set", "cp_visit_days", "none", "--from", "2025-01-01", *asked)
    shown = run("rule", "list", *asked).stdout
    assert "from 2024-01-01: 14" in shown
    assert "from 2025-01-01: no rule" in shown
    assert (
        run("rule", "set", "cp_visit_days", "many", "--from", "2024-01-01", *asked).exit_code == 2
    )


def test_the_teams_of_a_load_that_nobody_knows_are_listed(run, loaded, tmp_path):
    load = Load.objects.get()
    add_team(authority=load.authority, name="Duty", by=acting(None))
    load.tables["referrals"]["teams"] = ["duty", "Night"]
    load.save()
    assert unmatched(load) == ["Night"]
    answer = {
        "loads": [shown(load, [], None, [])], "carried": [], "indicators": 1
    }  # fmt: skip
    assert "does not have: Night" in "\n".join(lines(answer))


def test_a_list_from_elsewhere_is_compared_child_by_child(run, loaded, tmp_path):
    theirs = tmp_path / "theirs.csv"
    theirs.write_text("Child,name\nC2,x\nC9,x\n ,x\n")
    asked = ["--authority", "901", "--as-at", "2025-03-31", "--indicator", "REREF_12M"]
    answer = run("compare", *asked, "--list", theirs, "--month", "2025-01", "--json")
    assert json.loads(answer.stdout)["counts"] == {"in both": 0, "only theirs": 2, "only ours": 1}
    theirs.write_text("child\nC1\n")
    answer = run("compare", *asked, "--list", theirs, "--month", "2025-01")
    assert "in both      met  (referrals whose child" in answer.stdout
    assert "1 in both" in answer.stderr
    theirs.write_text("number\nC1\n")
    answer = run("compare", *asked, "--list", theirs)
    assert "no column “child”" in str(answer.exception)
    row = Load.objects.get()
    row.tables["referrals"]["columns"].remove("referral_date")
    row.save()
    answer = run("compare", *asked, "--list", theirs)
    assert "REREF_12M: No load carries referrals.referral_date." in str(answer.exception)


def test_an_old_load_is_reduced_to_figures_that_say_so(
    run, loaded, django_capture_on_commit_callbacks
):
    assert "0 loads were reduced" in run(
        "loads", "reduce", "--authority", "901", "--older-than", "120"
    ).stdout  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        answer = run("loads", "reduce", "--authority", "901", "--older-than", "1")
    assert "1 loads were reduced to their figures." in answer.stdout
    assert list(loads.folder_of(Load.objects.get()).glob("*.parquet")) == []
    assert "reduced to its figures" in run("loads", "list", "--authority", "901").stdout
    figures = measured(run, "--months", "3", "--indicator", "REREF_12M")["figures"]
    (january,) = [row for row in figures if row["month"] == "2025-01-01" and row["team"] is None]
    assert (january["numerator"], january["value"]) == (1, 100.0)
    assert "its children are no longer kept" in january["reason"]
    answer = run("measure", "--authority", "901", "--as-at", "2025-03-31", "--months", "3")
    assert "its children are no longer kept" in answer.stdout
    asked = ["children", "--authority", "901", "--as-at", "2025-03-31", "--indicator", "REREF_12M"]
    assert "the children are no longer kept" in str(run(*asked).exception)
    assert run("loads", "check", "--authority", "901").exit_code == 0


def test_a_load_is_reduced_once(run, loaded):
    load = Load.objects.get()
    reduce(load=load, by=acting(None))
    with pytest.raises(NotAllowedNow, match="reduced already"):
        reduce(load=load, by=acting(None))


def test_a_day_that_the_files_do_not_say_is_told_of(run, extract):
    answer = run("load", extract, "--authority", "901", "--as-at", "2026-03-31")
    assert "The files say that they are of 2025-03-31" in answer.stdout
