"""A made council is the same each time, plausible, and does what is said of it."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli.main import app
from goldenthread.formats.annex_a.reader import read as read_annex_a
from goldenthread.formats.arrow import columns_of
from goldenthread.formats.catalogue import files_in, sorted_out
from goldenthread.formats.reading import Keys
from goldenthread.synthetic.council import make
from goldenthread.synthetic.rows import rows_of
from goldenthread.tables.catalogue import TABLES

AS_AT = date(2025, 3, 31)
KEYS = Keys(b"secret", "901")


@pytest.fixture(scope="module")
def council():
    return make(children=2000, years=6, seed=7, as_at=AS_AT)


def test_the_same_seed_makes_the_same_council_and_another_seed_another():
    one, same, other = (make(children=60, years=3, seed=n, as_at=AS_AT) for n in (1, 1, 2))
    assert one.tables == same.tables != other.tables


def test_nothing_is_later_than_the_day_and_nothing_ends_before_it_begins(council):
    for rows in council.tables.values():
        for row in rows:
            days = [value for value in row.values() if isinstance(value, date)]
            assert max(days, default=AS_AT) <= AS_AT
            if row.get("started_on") and row.get("ended_on"):
                assert row["started_on"] <= row["ended_on"]


def test_siblings_share_a_family_and_some_children_come_back(council):
    families = [row["family"] for row in council.tables["families"]]
    children = [row["child"] for row in council.tables["referrals"]]
    assert len(set(families)) < len(families) * 0.7
    assert len(children) > len(set(children)) * 1.2


def test_assessments_get_faster(council):
    def in_time(first, last):
        days = [
            (row["authorised_on"] - row["started_on"]).days
            for row in council.tables["assessments"]
            if row["authorised_on"] and first <= row["started_on"].year <= last
        ]
        return sum(number <= 62 for number in days) / len(days)

    assert in_time(2023, 2024) > in_time(2019, 2020) + 0.08


def test_children_in_care_move_more_often(council):
    def moves(first, last):
        began = [row for row in council.tables["care_episodes"] if row["start_reason"] == "P"]
        return sum(first <= row["started_on"].year <= last for row in began)

    assert moves(2023, 2024) > moves(2020, 2021)


def test_each_table_is_one_of_the_data_model_with_its_own_columns(council):
    for name, rows in rows_of(council, KEYS).items():
        assert columns_of(rows).num_rows == len(council.tables[name])
        assert set(rows.columns) <= set(TABLES[name].by_name)


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
