"""What the pages of a visit say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.inspections.models import LetterStatement, Visit
from goldenthread.papers.visit.layout import COUNTED, NO_TESTS, letter_words, numbers
from goldenthread.thread.visiting import KINDS, About, Claimed, Sheet
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Empty, Table, Tag
from goldenthread.web.ways import Ways

COME = Tag("To come", "govuk-tag--blue")
OVER = Tag("Letter recorded", "govuk-tag--green")
OFF = Tag("Called off", "govuk-tag--grey")
FORMS = (("pdf", "PDF"), ("docx", "Word"))


@dataclass(frozen=True)
class Told:
    """A recommendation in the scope with its four sentences and the way to its thread."""

    title: str
    href: str
    sentences: tuple[tuple[str, str], ...]


def empty(*, may_prepare: bool) -> Empty:
    """What to do first."""
    if may_prepare:
        return Empty(
            heading="No visit is prepared for yet",
            text="Say when inspectors are expected and what they will look at. The sheet then "
            "shows what is claimed, what is checked and what is known to be weak.",
            action="Prepare for a visit",
            href=reverse("visits:prepare"),
        )
    return Empty(
        heading="No visit is prepared for",
        text="An improvement officer or the director prepares for visits. Ask one.",
    )


def listed(rows: Sequence[Visit]) -> Table:
    """The visits, those to come first."""
    return Table(
        caption="Visits of inspectors",
        columns=[Column(heading=head) for head in ("Visit", "Expected", "State", "Scope")],
        rows=[
            [
                Cell(row.framework.name, href=reverse("visits:show", args=[row.pk])),
                Cell(row.days_printed or "day not known"),
                Cell(tag=state(row)),
                Cell(row.scope),
            ]
            for row in rows
        ],
        caption_is_hidden=True,
    )


def state(row: Visit) -> Tag:
    """How far it is."""
    if row.called_off_on is not None:
        return OFF
    return COME if row.is_to_come else OVER


class VisitPage:
    """A visit with its sheet: scope, claims, the last letter, weaknesses, sentences."""

    def __init__(self, sheet: Sheet, ways: Ways, *, may_change: bool) -> None:
        visit = sheet.visit
        self.visit = visit
        self.sheet = sheet
        self.state = state(visit)
        self.may_change = may_change and visit.is_to_come
        self.claims = _claims(sheet.claims)
        self.scope = _scope(sheet.about)
        self.letter = letter_words(sheet.letter) if sheet.letter else ""
        self.letter_href = _letter(sheet)
        self.improved = _saying(sheet.improved)
        self.not_yet = _saying(sheet.not_yet)
        self.weak = list(_weak(sheet, ways))
        self.told = [_told(one) for one in sheet.about]
        self.files = [
            (label, reverse("visits:sheet", args=[visit.pk, form])) for form, label in FORMS
        ]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """When, what, whose records, and what became of it."""
        row = self.visit
        found = [
            ("Expected", row.days_printed or "day not known"),
            ("What they look at", row.scope),
            ("Whose records", row.cohort or "not said"),
        ]
        if row.letter is not None:
            found.append(("Its letter", str(row.letter)))
        if row.called_off_on is not None:
            found.append(("Called off", f"{words.day(row.called_off_on)}: {row.called_off_why}"))
        return found


def _claims(claims: Sequence[Claimed]) -> Table:
    return Table(
        caption="What we claim, by kind of test",
        columns=[
            Column(heading="Test"),
            *(Column(heading=head, numeric=True) for head in COUNTED),
        ],
        rows=[
            [
                Cell(one.kind.capitalize()),
                *(Cell(str(number)) for number in numbers(one)),
            ]
            for one in claims
        ],
        caption_is_hidden=True,
    )


def _scope(about: Sequence[About]) -> Table:
    return Table(
        caption="Tests with checked evidence, by recommendation",
        columns=[
            Column(heading="Recommendation"),
            Column(heading="Words"),
            *(Column(heading=kind.capitalize()) for kind in KINDS),
        ],
        rows=[
            [
                Cell(_name(one), href=_thread(one)),
                Cell(one.recommendation.text),
                *(Cell(_shown(*one.shown[kind])) for kind in KINDS),
            ]
            for one in about
        ],
        caption_is_hidden=True,
    )


def _shown(checked: int, of: int) -> str:
    return f"{checked} of {of}" if of else NO_TESTS


def _name(one: About) -> str:
    row = one.recommendation
    return f"{row.get_kind_display()} {row.number or row.order}"


def _thread(one: About) -> str:
    return reverse("thread:show", args=["recommendation", one.recommendation.pk])


def _told(one: About) -> Told:
    return Told(_name(one), _thread(one), one.sentences.all)


def _letter(sheet: Sheet) -> str:
    return reverse("inspections:show", args=[sheet.letter.pk]) if sheet.letter else ""


def _saying(rows: Sequence[LetterStatement]) -> list[str]:
    return [
        f"{row.text} (paragraph {row.paragraph})" if row.paragraph else row.text for row in rows
    ]


def _weak(sheet: Sheet, ways: Ways) -> Iterable[tuple[str, str, str]]:
    """Each weakness in words, with what it is about and its page."""
    for one, found in sheet.weaknesses:
        href = ways.action(found.act) if found.act else _thread(one)
        name = f"{_name(one)}, {found.action}" if found.action else _name(one)
        yield name, href, found.words
