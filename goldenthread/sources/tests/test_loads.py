"""A load is kept whole or not at all, never changes, and tells no child's number."""

import dataclasses
import errno
import os
from datetime import date, timedelta

import pyarrow.parquet as pq
import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.engine import opening
from goldenthread.indicators.rules import BY_NAME
from goldenthread.people.models import HistoryLine
from goldenthread.sources import comparing, loads
from goldenthread.sources import known as knowing
from goldenthread.sources.actions.loads import set_rule, withdraw
from goldenthread.sources.errors import NotStored, TamperedFile
from goldenthread.sources.models import Load, LocalRule
from goldenthread.sources.tests.loaded import CENSUS, now, re_referrals, referrals, take_in

RULE = "cp_visit_days"


@pytest.fixture(autouse=True)
def loads_folder(settings, tmp_path):
    settings.LOADS_DIR = str(tmp_path / "loads")
    return tmp_path / "loads"


@pytest.fixture
def taken(cast, tmp_path):
    return take_in(cast, referrals(tmp_path, {"NUMBER77": ["2024-06-01", "2025-01-10"]}))


def test_a_load_is_parquet_of_every_table_with_hashes_and_counts(taken):
    table = pq.read_table(loads.path_of(taken, "referrals"))
    assert table.num_rows == taken.tables["referrals"]["rows"] == 2
    assert set(table["authority"].to_pylist()) == {"999"} or len(set(table["authority"])) == 1
    assert {each["what"]: each["rows"] for each in taken.accounts}["CINdetails"] == 2
    loads.check(taken)


def test_no_file_of_a_load_holds_the_number_of_a_child_in_the_clear(taken):
    files = list(loads.folder_of(taken).iterdir())
    assert len(files) > 2
    assert all(b"NUMBER77" not in path.read_bytes() for path in files)
    (child,) = set(pq.read_table(loads.path_of(taken, "children"))["child"].to_pylist())
    assert loads.number_of(taken, child) == "NUMBER77"
    assert loads.number_of(taken, "0" * 32) is None


def test_a_file_that_was_changed_afterwards_is_named(taken):
    loads.path_of(taken, "referrals").write_bytes(b"PAR1")
    with pytest.raises(TamperedFile, match="table referrals"):
        loads.check(taken)


def test_the_same_files_are_not_loaded_twice(cast, taken, tmp_path):
    with pytest.raises(NotAllowedNow, match=f"as load {taken.pk}"):
        take_in(cast, tmp_path / "census.xml")


def test_the_files_of_another_council_are_refused(cast, tmp_path):
    path = referrals(tmp_path, {"C1": ["2024-06-01"]})
    path.write_text(path.read_text().replace("<Source>", "<Source><LEA>123</LEA>"))
    with pytest.raises(NotAllowedNow, match="of council 123"):
        take_in(cast, path)
    assert Load.objects.count() == 0


def test_a_load_of_another_day_than_the_files_say_tells_so(cast, tmp_path):
    path = referrals(tmp_path, {"C1": ["2024-06-01"]})
    kept = take_in(cast, path, year=2026)
    assert "of 2025-03-31; the load is as at 2026-03-31" in kept.notes[-1]


def test_who_only_reads_does_not_load(cast, tmp_path):
    path = referrals(tmp_path, {"C1": ["2024-06-01"]})
    with pytest.raises(NotAllowed):
        take_in(cast, path, by=cast.charlie)
    assert not (tmp_path / "loads").exists()


@pytest.mark.parametrize(("number", "raised"), [(errno.ENOSPC, NotStored), (errno.EIO, OSError)])
def test_a_disk_that_fails_in_mid_write_leaves_nothing(cast, tmp_path, monkeypatch, number, raised):
    written = []

    def write(table, path, **options):
        written.append(path)
        if len(written) == 3:
            raise OSError(number, os.strerror(number))
        path.write_bytes(b"PAR1")

    monkeypatch.setattr("goldenthread.sources.loads.pq.write_table", write)
    with pytest.raises(raised):
        take_in(cast, referrals(tmp_path, {"C1": ["2024-06-01"]}))
    assert list((tmp_path / "loads").rglob("*.parquet")) == []
    assert Load.objects.count() == 0


def test_a_row_that_is_not_kept_takes_the_folder_with_it(cast, tmp_path, monkeypatch):
    def fail(**fields):
        raise RuntimeError("the database is gone")

    monkeypatch.setattr("goldenthread.sources.actions.loads.record", fail)
    with pytest.raises(RuntimeError):
        take_in(cast, referrals(tmp_path, {"C1": ["2024-06-01"]}))
    assert list((tmp_path / "loads").rglob("*.parquet")) == []
    assert Load.objects.count() == 0


