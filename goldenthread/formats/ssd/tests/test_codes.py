"""A code of the standard is known in every form that councils write, and no other is let through."""

import pytest

from goldenthread.formats.cells import BadCell
from goldenthread.formats.ssd import codes
from goldenthread.tables.catalogue import TABLES

EVERY = [
    (table, column) for table in TABLES.values() for column in table.columns if column.standard
]


def reader(place):
    table, column = place.split(".")
    return codes.reader_of(TABLES[table], TABLES[table].by_name[column])


@pytest.mark.parametrize(
    ("place", "cell", "code"),
    [
        ("children.sex", "Female", "F"),
        ("children.sex", " m ", "M"),
        ("cp_plans.first_category", "Neglect", "NEG"),
        ("cp_plans.latest_category", "EMO", "EMO"),
        ("referrals.primary_need", "N1 - Abuse or neglect", "N1"),
        ("referrals.source", "1A: Individual", "1A"),
        ("placements.placement_type", "u1", "U1"),
        ("placements.provider", "PR1 – Own provision", "PR1"),
        ("care_leavers.eligibility", "Former Relevant", "FORMER_RELEVANT"),
        ("care_leavers.suitable", 1, "SUITABLE"),
        ("care_leavers.suitable", "2", "UNSUITABLE"),
        ("care_leavers.accommodation", "B - With parent(s) or relative(s)", "B"),
        ("health_checks.check_type", "Dental Check", "DENTAL"),
        ("health_checks.check_type", "Eye test", "EYE_TEST"),
        ("health_checks.check_status", "Completed", "YES"),
        ("immigration_statuses.status", "Unaccompanied Asylum Seeking Child", "UASC"),
        ("missing_episodes.missing_type", "Missing", "M"),
        ("pre_proceedings.gateway_outcome", "B – Start pre-proceedings", "B"),
        ("pre_proceedings.gateway_outcome", "Start pre-proceedings", "START_PRE-PROCEEDINGS"),
        ("pre_proceedings.short_notice_reason", f"(C) {'Applications ' * 9}", "C"),
        ("children.sex", None, None),
        ("children.sex", "NULL", None),
        ("pre_proceedings.final_plan", "", None),
    ],
)
def test_a_code_is_known_in_every_form(place, cell, code):
    assert reader(place)(cell) == code
    assert reader(place)(cell) == code


@pytest.mark.parametrize(
    ("place", "cell"),
    [
        ("children.sex", "X"),
        ("children.ethnicity", "ZZZZ"),
        ("placements.placement_type", "Z9"),
        ("care_plans.permanence", '{"MOON": "Y"}'),
        ("assessment_factors.factor_code", '["99Z"]'),
        ("assessment_factors.factor_code", "1A and 2B"),
        ("assessments.outcome", '"NFA"'),
        ("assessments.outcome", "[" * 100_000),
        ("cin_visits.seen", "perhaps"),
    ],
)
def test_what_is_no_code_is_bad_and_not_missing(place, cell):
    with pytest.raises(BadCell):
        reader(place)(cell)


@pytest.mark.parametrize(
    ("cell", "plan"),
    [
        ('{"LTFOST18": "Y", "ADOPTION": ""}', "LTF"),
        ('{"RETURN1M": "Y", "RETURN6M": "Y"}', "RETURN"),
        ('{"LTFOST18": "Y", "ADOPTION": "Y"}', "PARALLEL"),
        ('{"LTFOST18": "N"}', None),
        ("", None),
    ],
)
def test_a_plan_for_permanence_is_what_is_ticked_and_several_are_parallel(cell, plan):
    assert codes.permanence(cell) == plan


@pytest.mark.parametrize(
    "cell", ['["1A", "2b", "1A"]', '{"1A": "Yes", "2B": true, "3A": "No", "3B": ""}']
)
def test_factors_are_those_listed_or_ticked_each_once(cell):
    assert codes.factors(cell) == ("1A", "2B")


def test_outcomes_are_flags_and_a_comment_is_never_taken():
    cell = (
        '{"NFA_FLAG": "N", "LEGAL_ACTION_FLAG": "Y", "PROV_OF_SERVICES_FLAG": "Y", '
        '"TOTAL_NO_OF_OUTCOMES": 1, "COMMENTS": "yes", "said by mum_FLAG": "Y"}'
    )
    assert codes.outcome(cell) == "LEGAL_ACTION+PROV_OF_SERVICES"
    assert codes.outcome('{"NFA_FLAG": ""}') is None


@pytest.mark.parametrize(
    ("cell", "flag"),
    [("Y", True), ("N", False), ("NA", None), ("Not in care proceedings", None), ("", None)],
)
def test_a_question_that_does_not_arise_has_no_answer(cell, flag):
    assert codes.flag(cell) is flag


@pytest.mark.parametrize("name", codes.READERS)
def test_each_reader_is_of_a_column_of_the_standard(name):
    known = {column.name for _, column in EVERY}
    known |= {f"{table.name}.{column.name}" for table, column in EVERY}
    assert name in known
