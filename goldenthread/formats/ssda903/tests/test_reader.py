"""The return comes in whole; its episodes become placements and periods of care."""

from datetime import date

import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.arrow import columns_of
from goldenthread.formats.reading import Keys
from goldenthread.formats.ssda903.files import FILES, file_with
from goldenthread.formats.ssda903.reader import read, recognises
from goldenthread.formats.ssda903.taking import COLUMNS, TABLES_OF
from goldenthread.tables.catalogue import TABLES

KEYS = Keys(b"secret", "999")
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"


def took(folder, **files):
    paths = []
    for name, lines in files.items():
        path = folder / f"{name}.csv"
        path.write_text("\n".join(lines if isinstance(lines, list) else lines.split()))
        paths.append(path)
    return read(paths, KEYS)


def column(reading, table, name):
    found = reading.tables[table]
    return [row[found.columns.index(name)] for row in found.rows]


def accounts(reading):
    return {each.what: (each.accepted, each.refused) for each in reading.accounts}


def episode(started, reason, place, ended="", ceased="", legal="C2", child="1"):
    return f"{child},{started},{reason},{legal},N1,{place},PR1,{ended},{ceased},,,,"


def test_a_file_is_known_by_its_columns_in_any_order_and_case(tmp_path):
    heading = "rec,DEC,ls,RNE,decom,child,PLACE,CIN,PLACE_PROVIDER,URN"
    (tmp_path / "whatever.txt").write_bytes(b"\xef\xbb\xbf" + heading.encode() + b"\n")
    assert recognises(tmp_path / "whatever.txt")
    (tmp_path / "staff.csv").write_text("CHILD,DOB,SHOES\n")
    assert not recognises(tmp_path / "staff.csv")
    assert file_with(["DECOM", "DEC", "RNE", "LS"]) is None
    assert file_with(["CHILD", "DOB"]) is None


@pytest.mark.parametrize("listed", FILES, ids=lambda each: each.name)
def test_each_file_of_the_return_is_known_by_its_own_columns(listed):
    assert file_with(listed.columns) is listed
    assert all(listed.left_out.values())


def test_episodes_become_placements_and_one_period_of_care(tmp_path):
    reading = took(
        tmp_path,
        episodes=[
            EPISODES,
            episode("01/05/2024", "S", "U4", "01/06/2024", "X1", "V2"),
            episode("01/06/2024", "L", "U4", "01/08/2024", "X1"),
            episode("01/08/2024", "P", "K2", "01/10/2024", "X1"),
            episode("01/10/2024", "T", "K2"),
        ],
    )
    assert len(set(column(reading, "care_episodes", "care"))) == 1
    assert column(reading, "care_episodes", "entered_care_on") == [date(2024, 5, 1)] * 4
    assert column(reading, "placements", "started_on") == [
        date(2024, 5, 1),
        date(2024, 8, 1),
        date(2024, 10, 1),
    ]
    assert column(reading, "placements", "ended_on") == [
        date(2024, 8, 1),
        date(2024, 10, 1),
        None,
    ]
    assert column(reading, "placements", "same_carer") == [False, False, True]
    assert reading.complete_from == date(2024, 4, 1)


def test_a_child_who_left_and_came_back_has_two_periods_whatever_the_order_of_rows(tmp_path):
    reading = took(
        tmp_path,
        episodes=[
            EPISODES,
            episode("01/02/2025", "S", "U4"),
            episode("01/05/2024", "S", "U4", "01/06/2024", "E4A"),
        ],
    )
    assert len(set(column(reading, "care_episodes", "care"))) == 2
    assert column(reading, "care_episodes", "entered_care_on") == [
        date(2024, 5, 1),
        date(2025, 2, 1),
    ]


