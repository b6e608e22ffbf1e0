"""A finished paper in PDF, cut as the frozen one is: a PDF knows no headings or paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from rapidfuzz.distance import Indel

from goldenthread.documents import layout
from goldenthread.documents.containers import pdf_tables
from goldenthread.papers.comparing.figures import plain
from goldenthread.papers.comparing.outline import Grid, Section, sections

# Our own papers keep 2 cm free on top and below; what stands there runs over the pages (points).
MARGIN = 54.0
Step = tuple[tuple[int, int], tuple[int, int]]
# A narrow column breaks an id behind its dash.
_BROKEN_ID = re.compile(r"(?<=[0-9])- (?=[A-Z]{1,2}[0-9])")


def read(document: layout.Document, frozen: Sequence[Section]) -> list[Section]:
    """The sections of a PDF by the headings of the frozen paper and the titles of its columns.

    A heading that the frozen paper does not have is text of the section before it. The
    paragraphs are those of the frozen section: words that were added stand at the end of one.
    """
    titles = {
        _folded(title) for section in frozen for grid in section.grids for title in grid.titles
    } - {""}
    clean = replace(document, pages=_without_running(document.pages))
    blocks = pdf_tables.blocks(clean, lambda text: _folded(text) in titles)
    levels = {_folded(section.title): section.level for section in frozen if section.title}
    found = sections(_with_headings(blocks, levels))
    return [_whole(section) for section in found]


def recut(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The words of `after` in as many paragraphs as `before` has, cut where it is cut."""
    if not before:
        return list(after)
    own = [word for text in before for word in text.split()]
    theirs = " ".join(after).split()
    steps = _steps(own, theirs)
    ends = [0]
    for text in before:
        ends.append(ends[-1] + len(text.split()))
    cuts = [0, *(_cut(end, steps) for end in ends[1:-1]), len(theirs)]
    return [" ".join(theirs[cut:end]) for cut, end in pairwise(cuts)]


def _steps(own: Sequence[str], theirs: Sequence[str]) -> list[Step]:
    """Runs of the same words and runs of other words, by turns, with where they stand in both."""
    found: list[Step] = []
    for _, codes in groupby(Indel.opcodes(own, theirs), key=lambda code: code.tag == "equal"):
        run = list(codes)
        ends = run[-1].src_end, run[-1].dest_end
        found.append(((run[0].src_start, ends[0]), (run[0].dest_start, ends[1])))
    return found


def _cut(end: int, steps: Sequence[Step]) -> int:
    """Where in the other words a paragraph ends that ends after so many of the own.

    Words that were added between two paragraphs belong to the first of them.
    """
    cut = 0
    for (first, last), (other, other_last) in steps:
        if first > end or (first == end and last > first):
            break
        cut = other_last if last <= end else min(other + end - first, other_last)
    return cut


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", plain(text)).casefold()


def _with_headings(
    blocks: Iterable[layout.Block], levels: dict[str, int]
) -> Iterator[layout.Block]:
    """The blocks, with paragraphs that say what a heading of the frozen paper says as headings.

    The caption of a table often says the same as the heading above it.
    """
    last = ""
    for block in blocks:
        if isinstance(block, layout.Paragraph) and (key := _folded(block.text)) in levels:
            if key != last:
                yield replace(block, level=levels[key])
                last = key
        else:
            yield block


def _whole(section: Section) -> Section:
    section.paragraphs = [_mended(text) for text in section.paragraphs]
    section.grids = [
        Grid(
            tuple(map(_mended, grid.titles)),
            tuple(tuple(_mended(cell) for cell in row) for row in grid.rows),
        )
        for grid in section.grids
    ]
    return section


def _mended(text: str) -> str:
    return _BROKEN_ID.sub("-", text)


def _without_running(pages: Sequence[layout.Page]) -> tuple[layout.Page, ...]:
    """The pages without the lines in their margins that stand on most of them."""
    on_pages = Counter(
        key for page in pages for key in {_numberless(line) for line in _running(page)}
    )
    most = len(pages) / 2
    return tuple(
        replace(
            page,
            lines=tuple(
                line
                for line in page.lines
                if line not in _running(page) or on_pages[_numberless(line)] <= most
            ),
        )
        for page in pages
    )


def _running(page: layout.Page) -> list[layout.Line]:
    height = page.height or 0.0
    return [
        line
        for line in page.lines
        if line.box and (line.box.bottom < MARGIN or line.box.top > height - MARGIN)
    ]


def _numberless(line: layout.Line) -> str:
    """The line for comparing it with those of other pages."""
    return re.sub("[0-9]+", "#", line.text).casefold()
