"""Judgements that are headings or sentences: an area's label, a verb or a colon, and its grade.

| seen | where |
|---|---|
| The experiences and progress of children who need help and protection: good | ILACS, before each part |
| ... is inadequate; ... are: good; ... require improvement to be good | ILACS 2018 to 2020 |
| The graded judgement for adoption performance is that it is good | SIF, inside the second part |
| Children's services in X require improvement to be good | SIF, page 1; wraps |
| The overall judgement is (that children's services are) good | SIF until 2015, page 1 |
| The Local Safeguarding Children Board (LSCB) requires improvement (because:) | SIF, page 1 or before the board's part |

A heading begins a line, wraps over at most four lines and ends a line with its grade. In the body it is
bold or larger than the text: "Overall effectiveness: inadequate" in plain type under "Previous Ofsted
inspections" is the grade of another year. Where the container knows no type, nothing after the words
"previous" or "last inspection" on a page is taken.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from goldenthread.documents.layout import Document, Line
from goldenthread.documents.reports import grades, strips
from goldenthread.documents.reports.folding import joined, mended, squash
from goldenthread.documents.reports.judgement_tables import Graded, tables
from goldenthread.documents.reports.strips import Strip
from goldenthread.documents.reports.vocabulary import Area, area_of

MOST_LINES = 4
LONGEST = 190
_WINDOW_BEFORE = 2
_WINDOW_AFTER = 8
_MAY_BEGIN = re.compile(
    r"[\s‘’'\"“]*(?:\d[\d.]*\s*)?(?:the\s+)?(?:graded\s+judg|(?:key\s+)?judge?ment|overall\s+(?:effect|judg)"
    r"|(?:overall\s+)?experiences?\s+(?:and|of)|impact\s+of\s+lead|children\s+(?:who|looked|in\s+care)"
    r"|childrens?['’]?s?\s+services|services\s+for|this\s+local|adoption\s+perf|leadership|effectiveness\s+of|lscb|(?:[\w&’',.-]+\s+){0,9}safeguarding(?:\s+child|$)"
    r"|(?:young\s+people\s+)?(?:care[\s-]leav|care[\s-]exp)|capacity|outcomes|quality\s+of\s+pro|help\s+and\s+pro)",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:previous|last|earlier)\s+(?:ofsted\s+)?inspection", re.IGNORECASE)
_LARGER = 1.05
_GOES_ON = re.compile(r"\b(?:the|of|for|and|in|local|that|a)$", re.IGNORECASE)
_TWO_SENTENCES = re.compile(r"[a-z]{3}[.!?]\s+\S", re.IGNORECASE)
_BECAUSE = re.compile(r"[\s,]*\b(?:because|as follows)\b[\s:.]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A grade of an area as it is printed in one place; `plain` if nothing marks it as a heading."""

    area: Area
    label: str
    grade: grades.Grade
    line: Line
    from_table: bool
    plain: bool = False

    @property
    def page(self) -> int | None:
        return self.line.place.page


def sentences(found: Sequence[Strip], areas: tuple[Area, ...]) -> Iterator[Judgement]:
    """The judgements that begin at each of these lines and run on in the text.

    Where one begins a line earlier than another ("Summary", "The Board is good"), the later is
    meant, unless its line goes on from the one before ("The effectiveness of the").
    """
    told = [sentence(found, number, areas) for number in range(len(found))]
    for number, judgement in enumerate(told):
        if judgement and not any(
            later and later.area == judgement.area and not _GOES_ON.search(before.text)
            for later, before in zip(
                told[number + 1 : number + MOST_LINES], found[number:], strict=False
            )
        ):
            yield judgement


def sentence(found: Sequence[Strip], start: int, areas: tuple[Area, ...]) -> Judgement | None:
    """The judgement that begins on a line, with the rest of its grade ("... to be good")."""
    best = None
    for end in range(start + 1, min(start + MOST_LINES, len(found)) + 1):
        if best and not _runs_on(best, found[end - 1]):
            break
        text = joined([strip.text for strip in found[start:end]])
        if len(text) > LONGEST or found[end - 1].page != found[start].page:
            break
        best = _judged(_BECAUSE.sub("", text), found[start].line, areas) or best
    return best