def test_every_file_goes_into_its_tables(tmp_path):
    reading = took(
        tmp_path,
        header=[HEADER, "1,2,01/02/2010, ,UN3,1,"],
        episodes=[EPISODES, episode("01/05/2024", "S", "A3")],
        reviews="CHILD,DOB,REVIEW,REVIEW_CODE 1,01/02/2010,28/05/2024,PN6",
        uasc="CHILD,SEX,DOB,DUC 1,2,01/02/2010,01/02/2028",
        oc2="CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
        "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED "
        "1,01/02/2010,17,,0,,1,0,1,1,0,1",
        oc3="CHILD,DOB,IN_TOUCH,ACTIV,ACCOM 1,01/02/2010,YES,F2,U2",
        ad1="CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR "
        "1,01/02/2010,01/07/2024,01/09/2024,1,2,MF,L11",
        placed="CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED "
        "1,01/02/2010,02/07/2024,01/01/2025,RD2",
        prev="CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM 1,01/02/2010,P1,301,01/01/2015",
        missing="CHILD,DOB,MISSING,MIS_START,MIS_END 1,01/02/2010,M,01/06/2024,03/06/2024",
        sw="CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON 1,01/02/2010,SW1,01/05/2024,,MANAGE",
        dolo="CHILD,DOB,DOLO_START,DOLO_END 1,01/02/2010,01/05/2024,",
    )
    assert reading.faults == []
    assert all(counts == (1, 0) for counts in accounts(reading).values())
    filled = {name: len(rows.rows) for name, rows in reading.tables.items()}
    assert filled == {
        **{table: 1 for tables in TABLES_OF.values() for table in tables},
        "health_checks": 2,
    }
    assert column(reading, "children", "sex") == ["F"]
    assert column(reading, "children", "upn_unknown") == ["UN3"]
    assert column(reading, "children", "birth_month") == [date(2010, 2, 1)]
    assert column(reading, "care_leavers", "suitable") == ["UNSUITABLE"]
    assert column(reading, "permanence", "decided_on") == [date(2024, 7, 2)]
    assert column(reading, "permanence", "placed_on") == [date(2024, 5, 1)]
    assert column(reading, "permanence", "adopted_by_carer") == [True]
    assert column(reading, "questionnaires", "score") == [17]
    assert set(column(reading, "health_checks", "check_status")) == {"YES", "NO"}
    assert column(reading, "involvements", "worker") == [KEYS.worker("SW1")]
    for rows in reading.tables.values():
        columns_of(rows)


def test_yearly_questions_without_an_answer_leave_nothing(tmp_path):
    heading = "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED"
    reading = took(tmp_path, oc2=[heading, "1,01/02/2010,,,,,,x,,"])
    assert column(reading, "health_checks", "check_status") == [None, None]
    assert reading.tables["health_checks"].unreadable == {0: "check_status"}
    assert reading.tables["questionnaires"].rows == []
    assert reading.complete_from is None


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("1,31/31/2024,S,C2,N1,U4,PR1,,,,,,", "started_on"),
        ("1,01/05/2024,S,C9,N1,U4,PR1,,,,,,", "legal_status"),
    ],
)
def test_a_bad_cell_is_named_and_its_row_refused_and_kept(tmp_path, line, named):
    reading = took(tmp_path, episodes=[EPISODES, line])
    assert accounts(reading) == {"Episodes": (0, 1)}
    assert reading.tables["care_episodes"].unreadable == {0: named}
    [fault] = reading.faults
    assert fault.where.startswith("episodes.csv, row 2, column ")


def test_a_score_above_40_and_an_unknown_accommodation_are_faults(tmp_path):
    heading = "CHILD,DOB,SDQ_SCORE,SDQ_REASON,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,CONVICTED"
    reading = took(
        tmp_path,
        oc2=[heading, "1,01/02/2010,41,,,,,,,"],
        oc3="CHILD,DOB,IN_TOUCH,ACTIV,ACCOM 1,01/02/2010,yes,F2,99 2,01/02/2010,NO,,0",
    )
    assert [fault.problem for fault in reading.faults] == [
        "A score lies between 0 and 40.",
        "This code is not in the return.",
    ]
    assert reading.tables["care_leavers"].unreadable == {0: "accommodation,suitable"}
    assert column(reading, "care_leavers", "in_touch") == ["YES", "NO"]


