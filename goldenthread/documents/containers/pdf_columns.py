"""The columns of a table on a page: from its rules down, else from the gaps under its headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.documents.containers.pdf_header import (
    Header,
    PrintedLine,
    printed_lines,
    walls_at,
)
from goldenthread.documents.containers.pdf_marks import Marks, Word

# How finely gaps between columns are searched for (points).
STEP = 0.5
NEAR = 3.0
# Two words with no more between them than this (in sizes of type) are of one text.
SPACE_AT_MOST = 0.4


@dataclass(frozen=True, slots=True)
class Columns:
    """The edges of the columns from left to right. `exact` says that rules or shades give
    them, not gaps; `ruled` that rules down draw them along the table."""

    edges: tuple[float, ...]
    ruled: bool
    exact: bool

    @property
    def count(self) -> int:
        return len(self.edges) - 1

    def of(self, word: Word) -> int:
        """The column in which a word begins."""
        start = word.left + min(1.0, (word.right - word.left) / 2)
        inner = self.edges[1:-1]
        return sum(edge <= start for edge in inner)

    def crossed(self, word: Word) -> bool:
        """Whether an edge goes through the word, as in a heading across the table."""
        return any(word.left + 1 < edge < word.right - 1 for edge in self.edges[1:-1])


def find(marks: Marks, header: Header, *, bottom: float) -> Columns:
    """The columns under a header, down to `bottom`."""
    along = _walls(marks, header, bottom)
    walls = sorted([*along, *walls_at(marks, header.top, header.bottom)])
    body = [w for w in marks.words if header.top - 1 <= w.top and w.bottom <= bottom + 1]
    edges = [_left_edge(marks, header, walls, body)]
    for cell, after in pairwise(header.cells):
        here, there = _middle(cell.left, cell.right), _middle(after.left, after.right)
        drawn = [wall for wall in walls if here < wall <= after.left + 1]
        edges += drawn or [_gap(body, here, there)]
    edges.append(_right_edge(marks, header, walls, body))
    edges = _apart(edges)
    return Columns(tuple(edges), _are_among(edges[1:-1], along), _are_among(edges[1:-1], walls))


def _are_among(edges: Sequence[float], walls: Sequence[float]) -> bool:
    return bool(edges) and all(any(abs(w - e) <= NEAR for w in walls) for e in edges)


def _walls(marks: Marks, header: Header, bottom: float) -> list[float]:
    """The x of the rules down that go along at least half of the table."""
    height = bottom - header.top
    along: dict[float, float] = {}
    for rule in (r for r in marks.down if not r.shade):
        length = min(rule.end, bottom + 2) - max(rule.start, header.top - 2)
        if length > 0:
            key = next((at for at in along if abs(at - rule.at) <= NEAR), rule.at)
            along[key] = along.get(key, 0.0) + length
    return sorted(at for at, length in along.items() if length >= height / 2)


def _left_edge(marks: Marks, header: Header, walls: Sequence[float], body: Sequence[Word]) -> float:
    first = header.cells[0]
    drawn = [w for w in walls if w <= first.left + 1]
    if drawn:
        return max(drawn)
    across = [r.start for r in marks.across if header.top - 15 <= r.at <= header.bottom + 15]
    words = [word.left for word in body]
    return min([first.left, *words, *(a for a in across if a > first.left - 20)]) - 1


def _right_edge(
    marks: Marks, header: Header, walls: Sequence[float], body: Sequence[Word]
) -> float:
    last = header.cells[-1]
    drawn = [w for w in walls if w >= last.right - 1]
    if drawn:
        return min(drawn)
    return max([last.right, *(w.right for w in body)]) + 1


def _gap(body: Sequence[Word], start: float, end: float) -> float:
    """The middle of the widest stretch between two headings that fewest words cross."""
    steps = [start + n * STEP for n in range(int((end - start) / STEP) + 1)]
    counts = [sum(w.left - 0.3 <= x <= w.right + 0.3 for w in body) for x in steps]
    fewest = min(counts)
    runs: list[list[float]] = []
    for x, count in zip(steps, counts, strict=True):
        if count != fewest:
            runs.append([])
        elif runs:
            runs[-1].append(x)
        else:
            runs.append([x])
    widest = max(runs, key=len)
    return widest[0] + (widest[-1] - widest[0]) * 0.7


def _apart(edges: list[float]) -> list[float]:
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > NEAR:
            kept.append(edge)
    return kept


def _middle(left: float, right: float) -> float:
    return (left + right) / 2


def is_across(line: PrintedLine, columns: Columns) -> bool:
    """Whether a line of print runs across columns instead of standing in them."""
    if any(columns.crossed(word) for word in line.words):
        return True
    return any(
        columns.of(before) != columns.of(word)
        and word.left - before.right <= SPACE_AT_MOST * word.size
        for before, word in pairwise(line.words)
    )


def lines_between(marks: Marks, top: float, bottom: float) -> list[PrintedLine]:
    """The printed lines of a page between two heights."""
    return printed_lines([w for w in marks.words if top <= w.middle <= bottom])