def test_what_a_killed_process_left_is_swept_and_what_is_under_way_is_not(cast, taken):
    folder = loads.folder_of(taken).parent
    old, fresh = folder / "arriving-old", folder / "arriving-fresh"
    old.mkdir()
    fresh.mkdir()
    long_ago = (now() - timedelta(hours=2)).timestamp()
    for path in (old, loads.folder_of(taken)):
        os.utime(path, (long_ago, long_ago))
    assert loads.sweep(cast.aldermere) == 1
    assert (old.exists(), fresh.exists()) == (False, True)
    loads.check(taken)


def test_a_withdrawn_load_counts_no_more_and_did_count_before(cast, taken):
    before = now()
    assert re_referrals(cast, moment=before) != {}
    later = withdraw(load=taken, why="The wrong month.", by=cast.setup)
    later.withdrawn_at = before + timedelta(minutes=1)
    later.save()
    assert re_referrals(cast, moment=before) != {}
    assert knowing.known([cast.aldermere], before + timedelta(hours=1)).newest is None
    assert HistoryLine.objects.filter(verb="withdrew").count() == 1


def test_a_load_is_withdrawn_once_and_with_a_reason(cast, taken):
    with pytest.raises(NotAllowedNow, match="needs a reason"):
        withdraw(load=taken, why=" ", by=cast.setup)
    withdraw(load=taken, why="The wrong month.", by=cast.setup)
    with pytest.raises(NotAllowedNow, match="withdrawn already"):
        withdraw(load=taken, why="Again.", by=cast.setup)


def test_a_later_load_corrects_the_past_without_losing_it(cast, tmp_path):
    take_in(cast, referrals(tmp_path, {"C1": ["2024-06-01", "2025-01-10"]}, name="one.xml"))
    first = now()
    Load.objects.update(loaded_at=first - timedelta(days=2))
    take_in(cast, referrals(tmp_path, {"C1": ["2024-06-01"]}, name="two.xml"))
    assert set(re_referrals(cast)) == {"2024-06"}
    assert set(re_referrals(cast, moment=first - timedelta(days=1))) == {"2024-06", "2025-01"}


def test_the_load_of_the_year_before_answers_the_look_back(cast, tmp_path):
    take_in(cast, referrals(tmp_path, {"C1": ["2024-06-01"], "C2": ["2024-07-01"]}))
    assert re_referrals(cast) == {"2024-06": (0, 0, 1), "2024-07": (0, 0, 1)}
    path = referrals(tmp_path, {"C1": ["2023-09-01"]}, year=2024, name="before.xml")
    path.write_text(
        path.read_text().replace(
            "<PrimaryNeedCode>", "<CINclosureDate>2023-12-01</CINclosureDate><PrimaryNeedCode>"
        )
    )
    take_in(cast, path, year=2024)
    assert re_referrals(cast) == {"2024-06": (1, 1, 0), "2024-07": (0, 1, 0)}


def test_a_row_that_both_years_have_is_counted_once_as_the_newer_says(cast, tmp_path):
    take_in(cast, referrals(tmp_path, {"C1": ["2024-03-01"]}, year=2024, name="a.xml"), year=2024)
    take_in(cast, referrals(tmp_path, {"C1": ["2024-03-01", "2024-06-01"]}, name="b.xml"))
    assert re_referrals(cast, months=13) == {"2024-03": (0, 0, 1), "2024-06": (1, 1, 0)}


@pytest.mark.parametrize(
    ("spans", "reach"),
    [
        ([], None),
        ([("2025-03-31", "2024-04-01")], date(2024, 4, 1)),
        ([("2025-03-31", "2024-04-01"), ("2024-03-31", "2023-04-01")], date(2023, 4, 1)),
        ([("2025-03-31", "2024-04-01"), ("2023-03-31", "2022-04-01")], date(2024, 4, 1)),
        ([("2025-03-31", "2024-04-01"), ("2024-03-31", None)], None),
    ],
)
def test_loads_reach_back_together_as_long_as_there_is_no_gap(spans, reach):
    rows = [
        (date.fromisoformat(as_at), since and date.fromisoformat(since)) for as_at, since in spans
    ]
    assert knowing.complete_from(rows) == reach


def test_a_full_extract_takes_the_place_of_whatever_stood_before(cast, tmp_path):
    take_in(cast, referrals(tmp_path, {"C1": ["2024-03-01"]}, year=2024, name="a.xml"), year=2024)
    newest = take_in(cast, referrals(tmp_path, {"C1": ["2024-06-01"]}, name="b.xml"))
    newest.tables["referrals"]["complete_from"] = None
    newest.save()
    assert re_referrals(cast, months=13) == {"2024-06": (0, 1, 0)}


