"""A document's lines as a reader of numbered paragraphs needs them: no furniture, and where a block begins.

For letters and for reports before 2013. Not the rows of `sections_rows`, which are measured
(gap, margin, size): these keep the place of each line and say only whether a block begins, by
whatever the form shows (boxes, blank lines, paragraphs), so that Word files and extracted texts
are read like PDFs. Furniture is what repeats among a page's first and last lines, with page
numbers told as in `furniture`; footnotes stay, because they are told by size.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.documents.layout import Document, Line, Page, Place
from goldenthread.documents.reports.furniture import (
    NEAR_EDGE,
    SEVERAL,
    page_number,
    without_numbers,
)

LARGER = 1.08
SAME_SIZE = 0.5
# Lines of one paragraph are set up to this many leadings apart: boxes end at a letter's own foot.
WIDER = 1.25
MUCH_WIDER = 1.5
WIDE_SET = 1.5
SENTENCE_ENDS = (".", "?", "!", ":", "’", "”")
SHORT_LINE = 300.0
CONTENTS_ENTRY = re.compile(r"(?:\.{2,}|…|\s)\s*\d{1,3}$")
BULLETS = "•●▪■◼◾◆‣○·\uf0b7\uf0a7\uf06e\uf0d8\uf0fc"
BULLET = re.compile(rf"^(?:[{BULLETS}]\s*|[-–*]\s+)(?P<text>.*)$")
"""A point of a list and its text."""
# A PDF's own mark for a hyphen at the end of a line.
HYPHEN_MARKS = ("\ufffe", "\x02", "\u00ad")


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line. `fresh`: a block begins here (after a blank line, a new paragraph, another type).

    `large`: set as a heading. `alone`: nothing else is in its block, as far as the container shows.
    `indented`: blanks stood before it, which is all that some extracted texts keep of a bullet.
    """

    text: str
    place: Place
    fresh: bool
    large: bool = False
    alone: bool = False
    indented: bool = False


def rows(document: Document, *, footer: re.Pattern[str] | None = None) -> list[Row]:
    """The document's rows in order, without blank lines, page furniture and table of contents.

    `footer` tells the page footers of a kind of report where nothing repeats them.
    """
    if document.form == "pdf":
        found = _of_pdf(document)
    elif document.blocks:
        found = [
            Row(_clean(x.text), x.place, fresh=True, large=x.bold is True, alone=True)
            for x in document.lines()
        ]
    else:
        found = _of_text(document)
    return _without_contents([row for row in found if not (footer and _is_footer(row, footer))])


def _clean(text: str) -> str:
    for mark in HYPHEN_MARKS:
        text = text.replace(mark, "-")
    return text.strip()


def _of_pdf(document: Document) -> list[Row]:
    repeated = _repeated(document.pages)
    body = _body_style(document)
    leading = _leading(document)
    found: list[Row] = []
    before: Line | None = None
    for page in document.pages:
        for line in _between_edges(page, repeated):
            fresh = before is None or _breaks(before, line, leading)
            text = _clean(line.text)
            found.append(Row(text, line.place, fresh=fresh, large=_is_large(line, body)))
            before = line
    return found


def _breaks(before: Line, line: Line, leading: float) -> bool:
    """Another block begins: other type (a bullet's own type says nothing), or more room than usual."""
    bulleted = before.text.strip()[:1] in BULLETS or line.text.strip()[:1] in BULLETS
    sizes = abs((before.size or 0) - (line.size or 0))
    if not bulleted and (before.bold != line.bold or sizes > SAME_SIZE):
        return True
    if before.box is None or line.box is None or before.place.page != line.place.page:
        return _ends_short(before)
    usual = leading * (line.size or 0)
    step = line.box.bottom - before.box.bottom
    wide = WIDER if before.text.rstrip().endswith(SENTENCE_ENDS) else MUCH_WIDER
    return step > usual * wide or step < -usual


def _ends_short(line: Line) -> bool:
    """The last line of a page ends a sentence well before the right margin."""
    width = line.box.right - line.box.left if line.box else 0
    return 0 < width < SHORT_LINE and line.text.rstrip().endswith(SENTENCE_ENDS)


def _leading(document: Document) -> float:
    """The distance from a line to the next inside a paragraph, as a multiple of the size of type.

    It is the lower quartile of all. Where that is wider than lines are usually set and some
    lines are closer, the letter is short and most steps lie between its paragraphs.
    """
    steps = [
        (b.box.bottom - a.box.bottom) / b.size
        for page in document.pages
        for a, b in pairwise(page.lines)
        if a.box and b.box and b.size and b.box.bottom > a.box.bottom
    ]
    steps = sorted(step for step in steps if step > 1)
    if not steps:
        return 0.0
    quartile = steps[len(steps) // 4]
    return WIDE_SET if steps[0] <= WIDE_SET < quartile else quartile


def _is_large(line: Line, body: tuple[float | None, bool | None]) -> bool:
    size, bold = body
    larger = line.size is not None and size is not None and line.size > size * LARGER
    return larger or (line.bold is True and bold is not True)


def _body_style(document: Document) -> tuple[float | None, bool | None]:
    """The size and weight in which most characters are set."""
    counts: Counter[tuple[float | None, bool | None]] = Counter()
    for line in document.lines():
        counts[(line.size, line.bold)] += len(line.text)
    return counts.most_common(1)[0][0] if counts else (None, None)


def _edges(page: Page) -> set[int]:
    count = len(page.lines)
    return {*range(min(NEAR_EDGE, count)), *range(max(0, count - NEAR_EDGE), count)}


def _repeated(pages: tuple[Page, ...]) -> frozenset[str]:
    """Texts at the edges of at least three pages, their numbers apart."""
    counts = Counter(
        text
        for page in pages
        for text in {without_numbers(page.lines[i].text) for i in _edges(page)}
    )
    return frozenset(text for text, n in counts.items() if text.strip("# ") and n >= SEVERAL)


def _between_edges(page: Page, repeated: frozenset[str]) -> Iterator[Line]:
    edges = _edges(page)
    for index, line in enumerate(page.lines):
        furniture = page_number(line.text) is not None or without_numbers(line.text) in repeated
        if line.text.strip() and not (index in edges and furniture):
            yield line


def _of_text(document: Document) -> list[Row]:
    """Rows of a text; a page that begins with words may go on with the sentence of the page before."""
    found: list[Row] = []
    for page in document.pages:
        blank = [page.number == 1, *(not line.text.strip() for line in page.lines), True]
        for index, line in enumerate(page.lines, start=1):
            if not blank[index]:
                found.append(_text_row(line, fresh=blank[index - 1], last=blank[index + 1]))
    return [row for row in found if not (row.alone and page_number(row.text) is not None)]


def _text_row(line: Line, *, fresh: bool, last: bool) -> Row:
    text = _clean(line.text)
    indented = line.text[:1].isspace()
    return Row(text, line.place, fresh=fresh, alone=fresh and last, indented=indented)


def _is_footer(row: Row, footer: re.Pattern[str]) -> bool:
    apart = row.alone or row.fresh or row.text[-1:].isdigit()
    return apart and footer.match(row.text) is not None


def _without_contents(found: list[Row]) -> list[Row]:
    """Leaves out the entries after the heading Contents, up to the last one with a page number."""
    start = next((i for i, r in enumerate(found) if r.text.lower().strip(": ") == "contents"), None)
    if start is None:
        return found
    end = start + 1
    for index in range(start + 1, len(found)):
        if CONTENTS_ENTRY.search(found[index].text):
            end = index + 1
        elif index - end >= NEAR_EDGE:
            break
    return found[:start] + found[end:]
