"""Answering the questions of a proposal, one or all alike, or leaving them to settle later."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.intake import linking
from goldenthread.intake.actions.changing import VERB, Wanted, change_all, masked_values
from goldenthread.intake.actions.editing import WHICH_REPORT
from goldenthread.intake.changes import Draft
from goldenthread.intake.draft.answering import answered
from goldenthread.intake.models import Edit, Import, Question
from goldenthread.intake.proposing import as_asked
from goldenthread.intake.rows import open_one
from goldenthread.people.history import record
from goldenthread.people.models import User

STATE = Question.State


@transaction.atomic
def answer(*, question: Question, value: Any, by: User) -> Edit:
    """Settle a question: the value is written where the question stands, and can be undone.

    Args:
        value: the suggestion, another value of the same form, or one of the forms of
               `draft.answering.answered`; for "Which inspection ..." the id of the report.

    Raises:
        NotAllowedNow:     somebody settled it already, or it is no longer asked.
        CannotChangeDraft: the value does not fit.
        NotAllowed:        `by` may not edit imports of the authority.
    """
    row = open_one(question.import_of, by, VERB)
    held = _open_question(row, question)
    [edit] = _settle(row, [(held, value)], by)
    _tell(row, [held], value, by)
    return edit


@transaction.atomic
def answer_alike(*, question: Question, value: Any, by: User) -> list[Question]:
    """Settle all open questions of the same kind at once, each with an edit of its own.

    Args:
        value: the value for all; None takes each one's own suggestion and leaves those
               without one open.

    Returns:
        Those that are settled now.

    Raises: as for `answer`; then none is settled.
    """
    row = open_one(question.import_of, by, VERB)
    _open_question(row, question)
    alike = row.questions.open().filter(kind=question.kind)
    given = [(one, one.suggestion if value is None else value) for one in alike]
    chosen = [(one, its_value) for one, its_value in given if its_value is not None]
    if not chosen:
        raise NotAllowedNow("None of these questions has a suggestion. Answer them one by one.")
    _settle(row, chosen, by)
    settled = [one for one, _ in chosen]
    _tell(row, settled, value, by)
    return settled


@transaction.atomic
def leave_to_settle(*, questions: Sequence[Question], by: User) -> list[Question]:
    """Leave open questions of one import for later; they go with the plan as 'to settle'.

    Raises:
        NotAllowedNow: none is given, or they are of several imports.
        NotAllowed:    `by` may not edit imports of the authority.
    """
    if len({question.import_of_id for question in questions}) != 1:
        raise NotAllowedNow("Choose open questions of one import. Nothing was changed.")
    row = open_one(questions[0].import_of, by, VERB)
    chosen = row.questions.open().filter(pk__in=[question.pk for question in questions])
    left = list(chosen)
    for question in left:
        question.state, question.answer = STATE.TO_SETTLE, None
        question.answered_by, question.answered_at = by, timezone.now()
    fields = ["state", "answer", "answered_by", "answered_at"]
    Question.objects.bulk_update(left, fields, batch_size=200)
    after = {"questions": [question.number for question in left]}
    record(by=by, verb="left to settle", thing=row, after=after)
    return left


def _open_question(row: Import, question: Question) -> Question:
    held = row.questions.get(pk=question.pk)
    if held.state != STATE.OPEN:
        raise NotAllowedNow(
            f"This question is {held.get_state_display().lower()} already"
            f"{f' by {held.answered_by}' if held.answered_by else ''}. Nothing was changed."
        )
    return held


def _settle(row: Import, given: Sequence[tuple[Question, Any]], by: User) -> list[Edit]:
    """Write the answers into the draft, each as an edit of its own; queries as for one."""
    for question, value in given:
        question.state, question.answer = STATE.ANSWERED, value
        question.answered_by, question.answered_at = by, timezone.now()
    fields = ["state", "answer", "answered_by", "answered_at"]
    Question.objects.bulk_update([question for question, _ in given], fields, batch_size=200)
    return change_all(row, [_wanted(row, *one, by) for one in given], by=by)


def _wanted(row: Import, question: Question, value: Any, by: User) -> Wanted:
    if question.kind == WHICH_REPORT:
        report = linking.report_of(row, value, by)
        row.inspection = report
        row.save(update_fields=["inspection"])
        recommendations = linking.recommendations_of(report)
        do: Callable[[Draft], Draft] = partial(linking.answering, recommendations=recommendations)
    else:
        do = partial(answered, question=as_asked(question), value=value)
    return Wanted(
        kind=Edit.Kind.ANSWER,
        path=question.where,
        do=do,
        mine=value,
        question=question,
        may_be_empty=True,
    )


def _tell(row: Import, settled: Sequence[Question], value: Any, by: User) -> None:
    after = {
        "questions": [question.number for question in settled],
        "value": masked_values(value),
        "revision": row.revision,
    }
    record(by=by, verb="answered", thing=row, after=after)
