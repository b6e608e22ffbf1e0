"""The layouts in which councils print questions and answers."""

import io

import docx
import pytest

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.papers import question
from goldenthread.documents.papers.tests.drawn import opened

LAYOUTS = {
    "a speaker and no marked answer": (
        "Cllr. Marsh: Is it true that twelve children ", "", "wait?", " ", "Only 9 children wait.",
    ),
    "numbered questions with a heading each": (
        "1. Question from Councillor Marsh to Councillor Vale", "", "Who waits?", "", "Response", "",
        "Only 9 children wait.", "", "2. Question from Councillor Okoro to Councillor Vale", "", "Why?",
        "", "Response:", "", "We are short of staff.",
    ),
    "labels above the question": (
        "QUESTION 4", "Asked by: Councillor Marsh", "To: Cabinet Member", "Subject: Waiting",
        "Question: Who waits?", "Answer: Only 9 children wait.",
    ),
    "letters": ("Q1. Who waits?", "A1. Only 9 children wait."),
    "speech": (
        "Councillor Marsh asked the Cabinet Member: Who waits?", "",
        "Councillor Vale responded: Only 9 children wait.",
    ),
    "two speakers": ("Cllr Marsh: Who waits?", "", "Cllr Vale: Only 9 children wait."),
}  # fmt: skip


@pytest.mark.parametrize("lines", LAYOUTS.values(), ids=LAYOUTS)
def test_question_and_answer_are_found(lines):
    document = opened(*lines)
    read = question.read(document)
    assert question.looks_like(document) > 0.5
    assert read["question"].endswith("?")
    assert read["exchanges"][0]["answer"] == "Only 9 children wait."
    figures = [f for f in read["figures"] if f["part"] == "answer"]
    assert [(f["name"], f["value"], f["unit"]) for f in figures] == [
        ("children wait", 9, "children")
    ]


def test_numbered_questions_keep_number_asker_and_whom_they_ask():
    read = question.read(opened(*LAYOUTS["numbered questions with a heading each"]))
    found = [(e["number"], e["asked_by"], e["asked_of"]) for e in read["exchanges"]]
    assert found == [
        ("1", "Councillor Marsh", "Councillor Vale"),
        ("2", "Councillor Okoro", "Councillor Vale"),
    ]


def test_labels_above_a_question_say_who_whom_and_what():
    read = question.read(opened(*LAYOUTS["labels above the question"]))
    found = (read["number"], read["asked_by"], read["asked_of"], read["about"])
    assert found == ("4", "Councillor Marsh", "Cabinet Member", "Waiting")


def test_who_answers_is_kept():
    assert question.read(opened(*LAYOUTS["speech"]))["answered_by"] == "Councillor Vale"
    assert question.read(opened(*LAYOUTS["two speakers"]))["answered_by"] == "Cllr Vale"


@pytest.mark.parametrize(
    "rows",
    [
        [("No.", "Question", "Response"), ("1", "Who waits?", "Only 9 children wait.")],
        [("Question from", "Councillor Marsh"), ("Question", "Who waits?"), ("Response", "Only 9 children wait.")],
    ],
)  # fmt: skip
def test_tables_in_word_hold_questions_in_columns_or_in_rows(rows):
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    read = question.read(open_bytes(out.getvalue(), "table.docx"))
    assert [(e["question"], e["answer"]) for e in read["exchanges"]] == [
        ("Who waits?", "Only 9 children wait.")
    ]


def test_a_meeting_day_on_a_line_of_its_own_dates_the_answer():
    read = question.read(
        opened("Council", "", "Wednesday 14 June 2023", "", *LAYOUTS["two speakers"])
    )
    assert read["date"] == "2023-06-14"


def test_lists_after_an_expectation_are_its_points():
    read = question.read(
        opened(
            "Cllr Marsh: Are we ready?", "", "Ofsted will note the progress made.", "",
            "• A new framework has been agreed.", "• All new families will be offered a plan.", "", "More text.",
        )
    )  # fmt: skip
    assert read["expected"][0]["points"] == [
        "A new framework has been agreed.",
        "All new families will be offered a plan.",
    ]
    assert [c["text"] for c in read["commitments"]] == ["All new families will be offered a plan."]


def test_a_sentence_that_goes_on_from_an_expectation_is_one_too():
    answer = "Ofsted will see better plans. Revised templates will also be evident. Staff will be trained."
    read = question.read(opened("Cllr Marsh: Are we ready?", "", answer))
    assert len(read["expected"]) == 2
    assert [c["text"] for c in read["commitments"]] == ["Staff will be trained."]


def test_what_inspectors_will_do_is_no_commitment():
    read = question.read(
        opened("Cllr Marsh: What next?", "", "The next visit will look at care leavers.")
    )
    assert read["commitments"] == []


def test_deadline_words_after_the_promise_go_before_those_in_front_of_it():
    answer = "Data is looked at weekly and this will improve by March 2024."
    read = question.read(opened("Cllr Marsh: What next?", "", answer))
    assert read["commitments"][0]["deadline"]["text"] == "by March 2024"


def test_larger_numbers_over_a_longer_time_are_a_contradiction_that_is_asked():
    read = question.read(
        opened(
            "Cllr Marsh: Who waits?",
            "",
            "• Over 18 months – 3 children",
            "• Over 2 years – 5 children",
        )
    )
    assert any("cannot be among" in q["question"] for q in read["questions"])


def test_texts_without_question_and_answer_are_none():
    minutes = opened(
        "Minutes", "", "Councillor Marsh asked about waiting. The Director said that 9 wait."
    )
    assert question.looks_like(minutes) == 0
    assert question.looks_like(opened("Dear Councillor", "", "Thank you for your question.")) == 0
    assert question.looks_like(opened("Cllr Marsh: Who waits?")) == 0
    assert question.read(minutes)["question"] == ""
