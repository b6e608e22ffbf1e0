"""Takes page furniture off a report: page numbers, running heads and feet, footnotes."""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from goldenthread.documents.layout import Document, Line, Page
from goldenthread.documents.reports.sections_marks import marker

HEAD, HEAD_FOR_SURE = 0.1, 0.07
"""Shares of a page's height above which a line may be, and is, a running head."""
FOOT, FOOT_FOR_SURE = 0.88, 0.92
"""Shares of it below which a line may be a running foot, and a number is the page's."""
TWICE, SEVERAL = 2, 3
"""So many pages bear the same running head or foot in the margin, and near it."""
SMALLER = 1.5
"""Points by which footnotes are smaller than the body."""
LINES_OF_NOTES = 8
NOTES_FROM = 0.7
"""The share of a page's height below which notes stand."""
GAP_ABOVE_NOTES = 10.0
"""Points that part notes from the text where nothing else does."""
NEAR_EDGE = 3
"""Lines from either end of a page that may be furniture where lines have no boxes."""
REAL_SIZE = 4.0
"""Sizes below this are not points: some programs print everything at size 1 and scale it."""

_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*(\d{1,3})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,3})?", re.I)
FOOTNOTE = re.compile(r"(?:\d{1,2}|[*†‡])\s*(?=[^\W\d_]|[‘“(\"'])")
DIGITS = re.compile(r"\d+")


def body_lines(document: Document) -> list[list[Line]]:
    """The lines of each page that belong to the running text, in reading order."""
    size = body_size(document.lines())
    repeated = _repeated(document.pages)
    return [_in_order(_body(page, repeated=repeated, size=size)) for page in document.pages]


def body_size(lines: Iterable[Line]) -> float | None:
    """The size in points that most letters of the lines have; None where it is not known."""
    letters: Counter[float] = Counter()
    for line in lines:
        if line.size and line.size >= REAL_SIZE:
            letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else None


def page_number(text: str) -> int | None:
    """The number of a line that holds a page's number and nothing else ("Page 3 of 12", "– 3 –")."""
    found = _PAGE_NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def without_numbers(text: str) -> str:
    """A running head or foot for comparing: its numbers and capitals do not matter."""
    return DIGITS.sub("#", text).strip().casefold()


def _body(page: Page, *, repeated: Counter[str], size: float | None) -> list[Line]:
    kept = [
        line
        for place, line in enumerate(page.lines)
        if not _is_furniture(line, place=place, page=page, repeated=repeated, size=size)
    ]
    if size is None:
        return kept[: _notes_by_place(kept, page)]
    return kept[: _footnotes_from(kept, size)]


def _repeated(pages: Sequence[Page]) -> Counter[str]:
    """On how many pages a text stands at the edge, its digits aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        edge = {
            without_numbers(line.text)
            for place, line in enumerate(page.lines)
            if _near_edge(line, place=place, page=page)
        }
        counts.update(edge)
    return counts


def _near_edge(line: Line, *, place: int, page: Page) -> bool:
    """Where a running head or foot may stand; far from it nothing is furniture."""
    if line.box is None or not page.height:
        return place < NEAR_EDGE or place >= len(page.lines) - NEAR_EDGE
    return line.box.bottom <= HEAD * page.height or line.box.top >= FOOT * page.height


def _is_furniture(
    line: Line, *, place: int, page: Page, repeated: Counter[str], size: float | None
) -> bool:
    if not _near_edge(line, place=place, page=page):
        return False
    in_margin = _in_margin(line, page=page)
    times = repeated[without_numbers(line.text)]
    if times >= (TWICE if in_margin else SEVERAL) and not _is_lone_mark(line):
        return True
    number = page_number(line.text)
    if number is not None and (in_margin or number == page.number):
        return True
    return in_margin and (_is_head(line, page=page) or _is_small(line, size))


def _is_lone_mark(line: Line) -> bool:
    """A bullet or a paragraph's number that stands apart from its text."""
    mark = marker(line.text)
    return mark is not None and not mark.rest


def _in_margin(line: Line, *, page: Page) -> bool:
    if line.box is None or not page.height:
        return False
    return _is_head(line, page=page) or line.box.top >= FOOT_FOR_SURE * page.height


def _is_head(line: Line, *, page: Page) -> bool:
    if line.box is None or not page.height:
        return False
    return line.box.bottom <= HEAD_FOR_SURE * page.height


def _is_small(line: Line, size: float | None) -> bool:
    if size is None or line.size is None:
        return False
    return REAL_SIZE <= line.size <= size - SMALLER


def _footnotes_from(lines: Sequence[Line], size: float) -> int:
    """Where the block of small lines at the foot of a page begins, if notes are in it."""
    small = len(lines)
    while small and 0 < (lines[small - 1].size or size) <= size - SMALLER:
        small -= 1
    if not small:
        return len(lines)
    for index in range(small, len(lines)):
        if FOOTNOTE.match(lines[index].text) or lines[index].text.isdigit():
            return index
    return len(lines)


def _notes_by_place(lines: Sequence[Line], page: Page) -> int:
    """The same where sizes are not known: a block low on the page that begins with a mark."""
    lowest = NOTES_FROM * (page.height or 0.0)
    for index in range(len(lines) - 1, max(len(lines) - LINES_OF_NOTES, 0), -1):
        above, here = lines[index - 1].box, lines[index].box
        if above is None or here is None or here.top < lowest:
            break
        if here.top - above.bottom > GAP_ABOVE_NOTES:
            return index if FOOTNOTE.match(lines[index].text) else len(lines)
    return len(lines)


def _in_order(lines: list[Line]) -> list[Line]:
    """The lines from top to bottom where the file holds them in another order."""
    boxes = [line.box for line in lines if line.box]
    if len(boxes) < len(lines) or len(lines) < 2:
        return lines
    height = statistics.median(box.bottom - box.top for box in boxes)
    pairs = pairwise(boxes)
    if all(after.top > before.top - 2 * height for before, after in pairs):
        return lines
    return list(_row_by_row(lines, height / 2))


def _row_by_row(lines: Sequence[Line], near: float) -> Iterator[Line]:
    """From top to bottom by their middles, and what stands at one height from left to right.

    A dash or a square is lower than the letters beside it, so the tops would put it behind them.
    """
    row: list[Line] = []
    for line in sorted(lines, key=_middle):
        if row and _middle(line) - _middle(row[0]) > near:
            yield from sorted(row, key=_left)
            row = []
        row.append(line)
    yield from sorted(row, key=_left)


def _middle(line: Line) -> float:
    return (line.box.top + line.box.bottom) / 2 if line.box else 0.0


def _left(line: Line) -> float:
    return line.box.left if line.box else 0.0
