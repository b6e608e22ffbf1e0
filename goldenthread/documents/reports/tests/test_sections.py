"""Marks, rows and headings of the running text."""

import pytest

from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.sections import headings, plain, sense
from goldenthread.documents.reports.sections_marks import Kind, marker
from goldenthread.documents.reports.sections_rows import rows
from goldenthread.documents.tests.drawn import drawn


@pytest.mark.parametrize(
    ("text", "kind", "label", "rest"),
    [
        ("12. Ensure", Kind.NUMBER, "12", "Ensure"),
        ("144.BSCB", Kind.NUMBER, "144", "BSCB"),
        ("3) Ensure", Kind.NUMBER, "3", "Ensure"),
        ("\uf06e Ensure", Kind.BULLET, "\uf06e", "Ensure"),
        ("– visits", Kind.BULLET, "–", "visits"),
        ("n Ensure", Kind.BULLET, "n", "Ensure"),
        ("(iv) visits", Kind.LETTER, "iv", "visits"),
        ("b) visits", Kind.LETTER, "b", "visits"),
    ],
)
def test_marks_are_told_from_what_they_mark(text, kind, label, rest):
    found = marker(text)
    assert (found.kind, found.label, found.rest) == (kind, label, rest)


@pytest.mark.parametrize(
    "text", ["2015. Those", "3.5 per cent", "138).", "18-year-olds", "-based", "a child"]
)
def test_words_and_figures_are_no_marks(text):
    assert marker(text) is None


def test_a_row_knows_its_distance_from_the_row_above():
    first, second, third = rows(drawn("One\ntwo\n\nthree"))
    assert (first.gap, second.starts_block, third.starts_block) == (None, False, True)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["multi-", "agency work"], "multi-agency work"),
        (["16-", "and 17-year-olds"], "16- and 17-year-olds"),
        (["accom\xad", "modation"], "accommodation"),
        (["children –", "and others"], "children – and others"),
        (["care and/", "or custody"], "care and/or custody"),
        (["2016–", "17"], "2016–17"),
        (["multi\u2010", "agency"], "multi\u2010agency"),
        (["one", "two"], "one two"),
    ],
)
def test_rows_of_a_paragraph_become_one_text(parts, whole):
    assert joined(parts) == whole


def test_the_reader_of_pdfs_marks_a_hyphen_at_the_end_of_a_line_by_a_sign_of_its_own():
    found = rows(drawn("a multi\ufffeagency team for those aged 16\ufffeand 17"))
    assert found[0].text == "a multi-agency team for those aged 16- and 17"


def test_headings_stand_out_by_size_or_weight_and_may_wrap():
    page = "# The local\n# authority\n\n** Care leavers\n\nThey are safe.\n\n** 1. A judgement\n"
    found = headings(rows(drawn(page)))
    assert [heading.text for heading in found] == ["The local authority", "Care leavers"]
    assert found[0].rank > found[1].rank


def test_a_paragraph_in_large_type_is_no_heading():
    page = "\n".join(["## We looked at services for children who need help and wrote it down"] * 6)
    assert headings(rows(drawn(page))) == []


def test_headings_are_compared_without_notes_signs_and_case():
    assert (
        plain("What does the Board’s plan need to improve?2 ")
        == "what does the board's plan need to improve"
    )


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("The LSCB’s strengths", "strength"),
        ("The local authority is good because:", "strength"),
        ("Children’s services require improvement because:", "weakness"),
        ("Areas for improvement", "weakness"),
        ("What needs to improve?", "weakness"),
        ("Key strengths and weaknesses of the LSCB", None),
        ("Inspection findings", None),
    ],
)
def test_headings_tell_praise_from_criticism(heading, expected):
    assert sense(heading) == expected
