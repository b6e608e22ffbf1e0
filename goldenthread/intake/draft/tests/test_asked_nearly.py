"""Rows that say nearly the same as another, or as what stands, are asked about and never merged."""

import pytest

from goldenthread.intake.draft.answering import answered
from goldenthread.intake.draft.asked_nearly import Standing
from goldenthread.intake.draft.errors import CannotChangeDraft
from goldenthread.intake.draft.form import accepted, draft_of
from goldenthread.intake.draft.questions import questions_of
from goldenthread.intake.draft.tests.made import action, item, plan, recommendation, report

TEXT = "Review the threshold document with all partners"
AGAIN = "Review the threshhold document, with all partners"
OTHER = "Audit 20 case files in each team every month"
STANDING = [
    Standing("P1-A4", AGAIN, "P1 Plan of 2012"),
    Standing("P2-A1", OTHER, "P2 Plan of 2013"),
]


def asked(proposal, kind, standing=()):
    found = questions_of(draft_of(proposal), standing=standing)
    return [one for one in found if one.kind == kind]


def texts(draft, name="actions"):
    return [row["text"] for row in accepted(draft, name)]


def two_alike():
    return plan([action(TEXT), action(OTHER), action(AGAIN)])


def test_two_actions_that_say_nearly_the_same_are_asked_about_once():
    [question] = asked(two_alike(), "nearly same")
    assert question.rows == ("a1", "a3")
    assert question.suggestion is None
    assert question.words == (
        f"These say nearly the same: Table 1, row 2, “{TEXT}” and Table 1, row 4, “{AGAIN}”. "
        "Are they one?"
    )
    assert texts(draft_of(two_alike())) == [TEXT, OTHER, AGAIN]


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ({"keep": True}, [TEXT, OTHER, AGAIN]),
        ({"refuse": ["a3"]}, [TEXT, OTHER]),
        ({"join": ["a1", "a3"]}, [f"{TEXT}\n{AGAIN}", OTHER]),
    ],
)
def test_a_person_keeps_both_leaves_one_out_or_joins_them_and_is_not_asked_again(answer, left):
    draft = draft_of(two_alike())
    [question] = asked(two_alike(), "nearly same")
    draft = answered(draft, question, answer)
    assert sorted(texts(draft)) == sorted(left)
    assert [one for one in questions_of(draft) if one.kind == "nearly same"] == []


def test_nothing_is_left_out_that_was_left_out_before():
    draft = draft_of(two_alike())
    [question] = asked(two_alike(), "nearly same")
    draft = answered(draft, question, {"refuse": ["a3"]})
    with pytest.raises(CannotChangeDraft):
        answered(draft, question, {"refuse": ["a3"]})


def test_two_recommendations_that_say_nearly_the_same_are_asked_about():
    drawn = report([recommendation(TEXT), recommendation(AGAIN), recommendation(OTHER)])
    [question] = asked(drawn, "nearly same")
    assert question.rows == ("r1", "r2")


def test_what_stands_is_asked_about_once_a_plan_with_how_many():
    [first, second] = asked(two_alike(), "nearly stands", STANDING)
    assert first.rows == ("a1", "a3")
    assert first.words.startswith("2 of 3 actions say nearly what stands in P1 Plan of 2012: ")
    assert f"Table 1, row 2, “{TEXT}”, as P1-A4" in first.words
    assert second.rows == ("a2",)
    draft = answered(draft_of(two_alike()), first, {"refuse": list(first.rows)})
    assert texts(draft) == [OTHER]
    left = questions_of(draft, standing=STANDING)
    assert [one.rows for one in left if one.kind == "nearly stands"] == [("a2",)]


def test_of_many_five_are_quoted_and_the_rest_counted():
    rows = [
        action(f"{OTHER} of the council, area {number}" + " and again" * 8) for number in range(7)
    ]
    known = [Standing(f"P1-A{n}", row["text"], "P1") for n, row in enumerate(rows)]
    [question] = asked(plan(rows), "nearly stands", known)
    assert "; and 2 more. Are they the same?" in question.words
    assert question.words.count("…”") == 5


def test_a_row_that_only_points_to_another_says_nothing_of_its_own():
    drawn = plan(
        [action("As above (1.1)", same_as="1.1"), action("As above (1.1)", same_as="1.1")],
        [item("1.1", "Visits")],
    )
    assert asked(drawn, "nearly same") == []


def test_what_the_reader_asks_about_is_not_asked_twice():
    said = "The actions 14 and 15 seem to be about the same thing. Are they one action?"
    rows = [action(TEXT, ref="14"), action(AGAIN, ref="15")]
    drawn = plan(rows, questions=[{"where": "table 1", "question": said, "suggestion": None}])
    assert len(asked(drawn, "same action")) == 1
    assert asked(drawn, "nearly same") == []
