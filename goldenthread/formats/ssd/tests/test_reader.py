"""An extract of the standard comes in whole, in CSV or Parquet, without what names a child."""

import csv
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.arrow import columns_of
from goldenthread.formats.reading import Keys
from goldenthread.formats.ssd.reader import (
    NOT_TAKEN,
    OF_THE_STANDARD,
    not_taken,
    read,
    recognises,
    table_of,
)
from goldenthread.tables import left_out
from goldenthread.tables.columns import Kind

EVERY = pytest.mark.parametrize("name", OF_THE_STANDARD)
CELLS = {
    Kind.DAY: "2026-01-31T00:00:00",
    Kind.MONTH: "2026-01-31",
    Kind.WHOLE: "2",
    Kind.NUMBER: "1.5",
    Kind.FLAG: "Y",
}
CODES = {
    "pers_sex": "F",
    "pers_ethnicity": "WBRI",
    "pers_upn_unknown": "UN1",
    "send_upn_unknown": "UN1",
    "disa_disability_code": "NONE",
    "cont_contact_source_code": "1A",
    "cine_referral_source_code": "1A",
    "cine_cin_primary_need_code": "N1",
    "cine_close_reason": "RC1",
    "cinf_assessment_factors_json": '["1A"]',
    "cppl_cp_plan_initial_category": "NEG",
    "cppl_cp_plan_latest_category": "NEG",
    "cppr_cp_review_participation": "PN1",
    "clar_cla_review_participation": "PN1",
    "clae_cla_episode_start_reason": "S",
    "clae_cla_primary_need_code": "N1",
    "clae_cla_episode_ceased_reason": "X1",
    "clap_cla_placement_type": "U1",
    "clap_cla_placement_provider": "PR1",
    "clap_cla_placement_change_reason": "CARPL",
    "lega_legal_status": "C2",
    "lacp_cla_care_plan_json": '{"ADOPTION": "Y"}',
    "miss_missing_episode_type": "M",
    "clah_health_check_status": "Completed",
    "csdq_sdq_reason": "SDQ2",
    "lapp_previous_permanence_option": "P1",
    "perm_decision_reversed_reason": "RD1",
    "perm_adopter_sex": "MF",
    "perm_adopter_legal_status": "L2",
    "clea_care_leaver_eligibility": "Relevant",
    "clea_care_leaver_in_touch": "YES",
    "clea_care_leaver_accommodation": "B",
    "clea_care_leaver_accom_suitable": "1",
    "clea_care_leaver_activity": "F1",
    "invo_worker_change_reason": "MANAGE",
}


def keys():
    return Keys(b"secret", "999")


def of_table(name):
    """A row of a table as the standard has it."""
    columns = [column for column in OF_THE_STANDARD[name].columns if column.standard]
    return {column.standard: _cell(column) for column in columns}


def _cell(column):
    if column.standard.endswith("_outcome_json"):
        return '{"NFA_FLAG": "Y"}'
    return CODES.get(column.standard) or CELLS.get(column.kind, "1")


def written(folder, name, *rows):
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def column(reading, table, name):
    found = reading.tables[table]
    return [row[found.columns.index(name)] for row in found.rows]


def counts(reading):
    return [(each.accepted, each.refused, each.lost) for each in reading.accounts]


@EVERY
def test_each_table_of_the_standard_is_known_and_comes_in(tmp_path, name):
    path = written(tmp_path, "extract", of_table(name))
    assert recognises(path)
    assert table_of(list(of_table(name))).name == name
    others = [written(tmp_path, "care", of_table("care_visits"))] if name == "care_reviews" else []
    reading = read([path, *others], keys())
    assert reading.faults == []
    assert columns_of(reading.tables[name]).num_rows == 1
    carried = {each.name for each in OF_THE_STANDARD[name].columns if each.standard}
    assert carried <= set(reading.carries[name])
    assert reading.complete_from is None


def test_parquet_and_csv_of_the_same_extract_say_the_same(tmp_path):
    row = of_table("assessments")
    path = tmp_path / "x.parquet"
    moment = datetime(2026, 1, 31, 9, 30)  # noqa: DTZ001 -- as a database gives it
    typed = {**row, "cina_assessment_start_date": moment}
    pq.write_table(pa.table({name: [cell] for name, cell in typed.items()}), path)
    stored = read([path], keys()).tables["assessments"]
    assert stored.rows == read([written(tmp_path, "x", row)], keys()).tables["assessments"].rows


