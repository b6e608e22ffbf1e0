"""Screening as drawn tables: what is found, what is left alone, and what is shown of it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.sources.screening import (
    MASK,
    excerpt,
    masked,
    nhs_check_holds,
    screen,
    upn_check_holds,
    without,
)

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
# Made-up numbers; the marks below stand in for them so that the tables stay readable.
NHS, NHS_BADLY_TYPED = "943 476 5919", "943 476 5918"
BODY = "801200113001"
UPN = LETTERS[sum(int(sign) * (at + 2) for at, sign in enumerate(BODY)) % 23] + BODY


def found(text, **more):
    return [(suspect.kind, text[suspect.start : suspect.end]) for suspect in screen(text, **more)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"Reviewed for {NHS} in May", NHS),
        ("9434765919", "9434765919"),
        ("943-476-5919.", "943-476-5919"),
        (f"NHS number: {NHS_BADLY_TYPED}", NHS_BADLY_TYPED),
        (f"NHS no {NHS_BADLY_TYPED}", NHS_BADLY_TYPED),
    ],
)
def test_an_nhs_number_is_found_by_its_check_digit_or_its_name(text, value):
    assert found(text) == [("nhs_number", value)]


@pytest.mark.parametrize(
    "text",
    [
        NHS_BADLY_TYPED,
        "Telephone 020 7946 0000",
        "0300 123 1231",
        "£9434765919",
        "9434765919.50",
        "19434765919",
        "4444444444",
        "The NHS number is recorded for 96% of children",
        "ISBN 0 11 322817 1",
    ],
)
def test_other_numbers_are_no_nhs_numbers(text):
    assert found(text) == []


def test_one_of_eleven_numbers_has_the_check_digit():
    chance = random.Random(7)
    drawn = [f"{chance.randrange(4 * 10**9, 5 * 10**9)}" for _ in range(4000)]
    assert 0.07 < sum(map(nhs_check_holds, drawn)) / 4000 < 0.11


@pytest.mark.parametrize("text", [f"UPN {UPN}", UPN, UPN.lower(), "UPN: Z999999999999"])
def test_a_upn_is_found_by_its_check_letter_or_its_name(text):
    [(kind, value)] = found(text)
    assert (kind, len(value)) == ("upn", 13)


@pytest.mark.parametrize("text", ["Z999999999999", f"x{UPN}", f"{UPN}1", "I801200113001"])
def test_other_signs_are_no_upn(text):
    assert found(text) == []


def test_the_letter_of_a_temporary_upn_counts_too():
    body = "80120011300"
    value = sum(int(sign) * (at + 2) for at, sign in enumerate(body)) + 13 * LETTERS.index("D")
    assert upn_check_holds(f"{LETTERS[value % 23]}{body}D")
    assert not upn_check_holds(f"{LETTERS[(value + 1) % 23]}{body}D")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("DOB 03/05/2010", "03/05/2010"),
        ("d.o.b: 3.5.10", "3.5.10"),
        ("the child, born on 3rd May 2010, was", "3rd May 2010"),
        ("Date of birth is 2010-05-03", "2010-05-03"),
        ("date of birth: May 3, 2010", "May 3, 2010"),
        ("03/05/2010 (DOB)", "03/05/2010"),
        ("aged 7 (3 May 2010)", "3 May 2010"),
        ("age 7 years, 03-05-2010", "03-05-2010"),
    ],
)
def test_a_date_beside_a_word_of_birth_is_found(text, value):
    assert found(text) == [("birth_date", value)]


@pytest.mark.parametrize(
    "text",
    [
        "Completed 03/05/2010",
        "children aged 16 on 31 March 2013",
        "babies born after 1 May 2010",
        "born in May 2010",
        "The date of birth is missing in 4 records on 3 May 2010",
        "by 3 May 2010: the stubborn backlog",
    ],
)
def test_other_dates_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("case number 12345", "12345"),
        ("Case no. AB-12345", "AB-12345"),
        ("LCS ID: 445566", "445566"),
        ("ICS number is 445566", "445566"),
        ("Liquidlogic person id 77889", "77889"),
        ("child's reference: 445566", "445566"),
    ],
)
def test_a_number_that_is_called_a_case_number_is_found(text, value):
    assert found(text) == [("case_number", value)]


@pytest.mark.parametrize(
    "text",
    [
        "case numbers rose from 12345",
        "The case number 2012 of the programme",
        "case no 12",
        "Inspection reference 445566",
        "caseload of 445566",
        "person: 14000",
        "Case ID 445566/2",
    ],
)
def test_other_numbers_are_no_case_numbers(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a child called Zoë was seen", "Zoë"),
        ("the boy named Tom Marsh", "Tom Marsh"),
        ("the mother of Tom Marsh told us", "Tom Marsh"),
        ("Child: Ann O’Brien", "Ann O’Brien"),
        ("Young person: Tom MARSH, seen weekly", "Tom MARSH"),
        ("Child's name: Anna-Lena", "Anna-Lena"),
        ("Name of child is Tom Mc Marsh", "Tom Mc Marsh"),
    ],
)
def test_a_name_that_the_words_around_it_give_to_a_child_is_found(text, name):
    assert found(text) == [("child_name", name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Marsh (DOB 3/5/2010)", "Tom Marsh"),
        ("Tom Marsh, born on 3 May 2010", "Tom Marsh"),
        ("DOB 3/5/2010 Tom Marsh", "Tom Marsh"),
    ],
)
def test_a_name_beside_a_date_of_birth_is_found_with_the_date(text, name):
    assert ("child_name", name) in found(text)
    assert "birth_date" in [kind for kind, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Child: Social Care",
        "Child Protection: Ann Archer leads",
        "a child called in to the panel",
        "mother of the child",
        "the mother of Looked After children",
        "Child Protection Plan",
        "Lead: Ann Archer",
        "every child: Every Child Matters",
        "letters to parents of Aldermere",
    ],
)
def test_other_capitals_are_no_names_of_children(text):
    assert found(text) == []


def test_known_officers_are_no_suspects():
    text = "mother of Ann  Archer, child called Ann"
    assert found(text, known=["ann archer"]) == [("child_name", "Ann")]


def test_a_heading_says_what_a_bare_value_is_and_is_not_counted():
    assert found("03/05/2010", heading="DOB") == [("birth_date", "03/05/2010")]
    assert found("Tom Marsh", heading="Child's name") == [("child_name", "Tom Marsh")]
    assert found("445566", heading="LCS ID") == [("case_number", "445566")]
    assert found("03/05/2010", heading="Deadline") == []
    assert found("seen", heading=f"NHS {NHS}") == []


def test_underscores_part_words_as_blanks_do():
    text = "Tom_Marsh_DOB_01-02-2012.docx"
    assert found(text) == [("child_name", "Tom_Marsh"), ("birth_date", "01-02-2012")]


SECRET = f"Tom Marsh (DOB 3/5/2010), NHS {NHS}, case number 12345, and mother of Zoë."


def test_masked_text_shows_no_value_and_no_length():
    assert masked(SECRET) == "███ (DOB ███), NHS ███, case number ███, and mother of ███."
    assert masked("Nothing in here.") == "Nothing in here."


def test_an_excerpt_shows_the_surroundings_and_masks_every_suspect():
    suspects = screen(SECRET)
    for suspect in suspects:
        shown = excerpt(SECRET, suspect, suspects)
        assert MASK * 3 in shown
        for other in suspects:
            assert SECRET[other.start : other.end] not in shown
    long = "before " * 40 + SECRET + " after" * 40
    assert all(len(excerpt(long, suspect, screen(long))) < 300 for suspect in screen(long))


@given(st.integers(0, 90), st.integers(0, 90))
def test_an_excerpt_never_shows_a_part_of_a_value_at_its_edge(before, after):
    text = f"NHS {NHS}" + "." * before + " DOB 3/5/2010 " + "." * after + f"NHS {NHS}"
    suspects = screen(text)
    for suspect in suspects:
        assert not any(sign.isdigit() for sign in excerpt(text, suspect, suspects))


def test_a_text_without_its_suspects_says_where_something_was():
    assert without(SECRET, screen(SECRET)) == (
        "[removed] (DOB [removed]), NHS [removed], case number [removed], and mother of [removed]."
    )


@given(st.text(max_size=200))
def test_any_text_can_be_screened(text):
    suspects = screen(text)
    assert all(0 <= suspect.start < suspect.end <= len(text) for suspect in suspects)
    ends = [0, *[suspect.end for suspect in suspects]]
    assert all(end <= suspect.start for end, suspect in zip(ends, suspects, strict=False)), (
        "no two overlap"
    )
