"""Reads a plan several times, each time with what the reading before showed about its columns."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from goldenthread.documents.plans.lost_columns.cells import Cells, Span
from goldenthread.documents.plans.lost_columns.columns import (
    ColumnModel,
    Seen,
    first_models,
    learned,
)
from goldenthread.documents.plans.lost_columns.decode import (
    Decoder,
    Limits,
    Reading,
    Row,
    RowsBefore,
    rows_of,
)
from goldenthread.documents.plans.lost_columns.headings import Column, Role
from goldenthread.documents.plans.lost_columns.names import NameBook, name_book
from goldenthread.documents.plans.lost_columns.shapes import Look
from goldenthread.documents.plans.lost_columns.numbering import number_in
from goldenthread.documents.plans.lost_columns.sections import Flattened, Section
from goldenthread.documents.plans.lost_columns.typed import Typed
from goldenthread.documents.plans.lost_columns.widths import SPACE, column_width, width_of

_READINGS = 3
_USUAL_WIDTH = 9.0
_WIDE = 0.9
_FULL_ROW = -1.2
_SHORT_ROW = -0.7
_ODD_ROW = -4.0
_PRIOR_ROWS = 4.0
_FEWEST_LINES_FOR_WIDTH = 3


@dataclass(frozen=True)
class Read:
    """A section as read: its rows, and what doubts about them can be worked out with."""

    section: Section
    cells: Cells
    decoder: Decoder
    reading: Reading
    rows: tuple[Row, ...]

    @cached_property
    def by_headings(self) -> Decoder:
        """A decoder that expects of the columns what their headings say, and knows their widths."""
        models = first_models(self.section.columns)
        for model, known in zip(models, self.cells.models, strict=True):
            model.width = known.width
        return Decoder(self.cells.with_models(models), self.decoder.starts)

    @property
    def numbers(self) -> list[tuple[int, ...] | None]:
        """For each row the number of the item to which it belongs, as far as one is printed."""
        found: list[tuple[int, ...] | None] = []
        for row in self.rows:
            spans = row.cells.get(0) if self.decoder.numbered else None
            number = number_in(self.cells.joined(spans)) if spans else None
            found.append(number or (found[-1] if found else None))
        return found

    def links(self) -> list[RowsBefore | None]:
        """For each row the rows before it, as the reading links them."""
        links: list[RowsBefore | None] = []
        link = self.reading.rows
        while link is not None:
            link = link.before
            links.append(link)
        return links[::-1]


def read_sections(document: Flattened) -> list[Read]:
    """The best reading of each plan; plans with the same columns are learned from together."""
    names = name_book([line for section in document.sections for line in section.lines])
    limits = Limits()
    models = {s.columns: first_models(s.columns) for s in document.sections}
    starts = {s.columns: _first_starts(s.columns) for s in document.sections}
    looks: list[dict[tuple[Span, ...], Look | None]] = [{} for _ in document.sections]
    reads: list[Read] = []
    for n in range(_READINGS):
        reads = [
            _read(s, document, names, models[s.columns], starts[s.columns], limits, seen)
            for s, seen in zip(document.sections, looks, strict=True)
        ]
        if n < _READINGS - 1:
            for columns in models:
                same = [read for read in reads if read.section.columns == columns]
                models[columns] = _learn(same, first_models(columns))
                starts[columns] = _learn_starts(same, columns)
    return reads


def _read(
    section: Section,
    document: Flattened,
    names: NameBook,
    models: list[ColumnModel],
    starts: dict[int, float],
    limits: Limits,
    looks: dict[tuple[Span, ...], Look | None],
) -> Read:
    usual = usual_width(section.lines)
    cells = Cells(section.lines, models, names, document.marks, usual_width=usual, looks=looks)
    decoder = Decoder(cells, starts)
    reading = decoder.best(limits)
    return Read(section, cells, decoder, reading, tuple(rows_of(reading)))


def usual_width(lines: Sequence[Typed]) -> float:
    """The width of lines of running text: of those that start small, which only go on."""
    widths = sorted(
        width_of(line.text) for line in lines if line.words and line.words[0][0].islower()
    )
    return widths[int(len(widths) * _WIDE)] if widths else _USUAL_WIDTH


def _first_starts(columns: tuple[Column, ...]) -> dict[int, float]:
    """Where a row may begin: at its first column, or at the first one that is not merged."""
    action = next((k for k, c in enumerate(columns) if c.role is Role.ACTION), 0)
    starts = {column: _ODD_ROW for column in range(action + 1)}
    starts[action] = _SHORT_ROW
    starts[0] = _FULL_ROW
    return starts


def _learn_starts(reads: Sequence[Read], columns: tuple[Column, ...]) -> dict[int, float]:
    prior = _first_starts(columns)
    counts = Counter(min(row.cells) for read in reads for row in read.rows)
    total = sum(counts.values()) + _PRIOR_ROWS
    return {
        column: math.log((counts[column] + _PRIOR_ROWS * math.exp(log)) / total)
        for column, log in prior.items()
    }


def _learn(reads: Sequence[Read], firsts: list[ColumnModel]) -> list[ColumnModel]:
    looks = [
        [look for read in reads for row in read.rows if (look := _look(read, row, k))]
        for k in range(len(firsts))
    ]
    rows = [sum(k in row.cells for read in reads for row in read.rows) for k in range(len(firsts))]
    all_first = Counter(look.first_word for column in looks for look in column)
    models = []
    for k, first in enumerate(firsts):
        model = learned(first, Seen(tuple(looks[k]), rows[k]), all_first=all_first)
        model.width = _width(reads, k)
        models.append(model)
    return models


def _look(read: Read, row: Row, column: int):  # type: ignore[no-untyped-def]
    spans = row.cells.get(column)
    return read.cells.look(*spans) if spans else None


def _width(reads: Sequence[Read], column: int) -> float | None:
    lines: list[float] = []
    breaks: list[float] = []
    for read in reads:
        for row in read.rows:
            for span in row.cells.get(column, ()):
                lines.extend(width_of(" ".join(w)) for w in _filled(read, span))
                breaks.extend(_sure_breaks(read, span))
    return column_width(lines, breaks) if len(lines) >= _FEWEST_LINES_FOR_WIDTH else None


def _filled(read: Read, span: Span) -> list[tuple[str, ...]]:
    words = [read.cells.words(span, line) for line in range(span.first, span.last + 1)]
    return [w for w in words if w]


def _sure_breaks(read: Read, span: Span) -> list[float]:
    """Widths that were too much: lines with the small word that begins the next one."""
    found = []
    for line in range(span.first, span.last):
        this, then = read.cells.words(span, line), read.cells.words(span, line + 1)
        if this and then and then[0][0].islower() and not read.cells.breaks_word(span, line):
            found.append(width_of(" ".join(this)) + SPACE + width_of(then[0]))
    return found