def test_names_and_numbers_of_a_child_are_not_read(tmp_path):
    row = {**of_table("children"), "pers_forename": "Ann", "pers_surname": "Doe"}
    reading = read([written(tmp_path, "p", row)], keys())
    assert reading.notes == []
    assert "Doe" not in str(reading.tables)
    assert not set(left_out.FIELDS) & set(reading.carries["children"])


def test_a_child_that_is_only_expected_is_unborn(tmp_path):
    born = {"pers_person_id": "1", "pers_dob": "2015-05-09", "pers_expected_dob": ""}
    unborn = {"pers_person_id": "2", "pers_dob": "", "pers_expected_dob": "2026-06-09"}
    wrong = {"pers_person_id": "3", "pers_dob": "soon", "pers_expected_dob": ""}
    reading = read([written(tmp_path, "p", born, unborn, wrong)], keys())
    assert column(reading, "children", "unborn") == [False, True, None]
    assert column(reading, "children", "birth_month") == [date(2015, 5, 1), None, None]
    assert column(reading, "children", "expected_month") == [None, date(2026, 6, 1), None]
    assert counts(reading) == [(2, 1, 0)]


def test_a_list_of_factors_becomes_a_row_for_each(tmp_path):
    rows = [
        {"cinf_table_id": "1", "cinf_assessment_id": "A", "cinf_assessment_factors_json": cell}
        for cell in ('["1A", "2B"]', "[]", "[1A", "")
    ]
    path = written(tmp_path, "f", *rows)
    reading = read([path], keys())
    assert column(reading, "assessment_factors", "factor_code") == ["1A", "2B"]
    assert len(set(column(reading, "assessment_factors", "factor"))) == 2
    assert counts(reading) == [(2, 2, 2)]
    nested = pa.table({"cinf_assessment_id": ["A", "B"], "cinf_table_id": ["1", "2"],
                       "cinf_assessment_factors_json": [["1A"], None]})  # fmt: skip
    pq.write_table(nested, tmp_path / "f.parquet")
    again = read([tmp_path / "f.parquet"], keys())
    assert column(again, "assessment_factors", "factor_code") == ["1A"]


def test_reviews_are_of_the_child_whose_period_of_care_it_is(tmp_path):
    def review(care):
        return {**of_table("care_reviews"), "clar_cla_id": care}

    reviews = written(tmp_path, "a", review("C1"), review("C2"))
    episode = {**of_table("care_episodes"), "clae_cla_id": "C1", "clae_person_id": "7"}
    of_no_period = {**episode, "clae_cla_id": ""}
    reading = read([reviews, written(tmp_path, "b", episode, of_no_period)], keys())
    assert column(reading, "care_reviews", "child") == [keys().child("7")]
    assert counts(reading) == [(2, 0, 0), (1, 1, 1)]
    assert "column child" in str(reading.faults[0])


def test_an_episode_has_the_legal_status_in_which_it_began(tmp_path):
    def episode(start):
        return {"clae_person_id": "7", "clae_cla_id": "C", "clae_cla_episode_start_date": start}

    def status(code, start, end):
        return {
            "lega_person_id": "7",
            "lega_legal_status": code,
            "lega_legal_status_start_date": start,
            "lega_legal_status_end_date": end,
        }

    episodes = [episode(start) for start in ("2025-01-01", "2025-03-01", "2024-01-01", "")]
    statuses = [
        status("V2", "2025-01-01", "2025-03-01"),
        status("C2", "2025-03-01", ""),
        status("C1", "", ""),
    ]
    alone = read([written(tmp_path, "e", *episodes)], keys())
    assert "legal_status" not in alone.carries["care_episodes"]
    paths = [written(tmp_path, "e", *episodes), written(tmp_path, "l", *statuses)]
    reading = read(paths, keys())
    assert column(reading, "care_episodes", "legal_status") == ["V2", "C2", None, None]


