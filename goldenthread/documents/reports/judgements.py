"""The judgements of a report: its table and sentences on page 1, checked against its headings.

| source | used for |
|---|---|
| table on the first pages | the grades; it goes before everything else |
| sentences on the first pages | SIF overall effectiveness, the board until 2014 |
| headings and small tables in the body | the board, a check of the table, and the grades where the table is lost (then with a question) |

No sentence of the summary stands in for a lost ILACS overall grade: it is asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from goldenthread.documents.layout import Document
from goldenthread.documents.proposals import Question
from goldenthread.documents.reports import front_page, grades, headings, judgement_tables, strips
from goldenthread.documents.reports.folding import clean
from goldenthread.documents.reports.headings import Judgement
from goldenthread.documents.reports.vocabulary import (
    LSCB,
    OVERALL_SENTENCE,
    Area,
    areas_of,
    expected,
)


@dataclass(slots=True)
class Judgements:
    """The judgements in printed order, and the questions that reading them raised."""

    found: list[Judgement] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def codes(self) -> set[str]:
        return {judgement.area.code for judgement in self.found}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be judged: the framework, whether the board was reviewed, the last day on site."""

    framework: str
    review: bool
    inspected: date | None


def read(document: Document, asked: Asked) -> Judgements:
    """The judgements of a report under its framework."""
    areas = areas_of(asked.framework)
    found = strips.of_pages(front_page.pages_of(document))
    graded = judgement_tables.first_table(judgement_tables.tables(found, areas))
    front = _on_front(document, asked, found, graded)
    body = _in_body(document, asked, areas, after=front)
    result = Judgements(found=_first_of_each(front))
    _check(result, [*front, *body])
    _fill(result, body)
    _ask_for_missing(result, asked)
    _ask_for_odd(result)
    _ask_for_order(result, graded)
    return result


def as_dict(judgement: Judgement) -> dict[str, str | int | None]:
    """A judgement as `read` prints it (corpus fields, whom it judges, and its page)."""
    return {
        "area": judgement.area.code,
        "label": judgement.label,
        "grade": judgement.grade.code,
        "grade_printed": judgement.grade.printed,
        "body": judgement.area.body,
        "page": judgement.page,
    }


def _on_front(
    document: Document,
    asked: Asked,
    found: Sequence[strips.Strip],
    graded: Sequence[judgement_tables.Graded],
) -> list[Judgement]:
    """What the first pages judge: sentences before and after the table, and the table."""
    table = headings.of_rows(graded, found)
    first_row = min((row.row.at[0] for row in graded if row.cell), default=len(found))
    title = front_page.title_lines(front_page.pages_of(document))
    above = [strip for strip in found[:first_row] if strip.line not in title]
    spoken = list(_spoken(asked, above, found))
    return sorted([*table, *spoken], key=lambda j: (j.page or 0, j.line.place.line or 0))


def _spoken(
    asked: Asked, above: Sequence[strips.Strip], found: Sequence[strips.Strip]
) -> Iterable[Judgement]:
    """The sentences: overall effectiveness between title and table, the board anywhere."""
    if asked.framework.startswith("SIF"):
        lines = [strip for strip in above if not front_page.is_labelled(strip.text)]
        overall = list(headings.sentences(lines, (OVERALL_SENTENCE,)))
        yield from (_as_sentence(judgement) for judgement in overall[:1])
    if asked.review:
        yield from (_as_sentence(j) for j in headings.sentences(found, (LSCB,)))


def _in_body(
    document: Document, asked: Asked, areas: tuple[Area, ...], *, after: Sequence[Judgement]
) -> list[Judgement]:
    """What the pages after the table judge once more; the board's sentence is printed there."""
    last = max((judgement.page or 1 for judgement in after if judgement.from_table), default=0)
    wanted = (*areas, LSCB) if asked.review else areas
    if asked.framework.startswith("SIF"):
        wanted = (*wanted, OVERALL_SENTENCE)
    found = headings.in_body(document, wanted, from_page=last + 1)
    if asked.review and not any(judgement.area == LSCB for judgement in (*after, *found)):
        found += headings.in_body(document, (LSCB,), from_page=last + 1, plain=True)
    sentences = (LSCB, OVERALL_SENTENCE)
    return [_as_sentence(j) if j.area in sentences else j for j in found]


