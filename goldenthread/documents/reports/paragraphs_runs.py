"""Finds the numbering of a report's paragraphs among all rows that begin with a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.reports.sections_marks import Kind, marker
from goldenthread.documents.reports.sections_rows import SENTENCE_ENDS, Row

SHORTEST_RESTART = 4
"""A shorter list that begins at 1 is a table or a list inside a paragraph."""
MISSING = 5
"""More numbers than this in a row are not missing: it is another list."""
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


def numbering(rows: Sequence[Row]) -> list[Run]:
    """The runs of numbers that are the report's paragraphs, in printed order.

    The longest run is taken first; others join it if they stand before or behind it and
    either fit into its sequence or begin again at 1 (a second report in one file).
    """
    runs = _runs(_starts(rows))
    taken: list[Run] = []
    for run in sorted(runs, key=lambda one: -len(one.starts)):
        if _fits(run, taken):
            taken.append(run)
            taken.sort(key=lambda one: one.first.index)
    return taken


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
    return rows[index].starts_block or rows[index - 1].text[-1] in SENTENCE_ENDS


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


def _fits(run: Run, taken: Sequence[Run]) -> bool:
    if not taken:
        return len(run.starts) >= SHORTEST_RESTART
    if any(_overlap(run, other) for other in taken) or _is_aside(run, taken):
        return False
    before = [other for other in taken if other.last.index < run.first.index]
    after = [other for other in taken if other.first.index > run.last.index]
    follows = not before or _follow(before[-1].last, run.first)
    leads = not after or _follow(run.last, after[0].first)
    if follows and leads and (before or after[0].first.number > 1):
        return True
    return _begins_anew(run, before=before, after=after)


def _overlap(one: Run, other: Run) -> bool:
    return one.first.index < other.last.index and other.first.index < one.last.index


def _is_aside(run: Run, taken: Sequence[Run]) -> bool:
    margin = min(other.first.left for other in taken)
    return run.first.left > margin + ASIDE


def _follow(above: Start, below: Start) -> bool:
    return above.number < below.number <= above.number + 1 + MISSING


def _begins_anew(run: Run, *, before: Sequence[Run], after: Sequence[Run]) -> bool:
    """Another sequence from 1, long enough, whose neighbour behind it begins at 1 as well."""
    if run.first.number != 1 or len(run.starts) < SHORTEST_RESTART:
        return False
    return not after or after[0].first.number == 1 or _follow(run.last, after[0].first)