def test_a_field_that_the_standard_has_not_made_yet_is_nothing_and_not_carried(tmp_path):
    row = {**of_table("children"), "pers_send_flag": "PLACEHOLDER_DATA"}
    reading = read([written(tmp_path, "p", row, {**row, "pers_nationality": "GB"})], keys())
    assert reading.faults == []
    assert "has_send" not in reading.carries["children"]
    assert reading.notes == ["Table ssd_person: The extract holds only placeholders for has_send."]
    half = [row, {**row, "pers_send_flag": "Y"}]
    assert column(read([written(tmp_path, "p", *half)], keys()), "children", "has_send") == [
        None,
        True,
    ]


def test_a_table_that_is_not_taken_is_known_and_said_with_the_reason(tmp_path):
    for name, signs in NOT_TAKEN.items():
        assert not_taken(sorted(signs)) == name
        path = written(tmp_path, name, dict.fromkeys(sorted(signs), "1"))
        assert recognises(path)
        reading = read([path], keys())
        assert reading.notes == [f"{name}.csv: {name} is not taken: {left_out.TABLES[name]}."]
        assert (reading.tables, reading.accounts) == ({}, [])
    assert set(NOT_TAKEN) == set(left_out.TABLES)


def test_unknown_columns_are_named_and_a_missing_one_is_not_carried(tmp_path):
    row = of_table("contacts") | {"cont_colour": "red"}
    del row["cont_contact_source_code"]
    reading = read([written(tmp_path, "c", row)], keys())
    assert reading.notes == ["Table ssd_contacts: These were left out: cont_colour."]
    assert "source" not in reading.carries["contacts"]


def test_rows_of_nobody_are_no_extract(tmp_path):
    row = of_table("contacts")
    del row["cont_person_id"]
    with pytest.raises(UserFacingError, match=r"c.csv: No column says of which child"):
        read([written(tmp_path, "c", row)], keys())


def test_a_list_of_leavers_tells_how_they_stand_on_its_day(tmp_path):
    paths = [written(tmp_path, "a", of_table("care_leavers"))]
    paths.append(written(tmp_path, "b", of_table("contacts")))
    assert read(paths, keys()).latest_only == {"care_leavers"}


def test_another_file_is_not_recognised(tmp_path):
    path = written(tmp_path, "staff", {"worker": "1", "team": "2"})
    assert not recognises(path)
    with pytest.raises(UserFacingError, match="no table of the Standard"):
        read([path], keys())


def test_one_column_alone_does_not_make_a_file_one_of_the_standard(tmp_path):
    assert not recognises(written(tmp_path, "a", {"pers_sex": "F", "colour": "red"}))


def test_what_is_made_of_a_column_that_is_not_there_is_not_carried(tmp_path):
    row = {"pers_person_id": "1", "pers_sex": "F"}
    reading = read([written(tmp_path, "p", row)], keys())
    assert reading.carries["children"] == ("child", "sex")


def test_an_empty_column_is_carried_and_a_placeholder_moves_no_mark(tmp_path):
    row = {
        "pers_person_id": "1",
        "pers_send_flag": "PLACEHOLDER_DATA",
        "pers_nationality": "",
        "pers_sex": "X",
    }
    children = read([written(tmp_path, "p", row)], keys()).tables["children"]
    assert children.columns == ("child", "sex", "nationality")
    assert children.unreadable == {0: "sex"}


def test_a_legal_status_holds_until_its_last_day_and_no_longer(tmp_path):
    status = {
        "lega_person_id": "7",
        "lega_legal_status": "V2",
        "lega_legal_status_start_date": "2025-01-01",
        "lega_legal_status_end_date": "2025-03-01",
    }
    episodes = [
        {"clae_person_id": "7", "clae_cla_id": "C", "clae_cla_episode_start_date": start}
        for start in ("2025-03-01", "2025-03-02")
    ]
    paths = [written(tmp_path, "l", status), written(tmp_path, "e", *episodes)]
    assert column(read(paths, keys()), "care_episodes", "legal_status") == ["V2", None]


def test_a_child_that_was_expected_and_is_born_is_not_unborn(tmp_path):
    row = {"pers_person_id": "1", "pers_dob": "2026-03-01", "pers_expected_dob": "2026-03-09"}
    assert column(read([written(tmp_path, "p", row)], keys()), "children", "unborn") == [False]
