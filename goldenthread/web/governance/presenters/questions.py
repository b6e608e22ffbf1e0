"""What the pages of members' questions say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from goldenthread.governance.figures import in_words, warning_of_few
from goldenthread.governance.models import Answer, Commitment, Expectation, Figure, Question
from goldenthread.governance.remembering import answers_over_time, beside_before
from goldenthread.papers.answering import promise_in_words
from goldenthread.people.models import User
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table, Tag
from goldenthread.web.pages import Crumb


def table(listing: Any, today: date) -> Table:
    """Each question with where its answer stands."""
    columns = (
        Column(heading="Question"),
        listing.column("Asked by", "by"),
        listing.column("Asked on", "asked"),
        Column(heading="Board or meeting"),
        Column(heading="Answer"),
    )
    rows = [_row(row, today) for row in listing.page]
    return Table(caption="Members’ questions", columns=columns, rows=rows, caption_is_hidden=True)


def _row(row: Question, today: date) -> list[Cell]:
    return [
        Cell(row.text[:120], href=reverse("governance:question", args=[row.pk]), note=row.about),
        Cell(row.asked_by),
        Cell(words.day(row.asked_on)),
        Cell(str(row.forum)),
        Cell(tag=stands(row, today), note=_by_when(row)),
    ]


def stands(row: Question, today: date) -> Tag:
    """Where the answer stands; of prefetched answers."""
    given = [one.answered_on for one in row.answers.all() if one.answered_on]
    if given:
        return Tag("answered", "govuk-tag--green")
    if row.answer_by is not None and row.answer_by < today:
        return Tag("late", "govuk-tag--red")
    return Tag("open", "govuk-tag--blue")


def _by_when(row: Question) -> str:
    return f"by {words.day(row.answer_by)}" if row.answer_by else ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A promise or expectation of an answer: its words, and the way to do something with it."""

    text: str
    stands: str
    href: str
    way: str
    out: str


class AnswerPart:
    """An answer on the page of its question."""

    def __init__(self, answer: Answer, over_time: Sequence[Answer], *, keeps: bool) -> None:
        self.row = answer
        self.is_draft = not answer.is_given
        self.keeps = keeps and self.is_draft
        self.heading = "Draft of the answer" if self.is_draft else f"Answer {answer.number}"
        self.given = words.day(answer.answered_on) if answer.answered_on else ""
        figures = list(answer.figures.select_related("within").order_by("number"))
        before = {one.later.pk: one for one in beside_before(answer, over_time)}
        self.few = warning_of_few([one.told for one in figures])
        self.figures = _figures(figures, before) if figures else None
        self.ways = [_ways(one) for one in figures] if self.keeps else []
        related = answer.commitments.select_related("step__lead").order_by("number")
        self.promises = [_promise(one, keeps=keeps) for one in related]
        expected = answer.expectations.order_by("number")
        self.expected = [_expected(one, keeps=keeps) for one in expected]


def _figures(figures: Sequence[Figure], before: dict[int, Any]) -> Table:
    columns = (
        Column(heading="Figure"),
        Column(heading="What it says"),
        Column(heading="Source"),
        Column(heading="Before"),
    )
    return Table(caption="Figures", columns=columns, rows=[_figure(one, before) for one in figures])


def _figure(one: Figure, before: dict[int, Any]) -> list[Cell]:
    nested = f"{one.get_nesting_display()}: {one.within}" if one.within else ""
    beside = before.get(one.pk)
    said = Cell("Not answered before")
    if beside is not None:
        said = Cell(in_words(beside.earlier.told), note=beside.compared.words)
    return [
        Cell(one.name, note=one.printed),
        Cell(in_words(one.told), note=nested),
        Cell(one.source or "Not given"),
        said,
    ]


def _ways(one: Figure) -> dict[str, str]:
    return {
        "name": f"{one.name} ({one.unit})" if one.unit else one.name,
        "change": reverse("governance:figure", args=[one.pk]),
        "nest": reverse("governance:nest", args=[one.pk]),
        "out": reverse("governance:leave_out", args=["figure", one.pk]),
    }


def _promise(one: Commitment, *, keeps: bool) -> Part:
    can = keeps and one.answer.is_given and one.step_id is None
    return Part(
        text=promise_in_words(one),
        stands="",
        href=reverse("governance:follow", args=[one.pk]) if can else "",
        way="Make it a next step",
        out=_out("promise", one, keeps=keeps),
    )


def _expected(one: Expectation, *, keeps: bool) -> Part:
    said = f"{one.get_outcome_display()}. {one.letter_words}".strip()
    can = keeps and one.answer.is_given and not one.marked_at
    return Part(
        text=one.text,
        stands=said if one.marked_at else "to be marked after the visit",
        href=reverse("governance:mark", args=[one.pk]) if can else "",
        way="Mark it",
        out=_out("expectation", one, keeps=keeps),
    )


def _out(kind: str, one: Commitment | Expectation, *, keeps: bool) -> str:
    if one.answer.is_given or not keeps:
        return ""
    return reverse("governance:leave_out", args=[kind, one.pk])


class QuestionPage:
    """A question, its answers with the newest first, and what was answered before."""

    def __init__(self, question: Question, user: User, *, keeps: bool) -> None:
        self.heading, self.caption = "Member’s question", str(question.forum)
        self.crumbs = (
            Crumb("Governance", reverse("governance:index")),
            Crumb("Members’ questions", reverse("governance:questions")),
        )
        self.question, self.keeps = question, keeps
        rows = list(question.answers.visible_to(user).order_by("-number"))
        over_time = answers_over_time(question, user)
        self.answers = [AnswerPart(one, over_time, keeps=keeps) for one in rows]
        self.has_draft = any(one.is_draft for one in self.answers)
        self.tag = stands(question, timezone.localdate())
        self.facts = _facts(question)
        self.before = [_earlier(one) for one in over_time if one.question_id != question.pk]


def _facts(row: Question) -> list[tuple[str, str]]:
    facts = [
        ("Question", row.text),
        ("Asked by", row.asked_by),
        ("Asked of", row.asked_of or "Not said"),
        ("Asked on", words.day(row.asked_on)),
        ("About", row.about or "Not said"),
        ("To be answered by", words.day(row.answer_by) if row.answer_by else "Not said"),
    ]
    return [*facts, ("Meeting", words.day(row.meeting.day))] if row.meeting else facts


def _earlier(one: Answer) -> dict[str, str]:
    return {
        "text": str(one.question),
        "href": reverse("governance:question", args=[one.question_id]),
        "given": words.day(one.answered_on) if one.answered_on else "",
        "words": one.text,
    }