def in_body(
    document: Document, areas: tuple[Area, ...], *, from_page: int, plain: bool = False
) -> list[Judgement]:
    """The judgements that the pages from `from_page` on repeat in headings and small tables.

    With `plain`, sentences in the type of the text count too.
    """
    found: list[Judgement] = []
    for page in document.pages[from_page - 1 :]:
        lines = [line for line in page.lines if not strips.is_furniture(line, page)]
        text_size = median([line.size for line in lines if line.size] or [0.0])
        for number, line in enumerate(lines):
            if _MAY_BEGIN.match(mended(line.text)) and not _is_rest(lines[:number], line):
                known = not plain and line.bold is not None and line.size is not None
                marked = _is_heading(line, text_size) if known else _is_of_now(lines[:number])
                stands_out = marked or _is_under_header(lines[:number])
                found += _around(lines, number, areas, stands_out=stands_out)
    return [replace(judgement, plain=plain) for judgement in found]


def of_rows(rows: Sequence[Graded], found: Sequence[Strip]) -> list[Judgement]:
    """The rows of a table that have a grade, as judgements."""
    return [
        Judgement(
            area=graded.row.area,
            label=graded.row.label,
            grade=grades.read(graded.cell.text),
            line=found[graded.row.at[0]].line,
            from_table=True,
        )
        for graded in rows
        if graded.cell
    ]


def _is_rest(before: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with the heading above it ("... of children in care and", "care leavers: good")."""
    if not before or not _GOES_ON.search(before[-1].text):
        return False
    if not _MAY_BEGIN.match(mended(before[-1].text)):
        return False
    return (before[-1].size, before[-1].bold) == (line.size, line.bold)


def _is_heading(line: Line, text_size: float) -> bool:
    return bool(line.bold) or (line.size or 0.0) > text_size * _LARGER


def _is_under_header(before: Sequence[Line]) -> bool:
    """Whether a line is the first row of a table of judgements, whatever its type."""
    return any(strips.is_header(line.text) for line in before[-_WINDOW_BEFORE:])


def _is_of_now(before: Sequence[Line]) -> bool:
    """Whether nothing above on the page speaks of an earlier inspection."""
    return not any(_EARLIER.search(line.text) for line in before)


def _around(
    lines: Sequence[Line], number: int, areas: tuple[Area, ...], *, stands_out: bool
) -> list[Judgement]:
    """The judgement that begins on a line of the body: a heading, or a row with its grade beside."""
    window = lines[max(0, number - _WINDOW_BEFORE) : number + _WINDOW_AFTER]
    kept = [line for line in window if not strips.is_header(line.text)]
    found = [strips.strip(line, page=line.place.page or 1) for line in kept]
    at = next((n for n, line in enumerate(kept) if line is lines[number]), None)
    # Most windows hold no grade at all, and finding labels is what costs here.
    if at is None or not any(strip.grade for strip in found):
        return []
    in_text = sentence(found, at, areas)
    if in_text and stands_out:
        return [in_text]
    rows = [row for table in tables(found, areas) for row in table if row.row.at[0] == at]
    rows = [row for row in rows if stands_out or (row.cell and row.cell.apart)]
    return [judgement for judgement in of_rows(rows, found) if judgement.grade.sure]


def _runs_on(best: Judgement, strip: Strip) -> bool:
    """Whether a line is the rest of the grade that a sentence has begun: "to be good"."""
    label, rest = grades.split(_BECAUSE.sub("", strip.text))
    return not label and bool(rest) and grades.runs_on(best.grade.printed, rest)


def _judged(text: str, line: Line, areas: tuple[Area, ...]) -> Judgement | None:
    label, printed = grades.split(text)
    whole = bool(label) and bool(printed) and grades.is_whole(printed)
    if not whole or _TWO_SENTENCES.search(label):
        return None
    area = area_of(squash(label), areas)
    if area is None:
        return None
    return Judgement(
        area, label.lstrip("0123456789. "), grades.read(printed), line, from_table=False
    )