def test_what_changed_since_the_last_load_is_told_by_table(cast, tmp_path):
    first = take_in(cast, referrals(tmp_path, {"C1": ["2024-06-01"], "C2": ["2024-07-01"]}))
    path = referrals(tmp_path, {"C1": ["2024-06-01"], "C3": ["2024-08-01"]}, name="two.xml")
    path.write_text(path.read_text().replace(">WBRI<", ">MWBC<", 1))
    second = take_in(cast, path)
    assert comparing.load_before(first) is None
    found = comparing.changes(opening.duckdb(), comparing.load_before(second), second)
    assert {each.table: (each.came, each.went, each.different) for each in found} == {
        "children": (1, 1, 1),
        "disabilities": (2, 2, 0),
        "referrals": (1, 1, 0),
    }


def test_a_rule_holds_until_the_day_before_the_next(cast):
    for value, day in ((10, date(2024, 1, 1)), (14, date(2025, 1, 1)), (None, date(2025, 6, 1))):
        set_rule(authority=cast.aldermere, rule=RULE, value=value, from_day=day, by=cast.setup)
    found = {
        (each.value, each.from_day, each.to_day) for each in knowing.rules_of([cast.aldermere])
    }
    assert found == {
        (10, date(2024, 1, 1), date(2024, 12, 31)),
        (14, date(2025, 1, 1), date(2025, 5, 31)),
    }


def test_a_rule_set_again_for_its_day_is_changed_and_the_history_has_both(cast):
    for value in (10, 14):
        set_rule(
            authority=cast.aldermere,
            rule=RULE,
            value=value,
            from_day=date(2024, 1, 1),
            by=cast.setup,
        )
    assert LocalRule.objects.get().value == 14
    assert HistoryLine.objects.filter(verb="set the rule").count() == 2
    assert str(LocalRule.objects.get()) == "cp_visit_days from 2024-01-01"


@pytest.mark.parametrize(("rule", "value"), [("shoe_size", 4), (RULE, -1), (RULE, float("inf"))])
def test_a_rule_that_cannot_be_meant_is_refused(cast, rule, value):
    with pytest.raises(NotAllowedNow):
        set_rule(
            authority=cast.aldermere,
            rule=rule,
            value=value,
            from_day=date(2024, 1, 1),
            by=cast.setup,
        )


def test_each_rule_says_what_it_is():
    assert all(rule.meaning and rule.usual >= 0 for rule in BY_NAME.values())


def test_loads_and_rules_are_seen_by_those_who_load_and_those_who_answer(cast, taken):
    set_rule(
        authority=cast.aldermere, rule=RULE, value=14, from_day=date(2024, 1, 1), by=cast.setup
    )
    assert Load.objects.visible_to(cast.alice).exists()
    assert LocalRule.objects.visible_to(cast.alice).exists()
    assert not Load.objects.visible_to(cast.charlie).exists()
    assert str(taken) == "cin-census as at 2025-03-31"


def test_of_two_years_loaded_for_one_day_the_later_is_the_newer_in_either_order(cast, tmp_path):
    now_year = referrals(tmp_path, {"C1": ["2024-06-01"]}, name="a.xml")
    before = referrals(tmp_path, {"C1": ["2023-09-01"]}, year=2024, name="b.xml")
    closed = "<CINclosureDate>2023-12-01</CINclosureDate><PrimaryNeedCode>"
    before.write_text(before.read_text().replace("<PrimaryNeedCode>", closed))
    for path in (now_year, before):
        take_in(cast, path)
    assert re_referrals(cast)["2024-06"] == (1, 1, 0)


def test_of_two_who_bring_the_same_at_once_one_keeps_it(cast, tmp_path, monkeypatch):
    path = referrals(tmp_path, {"C1": ["2024-06-01"]})
    read = CENSUS.read

    def meanwhile(paths, keys):
        monkeypatch.undo()
        take_in(cast, path)
        return read(paths, keys)

    other = dataclasses.replace(CENSUS, read=meanwhile)
    monkeypatch.setattr("goldenthread.sources.tests.loaded.CENSUS", other)
    monkeypatch.setattr("goldenthread.sources.loads.sweep", lambda authority: 0)
    with pytest.raises(NotAllowedNow, match="loaded already"):
        take_in(cast, path)
    assert Load.objects.count() == 1


def test_what_newer_loads_of_another_format_do_not_tell_has_no_figure(cast, tmp_path):
    take_in(cast, referrals(tmp_path, {"C1": ["2024-06-01"]}))
    found = knowing.known([cast.aldermere], now())
    assert found.told_to[cast.aldermere.code, "referrals"] == date(2025, 3, 31)
