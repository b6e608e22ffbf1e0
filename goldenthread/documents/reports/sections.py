"""Headings of a report, and whether what stands under them is praise or criticism."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.sections_marks import marker
from goldenthread.documents.reports.sections_rows import Row

LARGER = 1.5
"""Points above the body's size from which type is a heading's."""
ROWS_OF_A_HEADING = 4
WORDS_OF_A_HEADING = 30
WRAPPED = 1.6
"""A heading runs on over a gap of so many usual pitches (its type is larger)."""
CONTENTS_LINES = 4
"""So many lines that end with a page number make a page of contents."""

FOOTNOTE_MARK = re.compile(r"(?<=[a-z?.)’'])\d{1,2}\b")
QUOTES = str.maketrans("‘’“”", "''\"\"")
WITH_PAGE_NUMBER = re.compile(r".*[^\d\s][\s.…]+\d{1,3}")
BECAUSE = r"\b.{0,60}\bbecause\b"
STRENGTH = re.compile(rf"\bstrengths?\b|\b(?:good|outstanding){BECAUSE}|\bis working well\b")
WEAKNESS = re.compile(
    rf"\bneeds? to improve\b|\bweakness|\b(?:inadequate|requires? improvement){BECAUSE}"
    r"|\brecommendation|\bareas? (?:for|of) .{0,40}(?:action|improvement|development)"
    r"|\b(?:priority|immediate) (?:and \w+ )?action"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over one or more rows. `rank` grows with the size and weight of its type."""

    text: str
    start: int
    end: int
    rank: float
    page: int


def headings(rows: Sequence[Row]) -> list[Heading]:
    """What stands out as a heading by size or weight, in printed order."""
    found: list[Heading] = []
    index = 0
    while index < len(rows):
        end = _heading_to(rows, index)
        if end > index:
            found.append(_heading(rows, index, end))
        index = max(end, index + 1)
    return found


def plain(text: str) -> str:
    """A heading in the form in which its words are compared: no case, marks or end signs."""
    unmarked = FOOTNOTE_MARK.sub("", text.strip().translate(QUOTES).casefold())
    return re.sub(r"\s+", " ", unmarked).strip(" .:;?!-–—'\"")


def sense(heading: str) -> str | None:
    """ "strength" or "weakness" where the heading says so, else None.

    A heading that says both ("Key strengths and weaknesses") says neither.
    """
    words = plain(heading)
    strong, weak = bool(STRENGTH.search(words)), bool(WEAKNESS.search(words))
    if strong == weak:
        return None
    return "strength" if strong else "weakness"


def contents_pages(rows: Sequence[Row]) -> set[int]:
    """Pages that list the contents: so headed, or with many lines that end in a page number."""
    headed = {
        row.page for row in rows if row.text[:8].casefold() == "contents" and len(row.text) < 12
    }
    counts: Counter[int] = Counter()
    for row in rows:
        if WITH_PAGE_NUMBER.fullmatch(row.text):
            counts[row.page] += 1
        elif row.text.endswith("."):
            counts[row.page] -= 1
    return headed | {page for page, count in counts.items() if count >= CONTENTS_LINES}


def _heading_to(rows: Sequence[Row], start: int) -> int:
    """The row behind the heading that begins here; `start` itself if none does."""
    if not _begins(rows, start):
        return start
    end = start + 1
    while end < len(rows) and _runs_on(rows[end - 1], rows[end]):
        end += 1
    words = sum(len(row.text.split()) for row in rows[start:end])
    too_long = end - start > ROWS_OF_A_HEADING or words > WORDS_OF_A_HEADING
    return start if too_long or _is_sentence(rows[end - 1]) else end


def _begins(rows: Sequence[Row], index: int) -> bool:
    row = rows[index]
    if not stands_out(row) or row.text[0].islower():
        return False
    if row.starts_block or index == 0:
        return True
    above = rows[index - 1]
    return row.bold and not above.bold and above.text[-1] in ".:;?"


def stands_out(row: Row) -> bool:
    return (row.bold or row.size >= LARGER) and marker(row.text) is None


def _runs_on(above: Row, row: Row) -> bool:
    alike = row.bold == above.bold and abs(row.size - above.size) < LARGER / 2
    near = row.gap is not None and row.gap <= WRAPPED
    return alike and near and stands_out(row) and above.text[-1] not in "?:"


def _is_sentence(last: Row) -> bool:
    return last.text.endswith(".") and not last.bold


def _heading(rows: Sequence[Row], start: int, end: int) -> Heading:
    first = rows[start]
    text = joined(row.text for row in rows[start:end])
    return Heading(text, start, end, rank(first), first.page)


def rank(row: Row) -> float:
    """How much a row's type stands out: its points above the body, and one for bold type."""
    return row.size + (1.0 if row.bold else 0.0)
