"""What a first reading of a plan shows about its columns: looks, shares of filled cells, widths."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.documents.plans.lost_columns.cells import Cells, Span
from goldenthread.documents.plans.lost_columns.columns import (
    ColumnModel,
    Seen,
    first_models,
    learned,
)
from goldenthread.documents.plans.lost_columns.headings import Column, Role
from goldenthread.documents.plans.lost_columns.rows import Row
from goldenthread.documents.plans.lost_columns.shapes import Look
from goldenthread.documents.plans.lost_columns.widths import SPACE, column_width, width_of

_FULL_ROW = -1.2
_SHORT_ROW = -0.7
_ODD_ROW = -4.0
_PRIOR_ROWS = 4.0
_FEWEST_LINES_FOR_WIDTH = 3


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of a plan's rows.

    `models` is of its columns; `starts` has, for each column at which a row may begin, the log
    share of such rows: the first column, or the first one that is not merged over several rows.
    """

    models: list[ColumnModel]
    starts: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Lines that were read as rows."""

    cells: Cells
    rows: Sequence[Row]


def by_headings(columns: Sequence[Column]) -> Expected:
    """What the headings alone let expect."""
    return Expected(first_models(columns), _first_starts(columns))


def by_lessons(columns: Sequence[Column], lessons: Sequence[Lesson]) -> Expected:
    """What the headings and what was read let expect together."""
    looks = [list(_looks(lessons, k)) for k in range(len(columns))]
    all_first = Counter(look.first_word for column in looks for look in column)
    models = []
    for k, first in enumerate(first_models(columns)):
        rows = sum(k in row.cells for lesson in lessons for row in lesson.rows)
        model = learned(first, Seen(tuple(looks[k]), rows), all_first=all_first)
        model.width = _width(lessons, k)
        models.append(model)
    return Expected(models, _starts(columns, lessons))


def _first_starts(columns: Sequence[Column]) -> dict[int, float]:
    action = next((k for k, c in enumerate(columns) if c.role is Role.ACTION), 0)
    starts = dict.fromkeys(range(action + 1), _ODD_ROW)
    starts[action] = _SHORT_ROW
    starts[0] = _FULL_ROW
    return starts


def _starts(columns: Sequence[Column], lessons: Sequence[Lesson]) -> dict[int, float]:
    counts = Counter(min(row.cells) for lesson in lessons for row in lesson.rows)
    total = sum(counts.values()) + _PRIOR_ROWS
    return {
        column: math.log((counts[column] + _PRIOR_ROWS * math.exp(log)) / total)
        for column, log in _first_starts(columns).items()
    }


def _looks(lessons: Sequence[Lesson], column: int) -> Iterator[Look]:
    for lesson in lessons:
        for row in lesson.rows:
            look = lesson.cells.look(*row.cells.get(column, ()))
            if look is not None:
                yield look


def _width(lessons: Sequence[Lesson], column: int) -> float | None:
    """The column's width, from its lines and from where they were surely wrapped."""
    lines: list[float] = []
    breaks: list[float] = []
    for lesson in lessons:
        for row in lesson.rows:
            for span in row.cells.get(column, ()):
                lines.extend(_widths(lesson.cells, span))
                breaks.extend(_too_wide(lesson.cells, span))
    return column_width(lines, breaks) if len(lines) >= _FEWEST_LINES_FOR_WIDTH else None


def _widths(cells: Cells, span: Span) -> Iterator[float]:
    for line in range(span.first, span.last + 1):
        words = cells.words(span, line)
        if words:
            yield width_of(" ".join(words))


def _too_wide(cells: Cells, span: Span) -> Iterator[float]:
    """Widths that were too much: lines with the small word that begins the next one."""
    for line in range(span.first, span.last):
        this, then = cells.words(span, line), cells.words(span, line + 1)
        if this and then and then[0][0].islower() and not cells.breaks_word(span, line):
            yield width_of(" ".join(this)) + SPACE + width_of(then[0])
