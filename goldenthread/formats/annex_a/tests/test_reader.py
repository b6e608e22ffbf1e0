"""An Annex A workbook comes in whole, however it is laid out; each bad cell is named."""

import zipfile
from datetime import date

import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.annex_a import workbook as opening
from goldenthread.formats.annex_a.lists import LISTS
from goldenthread.formats.annex_a.reader import read, recognises
from goldenthread.formats.annex_a.taking import COLUMNS, OF_LIST
from goldenthread.formats.annex_a.tests.made import EVERY, headings, listed, rows, workbook
from goldenthread.formats.arrow import columns_of
from goldenthread.formats.reading import Keys
from goldenthread.tables.catalogue import TABLES

KEYS = Keys(b"secret", "999")
REFERRAL = {"Date of referral": date(2025, 1, 10), "Referral NFA?": "b) No"}


def took(path):
    return read(path, KEYS)


def column(reading, table, name):
    found = reading.tables[table]
    return [row[found.columns.index(name)] for row in found.rows]


def accounts(reading):
    return {each.what.split()[1]: (each.accepted, each.refused) for each in reading.accounts}


def test_a_title_above_the_headings_or_none_makes_no_difference(tmp_path):
    lines = [headings(3), *rows(3, REFERRAL)]
    plain = took(workbook(tmp_path / "a.xlsx", ("List 3", lines)))
    titled = took(workbook(tmp_path / "b.xlsx", ("List_3", [["List 3: Referral"], [], *lines])))
    assert column(plain, "referrals", "referral_date") == [date(2025, 1, 10)]
    assert plain.tables["referrals"].rows == titled.tables["referrals"].rows


def test_sheets_that_are_no_list_are_passed_over(tmp_path):
    cover = [["Annex A"], ["List number", "Heading", "Guidance", "Comments", "More"]]
    lines = [headings(3), *rows(3, REFERRAL)]
    reading = took(workbook(tmp_path / "a.xlsx", ("Guidance", cover), ("Sheet7", lines)))
    assert accounts(reading) == {"3": (1, 0)}


def test_headings_are_known_in_other_case_quotes_and_spaces(tmp_path):
    other = {
        "Age of Child (Years)": "Age",
        "Date of referral": "Date of Referral ",
        "Referral NFA?": "referral nfa",
    }
    lines = [headings(3, **other), *rows(3, REFERRAL)]
    reading = took(workbook(tmp_path / "a.xlsx", ("List 3", lines)))
    assert (reading.faults, accounts(reading)) == ([], {"3": (1, 0)})


def test_a_missing_column_is_named_and_not_carried_and_the_rest_is_read(tmp_path):
    lines = [
        [cell for place, cell in enumerate(line) if place != 5]
        for line in (headings(3), *rows(3, REFERRAL))
    ]
    reading = took(workbook(tmp_path / "a.xlsx", ("List 3", lines)))
    assert "column “Date of referral”: The column is missing." in str(reading.faults[0])
    assert "referral_date" not in reading.carries["referrals"]
    assert column(reading, "referrals", "no_further_action") == [False]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("a) U1: Foster placement", "U1"),
        ("q) R3", "R3"),
        ("R3 - Residential", "R3"),
        ("r3", "R3"),
        ("zz) T4: Temporary", "T4"),
    ],
)
def test_a_code_is_known_in_every_form(tmp_path, cell, code):
    row = {"Placement Type": cell, "Start Date of Most Recent Placement": date(2025, 1, 10)}
    assert column(took(listed(tmp_path, 8, row)), "placements", "placement_type") == [code]


@pytest.mark.parametrize(("cell", "code"), [("s) REFU", "REFU"), ("s) NOBT", "NOBT")])
def test_both_ethnicities_that_are_lettered_s_are_known(tmp_path, cell, code):
    reading = took(listed(tmp_path, 1, {"Ethnicity": cell, "Date of Contact": date(2025, 1, 1)}))
    assert column(reading, "children", "ethnicity") == [code]


def test_an_age_of_minus_one_is_an_unborn_child(tmp_path):
    row = {"Age of Child (Years)": -1, "Date of Birth": date(2025, 6, 9), **REFERRAL}
    reading = took(listed(tmp_path, 3, row))
    assert column(reading, "children", "unborn") == [True]
    assert column(reading, "children", "birth_day") == [None]
    assert column(reading, "children", "expected_month") == [date(2025, 6, 1)]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("10/01/2025", date(2025, 1, 10)),
        ("2025-01-10", date(2025, 1, 10)),
        (45667, date(2025, 1, 10)),
        (45667.5, date(2025, 1, 10)),
        ("", None),
    ],
)
def test_a_day_is_a_date_a_number_of_the_sheet_or_text(tmp_path, cell, day):
    reading = took(listed(tmp_path, 1, {"Date of Contact": cell}))
    assert (column(reading, "contacts", "contact_date"), reading.faults) == ([day], [])


