"""Reads the plans of a text twice: a part of it to learn about the columns, then the whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from goldenthread.documents.plans.lost_columns.cells import Cells, Looks
from goldenthread.documents.plans.lost_columns.decode import Decoder
from goldenthread.documents.plans.lost_columns.lessons import (
    Expected,
    Lesson,
    by_headings,
    by_lessons,
)
from goldenthread.documents.plans.lost_columns.names import NameBook, name_book
from goldenthread.documents.plans.lost_columns.numbering import number_in
from goldenthread.documents.plans.lost_columns.rows import (
    Reading,
    Row,
    RowsBefore,
    rows_of,
)
from goldenthread.documents.plans.lost_columns.sections import Flattened, Section
from goldenthread.documents.plans.lost_columns.typed import Marks, Typed
from goldenthread.documents.plans.lost_columns.widths import width_of

# Enough lines to learn from; more take time and show little.
_LINES_OF_LESSON = 600
_FEWEST_LINES = 150
_USUAL_WIDTH = 9.0
_WIDE = 0.9


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
        models = by_headings(self.section.columns).models
        for model, known in zip(models, self.cells.models, strict=True):
            model.width = known.width
        return Decoder(self.cells.with_models(models), self.decoder.starts)

    @cached_property
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
    """The best reading of each plan; a short one is learned from together with those like it."""
    names = name_book([line for section in document.sections for line in section.lines])
    readers = [_Reader(section, names, document.marks) for section in document.sections]
    return [reader.read(_expected(reader, readers)) for reader in readers]


def _expected(reader: "_Reader", readers: Sequence["_Reader"]) -> Expected:
    """What is to be expected of a plan, from its first lines.

    Other plans of the document with the same columns help only where it is short: their
    columns may be wider or narrower.
    """
    expected = by_headings(reader.section.columns)
    lessons = [reader.lesson(expected, _LINES_OF_LESSON)]
    if len(reader.section.lines) < _FEWEST_LINES:
        alike = (r for r in readers if r is not reader and r.section.keys == reader.section.keys)
        lessons.extend(other.lesson(expected, _LINES_OF_LESSON) for other in alike)
    return by_lessons(reader.section.columns, lessons)


class _Reader:
    """Reads one section; what its texts look like is worked out once."""

    def __init__(self, section: Section, names: NameBook, marks: Marks) -> None:
        self.section = section
        self._names = names
        self._marks = marks
        self._looks: Looks = {}
        self._usual_width = usual_width(section.lines)

    def lesson(self, expected: Expected, lines: int) -> Lesson:
        """A first reading of the section's first lines."""
        cells = self._cells(expected)
        reading = Decoder(cells, expected.starts).best(min(lines, len(self.section.lines)))
        return Lesson(cells, rows_of(reading))

    def read(self, expected: Expected) -> Read:
        cells = self._cells(expected)
        decoder = Decoder(cells, expected.starts)
        reading = decoder.best(len(self.section.lines))
        return Read(self.section, cells, decoder, reading, tuple(rows_of(reading)))

    def _cells(self, expected: Expected) -> Cells:
        return Cells(
            self.section.lines,
            expected.models,
            self._names,
            self._marks,
            usual_width=self._usual_width,
            looks=self._looks,
        )


def usual_width(lines: Sequence[Typed]) -> float:
    """The width of lines of running text: of those that start small, which only go on."""
    widths = sorted(
        width_of(line.text) for line in lines if line.words and line.words[0][0].islower()
    )
    return widths[int(len(widths) * _WIDE)] if widths else _USUAL_WIDTH