def test_a_row_without_a_child_is_lost_and_counted_and_an_empty_line_is_none(tmp_path):
    reading = took(tmp_path, header=[HEADER, ",2,01/02/2010,WBRI,,,", "", "1,2"])
    assert accounts(reading) == {"Header": (1, 1)}
    assert reading.accounts[0].lost == 1


def test_a_missing_column_is_named_and_not_carried(tmp_path):
    reading = took(tmp_path, header=["CHILD,SEX,DOB,UPN,MOTHER", "1,2,01/02/2010,,"])
    assert "header.csv, column ETHNIC" in str(reading.faults[0])
    assert "ethnicity" not in reading.carries["children"]


def test_another_encoding_is_read(tmp_path):
    path = tmp_path / "prev.csv"
    text = "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n1,01/02/2010,P1,Ynys Môn,01/01/2015\n"
    path.write_bytes(text.encode("cp1252"))
    assert column(read([path], KEYS), "previous_permanence", "ordered_in") == ["Ynys Môn"]


def test_a_file_that_is_no_csv_or_none_of_the_return_is_refused(tmp_path):
    path = tmp_path / "header.csv"
    path.write_text(f"{HEADER}\n1,{'x' * 200_000}\n")
    with pytest.raises(UserFacingError, match="row 2: The file cannot be read"):
        read([path], KEYS)
    path.write_text("A,B\n1,2\n")
    with pytest.raises(UserFacingError, match="no file of the return"):
        read([path], KEYS)


XML = """<?xml version="1.0"?>
<EXPSSDA903><CHILD>
<HEADER><CHILDID>1</CHILDID><SEX>F</SEX><DOB>2010-02-01</DOB><ETHNIC>WBRI</ETHNIC><UPN/><MOTHER/></HEADER>
<EPISODE><DECOM>2024-05-01</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER></EPISODE>
<SHOES><SIZE>4</SIZE></SHOES>
</CHILD></EXPSSDA903>"""


def test_the_xml_form_is_the_same_return(tmp_path):
    path = tmp_path / "return.dat"
    path.write_text(XML)
    assert recognises(path)
    reading = read([path], KEYS)
    assert accounts(reading) == {"Header": (1, 0), "Episodes": (1, 0), "Other elements": (0, 1)}
    assert column(reading, "placements", "placement_type") == ["U4"]
    assert reading.notes == ["return.dat, line 5: This element is of no file of the return."]


def test_xml_that_breaks_off_or_declares_entities_is_refused(tmp_path):
    path = tmp_path / "return.xml"
    path.write_text(XML[:-20])
    with pytest.raises(UserFacingError, match="breaks off"):
        read([path], KEYS)
    path.write_text("<!DOCTYPE x [<!ENTITY a 'b'>]>" + XML.split("?>")[1])
    with pytest.raises(UserFacingError, match="entities"):
        read([path], KEYS)


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_column_that_the_return_fills_is_in_the_data_model(table):
    assert set(COLUMNS[table]) <= set(TABLES[table].by_name)


@pytest.mark.shared
def test_the_sample_loads_with_every_row_accounted_for(shared):
    paths = sorted((shared / "data" / "samples" / "ssda903").glob("*.csv"))
    reading = read(paths, KEYS)
    lines = {path: sum(1 for line in path.open("rb") if line.strip()) - 1 for path in paths}
    assert sum(each.rows for each in reading.accounts) == sum(lines.values())
    assert sum(each.lost for each in reading.accounts) == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(("comma", "end"), [(",", "\n"), (";", "\r\n"), ("\t", "\n")])
def test_other_encodings_separators_and_line_ends_are_read(tmp_path, encoding, comma, end):
    lines = [EPISODES, episode("01/05/2024", "S", "U4"), episode("01/06/2024", "P", "U4")]
    path = tmp_path / "episodes.csv"
    path.write_bytes(end.join(line.replace(",", comma) for line in lines).encode(encoding))
    assert recognises(path)
    assert accounts(read([path], KEYS)) == {"Episodes": (2, 0)}