@pytest.mark.parametrize("cell", ["01/31/2025", "soon", "#N/A"])
def test_a_cell_that_is_no_day_is_named_by_sheet_row_and_column_and_not_repeated(tmp_path, cell):
    reading = took(listed(tmp_path, 1, {"Date of Contact": cell}))
    assert accounts(reading) == {"1": (0, 1)}
    assert reading.tables["contacts"].unreadable == {0: "contact_date"}
    [fault] = reading.faults
    assert fault.where == "annex.xlsx, sheet “List 1”, row 2, column “Date of Contact”"
    assert cell not in str(fault)


def test_a_bad_day_of_birth_marks_the_child_and_another_list_mends_it(tmp_path):
    bad = rows(1, {"Date of Birth": "soon", "Date of Contact": date(2025, 1, 1)})
    good = rows(3, {"Date of Birth": date(2015, 5, 5), **REFERRAL})
    reading = took(workbook(tmp_path / "a.xlsx", ("List 1", [headings(1), *bad])))
    assert reading.tables["children"].unreadable == {0: "birth_day"}
    reading = took(
        workbook(
            tmp_path / "b.xlsx", ("List 1", [headings(1), *bad]), ("List 3", [headings(3), *good])
        )
    )
    assert column(reading, "children", "birth_month") == [date(2015, 5, 1)]
    assert reading.tables["children"].unreadable == {}


def test_a_row_that_names_no_child_is_lost_and_counted(tmp_path):
    reading = took(listed(tmp_path, 3, {"Child Unique ID": "", **REFERRAL}, REFERRAL))
    assert accounts(reading) == {"3": (1, 1)}
    assert reading.accounts[0].lost == 1
    assert "row 2: The row names no child" in str(reading.faults[0])


def test_empty_rows_between_are_no_rows(tmp_path):
    lines = [headings(3), [], *rows(3, REFERRAL), ["", ""], *rows(3, REFERRAL)]
    assert accounts(took(workbook(tmp_path / "a.xlsx", ("List 3", lines)))) == {"3": (2, 0)}


def test_every_list_goes_into_its_tables(tmp_path):
    days = date(2024, 12, 1), date(2025, 1, 10)

    def row(number):
        told = {}
        for heading, (name, _) in zip(
            EVERY[number].headings, EVERY[number].fields.values(), strict=False
        ):
            if name.endswith(("_on", "_date", "_from")):
                told[heading] = days[name not in ("started_on", "entered_care_on")]
        return told

    extra = {
        5: {"Did the Initial Child Protection Conference Result in a Child Protection Plan": "a) Yes"},
        6: {"Case Status": "c) Child in need plan"},
        8: {
            "What is the permanence plan for this child?": "f) Long-term fostering",
            "Does the Child have a Disability": "a) Yes",
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": "a) Yes",
        },
        9: {"Suitability of Accommodation": "b) Unsuitable", "Allocated Personal Advisor": "P 1"},
        11: {"Individual adopter identifier": "A1", "Family identifier": "F1"},
    }  # fmt: skip
    sheets = [
        (f"List {number}", [headings(number), *rows(number, {**row(number), **extra.get(number, {})})])
        for number in EVERY
    ]  # fmt: skip
    reading = took(workbook(tmp_path / "a.xlsx", *sheets))
    assert reading.faults == []
    filled = {name: len(found.rows) for name, found in reading.tables.items()}
    assert filled == {
        **{table: 1 for tables in OF_LIST.values() for table in tables},
        "health_checks": 2,
        "children": 1,
        "disabilities": 1,
        "immigration_statuses": 1,
    }
    assert column(reading, "conferences", "led_to_plan") == [True]
    assert column(reading, "care_leavers", "suitable") == ["UNSUITABLE"]
    assert column(reading, "cp_reviews", "held_on") == [days[1]]
    assert column(reading, "placements", "started_on") == [days[1]]
    assert column(reading, "care_episodes", "started_on") == [days[1]]
    assert column(reading, "disabilities", "disability_code") == ["YES"]
    assert reading.complete_from == date(2024, 7, 10)
    for found in reading.tables.values():
        columns_of(found)


