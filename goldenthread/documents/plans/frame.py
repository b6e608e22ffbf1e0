"""A table of a plan as rows under known columns; its headings and its full-width rows apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from goldenthread.documents.layout import Cell, Place, Table
from goldenthread.documents.plans import vocabulary as words
from goldenthread.documents.plans.headings import Match, dated, fold, is_known, match

ROWS_TO_SEARCH = 12
FEWEST_KNOWN = 3
FULL_WIDTH = 0.6
# A whole heading row stands again on a new page when so many of its cells are the heading's.
SAME_HEADINGS = 0.6


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled cell: its text, its place, and how many rows of the table it covers."""

    text: str
    place: Place
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: what it holds, the heading as printed and the date in it."""

    index: int
    name: str
    heading: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the body. `cells` holds filled cells by column index; `covered` the columns
    that a merged cell from above covers; `heading` is the text of a full-width row."""

    number: int
    place: Place
    cells: Mapping[int, Filled] = field(default_factory=dict)
    covered: frozenset[int] = frozenset()
    heading: Filled | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A table that was understood: its columns, how their headings were matched, its rows,
    and the rows of a sheet that stand above the headings."""

    place: Place
    columns: tuple[Column, ...]
    matches: tuple[Match, ...]
    rows: tuple[Row, ...]
    above: tuple[tuple[Filled, ...], ...] = ()

    def column(self, name: str) -> Column | None:
        return next((c for c in self.columns if c.name == name), None)


@dataclass(frozen=True, slots=True)
class _Header:
    first: int
    last: int
    texts: tuple[str, ...]
    matches: tuple[Match, ...]


def read(
    table: Table, remembered: Mapping[str, str] | None = None, before: Frame | None = None
) -> Frame | None:
    """The table as rows under columns; None where it is no table of a plan.

    Args:
        table: any table of a document.
        remembered: headings that a person matched earlier.
        before: the last table understood; its headings serve a table that prints none.
    """
    grid = table.grid()
    header = _header(grid, remembered)
    if header is None:
        return _like_the_last(table, grid, before)
    return Frame(
        place=table.place,
        columns=_columns(header.matches),
        matches=header.matches,
        rows=tuple(_rows(grid, header)),
        above=tuple(
            tuple(Filled(c.text.strip(), c.place) for c in row if c and c.text.strip())
            for row in grid[: header.first]
        ),
    )


def _columns(matches: Sequence[Match]) -> tuple[Column, ...]:
    """The columns; an update without a date is the progress where no other column is."""
    columns = [
        Column(index, found.column or words.OTHER, found.heading, dated(found.heading))
        for index, found in enumerate(matches)
    ]
    undated = [c.index for c in columns if c.name == words.UPDATE and c.date is None]
    if undated and all(c.name != words.PROGRESS for c in columns):
        columns[undated[0]] = replace(columns[undated[0]], name=words.PROGRESS)
    return tuple(columns)


def _header(grid: list[list[Cell | None]], remembered: Mapping[str, str] | None) -> _Header | None:
    """The row, or two rows, that best read as the headings of a plan."""
    best: tuple[float, _Header] | None = None
    for first in range(min(ROWS_TO_SEARCH, len(grid))):
        for last in (first, first + 1):
            if last >= len(grid):
                continue
            texts = _headings(grid, first, last)
            found = match(texts, remembered)
            score = _header_score(found)
            if score and (best is None or score > best[0]):
                best = (score, _Header(first, last, texts, tuple(found)))
    return best[1] if best else None


def _header_score(found: Sequence[Match]) -> float:
    """How many headings are known, less those that are not; 0 where it is no plan's header."""
    names = {m.column for m in found if m.column}
    known = [m for m in found if m.column and m.score >= 0.72]
    if len(known) < FEWEST_KNOWN or words.ACTION not in names:
        return 0.0
    if not names & {words.LEADS, words.LOCAL, words.TIMESCALE, words.TEST, words.PROGRESS}:
        return 0.0
    unknown = sum(1 for m in found if m.column is None and m.heading.strip())
    return sum(m.score for m in known) - 0.8 * unknown


def _headings(grid: list[list[Cell | None]], first: int, last: int) -> tuple[str, ...]:
    width = len(grid[first])
    if first == last:
        return tuple(_own_text(grid[first][c]) for c in range(width))
    return tuple(_stacked(_over(grid, first, c), _own_text(grid[last][c])) for c in range(width))


def _own_text(cell: Cell | None) -> str:
    return cell.text.strip() if cell else ""


def _over(grid: list[list[Cell | None]], row: int, column: int) -> str:
    """The upper heading of a column, also where a heading over several columns covers it."""
    for back in range(column, -1, -1):
        cell = grid[row][back]
        if cell is not None:
            return cell.text.strip() if back + cell.columns > column else ""
    return ""


def _stacked(upper: str, lower: str) -> str:
    """Two headings, one over the other, as one: "Timescale" over "Ofsted" is Ofsted's timescale."""
    if not upper or not lower:
        return upper or lower
    if is_known(f"{lower} {upper}") and not is_known(f"{upper} {lower}"):
        return f"{lower} {upper}"
    return f"{upper} {lower}"


def _rows(grid: list[list[Cell | None]], header: _Header) -> list[Row]:
    headings = [fold(text) for text in header.texts]
    rows = []
    for number in range(header.last + 1, len(grid)):
        row = _row(grid, number)
        if row is not None and not _is_header_again(row, headings, header.matches):
            rows.append(row)
    return rows


def _row(grid: list[list[Cell | None]], number: int) -> Row | None:
    """One row of the body; None where nothing stands in it."""
    cells = {
        c: Filled(cell.text.strip(), cell.place, cell.rows)
        for c, cell in enumerate(grid[number])
        if cell is not None and cell.text.strip()
    }
    if not cells:
        return None
    place = min(cells.items())[1].place
    wide = _full_width(grid[number])
    if wide is not None:
        return Row(number, place, heading=Filled(wide.text.strip(), wide.place))
    return Row(number, place, cells, _covered(grid, number))


def _full_width(cells: list[Cell | None]) -> Cell | None:
    """The cell that takes the row for itself, as a heading between actions does."""
    filled = [c for c in cells if c is not None and c.text.strip()]
    if len(filled) == 1 and filled[0].columns >= max(2, FULL_WIDTH * len(cells)):
        return filled[0]
    return None


def _covered(grid: list[list[Cell | None]], number: int) -> frozenset[int]:
    return frozenset(
        column
        for above in range(number)
        for column, cell in enumerate(grid[above])
        if cell is not None and above + cell.rows > number and cell.text.strip()
    )


def _is_header_again(row: Row, headings: list[str], matches: Sequence[Match]) -> bool:
    if row.heading is not None or len(row.cells) < 2:
        return False
    same = sum(
        fold(cell.text) == headings[column]
        or (is_known(cell.text) and match([cell.text])[0].column == matches[column].column)
        for column, cell in row.cells.items()
    )
    return same >= SAME_HEADINGS * len(row.cells) and same >= 2


def _like_the_last(
    table: Table, grid: list[list[Cell | None]], before: Frame | None
) -> Frame | None:
    """A table without headings that goes on under those of the table before it."""
    if before is None or table.width != len(before.columns) or table.width < FEWEST_KNOWN:
        return None
    rows = [_row(grid, number) for number in range(len(grid))]
    return Frame(
        place=table.place,
        columns=before.columns,
        matches=(),
        rows=tuple(row for row in rows if row is not None),
    )
