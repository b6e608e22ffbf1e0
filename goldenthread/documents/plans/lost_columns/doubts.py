"""Which cells could as well be read in another way: those are proposed with a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.documents.plans.lost_columns.decode import Decoder
from goldenthread.documents.plans.lost_columns.reading import Read
from goldenthread.documents.plans.lost_columns.rows import (
    Limits,
    Reading,
    Row,
    RowsBefore,
    rows_of,
)

# A reading is sure if no other one comes nearer than this log score.
SURE = 2.5
_LIMITS = Limits(beam=24, keep=3, worst=8.0)
_MOST_OTHERS = 3

Texts = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another reading of a row: for the columns that differ the text read and the other one.

    `splits` says that the other reading makes several rows of this one.
    """

    margin: float
    columns: tuple[int, ...]
    read: Texts
    other: Texts
    splits: bool


def others(read: Read, at: int, before: RowsBefore | None) -> list[Other]:
    """The other readings of a row's lines that are nearly as likely, likeliest first.

    Two opinions are heard: by all that was learned from the document, and by the headings
    alone, because what was learned may be a slip repeated.

    Args:
        read:   the section as read.
        at:     the row's place in `read.rows`.
        before: the rows before it, as the reading links them.
    """
    found: dict[tuple[int, ...], Other] = {}
    for decoder in (read.decoder, read.by_headings):
        for other in _near(read, decoder, at, before):
            found.setdefault(other.columns, other)
    return sorted(found.values(), key=lambda other: other.margin)[:_MOST_OTHERS]


def _near(read: Read, decoder: Decoder, at: int, before: RowsBefore | None) -> Iterator[Other]:
    """The readings near a decoder's best one in which the row is not the one that was kept."""
    readings = decoder.readings(*_lines(read, at), _seed(read, at, before), _LIMITS)
    kept = _texts(read, [read.rows[at]])
    for reading in readings:
        margin = readings[0].score - reading.score
        if margin > SURE:
            return
        other = _other(read, kept, _own_rows(reading, before), margin)
        if other is not None:
            yield other


def _lines(read: Read, at: int) -> tuple[int, int]:
    after = at + 1
    stop = read.rows[after].first_line if after < len(read.rows) else len(read.section.lines)
    return read.rows[at].first_line, stop


def _seed(read: Read, at: int, before: RowsBefore | None) -> Reading:
    number = read.numbers[at - 1] if at else None
    return Reading(score=0.0, rows=before, number=number)


def _own_rows(reading: Reading, before: RowsBefore | None) -> list[Row]:
    """The rows that a reading of a stretch of lines has added."""
    count, link = 0, reading.rows
    while link is not before and link is not None:
        count, link = count + 1, link.before
    return rows_of(reading)[-count:] if count else []


def _other(read: Read, kept: Texts, rows: Sequence[Row], margin: float) -> Other | None:
    """How other rows differ from the row that was kept; None if the texts are the same."""
    texts = _texts(read, rows)
    differing = tuple(k for k, (a, b) in enumerate(zip(kept, texts, strict=True)) if a != b)
    if not differing:
        return None
    return Other(
        margin=margin,
        columns=differing,
        read=tuple(kept[k] for k in differing),
        other=tuple(texts[k] for k in differing),
        splits=len(rows) > 1,
    )


def _texts(read: Read, rows: Sequence[Row]) -> Texts:
    """The text of each column; of several rows one after the other."""
    return tuple(
        " | ".join(_column_texts(read, rows, column)) or None
        for column in range(len(read.section.columns))
    )


def _column_texts(read: Read, rows: Sequence[Row], column: int) -> Iterator[str]:
    for row in rows:
        spans = row.cells.get(column)
        text = read.cells.joined(spans) if spans else ""
        if text:
            yield text
