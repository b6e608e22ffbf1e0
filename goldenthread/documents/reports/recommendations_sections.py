"""Where in a report recommendations stand, and to whom they are addressed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from goldenthread.documents.reports import recommendations_words as words
from goldenthread.documents.reports.sections import Heading, contents_pages, headings, plain, rank
from goldenthread.documents.reports.sections_marks import Kind, Marker, marker
from goldenthread.documents.reports.sections_rows import Row, joined

SAMPLE = 2
"""So many texts under a heading show whether they are recommendations."""
BOARD = re.compile(r"\b(?:local )?safeguarding children(?:'s)? boards?\b|\blscb\b|\bthe board\b")
AUTHORITY = re.compile(r"\blocal authority\b|\bcouncil\b")
SERVICES = re.compile(r"\binspection of (?:local authority )?(?:arrangements|services|children)")
FRONT_PAGES = 2
"""The front page names the board too, before the part about the board begins."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows `start` to `end` (not included) under one opening heading, which they leave out."""

    opening: str
    start: int
    end: int
    body: str


@dataclass(frozen=True, slots=True)
class Text:
    """A report's rows, and its headings under the row at which they start."""

    rows: Sequence[Row]
    headings: dict[int, Heading]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Self:
        parted = (one for heading in headings(rows) for one in _parted(heading, rows))
        return cls(rows, {heading.start: heading for heading in parted})

    def heading_to(self, index: int) -> int:
        """The row behind the heading or row that starts here."""
        heading = self.headings.get(index)
        return heading.end if heading else index + 1

    def words_at(self, index: int) -> str:
        heading = self.headings.get(index)
        return heading.text if heading else self.rows[index].text


def _parted(heading: Heading, rows: Sequence[Row]) -> Iterator[Heading]:
    """Two headings where one that we know stands close above a lesser one in the same type."""
    below = heading.start + 1
    whole = words.is_opening(heading.text) or words.is_group(heading.text)
    first = rows[heading.start].text
    if whole or below == heading.end or not (words.is_opening(first) or words.is_group(first)):
        yield heading
        return
    yield replace(heading, text=first, end=below)
    rest = joined(row.text for row in rows[below : heading.end])
    yield replace(heading, text=rest, start=below)


def parts(text: Text) -> list[Part]:
    """The parts of a report under headings such as "What needs to improve", in order."""
    contents = contents_pages(text.rows)
    found: list[Part] = []
    index = 0
    while index < len(text.rows):
        if text.rows[index].page not in contents and _opens(text, index):
            part = _part(text, index, before=found)
            found.append(part)
            index = part.end
        else:
            index = text.heading_to(index)
    return found


def _opens(text: Text, index: int) -> bool:
    row = text.rows[index]
    if marker(row.text) or not (row.starts_block or index in text.headings):
        return False
    return row.text[0].isupper() and words.is_opening(text.words_at(index))


def _part(text: Text, opening: int, *, before: Sequence[Part]) -> Part:
    """A part from its opening heading to the heading that ends it."""
    own_rank = rank(text.rows[opening])
    name = text.words_at(opening)
    start = text.heading_to(opening)
    if words.is_areas(name):
        start = opening
    index = text.heading_to(opening)
    while index < len(text.rows) and not _ends(text, index, own_rank=own_rank):
        index = text.heading_to(index)
    body = addressee(text, opening, name=name, before=before)
    return Part(name, start, index, body)


def _ends(text: Text, index: int, *, own_rank: float) -> bool:
    row, name = text.rows[index], text.words_at(index)
    if marker(row.text) or not (row.starts_block or index in text.headings):
        return False
    if words.is_main(name) or words.is_end(name):
        return True
    if words.is_group(name):
        return False
    if index not in text.headings:
        return False
    return rank(row) > own_rank or not _stands_over_recommendations(text, index, own_rank=own_rank)


def _stands_over_recommendations(text: Text, index: int, *, own_rank: float) -> bool:
    """Whether what follows a heading inside a part still asks for something.

    Bullets under a lesser heading are taken for recommendations as they are: in newer
    reports they are noun phrases ("The quality of plans"). Numbered texts must ask,
    because the numbered findings often follow on in the same sequence.
    """
    samples = sample(text, text.heading_to(index))
    if not samples:
        return rank(text.rows[index]) < own_rank
    if rank(text.rows[index]) < own_rank and samples[0].kind is Kind.BULLET:
        return True
    return any(words.asks(mark.rest) for mark in samples)


def sample(text: Text, index: int) -> list[Marker]:
    """The first marked texts behind a row, up to the next heading."""
    marks: list[Marker] = []
    for place in range(index, len(text.rows)):
        if place in text.headings and not words.is_group(text.words_at(place)):
            break
        mark = marker(text.rows[place].text)
        if mark:
            marks.append(mark)
        if len(marks) == SAMPLE:
            break
    return marks


def addressee(text: Text, index: int, *, name: str, before: Sequence[Part]) -> str:
    """ "lscb" under the heading of the safeguarding board's own part, else "la"."""
    said = plain(name)
    if BOARD.search(said):
        return "lscb"
    if AUTHORITY.search(said):
        return "la"
    if is_review_of_board(text.rows):
        return "lscb"
    after = before[0].end if before else None
    for place, heading in text.headings.items():
        if after is not None and after <= place < index and _names_board(heading):
            return "lscb"
    return "la"


def _names_board(heading: Heading) -> bool:
    return heading.page > FRONT_PAGES and bool(BOARD.search(plain(heading.text)))


def is_review_of_board(rows: Sequence[Row]) -> bool:
    """Whether the front page is of a review of the board alone, not of a whole inspection."""
    front = plain(" ".join(row.text for row in rows if row.page == 1)[:600])
    return bool(BOARD.search(front)) and not SERVICES.search(front)
