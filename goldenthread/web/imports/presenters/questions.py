"""The questions of an import: the one that is asked now, and the list of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.intake.models import Question
from goldenthread.web.imports.answers import PEOPLE, words_of
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters.rows import list_of, source_href

STATE = Question.State


@dataclass(frozen=True, kw_only=True)
class Line:
    """One question in the list of all."""

    number: int
    text: str
    state: str
    answer: str
    by: str
    href: str
    is_current: bool
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The question that is asked now.

    `alike` says how many other open questions of its kind there are; `row` is the id of the
    row that it is about, if any.
    """

    question: Question
    position: str
    alike: int
    row: str
    row_href: str
    source_href: str
    alike_box: dict[str, Any]
    accept_all_text: str


@dataclass(frozen=True, kw_only=True)
class Questions:
    """All questions, how many are open, and the one that is asked now."""

    lines: Sequence[Line]
    open: int
    settled: int
    later: int
    now: Asked | None


def questions_of(questions: Sequence[Question], look: Look) -> Questions:
    """The questions as the address chooses them: the one it names, else the first open one."""
    open_ = [one for one in questions if one.state == STATE.OPEN]
    now = _now(questions, open_, look)
    return Questions(
        lines=[_line(one, now, look) for one in questions if one.state != STATE.GONE],
        open=len(open_),
        settled=sum(1 for one in questions if one.state == STATE.ANSWERED),
        later=sum(1 for one in questions if one.state == STATE.TO_SETTLE),
        now=_asked(now, open_, look) if now else None,
    )


def after(questions: Sequence[Question], number: int) -> str:
    """The number of the open question that comes after one; empty for the first there is."""
    later = (one.number for one in questions if one.state == STATE.OPEN and one.number > number)
    return str(next(later, ""))


def row_of(question: Question) -> str:
    """The id of the first row that a question is about; empty for the whole document."""
    return question.rows[0] if question.rows else ""


def about(asked: Asked) -> str:
    """What the place of a question is called beside the source."""
    return f"Question {asked.question.number}" if asked.question.place else ""


def by_row(questions: Sequence[Question]) -> dict[str, list[int]]:
    """The numbers of the open questions by the row that they are about."""
    found: dict[str, list[int]] = {}
    for one in questions:
        # A name that many rows print is no question about any of them.
        is_of_rows = one.state == STATE.OPEN and one.kind not in PEOPLE
        for row in one.rows if is_of_rows else ():
            found.setdefault(row, []).append(one.number)
    return found


def _now(questions: Sequence[Question], open_: Sequence[Question], look: Look) -> Question | None:
    named = (one for one in questions if str(one.number) == look["question"])
    return next(named, None) or (open_[0] if open_ else None)


def _asked(now: Question, open_: Sequence[Question], look: Look) -> Asked:
    place = next((n for n, one in enumerate(open_, start=1) if one.pk == now.pk), 0)
    row = row_of(now)
    alike = sum(1 for one in open_ if one.kind == now.kind and one.pk != now.pk)
    return Asked(
        question=now,
        position=f"Question {place} of {len(open_)} open" if place else now.get_state_display(),
        alike=alike,
        alike_box=_box(f"The same for all {alike + 1} open questions of this kind"),
        accept_all_text=f"Accept for all {alike + 1} of this kind" if now.suggestion else "",
        row=row,
        source_href=source_href(look.pk, question=now.number) if now.place else "",
        row_href=look.address(at=row, show=list_of(row), page="", **{"with": ""}) if row else "",
    )


def _box(text: str) -> dict[str, Any]:
    """One box to tick, as the options of GOV.UK's checkboxes."""
    return {
        "name": "alike",
        "idPrefix": "alike",
        "classes": "govuk-checkboxes--small",
        "items": [{"value": "on", "text": text}],
    }


def _line(one: Question, now: Question | None, look: Look) -> Line:
    return Line(
        number=one.number,
        text=one.text,
        state=one.get_state_display(),
        answer=words_of(one.answer),
        by=str(one.answered_by) if one.answered_by_id else "",
        href=look.address(question=str(one.number)),
        is_current=now is not None and one.pk == now.pk,
        is_open=one.state == STATE.OPEN,
    )
