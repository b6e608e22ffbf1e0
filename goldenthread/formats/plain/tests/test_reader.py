"""A list of the council's own comes in by its heading; each bad cell is named, no child is lost."""

from datetime import date

import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.arrow import columns_of
from goldenthread.formats.plain.reader import read, recognises, table_of
from goldenthread.formats.plain.tables import TABLES, page, template
from goldenthread.formats.reading import Keys
from tools.print_plain_form import PAGE

KEYS = Keys(b"secret", "999")
EVERY = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def written(folder, text, name="list.csv", encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def took(folder, text, **options):
    return read([written(folder, text, **options)], KEYS)


def column(reading, table, name):
    found = reading.tables[table]
    return [row[found.columns.index(name)] for row in found.rows]


def counts(reading):
    return [(each.accepted, each.refused, each.lost) for each in reading.accounts]


@EVERY
def test_each_template_is_known_as_its_table_and_comes_in_whole(table, tmp_path):
    path = written(tmp_path, template(table.name))
    assert table_of(path) is table
    reading = read([path], KEYS)
    assert (reading.faults, reading.notes, counts(reading)) == ([], [], [(1, 0, 0)])
    assert columns_of(reading.tables[table.name]).num_rows == 1


@EVERY
def test_a_heading_alone_is_refused_since_it_would_say_that_there_were_none(table, tmp_path):
    with pytest.raises(UserFacingError, match="a heading and no rows"):
        took(tmp_path, template(table.name).partition("\n")[0])


def test_the_page_of_the_plain_form_is_what_the_declarations_say():
    assert PAGE.read_text(encoding="utf-8") == page()
    assert "held_on" in template("core_groups").partition("\n")[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_comes_in_in_every_usual_encoding_and_with_every_usual_mark(
    tmp_path, encoding, mark
):
    lines = "Child,Held On,Team\n7,31/03/2026,Équipe\n".replace(",", mark)
    reading = took(tmp_path, lines, encoding=encoding, name="core_groups.csv")
    assert column(reading, "core_groups", "team") == ["Équipe"]
    assert column(reading, "core_groups", "held_on") == [date(2026, 3, 31)]
    assert column(reading, "core_groups", "child") == [KEYS.child("7")]


def test_an_order_of_columns_empty_rows_and_a_day_in_iso_make_no_difference(tmp_path):
    reading = took(tmp_path, "team,ended_on,started_on,child\n\nA,,2026-01-05,7\n,,,\nA,,,8\n")
    assert column(reading, "unallocated", "started_on") == [date(2026, 1, 5), None]
    assert counts(reading) == [(2, 0, 0)]


def test_a_cell_that_cannot_be_read_is_named_and_its_child_stays(tmp_path):
    reading = took(tmp_path, "child,started_on,ended_on,team\n7,soon,,A\n")
    [fault] = reading.faults
    assert fault.where == "list.csv, row 2, column started_on"
    assert "soon" not in str(fault)
    assert counts(reading) == [(0, 1, 0)]
    assert column(reading, "unallocated", "child") == [KEYS.child("7")]
    assert reading.tables["unallocated"].unreadable == {0: "started_on"}


def test_a_row_of_nobody_is_lost_and_counted(tmp_path):
    reading = took(tmp_path, "child,started_on,ended_on,team\n,01/02/2026,,A\n8,01/02/2026,,A\n")
    assert counts(reading) == [(1, 1, 1)]
    assert str(reading.faults[0]) == (
        "list.csv, row 2, column child: The row needs this cell, and it is empty. Fill it in."
    )


def test_a_row_that_says_nothing_is_lost_where_no_child_hangs_on_it(tmp_path):
    reading = took(tmp_path, "group,course,as_at,needed,trained\n,SG3,31/03/2026,4,3\n")
    assert counts(reading) == [(0, 1, 1)]
    assert reading.tables["training"].rows == []


def test_a_row_that_lacks_what_it_needs_keeps_its_child_and_is_marked(tmp_path):
    reading = took(tmp_path, "family,child\n,7\nF1,8\n")
    assert counts(reading) == [(1, 1, 0)]
    assert reading.tables["families"].unreadable == {0: "family"}
    assert len(reading.tables["families"].rows) == 2


@pytest.mark.parametrize("row", ["7,01/02/2026,,A,B", "7,01/02/2026"])
def test_a_row_of_another_width_than_the_heading_is_refused_and_hides_no_other(tmp_path, row):
    reading = took(tmp_path, f"child,started_on,ended_on,team\n{row}\n8,01/02/2026,,A,\n")
    assert counts(reading) == [(1, 1, 1)]
    assert "row 2: The row has more or fewer cells" in str(reading.faults[0])
    assert column(reading, "unallocated", "child") == [KEYS.child("8")]


def test_a_file_that_breaks_off_inside_quotation_marks_is_refused_whole(tmp_path):
    path = written(tmp_path, 'child,started_on,ended_on,team\n7,01/02/2026,,"A\n8,02/02/2026,,B\n')
    with pytest.raises(UserFacingError, match=r"row 3: The file cannot be read as CSV"):
        read([path], KEYS)


def test_a_column_that_stands_twice_is_refused(tmp_path):
    path = written(tmp_path, "child,started_on,ended_on,team,team\n7,01/02/2026,,A,B\n")
    with pytest.raises(UserFacingError, match="twice"):
        read([path], KEYS)


def test_free_text_is_not_taken_and_a_code_has_one_form(tmp_path):
    reading = took(
        tmp_path,
        "child,audited_on,grade,moderated_grade,actions,actions_done,chronology,team\n"
        f"7,01/02/2026,Requires  improvement,{'the family said ' * 9},1,1,yes,A\n",
    )
    assert column(reading, "audits", "grade") == ["REQUIRES_IMPROVEMENT"]
    assert reading.tables["audits"].unreadable == {0: "moderated_grade"}
    assert "free text is not taken" in reading.faults[0].problem


@pytest.mark.parametrize("cell", ["1", "Stage 1", "stage  1"])
def test_a_stage_is_its_number_however_it_is_written(tmp_path, cell):
    lines = f"stage,received_on,answered_on,outcome,team\n{cell},01/02/2026,,,A\n"
    assert column(took(tmp_path, lines), "complaints", "stage") == ["1"]


def test_a_row_without_a_name_gets_one_that_does_not_change_when_the_case_closes(tmp_path):
    heading = "child,started_on,ended_on,team\n"
    then = took(tmp_path, f"{heading}7,01/02/2026,,A\n7,01/02/2026,,A\n")
    now = took(tmp_path, f"{heading}7,01/02/2026,03/03/2026,A\n7,01/02/2026,04/03/2026,A\n")
    names = column(then, "unallocated", "unallocated_row")
    assert names == column(now, "unallocated", "unallocated_row")
    assert len(set(names)) == 2


def test_a_meeting_and_a_plan_have_the_same_name_in_every_list(tmp_path):
    reading = took(tmp_path, "meeting,agency,invited,came,reported\nM1,Police,yes,no,\n")
    assert column(reading, "attendance", "meeting") == [KEYS.row("meeting", "M1")]
    assert column(reading, "attendance", "came") == [False]
    assert column(reading, "attendance", "reported") == [None]


def test_what_is_missing_or_unknown_in_a_heading_is_said_and_not_carried(tmp_path):
    reading = took(tmp_path, "child,audited_on,grade,team,actions,notes\n7,01/02/2026,GOOD,A,1,x\n")
    assert "moderated_grade" not in reading.carries["audits"]
    missing, left_out = reading.notes
    assert missing.endswith("stays open: moderated_grade, actions_done, chronology.")
    assert left_out == "Table audits: These were left out: notes."


def test_two_files_may_fill_one_table_and_their_columns_are_put_together(tmp_path):
    one = written(tmp_path, "child,started_on,ended_on\n7,01/02/2026,\n", name="unallocated.csv")
    two = written(tmp_path, "child,started_on,team\n8,01/02/2026,A\n", name="unallocated-2.csv")
    reading = read([one, two], KEYS)
    assert column(reading, "unallocated", "team") == [None, "A"]
    assert counts(reading) == [(1, 0, 0), (1, 0, 0)]


def test_staff_without_the_day_of_leaving_are_those_of_the_day_alone(tmp_path):
    there = "worker,job,department,cases,full_time_share"
    assert took(tmp_path, f"{there}\nW1,SW,North,12,0.8\n").latest_only == {"workers"}
    assert took(tmp_path, f"{there},left_on\nW1,SW,North,12,0.8,\n").latest_only == set()


def test_a_heading_of_something_else_is_not_recognised(tmp_path):
    for text in ("", "child,shoes,coats,hats\n", "started_on,ended_on,team\n"):
        assert not recognises(written(tmp_path, text))
    with pytest.raises(UserFacingError, match="heading is that of no list"):
        read([written(tmp_path, "child,shoes\n")], KEYS)


@pytest.mark.parametrize(
    ("cell", "is_taken"), [("x" * 60, True), ("x" * 61, False), ("a\nb", False)]
)
def test_a_code_is_one_line_of_at_most_sixty_letters(tmp_path, cell, is_taken):
    lines = f'stage,received_on,answered_on,outcome,team\n1,01/02/2026,,"{cell}",A\n'
    assert (column(took(tmp_path, lines), "complaints", "outcome") == [None]) is not is_taken


def test_a_name_of_a_row_does_not_hang_on_the_order_of_the_rows(tmp_path):
    heading = "child,started_on,ended_on,team\n"
    one, two = "7,01/02/2026,,A\n", "7,02/02/2026,,A\n"
    names = [
        column(took(tmp_path, heading + lines), "unallocated", "unallocated_row")
        for lines in (one + two, two + one)
    ]
    assert names[0] == names[1][::-1]


def test_a_row_that_has_a_number_of_its_own_is_named_by_it(tmp_path):
    reading = took(tmp_path, "core_group,child,held_on\nG1,7,31/03/2026\n,7,31/03/2026\n")
    assert column(reading, "core_groups", "core_group")[0] == KEYS.row("core_group", "G1")


def test_a_needed_cell_that_cannot_be_read_is_named_once(tmp_path):
    reading = took(tmp_path, f"group,course,as_at,needed,trained\n{'x' * 99},A,31/03/2026,4,3\n")
    assert len(reading.faults) == 1


def test_a_list_of_mostly_other_columns_is_not_of_the_plain_form(tmp_path):
    assert not recognises(written(tmp_path, "family,child,road,town,county,shoes,coats\n"))
