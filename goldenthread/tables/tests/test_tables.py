"""The child-level data model: whole, plain, and without what names a child."""

import csv
import re

import pytest

from goldenthread.tables import left_out
from goldenthread.tables.by_load import over_by
from goldenthread.tables.catalogue import ROOMS, TABLES
from goldenthread.tables.columns import Kind, child, column, key
from goldenthread.tables.printing import page
from tools.print_tables import PAGE

EVERY = [(table, one) for table in TABLES.values() for one in table.columns]
PLAIN = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
# Words of a column's name that would hold what must not be kept (DESIGN 7.7).
NAMING = re.compile(r"(^|_)(name|forename|surname|address|postcode|upn|nhs|notes|text)($|_)")


def test_each_table_and_column_has_one_plain_name():
    names = [table.name for room in ROOMS for table in room.TABLES]
    assert len(names) == len(set(names)) == len(TABLES)
    for table in TABLES.values():
        assert PLAIN.fullmatch(table.name)
        assert len(table.by_name) == len(table.columns)
        assert all(PLAIN.fullmatch(one.name) for one in table.columns)


def test_no_column_is_called_what_every_load_puts_beside_the_columns():
    for table in TABLES.values():
        assert not {"authority", "load", "complete_from", "unreadable", "month"} & set(
            table.by_name
        )


def test_each_column_says_what_it_means_and_what_empty_means():
    assert [one for _, one in EVERY if not one.meaning.strip() or not one.empty.strip()] == []
    assert [table.name for table in TABLES.values() if not table.one_row.strip()] == []


def test_no_column_holds_a_name_an_address_or_free_text():
    held = [one.name for _, one in EVERY if NAMING.search(one.name)]
    assert held == ["upn_unknown", "upn_unknown"]  # a code that says why there is none


def test_what_names_somebody_and_the_day_of_birth_stay_in_the_council():
    stays = {Kind.KEY, Kind.CHILD, Kind.WORKER}
    assert [one.name for _, one in EVERY if one.kind in stays and one.leaves] == []
    assert not TABLES["children"].by_name["birth_day"].leaves
    assert TABLES["children"].by_name["birth_month"].leaves


def test_a_child_is_one_column_of_a_table_and_is_never_empty():
    for table in TABLES.values():
        named = [one for one in table.columns if one.name == "child"]
        assert len(named) == table.is_of_children
        assert all("refused" in one.empty for one in named)


def test_a_missing_first_day_is_never_told_as_in_time():
    clocked = [
        TABLES["assessments"].by_name["started_on"],
        TABLES["s47_enquiries"].by_name["started_on"],
    ]
    assert all("cannot be worked out" in one.empty for one in clocked)


def test_proceedings_that_go_on_are_not_over_on_the_day_they_were_issued():
    assert over_by(TABLES["care_proceedings"]) == "concluded_on"
    assert over_by(TABLES["core_groups"]) == "held_on"


@pytest.mark.parametrize(("made", "leaves"), [(child(), False), (key("row", "this"), False)])
def test_a_column_that_names_does_not_leave_whatever_is_asked(made, leaves):
    assert made.leaves is leaves
    assert column(Kind.CODE, "sex", "sex", "not known").leaves
    assert not column(Kind.CHILD, "own", "own", "none", leaves=True).leaves


def test_what_is_left_out_of_the_standard_is_not_taken_in_elsewhere():
    taken = {one.standard for _, one in EVERY if one.standard}
    assert taken.isdisjoint(left_out.FIELDS)
    assert {table.standard for table in TABLES.values()}.isdisjoint(left_out.TABLES)


def test_no_field_of_the_standard_is_taken_twice():
    taken = [one.standard for _, one in EVERY if one.standard]
    assert len(taken) == len(set(taken))


@pytest.mark.shared
def test_every_table_and_field_of_the_standard_is_taken_or_left_out_with_a_reason(shared):
    with (shared / "data" / "ssd_tables.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    tables = {table.standard for table in TABLES.values() if table.standard}
    assert {row["table"] for row in rows} == tables | set(left_out.TABLES)
    wanted = {row["field"] for row in rows if row["table"] not in left_out.TABLES}
    taken = {one.standard for _, one in EVERY if one.standard}
    assert wanted == taken | set(left_out.FIELDS)


def test_the_page_of_the_data_model_is_what_the_declarations_say():
    assert PAGE.read_text(encoding="utf-8") == page()
    assert "| `referral_date` | day | the day on which it was received |" in page()
