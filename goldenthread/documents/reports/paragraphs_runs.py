"""Finds the numbering of a report's paragraphs among all rows that begin with a number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.documents.reports.sections import stands_out
from goldenthread.documents.reports.sections_marks import Kind, marker
from goldenthread.documents.reports.sections_rows import SENTENCE_ENDS, Row

BARE = re.compile(r"(\d{1,3})\s+[A-Z‘“]")
SHORTEST = 5
"""A shorter list that begins at 1 is a table or a list inside a paragraph."""
MISSING = 5
"""More numbers than this in a row are not missing: it is another list."""
ALIGNED = 10.0
"""Points by which the numbers of paragraphs may stand apart ("9." and "10." end together)."""
ASIDE = 60.0
"""Points to the right of the margin from which numbers are those of an inner list."""


@dataclass(frozen=True, slots=True)
class Start:
    """A row that may begin a paragraph."""

    index: int
    number: int
    left: float


@dataclass(slots=True)
class Run:
    """Rows whose numbers follow one another without a gap."""

    starts: list[Start]

    @property
    def first(self) -> Start:
        return self.starts[0]

    @property
    def last(self) -> Start:
        return self.starts[-1]


def numbering(rows: Sequence[Row]) -> list[Start]:
    """The rows that begin the report's numbered paragraphs, in printed order.

    They are those of the chain of runs with most rows, in which each either goes on where the one
    before it ended, or begins again at 1 (a second report in one file).
    """
    chain = _chain(_starts(rows))
    if _rows_in(chain) < SHORTEST:
        chain = _chain(_bare_starts(rows))
    if _rows_in(chain) < SHORTEST:
        return []
    return [start for run in _filled(chain, rows) for start in run.starts]


def _chain(starts: Sequence[Start]) -> list[Run]:
    best: list[list[Run]] = []
    for run in _outer(_runs(starts)):
        before = [chain for chain in best if _may_follow(chain[-1], run)]
        best.append([*max(before, key=_rows_in, default=[]), run])
    return max(best, key=_rows_in, default=[])


def _bare_starts(rows: Sequence[Row]) -> list[Start]:
    """Blocks that begin with a number and no point, for reports that print none."""
    found = ((index, BARE.match(row.text), row) for index, row in enumerate(rows))
    return [
        Start(index, int(number[1]), row.left)
        for index, number, row in found
        if number and row.starts_block
    ]


def _filled(chain: Sequence[Run], rows: Sequence[Row]) -> Iterator[Run]:
    """The chain with the numbers between its runs that are printed without a point or space."""
    for above, below in pairwise([*chain, None]):
        if above is None:
            continue
        yield above
        for number in range(above.last.number + 1, below.first.number if below else 0):
            end = below.first.index if below else len(rows)
            yield from _unpointed(rows, above=above, end=end, number=number)


def _unpointed(rows: Sequence[Row], *, above: Run, end: int, number: int) -> Iterator[Run]:
    wanted = re.compile(rf"{number}(?:\.\d|\s+[A-Z‘“])")
    for index in range(above.last.index + 1, end):
        row = rows[index]
        aligned = abs(row.left - above.last.left) <= ALIGNED
        if aligned and row.starts_block and wanted.match(row.text):
            yield Run([Start(index, number, row.left)])
            return


def _rows_in(chain: Sequence[Run]) -> int:
    return sum(len(run.starts) for run in chain)


def _starts(rows: Sequence[Row]) -> list[Start]:
    found = []
    for index, row in enumerate(rows):
        mark = marker(row.text)
        if mark and mark.kind is Kind.NUMBER and _may_begin(rows, index):
            found.append(Start(index, int(mark.label), row.left))
    return found


def _may_begin(rows: Sequence[Row], index: int) -> bool:
    """Not in the middle of a sentence that happens to wrap before a number ("by 31.")."""
    if index == 0 or rows[index].gap is None:
        return True
    above = rows[index - 1]
    under_heading = stands_out(above) and not rows[index].bold
    return rows[index].starts_block or above.text[-1] in SENTENCE_ENDS or under_heading


def _runs(starts: Sequence[Start]) -> list[Run]:
    runs: list[Run] = []
    open_at: dict[int, Run] = {}
    for start in starts:
        run = open_at.pop(start.number - 1, None)
        if run is None:
            run = Run([])
            runs.append(run)
        run.starts.append(start)
        open_at[start.number] = run
    return runs


def _outer(runs: Sequence[Run]) -> list[Run]:
    """Runs whose numbers stand about as far left as those of the longest one."""
    if not runs:
        return []
    margin = max(runs, key=lambda run: len(run.starts)).first.left
    return [run for run in runs if run.first.left <= margin + ASIDE]


def _may_follow(above: Run, below: Run) -> bool:
    if above.last.index >= below.first.index:
        return False
    if above.last.number < below.first.number <= above.last.number + 1 + MISSING:
        return True
    both_long = min(len(above.starts), len(below.starts)) >= SHORTEST
    return below.first.number == 1 and both_long
