"""Takes page furniture off a report: page numbers, running heads and feet, footnotes."""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from goldenthread.documents.layout import Document, Line, Page

HEAD, HEAD_FOR_SURE = 0.1, 0.07
"""Shares of a page's height above which a line may be, and is, a running head."""
FOOT = 0.92
"""The share of a page's height below which a line may be a running foot."""
SMALLER = 1.5
"""Points by which footnotes are smaller than the body."""
NEAR_EDGE = 3
"""Lines from either end of a page that may be furniture where lines have no boxes."""
REAL_SIZE = 4.0
"""Sizes below this are not points: some programs print everything at size 1 and scale it."""

PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*(\d{1,3})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,3})?", re.I)
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


def _body(page: Page, *, repeated: set[str], size: float | None) -> list[Line]:
    kept = [
        line
        for place, line in enumerate(page.lines)
        if not _is_furniture(line, place=place, page=page, repeated=repeated)
    ]
    return kept[: _footnotes_from(kept, size)] if size else kept


def _repeated(pages: Sequence[Page]) -> set[str]:
    """What stands at the edge of several pages, its digits aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        edge = {
            _folded(line.text)
            for place, line in enumerate(page.lines)
            if _at_edge(line, place=place, page=page)
        }
        counts.update(edge)
    boxed = any(line.box for page in pages for line in page.lines)
    enough = 2 if boxed else max(3, len(pages) // 2)
    return {text for text, count in counts.items() if count >= enough}


def _folded(text: str) -> str:
    return DIGITS.sub("#", text).casefold()


def _at_edge(line: Line, *, place: int, page: Page) -> bool:
    if line.box is None or not page.height:
        return place < NEAR_EDGE or place >= len(page.lines) - NEAR_EDGE
    return line.box.bottom <= HEAD * page.height or line.box.top >= FOOT * page.height


def _is_furniture(line: Line, *, place: int, page: Page, repeated: set[str]) -> bool:
    if not _at_edge(line, place=place, page=page):
        return False
    number = PAGE_NUMBER.fullmatch(line.text)
    if line.box is None or not page.height:
        if number:
            return int(number[1]) == page.number
        return _folded(line.text) in repeated
    if number or line.box.bottom <= HEAD_FOR_SURE * page.height:
        return True
    return _folded(line.text) in repeated


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


def _in_order(lines: list[Line]) -> list[Line]:
    """The lines from top to bottom where the file holds them in another order."""
    boxes = [line.box for line in lines if line.box]
    if len(boxes) < len(lines) or len(lines) < 2:
        return lines
    height = statistics.median(box.bottom - box.top for box in boxes)
    pairs = pairwise(boxes)
    if all(after.top > before.top - 2 * height for before, after in pairs):
        return lines
    return sorted(lines, key=lambda line: line.box.top if line.box else 0.0)
