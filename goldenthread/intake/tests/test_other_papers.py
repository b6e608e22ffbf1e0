"""Letters, decision reports and questions with their answers are brought in too."""

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.documents.papers.tests import drawn
from goldenthread.intake import actions

CABINET, QUESTION = "cabinet.txt", "question.txt"


def decision_file():
    body = [line for section in drawn.DECISION_BODY for line in section]
    return drawn._decision_text(body).encode()


@pytest.fixture
def decision(desk):
    return desk.read(CABINET, decision_file())


def test_a_decision_report_about_an_inspection_becomes_one_as_it_is_told(desk, decision):
    assert (decision.state, decision.kind) == ("proposed", "decision")
    framework = decision.questions.open().get(kind="framework")
    assert framework.suggestion == "ILACS standard"
    with pytest.raises(NotAllowedNow, match="no framework “ILACS”"):
        actions.confirm(import_=decision, by=desk.cast.alice, despite="Told, not listed")
    actions.answer(question=framework, value=framework.suggestion, by=desk.cast.alice)
    told = decision.proposal
    decision = actions.confirm(import_=decision, by=desk.cast.alice, despite="Told, not listed")
    inspection = decision.inspection
    assert inspection.judgements.count() == len(told["judgements"])
    assert inspection.stated_recommendations == told["recommendation_count"]
    assert (
        str(inspection.obligations.get(stated_on__isnull=False).stated_on)
        == (told["deadline"]["stated"])
    )


def test_a_question_and_its_answer_stay_a_stored_document_with_figures(desk):
    import_ = desk.read(QUESTION, drawn._text(drawn.QUESTION).encode())
    assert (import_.state, import_.kind) == ("proposed", "question")
    import_ = actions.confirm(import_=import_, by=desk.cast.alice)
    assert (import_.state, import_.inspection, import_.plan) == ("confirmed", None, None)
    assert import_.draft["figures"]
    assert not import_.created.exists()
    undone = actions.undo(import_=import_, by=desk.cast.alice, why="The draft of the answer")
    assert undone.state == "undone"
