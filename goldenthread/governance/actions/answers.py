"""How the verbs on answers fetch the row that they change."""

from typing import TypeVar

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.actions.rows import QUESTIONS
from goldenthread.governance.models import Answer, Commitment, Expectation, Question
from goldenthread.people.models import User
from goldenthread.people.permissions import require

Part = TypeVar("Part", Commitment, Expectation)


def question_of(question: Question, by: User) -> Question:
    """The question, locked, for somebody who may.

    Raises:
        NotAllowed:            `by` may not.
        Question.DoesNotExist: `by` does not see it.
    """
    rows = Question.objects.select_for_update(of=("self",)).select_related("forum__authority")
    row: Question = rows.visible_to(by).get(pk=question.pk)
    require(by, QUESTIONS, row.authority)
    return row


def draft_of(answer: Answer, by: User) -> Answer:
    """The answer, with its question locked, that was not given yet."""
    question = question_of(answer.question, by)
    row: Answer = question.answers.select_for_update().get(pk=answer.pk)
    row.question = question
    if row.is_given:
        raise NotAllowedNow("It was given and is frozen. Write a correction beside it.")
    return row


def given_part(part: Part, by: User) -> Part:
    """The promise or expectation of an answer that was given, locked."""
    question_of(part.answer.question, by)
    row = type(part).objects.select_for_update(of=("self",)).get(pk=part.pk)
    if not row.answer.is_given:
        raise NotAllowedNow("The answer is a draft. Give it first. Nothing was changed.")
    return row
