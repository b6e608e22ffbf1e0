"""The text of a cell as it was before the column's edge broke it."""

from goldenthread.documents.plans.lost_columns.cells import Cells, Span
from goldenthread.documents.plans.lost_columns.columns import PEOPLE
from goldenthread.documents.plans.lost_columns.names import split_people


def cell_text(cells: Cells, column: int, spans: tuple[Span, ...]) -> str | None:
    """A cell's text with its paragraphs, or the people whom it names, on lines of their own.

    None if the cell is empty.
    """
    if cells.models[column].role in PEOPLE:
        return "\n".join(split_people(_lines(cells, spans), cells.names)) or None
    return _paragraphs(cells, column, spans) or None


def _lines(cells: Cells, spans: tuple[Span, ...]) -> list[str]:
    """A cell's lines; a word that the column's edge cut is whole on the first of its lines."""
    lines: list[str] = []
    cut = False
    for span in spans:
        for line in range(span.first, span.last + 1):
            words = cells.words(span, line)
            if not words:
                continue
            lines.append(lines.pop() + " ".join(words) if cut else " ".join(words))
            cut = cells.breaks_word(span, line)
    return lines


def _paragraphs(cells: Cells, column: int, spans: tuple[Span, ...]) -> str:
    pieces = [
        (line, span.start if line == span.first else 0, words, cells.breaks_word(span, line))
        for span in spans
        for line in range(span.first, span.last + 1)
        if (words := cells.words(span, line))
    ]
    text = ""
    for k, (line, _, words, broken) in enumerate(pieces):
        text += " ".join(words)
        if k + 1 < len(pieces):
            then, _, _, _ = pieces[k + 1]
            text += "" if broken else _between(cells, column, (line, pieces[k][1]), then)
    return text


def _between(cells: Cells, column: int, before: tuple[int, int], then: int) -> str:
    line, start = before
    return " " if cells.is_wrapped(column, line, start, then) else "\n"
