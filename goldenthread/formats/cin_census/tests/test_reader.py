"""The census comes in whole: each element once, each bad one named, none silently gone."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.cin_census.reader import read, recognises
from goldenthread.formats.cin_census.tests.made import HEADER, census, child, details, element
from goldenthread.formats.reading import Keys

KEYS = Keys(b"secret", "999")


def took(folder, text, name="census.xml"):
    path = folder / name
    path.write_text(text)
    return read(path, KEYS)


def column(reading, table, name):
    rows = reading.tables[table]
    return [row[rows.columns.index(name)] for row in rows.rows]


def accounts(reading):
    return {each.what: (each.accepted, each.refused) for each in reading.accounts}


def test_each_element_of_a_child_becomes_a_row(tmp_path):
    plan = element(
        "ChildProtectionPlans",
        CPPstartDate="2024-06-20",
        InitialCategoryOfAbuse="NEG",
        LatestCategoryOfAbuse="EMO",
        NumberOfPreviousCPP="1",
        Reviews="<CPPreviewDate>2024-09-10</CPPreviewDate><CPPreviewDate>2025-02-10</CPPreviewDate>",
    )
    reading = took(
        tmp_path,
        census(
            child(
                "C1",
                details(
                    element(
                        "Assessments",
                        AssessmentActualStartDate="2024-05-02",
                        AssessmentAuthorisationDate="2024-06-14",
                        FactorsIdentifiedAtAssessment="<AssessmentFactors>1A</AssessmentFactors>"
                        "<AssessmentFactors>2B</AssessmentFactors>",
                    ),
                    element("CINPlanDates", CINPlanStartDate="2024-06-01"),
                    element(
                        "Section47",
                        S47ActualStartDate="2024-06-03",
                        InitialCPCtarget="2024-06-24",
                        DateOfInitialCPC="2024-06-20",
                        ICPCnotRequired="false",
                    ),
                    "<ReferralNFA>0</ReferralNFA>",
                    plan,
                ),
            )
        ),
    )
    assert reading.faults == []
    assert (reading.as_at, reading.complete_from) == (date(2025, 3, 31), date(2024, 4, 1))
    assert reading.authority == "999"
    assert accounts(reading) == {
        "Child": (1, 0),
        "Disability": (2, 0),
        "CINdetails": (1, 0),
        "Assessments": (1, 0),
        "AssessmentFactors": (2, 0),
        "CINPlanDates": (1, 0),
        "Section47": (1, 0),
        "DateOfInitialCPC": (1, 0),
        "ChildProtectionPlans": (1, 0),
        "CPPreviewDate": (2, 0),
    }
    assert column(reading, "cp_reviews", "held_on") == [date(2024, 9, 10), date(2025, 2, 10)]
    assert column(reading, "children", "sex") == ["F"]
    assert column(reading, "children", "birth_month") == [date(2015, 3, 1)]
    assert column(reading, "conferences", "led_to_plan") == [True]
    assert column(reading, "conferences", "cp_plan") == column(reading, "cp_plans", "cp_plan")
    assert column(reading, "conferences", "enquiry") == column(reading, "s47_enquiries", "enquiry")
    assert column(reading, "assessments", "referral") == column(reading, "referrals", "referral")
    assert column(reading, "referrals", "no_further_action") == [False]


def test_one_reviews_element_and_several_give_the_same(tmp_path):
    def with_reviews(reviews):
        plan = f"<ChildProtectionPlans><CPPstartDate>2024-06-20</CPPstartDate>{reviews}</ChildProtectionPlans>"
        return column(took(tmp_path, census(child("C1", details(plan)))), "cp_reviews", "held_on")

    days = "<CPPreviewDate>2024-09-10</CPPreviewDate>", "<CPPreviewDate>2025-02-10</CPPreviewDate>"
    one = with_reviews(f"<Reviews>{''.join(days)}</Reviews>")
    assert one == with_reviews("".join(f"<Reviews>{day}</Reviews>" for day in days))
    assert len(one) == 2


@pytest.mark.parametrize(
    ("said", "taken"), [("1", True), ("0", False), ("true", True), ("False", False), ("", None)]
)
def test_a_boolean_is_a_digit_or_a_word(tmp_path, said, taken):
    nfa = f"<ReferralNFA>{said}</ReferralNFA>"
    reading = took(tmp_path, census(child("C1", details(nfa))))
    assert column(reading, "referrals", "no_further_action") == [taken]


def test_gender_until_2024_is_taken_as_sex(tmp_path):
    text = census(child()).replace("<Sex>F</Sex>", "<GenderCurrent>1</GenderCurrent>")
    assert column(took(tmp_path, text), "children", "sex") == ["M"]


def test_an_unborn_child_has_a_month_in_which_it_is_expected(tmp_path):
    text = census(child("C1", more="<ExpectedPersonBirthDate>2025-06-09</ExpectedPersonBirthDate>"))
    text = text.replace("<PersonBirthDate>2015-03-27</PersonBirthDate>", "")
    reading = took(tmp_path, text)
    assert column(reading, "children", "unborn") == [True]
    assert column(reading, "children", "expected_month") == [date(2025, 6, 1)]


def test_a_bad_cell_refuses_its_row_and_keeps_the_child(tmp_path):
    reading = took(
        tmp_path,
        census(
            child(
                "C1",
                details(
                    element(
                        "Assessments",
                        AssessmentActualStartDate="31.31.2024",
                        AssessmentAuthorisationDate="2024-06-14",
                    )
                ),
            )
        ),
    )
    assert accounts(reading)["Assessments"] == (0, 1)
    assert reading.tables["assessments"].unreadable == {0: "started_on"}
    assert column(reading, "assessments", "started_on") == [None]
    [fault] = reading.faults
    assert fault.where.startswith("census.xml, line ")
    assert fault.where.endswith("element AssessmentActualStartDate")
    assert "31.31" not in str(fault)


def test_a_factor_that_nobody_knows_refuses_its_own_row_alone(tmp_path):
    inside = {
        "AssessmentActualStartDate": "2024-05-02",
        "FactorsIdentifiedAtAssessment": "<AssessmentFactors>RB</AssessmentFactors>",
    }
    text = census(child("C1", details(element("Assessments", **inside))))
    reading = took(tmp_path, text)
    assert accounts(reading)["AssessmentFactors"] == (0, 1)
    assert accounts(reading)["Assessments"] == (1, 0)


def test_a_child_of_whom_nothing_is_told_is_a_child(tmp_path):
    text = census("<Child><ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers></Child>")
    assert accounts(took(tmp_path, text)) == {"Child": (1, 0)}
    assert accounts(took(tmp_path, census("<Child/>"))) == {"Child": (0, 1)}


def test_an_empty_code_is_nothing_and_no_fault(tmp_path):
    text = census(child("C1", details())).replace(">N1<", "> <")
    reading = took(tmp_path, text)
    assert (column(reading, "referrals", "primary_need"), reading.faults) == ([None], [])


def test_an_unknown_code_is_named_without_being_repeated(tmp_path):
    text = census(child("C1", details())).replace(">N1<", ">N77<")
    reading = took(tmp_path, text)
    assert reading.tables["referrals"].unreadable == {0: "primary_need"}
    assert "N77" not in str(reading.faults[0])


def test_a_code_in_small_letters_is_the_same_code(tmp_path):
    text = census(child("C1", details())).replace(">N1<", "> n1 <")
    assert column(took(tmp_path, text), "referrals", "primary_need") == ["N1"]


def test_a_child_without_a_number_is_lost_with_all_that_hangs_on_it_and_counted(tmp_path):
    reading = took(tmp_path, census(child("", details()), child("C2", details())))
    lost = {each.what: each.lost for each in reading.accounts}
    assert lost == {"Child": 1, "Disability": 2, "CINdetails": 1}
    assert len(reading.tables["children"].rows) == 1
    assert "child 1" in reading.faults[0].where


def test_a_conference_of_the_episode_is_not_given_to_an_enquiry(tmp_path):
    enquiry = element("Section47", S47ActualStartDate="2024-06-03", ICPCnotRequired="1")
    before = "<DateOfInitialCPC>2024-07-01</DateOfInitialCPC>"
    reading = took(tmp_path, census(child("C1", details(enquiry, before=before))))
    assert column(reading, "conferences", "enquiry") == [None]
    assert column(reading, "conferences", "led_to_plan") == [False]


def test_a_conference_told_twice_on_one_day_is_one_and_keeps_its_enquiry(tmp_path):
    enquiry = element("Section47", S47ActualStartDate="2024-06-03", DateOfInitialCPC="2024-07-01")
    before = "<DateOfInitialCPC>2024-07-01</DateOfInitialCPC>"
    reading = took(tmp_path, census(child("C1", details(enquiry, before=before))))
    assert column(reading, "conferences", "enquiry") == column(reading, "s47_enquiries", "enquiry")


def test_a_conference_whose_day_cannot_be_read_stays_to_be_counted(tmp_path):
    enquiry = element("Section47", S47ActualStartDate="2024-06-03", DateOfInitialCPC="soon")
    reading = took(tmp_path, census(child("C1", details(enquiry))))
    assert reading.tables["conferences"].unreadable == {0: "held_on"}
    assert column(reading, "conferences", "led_to_plan") == [None]


def test_the_pre_proceedings_block_is_taken_where_it_stands(tmp_path):
    block = element(
        "PreProceedingsandFGDM",
        PPStartDate="2025-01-09",
        FGDMMeetingOffer="1",
        FGDMMeetingFac="1",
        ReviewMeetingsCount="3",
        StepDecisionDate="2025-03-01",
        PPOutcome="A",
    )
    reading = took(tmp_path, census(child("C1", details(block))))
    assert column(reading, "pre_proceedings", "decided_on") == [date(2025, 1, 9)]
    assert column(reading, "pre_proceedings", "meetings") == [3]
    assert column(reading, "family_meetings", "offered") == [True]
    assert "pre_proceedings" in reading.carries


def test_a_file_without_the_block_does_not_carry_pre_proceedings(tmp_path):
    assert "pre_proceedings" not in took(tmp_path, census(child())).carries


def test_stray_text_is_told_of_and_changes_nothing(tmp_path):
    reading = took(tmp_path, census(child("C1", more="PersonBirthDate<UPN>A1</UPN>")))
    assert accounts(reading)["Child"] == (1, 0)
    assert "Text stands between two elements" in str(reading.faults[0])


def test_an_element_that_nobody_knows_is_named_once(tmp_path):
    more = "<ShoeSize>4</ShoeSize>"
    reading = took(tmp_path, census(child("C1", more=more), child("C2", more=more)))
    assert reading.notes == [
        "The element ShoeSize is not part of the census as it is known here; it was left out."
    ]


def test_a_header_that_contradicts_itself_is_told_of_and_the_day_taken(tmp_path):
    text = census(child()).replace("<Year>2025<", "<Year>2023<")
    assert took(tmp_path, text).notes == [
        "The header says year 2023 and reference day 2025-03-31; the reference day is taken."
    ]


@pytest.mark.parametrize("day", ["", "31 Marchember"])
def test_a_header_without_a_day_leaves_it_to_whoever_loads(tmp_path, day):
    reading = took(tmp_path, census(child()).replace("2025-03-31", day))
    assert (reading.as_at, reading.complete_from) == (None, None)
    assert "names no reference day" in reading.notes[0]


def test_a_file_without_a_header_is_read(tmp_path):
    reading = took(tmp_path, census(child(), header=""))
    assert accounts(reading)["Child"] == (1, 0)


def test_a_namespace_changes_nothing(tmp_path):
    plan = "<ChildProtectionPlans><CPPstartDate>2024-06-20</CPPstartDate></ChildProtectionPlans>"
    text = census(child("C1", details(plan))).replace("<Message>", "<Message xmlns='urn:cin'>")
    assert accounts(took(tmp_path, text))["ChildProtectionPlans"] == (1, 0)


def test_another_collection_is_named_as_what_it_is(tmp_path):
    with pytest.raises(UserFacingError, match="another collection"):
        took(tmp_path, census(child()).replace(">CIN<", ">CLA<"))


def test_a_file_that_breaks_off_is_refused_with_its_line(tmp_path):
    with pytest.raises(UserFacingError, match=r"census.xml, line \d+: The file breaks off"):
        took(tmp_path, census(child(), child("C2"))[:-60])


def test_entities_are_refused_before_anything_is_read(tmp_path):
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + census(child()).split("?>")[1]
    with pytest.raises(UserFacingError, match="entities"):
        took(tmp_path, bomb)


def test_it_is_recognised_by_its_content(tmp_path):
    (tmp_path / "anything.dat").write_text(census(child()))
    (tmp_path / "census.xml").write_text("<Message><Header/></Message>")
    assert recognises(tmp_path / "anything.dat")
    assert not recognises(tmp_path / "census.xml")


def test_the_same_child_has_the_same_key_in_two_files_and_another_in_another_authority(tmp_path):
    one = column(took(tmp_path, census(child("C1"))), "children", "child")
    two = column(took(tmp_path, census(child("C2"), child("C1")), "two.xml"), "children", "child")
    other = Keys(b"secret", "998").child("C1")
    assert one[0] in two
    assert other not in two
    assert Keys(b"s" * 100, "999").child("C1") != one[0]


def test_a_later_authorisation_does_not_change_the_name_of_an_assessment(tmp_path):
    def named(authorised):
        inside = {"AssessmentActualStartDate": "2024-05-02", **authorised}
        text = census(child("C1", details(element("Assessments", **inside))))
        return column(took(tmp_path, text), "assessments", "assessment")

    assert named({}) == named({"AssessmentAuthorisationDate": "2024-06-14"})


@given(
    st.lists(
        st.lists(st.sampled_from(["2024-05-02", "2024-02-30", "", "x"]), max_size=4), max_size=5
    )
)
@settings(max_examples=40, deadline=None)
def test_rows_in_are_rows_accepted_and_refused_whatever_comes(children):
    text = census(
        *(
            child(
                f"C{number}",
                details(*(element("Assessments", AssessmentActualStartDate=day) for day in days)),
            )
            for number, days in enumerate(children)
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        reading = took(Path(folder), text)
    came = sum(len(days) for days in children)
    bad = sum(day in ("2024-02-30", "x") for days in children for day in days)
    account = {each.what: each for each in reading.accounts}.get("Assessments")
    assert (account.rows, account.refused) == (came, bad) if account else came == 0
    assert len(reading.tables["assessments"].rows) == came
    assert HEADER in text


@pytest.mark.parametrize(
    "text",
    [
        census(child()).replace("<?xml version='1.0'?>", ""),
        census(child()).replace("?>", f"?><!-- {'long ' * 20_000} -->"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_census_is_known_in_other_encodings_and_after_a_long_comment(tmp_path, text, encoding):
    path = tmp_path / "census.dat"
    path.write_bytes(text.encode(encoding))
    assert recognises(path)
    assert accounts(read(path, KEYS))["Child"] == (1, 0)


def test_what_is_no_xml_at_all_is_no_census(tmp_path):
    (tmp_path / "a.csv").write_text("child,day\n")
    (tmp_path / "b.xml").write_text("<Mess")
    (tmp_path / "c.xml").write_text("<Message><Header/></Message>")
    assert not any(recognises(tmp_path / name) for name in ("a.csv", "b.xml", "c.xml"))
    (tmp_path / "d.xml").write_text("<Message><Children><Child>")
    assert recognises(tmp_path / "d.xml")
