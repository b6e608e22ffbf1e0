"""Verbs on members' questions: what was asked, the draft of the answer, the answer given."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.actions.answer_parts import add_figure, foretell, nest, promised
from goldenthread.governance.actions.answers import draft_of, question_of
from goldenthread.governance.actions.rows import QUESTIONS, added, said, same_authority
from goldenthread.governance.figures import in_words
from goldenthread.governance.filling import reading_of
from goldenthread.governance.models import Answer, Forum, Meeting, Question
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.people.permissions import require
from goldenthread.sources.models import Upload


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked; the fields are those of `Question`."""

    asked_by: str
    asked_on: date
    text: str
    asked_of: str = ""
    about: str = ""
    answer_by: date | None = None
    meeting: Meeting | None = None
    asked_before: Question | None = None


@transaction.atomic
def ask_question(*, forum: Forum, asked: Asked, by: User) -> Question:
    """Register a question to a board or meeting.

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: words or asker are empty, it is to be answered before it was asked, the
                       meeting is of another board, or the earlier question was asked later.
    """
    row = Forum.objects.visible_to(by).get(pk=forum.pk)
    require(by, QUESTIONS, row.authority)
    before, meeting = asked.asked_before, asked.meeting
    same_authority(row.authority, before)
    if meeting is not None and meeting.forum_id != row.pk:
        raise NotAllowedNow(f"That meeting is not one of {row}. Nothing was registered.")
    if asked.answer_by is not None and asked.answer_by < asked.asked_on:
        raise NotAllowedNow("It is to be answered on or after the day on which it was asked.")
    if before is not None and before.asked_on > asked.asked_on:
        raise NotAllowedNow("The earlier question was asked later than this one.")
    made = Question(
        forum=row,
        meeting=meeting,
        asked_by=said(asked.asked_by, "Who asks"),
        asked_of=asked.asked_of.strip(),
        asked_on=asked.asked_on,
        about=asked.about.strip(),
        text=said(asked.text, "The question"),
        answer_by=asked.answer_by,
        asked_before=before,
    )
    return added(made, by, "asked", text=made.text, asked_by=made.asked_by)


@transaction.atomic
def draft_answer(*, question: Question, answers_for: str, text: str, by: User) -> Answer:
    """Write the draft of the answer, or write it again; after an answer was given, its correction.

    Args:
        answers_for: the post that answers, such as "Cabinet Member for Children".

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: nobody answers, or there are no words.
    """
    row = question_of(question, by)
    draft = row.answers.filter(answered_at=None).first()
    words, who = said(text, "The answer"), said(answers_for, "Who answers")
    if draft is None:
        made = Answer(question=row, number=row.answers.count() + 1, text=words, answers_for=who)
        return added(made, by, "drafted", text=words)
    before, draft.text, draft.answers_for = {"text": draft.text}, words, who
    draft.save(update_fields=["text", "answers_for"])
    record(by=by, verb="drafted again", thing=draft, before=before, after={"text": words})
    return draft


@transaction.atomic
def fill_answer(
    *,
    question: Question,
    proposal: Mapping[str, Any],
    by: User,
    upload: Upload | None = None,
    exchange: int = 0,
) -> Answer:
    """Fill a draft from the reading of a document, for a person to look through and confirm.

    Args:
        proposal: the reading, of the kind "question".
        exchange: which question of the paper, from 0.

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: a draft is there already, or no answer was read.
    """
    row = question_of(question, by)
    same_authority(row.authority, upload)
    if row.answers.filter(answered_at=None).exists():
        raise NotAllowedNow("A draft is there already. Give it or change it. Nothing was filled.")
    read = reading_of(proposal, exchange)
    who = read.answers_for or row.asked_of or "Not said"
    made = draft_answer(question=row, answers_for=who, text=read.text, by=by)
    made.upload = upload
    made.save(update_fields=["upload"])
    figures = [
        add_figure(answer=made, told=one.told, printed=one.printed, by=by) for one in read.figures
    ]
    for figure, one in zip(figures, read.figures, strict=True):
        if one.within is not None:
            nest(figure=figure, within=figures[one.within], nesting="not stated", by=by)
    for promise in read.promised:
        promised(answer=made, by=by, **asdict(promise))
    for text in read.expected:
        foretell(answer=made, text=text, by=by)
    return made


@transaction.atomic
def give_answer(*, answer: Answer, on: date, by: User) -> Answer:
    """Give the answer: it is frozen with its figures, promises and expectations.

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: it was given, the day is before that of the question or to come, or a
                       figure says of a day after it.
    """
    row = draft_of(answer, by)
    if not row.question.asked_on <= on <= timezone.localdate():
        raise NotAllowedNow("It is given on or after the day of the question, and not in future.")
    figures = list(row.figures.order_by("number"))
    if any(one.as_at is not None and one.as_at > on for one in figures):
        raise NotAllowedNow("A figure is as at a day after the answer. Correct one of the days.")
    row.answered_on, row.answered_by, row.answered_at = on, by, timezone.now()
    row.save(update_fields=["answered_on", "answered_by", "answered_at"])
    frozen = [f"{one.name}: {in_words(one.told)}" for one in figures]
    record(by=by, verb="answered", thing=row, after={"text": row.text, "figures": frozen})
    return row
