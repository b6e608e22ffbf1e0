"""A number of recommendations that a report states is held against what was read."""

import pytest

from goldenthread.documents.reports import stated_counts
from goldenthread.documents.reports.tests.drawn_pages import document, flow

READ = [{"body": "la", "group": "Areas for priority action"}] * 2 + [
    {"body": "la", "group": "Areas for improvement"}
] * 3


def asked(*lines):
    return stated_counts.questions(document(flow(100, *lines)), READ)


@pytest.mark.parametrize(
    "line",
    [
        "This report makes five recommendations.",
        "There are two areas for priority action.",
        "The following three areas for improvement were identified.",
        "All eleven recommendations of the last inspection were carried out.",
        "This report was written by three inspectors.",
    ],
)
def test_a_number_that_was_read_or_is_of_another_inspection_is_no_question(line):
    assert asked(line) == []


def test_another_number_is_asked_with_its_page_and_words():
    (question,) = asked("This inspection made a total of", "seven recommendations for the council.")
    assert (
        "Page 1 says “This inspection made a total of seven recommendations”"
        in question["question"]
    )
