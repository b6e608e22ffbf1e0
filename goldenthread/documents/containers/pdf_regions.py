"""Where on which pages the tables of a PDF lie: regions under headings, pages that go on."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.containers import pdf_columns, pdf_rows
from goldenthread.documents.containers.pdf_columns import Columns
from goldenthread.documents.containers.pdf_header import (
    Header,
    Known,
    PrintedLine,
    headers,
    printed_lines,
)
from goldenthread.documents.containers.pdf_marks import Marks, Word

NEAR = 4.0
# A line that follows so closely (in usual steps) is of the row above it.
CLOSE = 1.4
# The foot of a page, where its number stands (share of the height).
FOOT = 0.92
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a page under one header, or going on from the page before (None).

    `text_below` is the end of lines across the page under it: headings of the table if it
    goes on over the page, else text.
    """

    marks: Marks
    header: Header | None
    top: float
    bottom: float
    text_below: float | None = None


@dataclass(slots=True)
class RawTable:
    """A table over one or more pages."""

    columns: list[Columns]
    regions: list[Region]


def without_running_lines(pages: list[Marks]) -> list[Marks]:
    """The pages without page numbers and lines that stand at the foot of most of them."""
    feet = Counter(
        key for page in pages for key in {_foot_key(line_words) for line_words in _feet(page)}
    )
    often = {key for key, count in feet.items() if count > max(1, len(pages) / 2)}
    cleaned = []
    for page in pages:
        running = {
            word
            for line_words in _feet(page)
            if _foot_key(line_words) in often or _PAGE_NUMBER.fullmatch(_joined(line_words))
            for word in line_words
        }
        words = tuple(word for word in page.words if word not in running)
        cleaned.append(Marks(page.number, page.width, page.height, words, page.across, page.down))
    return cleaned


def _feet(page: Marks) -> list[tuple[Word, ...]]:
    low = [word for word in page.words if word.top > FOOT * page.height]
    return [line.words for line in printed_lines(low)]


def _foot_key(words: Sequence[Word]) -> str:
    return re.sub(r"\d+", "#", _joined(words))


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def tables(pages: list[Marks], known: Known) -> list[RawTable]:
    """The tables of the pages in their order; `known` says what is a heading."""
    found: list[RawTable] = []
    for page in pages:
        for region in _regions(page, known, going_on=bool(found)):
            _add_region(found, region)
    return found


def _regions(page: Marks, known: Known, *, going_on: bool) -> list[Region]:
    """The stretches of a page, each from a header down to the next one or the table's end."""
    found = headers(page, known)
    tops = [_top_of(page, header) for header in found]
    ends = [*tops, page.height][1:]
    regions = [
        Region(page, header, top, _end(page, header, top, end))
        for header, top, end in zip(found, tops, ends, strict=True)
    ]
    if going_on and page.words:
        first = min(word.top for word in page.words) - 2
        end = tops[0] if tops else page.height
        if end - first > 10:
            regions.insert(0, Region(page, None, first, end))
    return regions


def _top_of(page: Marks, header: Header) -> float:
    """The rule over the headings, where one is drawn close to them."""
    above = [r.at for r in page.across if header.top - 14 <= r.at <= header.top + 1]
    return max(above) if above else header.top - 1


def _end(page: Marks, header: Header, top: float, limit: float) -> float:
    """The end of the rules down that begin at the header; else of the words before `limit`."""
    ends = [
        rule.end
        for rule in page.down
        if not rule.shade
        and rule.start <= header.bottom < rule.end - NEAR
        and rule.end <= limit + 1
    ]
    if len(ends) > 2:
        return max(ends)
    words = [w.bottom for w in page.words if top <= w.middle < limit]
    return max(words, default=limit) + 1


def _add_region(tables: list[RawTable], region: Region) -> None:
    """A region begins a table, or goes on with the last one where its columns are the same."""
    last = tables[-1] if tables else None
    if region.header is None:
        if last is not None and (found := _going_on(last, region)):
            _append(last, found, last.columns[-1])
        return
    columns = pdf_columns.find(region.marks, region.header, bottom=region.bottom)
    region = _without_text_below(region, columns)
    if last is not None and _same_table(last, columns, region):
        _append(last, region, columns)
    else:
        tables.append(RawTable([columns], [region]))


def _append(raw: RawTable, region: Region, columns: Columns) -> None:
    """Goes on with the table; lines across the foot of the page before are its headings."""
    before = raw.regions[-1]
    if before.text_below is not None:
        raw.regions[-1] = Region(before.marks, before.header, before.top, before.text_below)
    raw.regions.append(region)
    raw.columns.append(columns)


def _same_table(last: RawTable, columns: Columns, region: Region) -> bool:
    """The same columns at the top of the next page, with nothing but white between."""
    if region.marks.number != last.regions[-1].marks.number + 1:
        return False
    if any(word.bottom < region.top for word in region.marks.words):
        return False
    previous = last.regions[-1]
    if any(word.top > previous.bottom + 1 for word in previous.marks.words):
        return False
    before = last.columns[-1].edges
    near = all(abs(a - b) <= 4 * NEAR for a, b in zip(before, columns.edges, strict=False))
    return len(before) == len(columns.edges) and (near or not columns.ruled)


def _going_on(last: RawTable, region: Region) -> Region | None:
    """The part of a page without headings that belongs to the table before it."""
    previous = last.regions[-1]
    if region.marks.number != previous.marks.number + 1:
        return None
    columns = last.columns[-1]
    if columns.ruled:
        return _ruled_part(region, columns)
    inside = _without_text_below(region, columns)
    return inside if inside.bottom > region.top else None


def _without_text_below(region: Region, columns: Columns) -> Region:
    """The region down to its last line that stands in several columns, and what follows it
    closely; further text is none of a table without rules down."""
    if columns.ruled:
        return region
    top = region.header.bottom + 1 if region.header else region.top
    lines = pdf_columns.lines_between(region.marks, top, region.bottom)
    several = [
        number
        for number, line in enumerate(lines)
        if len({columns.of(w) for w in line.words}) > 1 and not pdf_columns.is_across(line, columns)
    ]
    if not several and (not lines or pdf_columns.is_across(lines[0], columns)):
        return Region(region.marks, region.header, region.top, top)
    # A last page may hold nothing but the rest of one cell.
    last, step = (several or [0])[-1], pdf_rows.usual_step(lines, columns)
    while last + 1 < len(lines) and _belongs(lines[last], lines[last + 1], columns, step):
        last += 1
    below = lines[-1].bottom + 1 if last + 1 < len(lines) else None
    return Region(region.marks, region.header, region.top, lines[last].bottom + 1, below)


def _belongs(before: PrintedLine, line: PrintedLine, columns: Columns, step: float) -> bool:
    """Whether a line of one column is of the row above: by its nearness, or because text that
    is none of the table would begin further left."""
    if pdf_columns.is_across(line, columns):
        return False
    return line.top - before.top <= CLOSE * step or columns.of(line.words[0]) > 1


def _ruled_part(region: Region, columns: Columns) -> Region | None:
    """Where the table's rules down go on at the top of the page."""
    inner = columns.edges[1:-1]
    own = [
        rule
        for rule in region.marks.down
        if not rule.shade
        and rule.start < region.bottom
        and any(abs(rule.at - edge) <= NEAR for edge in inner)
    ]
    if len({round(rule.at) for rule in own}) < len(inner) / 2:
        return None
    top, bottom = min(rule.start for rule in own), max(rule.end for rule in own)
    return Region(region.marks, None, top, min(bottom, region.bottom))
