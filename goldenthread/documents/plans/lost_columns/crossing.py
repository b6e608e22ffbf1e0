"""Rows that go on over a page: which cells go on, and with which words of the next page."""

from collections.abc import Collection, Mapping

from goldenthread.documents.plans.lost_columns.cells import Cells, Span
from goldenthread.documents.plans.lost_columns.headings import Role
from goldenthread.documents.plans.lost_columns.openings import Opening

_SHORT_OF_PAGE_END = -1.6
_MOST_SHORT = -7.0
_NOTHING_TO_GO_ON = -6.0
# A cell that goes on where nothing says so, and a blank that may mark an empty cell of a new row.
_NATURAL, _GOES_ON = -0.5, -1.5
_BLANK = -0.6
_MOST_ALTERNATIVES = 16
_WORST = 12.0


class Crossing:
    """The cells of one row as they stand at the end of a page.

    `parts` are the row's own cells; `merged` those of the item's first row that cover this
    row as well. `heights` gives for each merged cell the lines of all the rows beside it.
    """

    def __init__(
        self,
        cells: Cells,
        parts: Mapping[int, Span],
        merged: Mapping[int, Span],
        heights: Mapping[int, int],
    ) -> None:
        self._cells = cells
        self.parts = {**merged, **parts}
        own = max((span.lines for span in parts.values()), default=1)
        self._reach = {column: heights.get(column, 0) + own for column in self.parts}
        self._endings = {column: cells.ending(column, span) for column, span in parts.items()}
        self._charged = {
            column: 0.0 if cells.ends_page(span) else self._endings[column]
            for column, span in parts.items()
        }
        self._found: dict[tuple[int, int], list[Opening]] = {}

    def openings(self, line: int, after: int) -> list[Opening]:
        """The ways in which a line goes on with cells of columns beyond `after`."""
        key = (line, after)
        if key not in self._found:
            self._found[key] = self._search(line, after)
        return self._found[key]

    @property
    def refund(self) -> float:
        """What the ends of the row's cells cost so far; on the next page they may go on."""
        return -sum(self._charged.values())

    def left_open(self, going_on: Collection[int]) -> float:
        """What the ends of those cells cost that do not go on after all."""
        return sum(cost for column, cost in self._endings.items() if column not in going_on)

    def gain(self, column: int, span: Span) -> float:
        """What the whole cell fits better than its first part alone did."""
        part = self.parts.get(column)
        if part is None:
            return 0.0
        whole = self._cells.score_of(column, (part, span))
        return whole - self._cells.score(column, part) + self._charged.get(column, 0.0)

    def _search(self, line: int, after: int) -> list[Opening]:
        typed = self._cells.lines[line]
        if not typed.words:
            return [Opening(column=after + 1, start=0, score=0.0, cells=())]
        count = len(typed.words)
        best: dict[tuple[int, int], tuple[float, tuple[tuple[int, Span], ...]]] = {
            (0, after): (0.0, ())
        }
        found: list[Opening] = []
        for at in range(count):
            for left in range(after, len(self._cells.models)):
                if (at, left) not in best:
                    continue
                score, cells = best[(at, left)]
                for column in range(left + 1, len(self._cells.models)):
                    here = score + self._enters(column, line, at)
                    if here < _NOTHING_TO_GO_ON * 2:
                        continue
                    last = here + self._cells.overflow(column, line, at, count)
                    found.append(Opening(column=column, start=at, score=last, cells=cells))
                    self._close(best, line, at, column, here, cells)
        found.sort(key=lambda o: -o.score)
        return [o for o in found if o.score > found[0].score - _WORST][:_MOST_ALTERNATIVES]

    def _close(
        self,
        best: dict[tuple[int, int], tuple[float, tuple[tuple[int, Span], ...]]],
        line: int,
        at: int,
        column: int,
        score: float,
        cells: tuple[tuple[int, Span], ...],
    ) -> None:
        for stop in range(at + 1, len(self._cells.lines[line].words)):
            span = Span(line, at, line, stop)
            total = score + self._cells.overflow(column, line, at, stop) + self.gain(column, span)
            kept = best.get((stop, column))
            if kept is None or total > kept[0]:
                best[(stop, column)] = (total, (*cells, (column, span)))

    def _enters(self, column: int, line: int, start: int) -> float:
        """What it costs that a cell goes on with these words: it must have reached the page's end."""
        part = self.parts.get(column)
        if part is None or self._cells.models[column].role is Role.NUMBER:
            return _NOTHING_TO_GO_ON * 3
        if self._cells.is_blank(part):
            return _NOTHING_TO_GO_ON
        cost = self._break(column, part, line, start)
        if cost < _NATURAL:
            cost += _GOES_ON
        cost += _BLANK * max(0, self._cells.lines[line].gaps[start] - (1 if start else 0))
        short = max(0, self._reach[column] - 1 - part.lines)
        return cost + max(_MOST_SHORT, _SHORT_OF_PAGE_END * short)

    def _break(self, column: int, part: Span, line: int, start: int) -> float:
        last = part.last
        while not self._cells.words(part, last):
            last -= 1
        words = self._cells.words(part, last)
        return self._cells.break_between(column, self._cells.lines[last], words, line, start)
