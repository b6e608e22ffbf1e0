"""Rows of cells as they are read, in parts that many readings share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goldenthread.documents.plans.lost_columns.cells import Span
from goldenthread.documents.plans.lost_columns.crossing import Crossing

# A cell of a row: its column, its lines, and whether it goes on from the page before.
Placed = tuple[int, Span, bool]


@dataclass(slots=True)
class Chain:
    """The closed cells of a row, latest first, so that readings share what they have in common."""

    cell: Placed
    before: "Chain | None"


@dataclass(slots=True)
class RowsBefore:
    """The finished rows of a reading, latest first."""

    cells: Chain | None
    before: "RowsBefore | None"


@dataclass(slots=True)
class Reading:
    """A reading of the lines so far: finished rows, closed cells of this row, and one open cell.

    `filled`: the open cell has text; `number` is the latest item's; `crossing` holds the parts
    that cells of this row have on the page before (None: the row has not crossed a page).
    """

    score: float
    column: int = -1
    first: int = 0
    start: int = 0
    filled: bool = False
    cells: Chain | None = None
    rows: RowsBefore | None = None
    number: tuple[int, ...] | None = None
    crossing: Crossing | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row as read: for each column its lines, on one page or two."""

    cells: Mapping[int, tuple[Span, ...]]

    @property
    def first_line(self) -> int:
        """Where the row begins; a merged cell may end far below, beside later rows."""
        return min(spans[0].first for spans in self.cells.values())


@dataclass(frozen=True, slots=True)
class Limits:
    """How many readings are followed: `beam` in all, `keep` that end alike, none worse by `worst`."""

    beam: int = 24
    keep: int = 1
    worst: float = 12.0


def merged_parts(
    rows: RowsBefore | None, *, missing: Iterable[int]
) -> tuple[dict[int, Span], dict[int, int]]:
    """The latest cells of the columns that this row lacks, as they are merged, and the lines beside them."""
    wanted = set(missing)
    found: dict[int, Span] = {}
    heights: dict[int, int] = {}
    height = 0
    while rows is not None and wanted - found.keys():
        parts = parts_of(rows.cells)
        others = [span.lines for column, span in parts.items() if column not in wanted]
        height += max(others, default=1)
        for column in parts.keys() & wanted - found.keys():
            found[column], heights[column] = parts[column], height
        rows = rows.before
    return found, heights


def best_alike(scored: list[tuple[float, Reading]], keep: int) -> list[tuple[float, Reading]]:
    """The best of those that leave the same column and have the same number and crossing."""
    alike: dict[tuple[object, ...], int] = {}
    best = []
    for score, reading in sorted(scored, key=lambda s: -s[0]):
        key = (reading.column, reading.number, id(reading.crossing))
        if alike.get(key, 0) < keep:
            alike[key] = alike.get(key, 0) + 1
            best.append((score, reading))
    return best


def best_rows(scored: list[tuple[float, Reading]], keep: int) -> list[tuple[float, Reading]]:
    """The best readings that close a row here; later rows depend on their number only."""
    alike: dict[tuple[int, ...] | None, int] = {}
    best = []
    for score, reading in sorted(scored, key=lambda s: -s[0]):
        if alike.get(reading.number, 0) < keep:
            alike[reading.number] = alike.get(reading.number, 0) + 1
            best.append((score, reading))
    return best


def best_to_cross(scored: list[tuple[float, Reading]], keep: int) -> list[tuple[float, Reading]]:
    """The best readings of a page's last row; of those whose row begins alike only a few."""
    alike: dict[tuple[int, int], int] = {}
    best = []
    for score, reading in sorted(scored, key=lambda s: -s[0]):
        key = _beginning(reading)
        if alike.get(key, 0) < keep:
            alike[key] = alike.get(key, 0) + 1
            best.append((score, reading))
    return best


def _beginning(reading: Reading) -> tuple[int, int]:
    """The line and the column at which a reading's last row begins."""
    first = (reading.first, reading.column)
    chain = reading.cells
    while chain is not None:
        first = (chain.cell[1].first, chain.cell[0])
        chain = chain.before
    return first


def parts_of(chain: Chain | None) -> dict[int, Span]:
    parts: dict[int, Span] = {}
    while chain is not None:
        parts.setdefault(chain.cell[0], chain.cell[1])
        chain = chain.before
    return parts


def rows_of(reading: Reading) -> list[Row]:
    """The rows of a finished reading, first row first.

    A merged cell that goes on beside a later row of its item is put back where it began.
    """
    chains: list[Chain | None] = []
    at = reading.rows
    while at is not None:
        chains.append(at.cells)
        at = at.before
    rows: list[dict[int, tuple[Span, ...]]] = []
    for chain in reversed(chains):
        rows.append({})
        for column, span, goes_on in in_order(chain):
            home = rows[-1]
            if goes_on and column not in home:
                home = next((row for row in reversed(rows) if column in row), home)
            home[column] = (*home.get(column, ()), span)
    return [Row(cells=row) for row in rows]


def in_order(chain: Chain | None) -> list[Placed]:
    cells: list[Placed] = []
    while chain is not None:
        cells.append(chain.cell)
        chain = chain.before
    return cells[::-1]
