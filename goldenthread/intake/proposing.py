"""From what was read to a draft with its questions, and the questions asked anew after an edit."""

from collections.abc import Mapping
from typing import Any

from goldenthread.intake import linking
from goldenthread.intake.changes import Draft
from goldenthread.intake.draft.form import draft_of, kinds_of
from goldenthread.intake.models import Import, Question

STATE = Question.State
PLAN = "plan"


def begin(row: Import) -> None:
    """Make the draft of an import's proposal, and ask its questions; the caller saves the import."""
    row.draft = draft_of(row.proposal)
    if row.kind == PLAN:
        row.inspection, row.draft = linking.likeliest(row.draft, row.authority)
    ask_again(row)


def counts(draft: Draft) -> dict[str, int]:
    """How many rows of each kind were found, for the history."""
    return {name: len(draft[name]) for name in kinds_of(draft)} if draft else {}


def ask_again(row: Import) -> None:
    """Bring the questions up to the draft: new ones are asked, needless ones no longer.

    What a person settled stays settled. Five queries at most, whatever the document's length.
    """
    asked = {one["key"]: one for one in asked_of(row)}
    known = {question.key: question for question in row.questions.all()}
    first = max((question.number for question in known.values()), default=0) + 1
    new = [one for key, one in asked.items() if key not in known]
    Question.objects.bulk_create(
        [
            Question(import_of=row, number=number, **data)
            for number, data in enumerate(new, start=first)
        ],
        batch_size=200,
    )
    changed = [question for key, question in known.items() if _moved(question, asked.get(key))]
    fields = ["state", "where", "text", "suggestion"]
    Question.objects.bulk_update(changed, fields, batch_size=200)


def _moved(question: Question, asked: Mapping[str, Any] | None) -> bool:
    """Whether an unsettled question has to be saved: it is gone, is back, or says other words."""
    if question.state not in {STATE.OPEN, STATE.GONE}:
        return False
    before = (question.state, question.where, question.text, question.suggestion)
    question.state = STATE.GONE if asked is None else STATE.OPEN
    if asked is not None:
        question.where, question.text = asked["where"], asked["text"]
        question.suggestion = asked["suggestion"]
    return before != (question.state, question.where, question.text, question.suggestion)


def asked_of(row: Import) -> list[dict[str, Any]]:
    """What is to be asked about the draft as it is."""
    return []
