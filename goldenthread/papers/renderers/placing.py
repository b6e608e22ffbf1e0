"""Which cell of a grid stands where, and how wide its columns are printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.papers.document import Cell, Grid
from goldenthread.papers.renderers.wording import printable

# Columns from which a grid is printed in the smaller type.
MANY_COLUMNS = 8
# Of Arial and what is as wide as it: the mean width of a letter in a word, in ems, capitals too.
LETTER = 0.57
PADDING_CM = 0.3
CM_IN_A_POINT = 2.54 / 72
# A longer word is broken rather than given more room.
LONGEST_WORD = 24


@dataclass(frozen=True)
class Place:
    """A place of a grid: the cell that covers it, and whether the cell begins in this row."""

    cell: Cell
    begins: bool


def placed(grid: Grid) -> Iterator[tuple[Place, ...]]:
    """The rows of a grid, each with a place for every column.

    Raises:
        ValueError: a row's cells, with those that reach down to it, do not fill the columns.
    """
    reaching: dict[int, tuple[Cell, int]] = {}
    for number, row in enumerate(grid.rows, start=1):
        line, reaching = _line(row, reaching, columns=len(grid.columns))
        if len(line) != len(grid.columns):
            raise ValueError(_misfit(grid, number, f"{len(grid.columns)} columns"))
        yield tuple(line)
    if reaching:
        raise ValueError(_misfit(grid, len(grid.rows), "rows that are not there"))


def _line(
    row: tuple[Cell, ...], reaching: dict[int, tuple[Cell, int]], *, columns: int
) -> tuple[list[Place], dict[int, tuple[Cell, int]]]:
    """A row's places, and for a column the cell that reaches further down, with how many rows."""
    line: list[Place] = []
    below: dict[int, tuple[Cell, int]] = {}
    own = iter(row)
    for column in range(columns):
        begins = column not in reaching
        cell, rows = (next(own, None), 0) if begins else reaching[column]
        if cell is None:
            return line, below
        rows = cell.rows if begins else rows
        if rows > 1:
            below[column] = (cell, rows - 1)
        line.append(Place(cell, begins))
    # A cell too many makes the line too long, which the caller reports.
    return line + [Place(cell, begins=True) for cell in own], below


def _misfit(grid: Grid, row: int, what: str) -> str:
    return f"{grid.caption}: the cells of row {row} do not fit the table, which has {what}."


def type_size(grid: Grid, *, usual: float = 9.5, small: float = 8.0) -> float:
    """In points; a grid of many columns is printed smaller."""
    return small if len(grid.columns) >= MANY_COLUMNS else usual


def widths(grid: Grid, *, total: float) -> tuple[float, ...]:
    """The columns' widths in cm, `total` together.

    In the shares that the columns ask for, but none narrower than its longest word where
    the others can spare the room.
    """
    letter = LETTER * type_size(grid) * CM_IN_A_POINT
    least = [longest * letter + PADDING_CM for longest in longest_words(grid)]
    if sum(least) >= total:
        return tuple(width * total / sum(least) for width in least)
    shares = [column.width for column in grid.columns]
    return tuple(_shared_out(shares, least, total=total))


def longest_words(grid: Grid) -> list[int]:
    """For each column the letters of its longest word, at most LONGEST_WORD."""
    longest = [_longest(column.title) for column in grid.columns]
    for row in placed(grid):
        for column, place in enumerate(row):
            if place.begins and longest[column] < LONGEST_WORD:
                longest[column] = max(longest[column], _longest(place.cell.text))
    return longest


def _longest(text: str) -> int:
    words = re.split(r"\s+|(?<=[-–—/])", text)
    return min(max(map(len, words)), LONGEST_WORD)


def _shared_out(shares: list[float], least: list[float], *, total: float) -> list[float]:
    """Shares of a total; whoever would get too little is given its least and left out."""
    fixed: set[int] = set()
    while True:
        room = total - sum(least[n] for n in fixed)
        parts = sum(share for n, share in enumerate(shares) if n not in fixed)
        found = [least[n] if n in fixed else room * share / parts for n, share in enumerate(shares)]
        short = {n for n, width in enumerate(found) if n not in fixed and width < least[n]}
        if not short:
            return found
        fixed |= short


def sheet_lines(grid: Grid) -> Iterator[tuple[Cell, ...]]:
    """The rows with every place filled: a cell over several rows stands in each of them."""
    for row in placed(grid):
        yield tuple(place.cell for place in row)


def label(text: str) -> str:
    """A column's title or a caption in one printable line."""
    return " ".join(printable(text).split())