def test_latest_days_that_cannot_be_read_stay_to_be_counted(tmp_path):
    seven = rows(
        7, {"Date of the Last Statutory Visit": "x", "Date of latest review conference": "x"}
    )
    eight = rows(
        8,
        {
            "Date of Latest Statutory Review": "x",
            "Date of Last Social Work Visit": "x",
            "Date of Last Dental Check": "x",
        },
    )
    five = rows(5, {"Date of Initial Child Protection Conference": "x"})
    six = rows(6, {"Date Child Was Last Seen": "x"})
    sheets = [("5", five), ("6", six), ("7", seven), ("8", eight)]
    made = [(f"List {name}", [headings(int(name)), *lines]) for name, lines in sheets]
    reading = took(workbook(tmp_path / "a.xlsx", *made))
    marked = {
        name: list(found.unreadable.values())
        for name, found in reading.tables.items()
        if found.unreadable
    }
    assert marked == {
        "conferences": ["held_on"],
        "cin_visits": ["visited_on"],
        "cp_visits": ["visited_on"],
        "cp_reviews": ["held_on"],
        "care_reviews": ["held_on"],
        "care_visits": ["visited_on"],
        "health_checks": ["checked_on"],
    }


def test_a_formula_without_a_stored_value_is_not_an_empty_cell(tmp_path):
    reading = took(listed(tmp_path, 1, {"Date of Contact": "=H2+5"}))
    assert accounts(reading) == {"1": (0, 1)}
    assert "row 2, column “Date of Contact”: The formula in this cell has no" in str(
        reading.faults[0]
    )


def test_a_failed_formula_in_a_column_far_right_is_found(tmp_path):
    reading = took(listed(tmp_path, 8, {"Allocated Team": "#N/A"}))
    assert reading.faults[0].where.endswith("row 2, column “Allocated Team”")


def test_a_workbook_of_something_else_is_not_recognised(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ("List 1", [["Staff", "Day", "Hours", "Pay", "Team"]]))
    assert not recognises(path)
    with pytest.raises(UserFacingError, match="None of its sheets"):
        took(path)
    (tmp_path / "plain.txt").write_text("words")
    assert not recognises(tmp_path / "plain.txt")
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert not recognises(tmp_path / "a.docx")
    assert recognises(listed(tmp_path, 3, REFERRAL))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "BIG_MEMBER", 2**20)
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 2**22)
    with pytest.raises(UserFacingError, match="far larger"):
        took(path)


def test_a_damaged_and_a_locked_workbook_are_named_as_what_they_are(tmp_path):
    whole = listed(tmp_path, 3, REFERRAL).read_bytes()
    (tmp_path / "half.xlsx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UserFacingError, match="damaged"):
        took(tmp_path / "half.xlsx")
    (tmp_path / "locked.xls").write_bytes(opening.OLE + opening.ENCRYPTED_PARTS)
    with pytest.raises(UserFacingError, match="password"):
        took(tmp_path / "locked.xls")


@pytest.mark.parametrize("each", LISTS, ids=lambda each: each.title)
def test_every_heading_is_taken_or_left_out_with_a_reason(each):
    assert len(each.headings) == len(each.fields) + len(each.left_out)
    assert all(each.left_out.values())


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_column_that_lists_fill_is_in_the_data_model(table):
    assert set(COLUMNS[table]) <= set(TABLES[table].by_name)


@pytest.mark.shared
def test_the_samples_load_with_every_row_accounted_for(shared):
    for path in sorted((shared / "data" / "samples" / "annex_a").glob("*.xlsx")):
        reading = took(path)
        assert len(reading.accounts) == 11
        lost = sum(each.lost for each in reading.accounts)
        assert lost == 0
        for found in reading.tables.values():
            columns_of(found)


def test_an_adopter_without_a_number_is_lost_and_a_word_for_nothing_is_nothing(tmp_path):
    reading = took(listed(tmp_path, 11, {"Date enquiry received": date(2025, 1, 10)}))
    assert reading.accounts[0].lost == 1
    reading = took(listed(tmp_path, 1, {"Contact Source": "n/a"}))
    assert (column(reading, "contacts", "source"), reading.faults) == ([None], [])


def test_a_workbook_of_the_older_age_does_not_tell_its_broken_cells(tmp_path):
    (tmp_path / "old.xls").write_bytes(opening.OLE)
    assert opening._broken(tmp_path / "old.xls", "List 1") == {}
