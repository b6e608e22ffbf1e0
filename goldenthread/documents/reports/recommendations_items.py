"""Reads the recommendations out of one part of a report, row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from goldenthread.documents.reports import recommendations_words as words
from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.recommendations_sections import Part, Text, may_head, sample
from goldenthread.documents.reports.sections_marks import Kind, Marker, marker
from goldenthread.documents.reports.sections_rows import Row

HANGING = 6.0
"""Points to the right of its mark from which a row hangs under it."""
ALIGNED = 15.0
"""Points by which marks of one list may stand apart ("9." and "10." end together)."""
WORDS_OF_A_THEME = 14
SKIPPED = 2
"""Numbers of a sequence that may be missing."""


@dataclass(slots=True)
class Item:
    """A recommendation while it is read; each nested point begins a new paragraph."""

    group: str | None
    theme: str | None
    number: int | None
    first: Row
    last: Row
    paragraphs: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(joined(rows) for rows in self.paragraphs)

    def add(self, row: Row, text: str, *, apart: bool = False) -> None:
        self.last = row
        if apart or not self.paragraphs:
            self.paragraphs.append([])
        self.paragraphs[-1].append(text)


def items(text: Text, part: Part) -> list[Item]:
    """The recommendations of a part in printed order; statements that there are none left out."""
    return [item for item in _read(text, part) if not words.says_none(item.text)]


def says_nothing(text: Text, part: Part) -> bool:
    """Whether a part itself says that there is nothing to recommend."""
    return any(words.says_none(item.text) for item in _read(text, part))


def _read(text: Text, part: Part) -> list[Item]:
    marked = any(_mark(text, index) for index in range(part.start, part.end))
    return (_Reader(text, part) if marked else _PlainReader(text, part)).read()


def _mark(text: Text, index: int) -> Marker | None:
    return None if index in text.headings else marker(text.rows[index].text)


class _PlainReader:
    """Reads a part without marks: each block of text is a recommendation."""

    def __init__(self, text: Text, part: Part) -> None:
        self.text, self.part = text, part
        self.group: str | None = None
        self.theme: str | None = None
        self.found: list[Item] = []
        self.current: Item | None = None

    def read(self) -> list[Item]:
        for index in self._rows():
            self._take(index)
        return [item for item in self.found if not words.is_lead(item.text)]

    def _rows(self) -> Iterator[int]:
        """Rows that are no headings; headings set the group and the theme on the way."""
        index = self.part.start
        while index < self.part.end:
            name = self.text.words_at(index)
            if self._is_group(index):
                self.group, self.theme = name.strip(" :"), None
                self._close()
            elif index in self.text.headings:
                self.theme = name.strip(" :")
                self._close()
            else:
                yield index
            index = self.text.heading_to(index)

    def _is_group(self, index: int) -> bool:
        row = self.text.rows[index]
        if marker(row.text) or not words.is_group(self.text.words_at(index)):
            return False
        return may_head(self.text, index) or (row.text[0].isupper() and self._after_sentence())

    def _after_sentence(self) -> bool:
        return self.current is None or not _unfinished(self.current.last)

    def _close(self) -> None:
        self.current = None

    def _start(self, row: Row, text: str, *, number: int | None) -> None:
        self.current = Item(self.group, self.theme, number, row, row)
        self.current.add(row, text)
        self.found.append(self.current)

    def _take(self, index: int) -> None:
        row = self.text.rows[index]
        if self.current and _same_block(self.current.last, row):
            self.current.add(row, row.text)
        else:
            self._start(row, row.text, number=None)


class _Reader(_PlainReader):
    """Reads a part with marks: the outermost marks begin recommendations."""

    def __init__(self, text: Text, part: Part) -> None:
        super().__init__(text, part)
        self.kind: Kind | None = None
        self.left = 0.0
        self.label = ""
        self.number: int | None = None
        self.hangs = False
        self.over = False

    def read(self) -> list[Item]:
        for index in self._rows():
            if not self.over:
                self._take(index)
        return self.found

    def _close(self) -> None:
        super()._close()
        self.kind = None

    def _take(self, index: int) -> None:
        row = self.text.rows[index]
        mark = _mark(self.text, index) or self._unpointed(row)
        if mark and self._begins(mark, row):
            self._begin(mark, row)
        elif mark and self._leaves(mark, row):
            self.over = True
        elif mark and self.current and not self._wraps(mark, row):
            self.current.add(row, _nested(mark, row), apart=True)
        elif self.current and self._continues(row):
            self.hangs = self.hangs or row.left > self.left + HANGING
            self.current.add(row, row.text)
        else:
            self._aside(index)

    def _begins(self, mark: Marker, row: Row) -> bool:
        if self.kind is None or self._led_in(mark):
            return True
        if mark.kind is not self.kind:
            return False
        if mark.number is not None:
            return self._follows(mark.number) and self._aligned(row)
        if self._nests(mark):
            return False
        if row.left and self.left:
            return row.left <= self.left + ALIGNED
        return mark.kind is Kind.LETTER or mark.label == self.label

    def _nests(self, mark: Marker) -> bool:
        """Another glyph behind a colon begins an inner list, even if it is not indented."""
        if self.current is None or mark.label == self.label:
            return False
        inner = [lines[0] for lines in self.current.paragraphs[1:]]
        return self.current.last.text.endswith(":") or any(one.startswith("•") for one in inner)

    def _led_in(self, mark: Marker) -> bool:
        """Bullets behind a numbered sentence that only leads into them."""
        last = self.found[-1] if self.found else None
        if mark.kind is not Kind.BULLET or last is None or last.number is None:
            return False
        return words.is_numbered_lead(last.text)

    def _follows(self, number: int) -> bool:
        return self.number is None or self.number < number <= self.number + 1 + SKIPPED

    def _aligned(self, row: Row) -> bool:
        """Under the numbers above it; the margins of another page may be other ones."""
        if not row.left or not self.left or (self.found and row.page > self.found[-1].first.page):
            return True
        return abs(row.left - self.left) <= ALIGNED

    def _unpointed(self, row: Row) -> Marker | None:
        """The next number where it is printed without a point behind it."""
        if self.kind is not Kind.NUMBER or self.number is None or not row.starts_block:
            return None
        found = re.fullmatch(rf"{self.number + 1}(?:\.(?=\d)|\s+(?=[A-Z‘“]))(.+)", row.text)
        return Marker(Kind.NUMBER, str(self.number + 1), found[1]) if found else None

    def _wraps(self, mark: Marker, row: Row) -> bool:
        """A sentence that happens to wrap before a number ("the age of" / "21. This ...")."""
        if mark.kind is not Kind.NUMBER or self.current is None:
            return False
        return not row.starts_block and _unfinished(self.current.last)

    def _begin(self, mark: Marker, row: Row) -> None:
        if self._led_in(mark):
            self.found.pop()
        if self.kind is not mark.kind or mark.kind is Kind.NUMBER:
            self.kind, self.left, self.label = mark.kind, row.left, mark.label
        self.number = mark.number if mark.number is not None else self.number
        self._start(row, mark.rest, number=mark.number)

    def _leaves(self, mark: Marker, row: Row) -> bool:
        """A numbered paragraph at the margin behind a list of bullets: the findings begin."""
        outer = row.left <= self.left + HANGING
        return mark.kind is Kind.NUMBER and self.kind is Kind.BULLET and outer and bool(row.left)

    def _continues(self, row: Row) -> bool:
        if self.current is None:
            return False
        last = self.current.last
        if row.gap is not None and not row.starts_block:
            return True
        if not row.left or row.left > self.left + HANGING:
            return True
        if self.hangs:
            return row.gap is None and _unfinished(last) and row.text[0].islower()
        return _same_block(last, row)

    def _aside(self, index: int) -> None:
        """A row between recommendations: the theme of those that follow, or none of them."""
        row = self.text.rows[index]
        self.current = None
        if self._is_theme(index):
            self.theme = row.text.strip(" :")
            self.kind = None
            self.over = not self._asks_on(index)

    def _is_theme(self, index: int) -> bool:
        row = self.text.rows[index]
        short = len(row.text.split()) <= WORDS_OF_A_THEME and row.text[-1] not in ".,;"
        followed = index + 1 < self.part.end and _mark(self.text, index + 1) is not None
        return short and row.text[0].isupper() and followed and not words.is_lead(row.text)

    def _asks_on(self, index: int) -> bool:
        if not self.found:
            return True
        samples = sample(self.text, index + 1)
        return samples[0].kind is not Kind.NUMBER or any(words.asks(one.rest) for one in samples)


def _nested(mark: Marker, row: Row) -> str:
    return f"• {mark.rest}" if mark.kind is Kind.BULLET else row.text


def _same_block(last: Row, row: Row) -> bool:
    if row.gap is not None and not row.starts_block:
        return True
    return _unfinished(last) and row.text[0].islower()


def _unfinished(row: Row) -> bool:
    return row.text[-1] not in ".:;?!"
