"""The command that writes a made council's extracts, called by name."""

import json

import pytest
from typer.testing import CliRunner

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli.main import app
from goldenthread.formats.annex_a.reader import read as read_annex_a
from goldenthread.formats.catalogue import files_in, sorted_out
from goldenthread.formats.reading import Keys

KEYS = Keys(b"secret", "901")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "council"
    answer = CliRunner().invoke(
        app, ["make-data", "--children", "300", "--out", str(folder), "--as-at", "2025-03-31"]
    )
    assert answer.exit_code == 0, answer.output
    return folder


def test_every_extract_is_read_whole_and_its_counts_are_those_of_the_manifest(made):
    rows = json.loads((made / "manifest.json").read_text())["rows"]
    (made / "manifest.json").rename(made.parent / "manifest.json")
    found = {}
    for form, paths in sorted_out(files_in([made])):
        reading = form.read(paths, KEYS)
        assert reading.faults == []
        found[form.name] = {each.what: each.rows for each in reading.accounts}
    cin, annex, care, ssd = (found[name] for name in ("cin-census", "annex-a", "ssda903", "ssd"))
    assert {name: cin[name] for name in rows["cin"]} == rows["cin"]
    assert sorted(annex.values()) == sorted(rows["annex-a"].values())
    assert sum(care.values()) == sum(rows["ssda903"].values())
    assert {name.removesuffix(".csv"): number for name, number in ssd.items()} == rows["ssd"]


@pytest.mark.parametrize(
    ("formats", "first"),
    [("annex-a,cin", "annex-a.xlsx"), ("cin", "cin.xml"), ("ssda903", "ssda903"), ("ssd", "ssd")],
)
def test_it_says_which_command_loads_what_it_made(tmp_path, formats, first):
    words = ["make-data", "--children", "5", "--formats", formats, "--as-at", "2025-03-31"]
    answer = CliRunner().invoke(app, [*words, "--out", str(tmp_path / "out")])
    path = tmp_path / "out" / first
    assert path.exists()
    assert f"goldenthread load {path} --authority 901 --as-at 2025-03-31" in answer.stdout


def test_an_unknown_format_a_full_folder_and_a_day_that_is_none_are_refused(tmp_path):
    def run(*arguments):
        return CliRunner().invoke(app, ["make-data", *arguments])

    assert run("--out", str(tmp_path / "new"), "--formats", "paper").exit_code == 2
    assert run("--out", str(tmp_path / "new"), "--as-at", "soon").exit_code == 2
    (tmp_path / "there").write_text("x")
    answer = run("--out", str(tmp_path))
    assert isinstance(answer.exception, UserFacingError)


def test_a_workbook_of_a_council_without_children_in_care_has_its_lists(tmp_path):
    answer = CliRunner().invoke(
        app,
        ["make-data", "--children", "1", "--seed", "3", "--out", str(tmp_path / "one"),
         "--formats", "annex-a"],
    )  # fmt: skip
    assert answer.exit_code == 0
    assert len(read_annex_a(tmp_path / "one" / "annex-a.xlsx", KEYS).accounts) == 11
