"""The ways in which a line may open cells: where its words part, and which columns are empty."""

from collections.abc import Iterator
from typing import NamedTuple

from goldenthread.documents.plans.lost_columns.cells import Cells, Span
from goldenthread.documents.plans.lost_columns.typed import Typed
from goldenthread.documents.plans.lost_columns.vocabulary import PERIODS

_TYPED = -2.5
_LED_BY_BLANK = -1.2
_PART_WITHOUT_MARKS = -3.0
_WORST = 16.0
_MOST_ALTERNATIVES = 24


class Opening(NamedTuple):
    """A line that closes `cells` (column and span each) and leaves the cell of `column` open.

    `start` is the first word of the open cell; beyond the last word it is still empty.
    `first_word` is the word that stands in the first column of the opening, if any.
    """

    column: int
    start: int
    score: float
    cells: tuple[tuple[int, Span], ...]


class Openings:
    """Works out the openings of each line once for each column at which it may begin."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._columns = len(cells.models)
        self._found: dict[tuple[int, int], list[Opening]] = {}

    def at(self, line: int, column: int) -> list[Opening]:
        """The openings of a line whose first cell is that of `column`, best first."""
        if column >= self._columns:
            return []
        key = (line, column)
        if key not in self._found:
            self._found[key] = self._best(line, column)
        return self._found[key]

    def _best(self, line: int, column: int) -> list[Opening]:
        typed = self._cells.lines[line]
        if not typed.words:
            return self._blank(line, column)
        found = _Search(self._cells, line).openings(column)
        found.sort(key=lambda o: -o.score)
        return [o for o in found if o.score > found[0].score - _WORST][:_MOST_ALTERNATIVES]

    def _blank(self, line: int, column: int) -> list[Opening]:
        """A line of blanks alone: each is an empty cell, the last one stays open."""
        last = min(column + self._cells.lines[line].trailing - 1, self._columns - 1)
        empty = tuple((c, Span(line, 0, line, 0)) for c in range(column, last))
        score = sum(self._cells.models[c].empty() for c, _ in empty)
        return [Opening(column=last, start=0, score=score, cells=empty)]


def _may_part(line: Typed, word: int) -> bool:
    """Whether a cell may begin at a word of a line: not in the middle of a sentence."""
    text = line.words[word]
    if not (text[0].isalnum() or text[0] in "(“‘£\"'✓"):
        return False
    return line.gaps[word] > 1 or not text[0].islower() or text.strip(".,;") in PERIODS


class _Search:
    """Best scores over a line's words and columns, from left to right."""

    def __init__(self, cells: Cells, line: int) -> None:
        self._cells = cells
        self._line = line
        self._typed = cells.lines[line]
        self._columns = len(cells.models)
        self._wide = any(gap > 1 for gap in self._typed.gaps[1:])
        self._best: dict[tuple[int, int], tuple[float, tuple[tuple[int, Span], ...]]] = {}
        self._partings = [k for k in range(1, len(self._typed.words)) if _may_part(self._typed, k)]

    def openings(self, column: int) -> list[Opening]:
        for empty, cost in self._jumps(self._typed.gaps[0], at_start=True):
            if column + empty < self._columns:
                self._offer(0, column + empty, cost + self._empties(column, empty), column, empty)
        count = len(self._typed.words)
        for at in (0, *self._partings):
            for column_here in range(column, self._columns):
                if (at, column_here) in self._best:
                    self._close_at(at, column_here)
        return list(self._ends(count))

    def _offer(
        self,
        at: int,
        column: int,
        score: float,
        first_empty: int,
        empties: int,
        cells: tuple[tuple[int, Span], ...] = (),
    ) -> None:
        kept = self._best.get((at, column))
        if kept is None or score > kept[0]:
            blank = Span(self._line, at, self._line, at)
            added = tuple((first_empty + k, blank) for k in range(empties))
            self._best[(at, column)] = (score, cells + added)

    def _close_at(self, at: int, column: int) -> None:
        """Close the cell that starts at a word before each later word of the line."""
        score, cells = self._best[(at, column)]
        for stop in self._partings:
            if stop <= at:
                continue
            span = Span(self._line, at, self._line, stop)
            here = score + self._closed(column, span)
            for empty, cost in self._jumps(self._typed.gaps[stop], at_start=False):
                after = column + 1 + empty
                if after < self._columns:
                    total = here + cost + self._empties(column + 1, empty)
                    self._offer(stop, after, total, column + 1, empty, (*cells, (column, span)))

    def _closed(self, column: int, span: Span) -> float:
        cells = self._cells
        return (
            cells.score(column, span)
            + cells.overflow(column, self._line, span.start, span.stop)
            + self._typing(span)
        )

    def _typing(self, span: Span) -> float:
        if not self._wide:
            return 0.0
        gaps = self._typed.gaps[span.start + 1 : span.stop]
        return _TYPED * sum(gap > 1 for gap in gaps)

    def _empties(self, first: int, count: int) -> float:
        return sum(self._cells.models[c].empty() for c in range(first, first + count))

    def _jumps(self, gap: int, *, at_start: bool) -> Iterator[tuple[int, float]]:
        """How many cells are empty within a gap of blanks, and what it costs to say so."""
        marked = gap if at_start else gap - 1
        if self._cells.marks.leading:
            yield marked, 0.0
            if marked:
                yield 0, _LED_BY_BLANK if at_start else _TYPED * marked
            yield marked + 1, self._cells.marks.skip
            return
        for empty in range(self._columns):
            yield empty, 0.0 if at_start else _PART_WITHOUT_MARKS

    def _ends(self, count: int) -> Iterator[Opening]:
        """The last cell of the line stays open: its text, or an empty cell that blanks mark."""
        for (at, column), (score, cells) in self._best.items():
            cost = self._cells.overflow(column, self._line, at, count)
            cost += self._typing(Span(self._line, at, self._line, count))
            marked = self._typed.trailing - 1 if self._cells.marks.trailing else 0
            typed = _TYPED * marked if marked > 0 else 0.0
            yield Opening(column=column, start=at, score=score + cost + typed, cells=cells)
            if marked > 0 and column + marked < self._columns:
                yield self._emptied(at, column, count, marked)

    def _emptied(self, at: int, column: int, count: int, marked: int) -> Opening:
        score, cells = self._best[(at, column)]
        span = Span(self._line, at, self._line, count)
        blank = Span(self._line, count, self._line, count)
        between = tuple((column + 1 + k, blank) for k in range(marked - 1))
        score += self._closed(column, span) + self._empties(column + 1, marked - 1)
        return Opening(
            column=column + marked,
            start=count,
            score=score,
            cells=(*cells, (column, span), *between),
        )
