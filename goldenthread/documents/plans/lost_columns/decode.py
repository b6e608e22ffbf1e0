"""Finds the reading of a plan's lines as rows of cells that fits best, line by line."""

import math
from collections.abc import Iterable, Iterator, Mapping

from goldenthread.documents.plans.lost_columns.cells import Cells, Span
from goldenthread.documents.plans.lost_columns.crossing import Crossing
from goldenthread.documents.plans.lost_columns.headings import Role
from goldenthread.documents.plans.lost_columns.numbering import (
    BEST_NUMBER,
    follows,
    number_in,
    overlooked,
)
from goldenthread.documents.plans.lost_columns.openings import Opening, Openings
from goldenthread.documents.plans.lost_columns.rows import (
    Chain,
    Limits,
    Reading,
    RowsBefore,
    best_alike,
    best_rows,
    best_to_cross,
    in_order,
    merged_parts,
    parts_of,
)
from goldenthread.documents.plans.lost_columns.shapes import starts_period

_CROSSES = -1.0
_MOST_SKIPPED = 2
_NO_NUMBER = -4.0
_NATURAL = -1.0
# How many readings of a page's last row are followed over its end, and of those that begin alike.
_OVER_PAGE, _ALIKE_OVER_PAGE = 6, 3


class Decoder:
    """Reads a section's lines (or a stretch of them) as rows."""

    def __init__(self, cells: Cells, starts: Mapping[int, float]) -> None:
        self._cells = cells
        self._openings = Openings(cells)
        self._count = len(cells.models)
        self.starts = starts
        self.numbered = cells.models[0].role is Role.NUMBER
        self._new_line = cells.marks.new_line
        self._skip = cells.marks.skip
        self._skip_to_end = cells.marks.skip if cells.marks.trailing else 0.0
        self._missing_after = [
            sum(self._skip_to_end + model.empty() for model in cells.models[column + 1 :])
            for column in range(self._count)
        ]
        self._skips = _MOST_SKIPPED if cells.marks.trailing else self._count
        self._floor = -math.inf
        self._limits = Limits()

    def best(self, lines: int) -> Reading:
        """The best reading of the first so many lines."""
        return self.readings(0, lines, Reading(score=0.0), Limits())[0]

    def readings(self, first: int, stop: int, seed: Reading, limits: Limits) -> list[Reading]:
        """Readings of the lines from `first` to before `stop`, best first, all rows closed."""
        beam = [seed]
        for line in range(first, stop):
            beam = self._prune(self._next(beam, line, limits, is_first=line == first), limits)
        scored = [(reading.score + self._closing(reading, stop - 1), reading) for reading in beam]
        done = [
            self._closed_row(reading, score + self._missing(reading), stop - 1)
            for score, reading in scored
        ]
        return sorted(done, key=lambda r: -r.score)

    def _next(
        self, beam: list[Reading], line: int, limits: Limits, *, is_first: bool
    ) -> list[Reading]:
        """What the readings become with one more line.

        Of readings that close the same column only the best are followed: the cells that
        open next do not depend on what stands before.
        """
        self._floor = -math.inf
        self._limits = limits
        found: list[Reading] = []
        if is_first:
            found.extend(self._new_rows(beam[0], line))
            return found
        starts_page = self._cells.lines[line].starts_page
        if not starts_page:
            found.extend(self._going_on(reading, line) for reading in beam)
            self._raise_floor(found)
            if self._only_goes_on(beam[0], found[0], line):
                return found
        scored = [(r.score + self._closing(r, line - 1), r) for r in beam]
        rows = [(s + self._missing(r), r) for s, r in scored if r.column >= 0]
        if starts_page:
            for score, reading in best_to_cross(rows, _ALIKE_OVER_PAGE)[:_OVER_PAGE]:
                found.extend(self._crossings(reading, score, line))
            self._raise_floor(found)
        else:
            for score, reading in best_alike(scored, limits.keep):
                found.extend(self._next_cells(reading, score, line))
            self._raise_floor(found)
        for score, reading in best_rows(rows, limits.keep):
            row = self._closed_row(reading, score, line - 1)
            row.score += self._cut_off(row) if starts_page else 0.0
            found.extend(self._new_rows(row, line))
        return found

    def _cut_off(self, reading: Reading) -> float:
        """What it costs that a finished row's cells end with the page, though nothing goes on."""
        parts = parts_of(reading.rows.cells) if reading.rows else {}
        return sum(
            self._cells.ending(column, span)
            for column, span in parts.items()
            if self._cells.ends_page(span)
        )

    def _only_goes_on(self, before: Reading, after: Reading, line: int) -> bool:
        """Whether a line so naturally goes on that no other reading of it is worth a look."""
        words, gaps = self._cells.lines[line].words, self._cells.lines[line].gaps
        if not words or gaps[0] or before.crossing is not None:
            return False
        if after.score - before.score < _NATURAL:
            return False
        if words[0][0].islower():
            return not starts_period(words[0])
        return self._cells.is_left_open(line - 1)

    def _raise_floor(self, readings: list[Reading]) -> None:
        best = max((reading.score for reading in readings), default=-math.inf)
        self._floor = max(self._floor, best - self._limits.worst)

    def _prune(self, readings: Iterable[Reading], limits: Limits) -> list[Reading]:
        """The best readings; of those that leave the same cell open only `keep`."""
        alike: dict[tuple[int, int, int, bool], int] = {}
        kept: list[Reading] = []
        for reading in sorted(readings, key=lambda r: -r.score):
            if kept and (reading.score < kept[0].score - limits.worst or len(kept) == limits.beam):
                break
            key = (reading.column, reading.first, reading.start, reading.crossing is None)
            if alike.get(key, 0) < limits.keep:
                alike[key] = alike.get(key, 0) + 1
                kept.append(reading)
        return kept

    # The open cell

    def _open_span(self, reading: Reading, last: int) -> Span:
        return Span(reading.first, reading.start, last, len(self._cells.lines[last].words))

    def _closing(self, reading: Reading, last: int) -> float:
        """What the open cell adds to the score if it ends with the line `last`."""
        if reading.column < 0:
            return 0.0
        span = self._open_span(reading, last)
        return self._cell_score(reading, reading.column, span)

    def _cell_score(self, reading: Reading, column: int, span: Span) -> float:
        if reading.crossing is not None:
            return reading.crossing.gain(column, span)
        return self._cells.score(column, span)

    def _going_on(self, reading: Reading, line: int) -> Reading:
        start = reading.start if reading.first == line - 1 else 0
        cost = self._cells.continued(reading.column, line, start, filled=reading.filled)
        cost += self._overlooked(reading, line)
        return Reading(
            score=reading.score + cost,
            column=reading.column,
            first=reading.first,
            start=reading.start,
            filled=reading.filled or bool(self._cells.lines[line].words),
            cells=reading.cells,
            rows=reading.rows,
            number=reading.number,
            crossing=reading.crossing,
        )

    def _overlooked(self, reading: Reading, line: int) -> float:
        if not self.numbered:
            return 0.0
        return overlooked(reading.number, self._cells.lines[line].words)

    # The next cell of the row

    def _next_cells(self, reading: Reading, score: float, line: int) -> Iterator[Reading]:
        if reading.first == line - 1:
            score += self._new_line
        if reading.crossing is not None:
            yield from self._next_crossing(reading, score, line)
            return
        score += self._overlooked(reading, line)
        closed = self._with_open_cell(reading, line - 1)
        last = min(reading.column + 1 + self._skips, self._count - 1)
        for column in range(reading.column + 1, last + 1):
            if column > reading.column + 1:
                score += self._skip + self._cells.models[column - 1].empty()
            yield from self._openings_from(reading, closed, score, line, column)

    def _openings_from(
        self, reading: Reading, closed: Chain | None, score: float, line: int, column: int
    ) -> Iterator[Reading]:
        if score < self._floor:
            return
        for opening in self._openings.at(line, column):
            if score + opening.score < self._floor:
                return
            yield self._opened(reading, closed, opening, score, line)

    def _with_open_cell(self, reading: Reading, last: int) -> Chain | None:
        if reading.column < 0:
            return reading.cells
        placed = (reading.column, self._open_span(reading, last), reading.crossing is not None)
        return Chain(placed, reading.cells)

    def _opened(
        self, reading: Reading, closed: Chain | None, opening: Opening, score: float, line: int
    ) -> Reading:
        for column, span in opening.cells:
            closed = Chain((column, span, False), closed)
        return Reading(
            score=score + opening.score,
            column=opening.column,
            first=line,
            start=opening.start,
            filled=opening.start < len(self._cells.lines[line].words),
            cells=closed,
            rows=reading.rows,
            number=reading.number,
        )

    # The next row

    def _missing(self, reading: Reading) -> float:
        """What it costs that a row ends before its last column."""
        if reading.crossing is not None:
            going_on = {column for column, _, goes_on in in_order(reading.cells) if goes_on}
            return reading.crossing.left_open(going_on | {reading.column})
        return self._missing_after[reading.column]

    def _closed_row(self, reading: Reading, score: float, last: int) -> Reading:
        """The reading with its row finished."""
        cells = self._with_open_cell(reading, last)
        return Reading(
            score=score,
            rows=RowsBefore(cells, reading.rows),
            number=reading.number,
        )

    def _new_rows(self, reading: Reading, line: int) -> Iterator[Reading]:
        for column, cost in self.starts.items():
            cost += self._overlooked(reading, line) if column else 0.0
            if reading.score + cost + BEST_NUMBER < self._floor:
                continue
            for opening in self._openings.at(line, column):
                score = reading.score + cost
                if score + opening.score + BEST_NUMBER < self._floor:
                    break
                number = reading.number
                if column == 0 and self.numbered:
                    found = self._number_of(opening, line)
                    score += self._numbering(found, number)
                    number = found or number
                opened = self._opened(reading, None, opening, score, line)
                opened.number = number
                yield opened

    def _number_of(self, opening: Opening, line: int) -> tuple[int, ...] | None:
        words = self._cells.lines[line].words
        first = (
            opening.cells[0][1] if opening.cells else Span(line, opening.start, line, len(words))
        )
        return number_in(words[first.start]) if first.stop == first.start + 1 else None

    def _numbering(self, found: tuple[int, ...] | None, before: tuple[int, ...] | None) -> float:
        return follows(before, found) if found else _NO_NUMBER

    # A row that goes on over the page

    def _crossings(self, reading: Reading, score: float, line: int) -> Iterator[Reading]:
        if reading.column < 0:
            return
        closed = self._with_open_cell(reading, line - 1)
        parts = parts_of(closed)
        merged, heights = merged_parts(reading.rows, missing=range(min(parts)))
        over = Crossing(self._cells, parts, merged, heights)
        crossing = Reading(
            score=score + _CROSSES + over.refund,
            cells=closed,
            rows=reading.rows,
            number=reading.number,
            crossing=over,
        )
        yield from self._next_crossing(crossing, crossing.score, line)

    def _next_crossing(self, reading: Reading, score: float, line: int) -> Iterator[Reading]:
        """Cells that go on from the page before: any later column, each with its own first part."""
        if reading.crossing is None:
            return
        closed = self._with_open_cell(reading, line - 1)
        for opening in reading.crossing.openings(line, reading.column):
            if score + opening.score < self._floor:
                return
            if opening.column >= self._count:
                continue
            cells = closed
            for column, span in opening.cells:
                cells = Chain((column, span, True), cells)
            yield Reading(
                score=score + opening.score,
                column=opening.column,
                first=line,
                start=opening.start,
                filled=True,
                cells=cells,
                rows=reading.rows,
                number=reading.number,
                crossing=reading.crossing,
            )
