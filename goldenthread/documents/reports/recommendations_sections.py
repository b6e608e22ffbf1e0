"""Where in a report recommendations stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.documents.layout import Document
from goldenthread.documents.reports import recommendations_words as words
from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.sections import Heading, contents_pages, headings, rank
from goldenthread.documents.reports.sections_marks import Kind, Marker, marker
from goldenthread.documents.reports.sections_rows import SENTENCE_ENDS, Row, rows

A_LITTLE = 0.1
"""Points by which a theme in the type of its opening is taken to be less than that."""
SAMPLE = 2
"""So many texts under a heading show whether they are recommendations."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows `start` to `end` (not included) under one opening heading, which they leave out."""

    opening: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A report's rows, and its headings under the row at which they start."""

    rows: Sequence[Row]
    headings: dict[int, Heading]

    def heading_to(self, index: int) -> int:
        """The row behind the heading or row that starts here."""
        heading = self.headings.get(index)
        return heading.end if heading else index + 1

    def words_at(self, index: int) -> str:
        heading = self.headings.get(index)
        return heading.text if heading else self.rows[index].text


def running_text(document: Document) -> Text:
    """A document's rows and headings, made once for all that is read from them."""
    made = rows(document)
    parted = (one for heading in headings(made) for one in _parted(heading, made))
    return Text(made, {heading.start: heading for heading in parted})


def _parted(heading: Heading, rows: Sequence[Row]) -> Iterator[Heading]:
    """Two headings where one that we know stands close above or below another in the same type."""
    below = None if _is_known(heading.text) else _parts_at(heading, rows)
    if below is None:
        yield heading
        return
    yield replace(heading, text=_heading_text(rows, heading.start, below), end=below)
    yield replace(heading, text=_heading_text(rows, below, heading.end), start=below)


def _parts_at(heading: Heading, rows: Sequence[Row]) -> int | None:
    """The row of a heading at which another begins; None if it is one."""
    for below in range(heading.start + 1, heading.end):
        if _is_known(_heading_text(rows, heading.start, below)):
            return below
        if rows[below].starts_block and _is_known(_heading_text(rows, below, heading.end)):
            return below
    return None


def _heading_text(rows: Sequence[Row], start: int, end: int) -> str:
    return joined(row.text for row in rows[start:end])


def _is_known(name: str) -> bool:
    return words.is_opening(name) or words.is_group(name)


def parts(text: Text) -> list[Part]:
    """The parts of a report under headings such as "What needs to improve", in order."""
    contents = contents_pages(text.rows)
    found: list[Part] = []
    index = 0
    while index < len(text.rows):
        if text.rows[index].page not in contents and _opens(text, index):
            part = _part(text, index)
            found.append(part)
            index = part.end
        else:
            index = text.heading_to(index)
    return found


def _opens(text: Text, index: int) -> bool:
    return may_head(text, index) and words.is_opening(text.words_at(index))


def _part(text: Text, opening: int) -> Part:
    """A part from its opening heading to the heading that ends it."""
    own_rank = rank(text.rows[opening])
    name = text.words_at(opening)
    start = text.heading_to(opening)
    if words.is_areas(name):
        start = opening
    index = text.heading_to(opening)
    bare = True
    while index < len(text.rows) and not _ends(text, index, own_rank=own_rank, bare=bare):
        bare = bare and index in text.headings
        if bare and _is_theme(text, index, own_rank=own_rank):
            # Themes may be in the opening's own type; then the others are no greater either.
            own_rank = max(own_rank, rank(text.rows[index]) + A_LITTLE)
        index = text.heading_to(index)
    return Part(name, start, index)


def _ends(text: Text, index: int, *, own_rank: float, bare: bool) -> bool:
    """Whether a part ends at a row; `bare` if nothing but headings stands between its opening and it."""
    if not may_head(text, index):
        return False
    name = text.words_at(index)
    if words.is_main(name):
        return True
    if index not in text.headings:
        return words.is_plain_end(name)
    if words.is_group(name) or (bare and _is_theme(text, index, own_rank=own_rank)):
        return False
    above = rank(text.rows[index]) > own_rank
    return above or not _stands_over_recommendations(text, index, own_rank=own_rank)


def _is_theme(text: Text, index: int, *, own_rank: float) -> bool:
    """A heading, no greater one, that is not known to end a list: straight under its opening it parts the list."""
    return rank(text.rows[index]) <= own_rank and not words.is_end(text.words_at(index))


def may_head(text: Text, index: int) -> bool:
    """Whether a row could be a heading: by its type, or alone and behind a whole sentence."""
    if index in text.headings:
        return True
    row = text.rows[index]
    if marker(row.text) or not row.starts_block or not row.text[0].isupper():
        return False
    return row.gap is not None or index == 0 or _is_ended(text, index - 1)


def _is_ended(text: Text, index: int) -> bool:
    headed = any(one.start <= index < one.end for one in text.headings.values())
    return headed or text.rows[index].text[-1] in SENTENCE_ENDS


def _stands_over_recommendations(text: Text, index: int, *, own_rank: float) -> bool:
    """Whether what follows a heading inside a part still asks for something.

    A heading that otherwise ends the part must stand over nothing but requests: some
    reports group recommendations by the areas that they judge. Bullets under an unknown
    lesser heading are taken as they are: in newer reports they are noun phrases ("The
    quality of plans"). Numbered texts must ask, because the numbered findings often follow
    on in the same sequence.
    """
    samples = sample(text, text.heading_to(index))
    asking = [words.asks(mark.rest) for mark in samples]
    if words.is_end(text.words_at(index)):
        numbered = all(mark.kind is Kind.NUMBER for mark in samples)
        return bool(samples) and numbered and all(asking)
    lesser = rank(text.rows[index]) < own_rank
    if not samples or samples[0].kind is Kind.BULLET:
        return lesser or any(asking)
    if lesser and len(samples) < SAMPLE:
        # A theme may have one text only; then the next theme's is looked at too.
        samples = sample(text, text.heading_to(index), ends=words.is_end)
        return any(words.asks(mark.rest) for mark in samples)
    return any(asking)


def sample(
    text: Text, index: int, *, ends: Callable[[str], bool] = lambda name: True
) -> list[Marker]:
    """The first marked texts behind a row, up to the next heading (of those that `ends` says)."""
    marks: list[Marker] = []
    for place in range(index, len(text.rows)):
        name = text.words_at(place) if place in text.headings else ""
        if name and not words.is_group(name) and ends(name):
            break
        mark = marker(text.rows[place].text)
        if mark:
            marks.append(mark)
        if len(marks) == SAMPLE:
            break
    return marks