def _as_sentence(judgement: Judgement) -> Judgement:
    """A judgement that is a sentence prints the whole of it, as label and as grade."""
    whole = f"{judgement.label} {judgement.grade.printed}"
    grade = grades.Grade(whole, judgement.grade.code, judgement.grade.sure)
    label = judgement.area.label if judgement.area.code == "lscb" else whole
    return replace(judgement, label=label, grade=grade)


def _first_of_each(found: Iterable[Judgement]) -> list[Judgement]:
    """One judgement an area: that of the table before that of a sentence."""
    by_code: dict[str, Judgement] = {}
    for judgement in found:
        have = by_code.get(judgement.area.code)
        if have is None or (judgement.from_table and not have.from_table):
            by_code[judgement.area.code] = judgement
    return list(by_code.values())


def _check(result: Judgements, others: Iterable[Judgement]) -> None:
    """Ask where another place of the report prints another grade."""
    for number, judgement in enumerate(result.found):
        for other in others:
            same = other.area.code == judgement.area.code
            if same and other.grade.sure and other.grade.code != judgement.grade.code:
                result.questions.append(
                    Question(
                        where=f"judgements/{number}/grade",
                        question=f"Page {judgement.page} prints “{judgement.grade.printed}” for "
                        f"“{judgement.label}”, page {other.page} “{other.grade.printed}”. Which holds?",
                        suggestion=judgement.grade.code,
                    )
                )
                break


def _fill(result: Judgements, others: Sequence[Judgement]) -> None:
    """Take what the first pages do not give from the body, with a question (the board's without)."""
    for judgement in _first_of_each(others):
        if judgement.area.code in result.codes():
            continue
        result.found.append(judgement)
        if judgement.area.code != "lscb" or judgement.plain:
            result.questions.append(
                Question(
                    where=f"judgements/{len(result.found) - 1}/grade",
                    question=f"The table on the first pages gives no grade for “{judgement.area.label}”; "
                    f"page {judgement.page} prints “{clean(judgement.grade.printed)}”. Is that the judgement?",
                    suggestion=judgement.grade.code,
                )
            )


def _ask_for_missing(result: Judgements, asked: Asked) -> None:
    labels = {area.code: area.label for area in (*areas_of(asked.framework), LSCB)}
    for code in expected(asked.framework, asked.inspected):
        if code in result.codes() or (code == "lscb" and not asked.review):
            continue
        result.questions.append(
            Question(
                where="judgements",
                question=f"No grade was found for “{labels[code]}”. Which grade does the report print?",
                suggestion=None,
            )
        )


def _ask_for_odd(result: Judgements) -> None:
    """Grades whose words are none that reports are known to print (A-06)."""
    for number, judgement in enumerate(result.found):
        if judgement.grade.sure:
            continue
        result.questions.append(
            Question(
                where=f"judgements/{number}/grade",
                question=f"“{judgement.grade.printed}” for “{judgement.label}” (page {judgement.page}) "
                "is no known wording of a grade. Which grade is it?",
                suggestion=judgement.grade.code,
            )
        )


def _ask_for_order(result: Judgements, graded: Sequence[judgement_tables.Graded]) -> None:
    """Where a text tells no places and its labels and grades do not pair off, one question for all."""
    if any(row.paired_by == "sequence" for row in graded):
        result.questions.append(
            Question(
                where="judgements",
                question="The text tells labels and grades in an order that does not pair them for "
                "certain. Does each area have the grade that the report prints beside it?",
                suggestion=None,
            )
        )
