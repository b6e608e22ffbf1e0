"""The running text of a report as rows: pages joined, furniture off, gaps measured.

For reports since 2013, whose paragraphs and recommendations are told by room, indent and size.
Letters and older reports have `printed_rows`, which say no more than where a block begins.
"""

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from goldenthread.documents.layout import Box, Document, Line
from goldenthread.documents.reports.furniture import REAL_SIZE, body_lines, body_size
from goldenthread.documents.reports.sections_marks import Kind, marker

LEADING = 1.2
"""Distance between two baselines as a share of the size, where it cannot be measured."""
ENOUGH = 10
"""So many wrapped rows are needed to measure it."""
USUAL_SIZE = 12.0
"""Points of Ofsted's body text, where the container does not know them."""
WRAPPED_FROM = 60
"""A row of so many letters that ends no sentence was wrapped."""
DESCENDERS = frozenset("gjpqyQ,;()[]|")
DESCENT = 0.2
"""How far letters such as p reach below the baseline, as a share of the size."""
SENTENCE_ENDS = frozenset(".:;?!)’”'\"")
LONGEST_MARK = 6
BREAK = 1.3
"""A gap of so many usual pitches parts two blocks of text."""

LINE_BREAK_HYPHEN = re.compile("[\ufffe\x02]")
SUSPENDED = re.compile(r"(?<=\w)[\ufffe\x02](?=(?:and|or|to)\b)")
INNER_SOFT_HYPHEN = re.compile("\xad(?!$)")
SPACES = re.compile("[ \t\u00a0\u2002-\u200b]+")
ODD = re.compile("[\x02\t\xa0\xad\u2002-\u200b\ufffe]|  |^ | $")


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row of the running text.

    `gap` is the distance to the row above in usual pitches: 1 inside a paragraph; None at
    the head of a page and where it is not known. `left` is 0 where it is not known. `size`
    is in points above (or below) the body's size, 0 where it is not known.
    """

    text: str
    page: int
    left: float
    right: float
    gap: float | None
    size: float
    bold: bool

    @property
    def starts_block(self) -> bool:
        return self.gap is None or self.gap > BREAK


def rows(document: Document) -> list[Row]:
    """The running text, in reading order; a mark on a line of its own joins its text."""
    pages = [_joined(lines) for lines in body_lines(document)]
    size = body_size(document.lines())
    pitch = _pitch(pages, size)
    made = [row for lines in pages for row in _rows(lines, pitch=pitch, size=size)]
    return list(_with_marks(made))


def _clean(text: str) -> str:
    if not ODD.search(text):
        return text
    text = LINE_BREAK_HYPHEN.sub("-", SUSPENDED.sub("- ", text))
    text = INNER_SOFT_HYPHEN.sub("", text)
    return SPACES.sub(" ", text).strip()


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Parts of one printed line that the file holds apart, put together again."""
    whole: list[Line] = []
    for line in lines:
        text = _clean(line.text)
        if text != line.text:
            line = replace(line, text=text)
        if whole and _continues(whole[-1], line):
            whole[-1] = _side_by_side(whole[-1], line)
        elif line.text:
            whole.append(line)
    return whole


def _continues(before: Line, line: Line) -> bool:
    if before.box is None or line.box is None:
        return False
    overlap = min(before.box.bottom, line.box.bottom) - max(before.box.top, line.box.top)
    lower = min(before.box.bottom - before.box.top, line.box.bottom - line.box.top)
    return overlap > lower / 2 and line.box.left > before.box.right - 3


def _side_by_side(before: Line, line: Line) -> Line:
    if before.box is None or line.box is None:
        return before
    box = Box(
        left=before.box.left,
        top=min(before.box.top, line.box.top),
        right=line.box.right,
        bottom=max(before.box.bottom, line.box.bottom),
    )
    return replace(before, text=f"{before.text} {line.text}", box=box)


def _baseline(line: Line) -> float | None:
    """Where the letters stand; a box is of the first and last letter only."""
    if line.box is None:
        return None
    size = line.size if line.size and line.size >= REAL_SIZE else USUAL_SIZE
    hangs = line.text[:1] in DESCENDERS or line.text[-1:] in DESCENDERS
    return line.box.bottom - (DESCENT * size if hangs else 0.0)


def _pitch(pages: Iterable[Sequence[Line]], size: float | None) -> float:
    """The usual distance between two rows of one paragraph, in points."""
    distances = [
        below - above
        for lines in pages
        for first, second in pairwise(lines)
        if _wrapped(first) and (above := _baseline(first)) is not None
        if (below := _baseline(second)) is not None and 6 < below - above < 30
    ]
    if len(distances) < ENOUGH:
        return LEADING * (size or USUAL_SIZE)
    return statistics.median(distances)


def _wrapped(line: Line) -> bool:
    return line.box is not None and len(line.text) > WRAPPED_FROM and line.text[-1:] not in ".:;?!"


def _rows(lines: Sequence[Line], *, pitch: float, size: float | None) -> Iterator[Row]:
    above: float | None = None
    for line in lines:
        here = _baseline(line)
        top = line.box.top if line.box else None
        first = here if top is None or here is None else min(here, top + pitch * 0.75)
        yield Row(
            text=line.text,
            page=line.place.page or 1,
            left=line.box.left if line.box else 0.0,
            right=line.box.right if line.box else 0.0,
            gap=None if above is None or first is None else (first - above) / pitch,
            size=_above_body(line.size, size),
            bold=bool(line.bold),
        )
        above = here


def _above_body(size: float | None, body: float | None) -> float:
    if body is None or not size or size < REAL_SIZE:
        return 0.0
    return round(size - body, 1)


def _with_marks(made: Sequence[Row]) -> Iterator[Row]:
    """Rows in which a lone bullet or number has joined the row that it marks."""
    held: Row | None = None
    for above, row, below in zip([None, *made], made, [*made[1:], None], strict=False):
        if held is not None:
            yield replace(held, text=f"{held.text} {row.text}", right=row.right, bold=row.bold)
            held = None
        elif below is not None and _is_lone_mark(above, row, below):
            held = row
        else:
            yield row


def _is_lone_mark(above: Row | None, row: Row, below: Row) -> bool:
    """Not the last word of a sentence, which may be a number too ("over the age of" / "18.")."""
    mark = marker(row.text) if len(row.text) <= LONGEST_MARK else None
    if mark is None or mark.rest or marker(below.text):
        return False
    ended = above is None or row.starts_block or above.text[-1] in SENTENCE_ENDS
    return ended or mark.kind is Kind.BULLET
