"""How much a document looks like a plan whose columns are lost."""

from goldenthread.documents.layout import Document
from goldenthread.documents.plans.lost_columns.headings import Heading, find_headings
from goldenthread.documents.plans.lost_columns.sections import all_lines
from goldenthread.documents.plans.lost_columns.typed import Typed, marks_of

_ALIGNED_GAP = 4
_MOST_ALIGNED = 0.3
_SURE, _LIKELY, _WEAK = 0.95, 0.7, 0.2
_FEWEST_LINES = 8


def looks_like_lost_columns(document: Document) -> float:
    """From 0 to 1; only a text without tables can be one, and it has headings but no grid.

    Cheap: it looks for the row of headings and counts blanks.
    """
    if document.form != "text" or document.tables():
        return 0.0
    lines = all_lines(document)
    marks = marks_of(lines)
    headings = find_headings(lines, marks)
    if not headings:
        return 0.0
    body = [line for line in lines[headings[0].last + 1 :] if line.words]
    if len(body) < _FEWEST_LINES or _is_aligned(body):
        return _WEAK
    return _SURE if marks.leading or _is_stacked(headings[0]) else _LIKELY


def _is_aligned(lines: list[Typed]) -> bool:
    """Whether the columns are still there, as wide gaps within the lines."""
    wide = sum(sum(gap >= _ALIGNED_GAP for gap in line.gaps[1:]) >= 2 for line in lines)
    return wide > _MOST_ALIGNED * len(lines)


def _is_stacked(heading: Heading) -> bool:
    """Whether the headings stand below each other."""
    return heading.last - heading.first + 1 >= len(heading.columns)
