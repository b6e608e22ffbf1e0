"""Asks about every cell of a flattened plan whose column is not sure."""

from collections.abc import Iterator, Sequence

from goldenthread.documents.plans.lost_columns.blocks import place_of
from goldenthread.documents.plans.lost_columns.doubts import Other, Texts, others
from goldenthread.documents.plans.lost_columns.reading import Read
from goldenthread.documents.plans.lost_columns.typed import Marks
from goldenthread.documents.proposals import Question

_LONGEST_QUOTE = 90


def questions_of(reads: Sequence[Read], marks: Marks) -> list[Question]:
    """Questions about cells, row by row, and one about the whole text if its blanks are gone."""
    found = [] if marks.leading and marks.trailing else [_without_marks(marks)]
    for read in reads:
        links = read.links()
        for at, called in enumerate(names_of_rows(read)):
            for other in others(read, at, links[at]):
                found.append(_about_cells(read, at, called, other))
            found.extend(_about_columns(read, at, called))
    return found


def _without_marks(marks: Marks) -> Question:
    lost = "at the ends of lines are" if marks.leading else "that mark empty cells are"
    return Question(
        where="The document",
        question=f"The columns of this plan are lost, and the blanks {lost} gone too, "
        "so cells are placed by their words alone. Is there a Word, Excel or PDF file of it?",
        suggestion=None,
    )


def names_of_rows(read: Read) -> list[str]:
    """What each row is called: its line, its item's number and its place in the item."""
    names = []
    before: tuple[int, ...] | None = None
    place = 0
    for row, number in zip(read.rows, read.numbers, strict=True):
        place = place + 1 if number == before else 1
        before = number
        item = f"item {'.'.join(map(str, number))}, action {place}" if number else f"row {place}"
        names.append(f"{_line_of(read, row.first_line)}, {item}")
    return names


def _line_of(read: Read, line: int) -> str:
    place = place_of(read, line, len(read.section.lines) - 1)
    page = f"Page {place.page}, line" if place.page is not None else "Line"
    return f"{page} {place.line}"


def _about_cells(read: Read, at: int, called: str, other: Other) -> Question:
    kept = _said(read, other.columns, other.read)
    instead = _said(read, other.columns, other.other)
    rows = " in several rows" if other.splits else ""
    return Question(
        where=called,
        question=f"The column of these words is not sure. They are read as {kept}. "
        f"They could also be{rows} {instead}. Which is right?",
        suggestion=kept,
    )


def _said(read: Read, columns: Sequence[int], texts: Texts) -> str:
    """The cells of a reading in words: “Lead Officer”: A B; “Test”: blank."""
    headings = read.section.columns
    cells = [
        f"“{headings[column].heading}”: {_shortened(text) if text else 'blank'}"
        for column, text in zip(columns, texts, strict=True)
    ]
    return "; ".join(cells)


def _shortened(text: str) -> str:
    """The beginning and the end of a long text, as doubts are about its edges."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    half = _LONGEST_QUOTE // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def _about_columns(read: Read, at: int, called: str) -> Iterator[Question]:
    """A row without all of its columns: its empty cells do not add up."""
    row = read.rows[at]
    expected = range(min(row.cells), len(read.section.columns))
    missing = [k for k in expected if k not in row.cells]
    if not missing or not read.cells.marks.trailing:
        return
    headings = ", ".join(f"“{read.section.columns[k].heading}”" for k in missing)
    yield Question(
        where=called,
        question=f"The row has fewer cells than the plan has columns. {headings} "
        "are taken for blank. Are the other cells in their right columns?",
        suggestion=None,
    )
