"""The answer to a member's question as a paper: the words, each figure, what was promised."""

from collections.abc import Iterator

from goldenthread.basics.days import without_weekday
from goldenthread.governance.figures import in_words, warning_of_few
from goldenthread.governance.models import Answer, Commitment, Figure
from goldenthread.papers.contacts import left_out
from goldenthread.papers.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    Run,
    cell,
    paragraphs,
)
from goldenthread.people.models import User

DRAFT = "Draft: this answer was not given yet, and its figures are not frozen."


def build(answer: Answer, *, by: User) -> Document:
    """The question, the answer, its figures with what is not given of them, and its promises.

    Raises:
        Answer.DoesNotExist: the person does not see it.
    """
    rows = Answer.objects.visible_to(by).select_related("question__forum__authority")
    row = rows.get(pk=answer.pk)
    authority, day = row.authority.name, row.answered_on or row.question.asked_on
    return left_out(
        Document(
            title=str(row),
            subtitle=row.question.about,
            authority=authority,
            as_at=day,
            marking="" if row.is_given else "Draft",
            footer=f"{authority}: {row}",
            blocks=tuple(_blocks(row)),
        )
    )


def _blocks(row: Answer) -> Iterator[Block]:
    if row.answered_on is None:
        yield Note(DRAFT, "missing")
    yield _head(row)
    yield Heading(2, "Question")
    yield from paragraphs(row.question.text)
    yield Heading(2, "Answer")
    yield from paragraphs(row.text)
    figures = list(row.figures.select_related("within").order_by("number"))
    if figures:
        yield Heading(2, "Figures")
        if few := warning_of_few([one.told for one in figures]):
            yield Note(few, "warning")
        yield _figures(figures)
    promises = list(row.commitments.select_related("step__lead").order_by("number"))
    if promises:
        yield Heading(2, "What was promised")
        yield Bullets(tuple((Run(promise_in_words(one)),) for one in promises))


def _head(row: Answer) -> Facts:
    question = row.question
    pairs = [
        ("Asked by", question.asked_by),
        ("Asked on", without_weekday(question.asked_on)),
        ("Answered by", row.answers_for),
        ("Answered on", without_weekday(row.answered_on) if row.answered_on else "Not yet"),
    ]
    return Facts(tuple((name, (Run(text),)) for name, text in pairs))


def _figures(figures: list[Figure]) -> Grid:
    return Grid(
        columns=(Column("Figure", 2), Column("What it says", 3), Column("Source", 2)),
        rows=tuple(_figure(one) for one in figures),
        caption="Figures",
        summary="A row for each figure, with what is known of it and what is not given.",
    )


def _figure(one: Figure) -> tuple[Cell, ...]:
    said = in_words(one.told)
    if one.within is not None:
        said += f"\n{one.get_nesting_display()}: {one.within}"
    return cell(one.name, head=True), cell(said), cell(one.source or "Not given")


def promise_in_words(one: Commitment) -> str:
    """What was promised, by when, and the next step that it became."""
    if one.step is not None:
        stands = "done" if one.step.done_at else "open"
        return f"{one.text} (next step, due {without_weekday(one.step.due_on)}, {stands})"
    if one.due_on is not None:
        return f"{one.text} (by {without_weekday(one.due_on)})"
    return f"{one.text} ({one.printed_day})" if one.printed_day else f"{one.text} (no day given)"
