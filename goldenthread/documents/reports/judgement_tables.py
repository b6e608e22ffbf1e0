"""Tables of judgements: labels in one column, grades in another, paired by where they stand.

What is assumed about such a table:

| assumed | because |
|---|---|
| a label begins a line, fills it (or ends at the grade) and wraps over at most four lines | narrative that holds the same words does not |
| a grade ends a label's line, or stands alone in a column at least 60 points to the right | the text layer joins cells only when their lines touch |
| a grade wraps over up to three lines, in its column, between the lines of its label or beside them | cells are centred |
| labels and grades come in the same order; where they are as many as each other, they pair off | true of every order in which text layers come |
| otherwise a grade belongs to the label whose lines it overlaps or is nearest to | cells share a row |
| rows more than eight lines apart are of two tables, and so are two rows for one area | narrative repeats a label |
| a table runs over to the head of the next page | the last rows of a long summary do |
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.documents.reports import grades
from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.strips import Strip, is_listed
from goldenthread.documents.reports.vocabulary import Area, area_like, area_of

MOST_LINES_OF_LABEL = 4
LONGEST_LABEL = 120
COLUMN_GAP = 60.0
SAME_ROW = 14.0
NEAR = 30.0
LINES_BETWEEN_TABLES = 8
LINES_ABOVE_REST = 4
_LINES_LOOKED_AT = 8
# A sentence is no cell of a table.
_SAYS = re.compile(r"\b(?:is|are)$")
_MOST_WORDS_OF_GRADE = 5


Which = Callable[[str, tuple[Area, ...]], Area | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A label of a table: its area, its words and which strips they stand on."""

    area: Area
    label: str
    at: tuple[int, ...]
    page: int
    top: float | None
    bottom: float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A grade in the column of grades; `first` is the strip on which it begins.

    `apart` is True where it stands on lines of its own, so that it is certainly of a table.
    """

    text: str
    first: int
    top: float | None
    bottom: float | None
    apart: bool


@dataclass(frozen=True, slots=True)
class Graded:
    """A row and its grade; None where no grade stands beside it. `paired_by` says how they met."""

    row: Row
    cell: Cell | None
    paired_by: str = "order"


def tables(strips: Sequence[Strip], areas: tuple[Area, ...]) -> list[list[Graded]]:
    """The tables in reading order: rows with labels of these areas, each with its grade if it has one."""
    found: list[list[Graded]] = []
    for rows in _clusters(strips, labels(strips, areas)):
        paired = pair(rows, cells(strips, rows))
        found.append([_with_unknown(strips, graded, paired) for graded in paired])
    return found


def first_table(found: Sequence[Sequence[Graded]]) -> list[Graded]:
    """The first table that has grades, and what of it runs over to the head of the next page."""
    graded = [table for table in found if any(row.cell for row in table)]
    if not graded:
        return []
    taken = list(graded[0])
    for table in graded[1:]:
        seen = {row.row.area.code for row in taken}
        repeats = any(row.row.area.code in seen for row in table)
        if repeats or table[0].row.page != taken[-1].row.page + 1:
            break
        taken += table
    return taken


def labels(strips: Sequence[Strip], areas: tuple[Area, ...]) -> list[Row]:
    """The labels that begin a line; of two that begin together the longer one.

    A label with a slip of the pen counts only for an area that no exact label names.
    """
    exact = _labels(strips, areas, area_of, taken=frozenset())
    named = {row.area for row in exact}
    missing = tuple(area for area in areas if area not in named)
    if not exact or not missing:
        return exact
    taken = frozenset(number for row in exact for number in row.at)
    return sorted(exact + _labels(strips, missing, area_like, taken=taken), key=lambda row: row.at)


def cells(strips: Sequence[Strip], rows: Sequence[Row]) -> list[Cell]:
    """The grades in and beside the rows, their wrapped parts joined."""
    labelled = {number for row in rows for number in row.at}
    lefts = [strips[row.at[0]].left for row in rows]
    column = min((left for left in lefts if left is not None), default=0.0) + COLUMN_GAP
    found: list[Cell] = []
    for number in _reach(strips, rows, column):
        strip = strips[number]
        if not strip.grade or not (number in labelled or _in_column(strip, column)):
            continue
        if found and grades.runs_on(found[-1].text, strip.grade):
            found[-1] = _longer(found[-1], strip)
        elif grades.is_whole(strip.grade):
            found.append(Cell(strip.grade, number, strip.top, strip.bottom, apart=strip.alone))
    return found


def pair(rows: Sequence[Row], grades_: Sequence[Cell]) -> list[Graded]:
    """Each row with its grade."""
    if len(rows) == len(grades_):
        in_order = list(zip(rows, grades_, strict=True))
        if all(_distance(row, cell) <= SAME_ROW for row, cell in in_order):
            return [Graded(row, cell) for row, cell in in_order]
    if all(row.top is not None for row in rows):
        return _by_place(rows, grades_)
    return _by_sequence(rows, grades_)


def _labels(
    strips: Sequence[Strip], areas: tuple[Area, ...], which: Which, *, taken: frozenset[int]
) -> list[Row]:
    rows: list[Row] = []
    free_from = 0
    for start in range(len(strips)):
        if start < free_from or start in taken:
            continue
        found = [
            (area, at)
            for at, squashed in _growing(strips, start, taken)
            if (area := which(squashed, areas))
        ]
        if found:
            rows.append(_row(found[-1][0], strips, found[-1][1]))
            free_from = rows[-1].at[-1] + 1
    return rows


def _growing(
    strips: Sequence[Strip], start: int, taken: frozenset[int]
) -> Iterator[tuple[tuple[int, ...], str]]:
    """The label parts of one, two and more lines from a line on, squashed; grades alone are passed."""
    squashed, at = "", list[int]()
    for number in range(start, min(start + _LINES_LOOKED_AT, len(strips))):
        strip = strips[number]
        if strip.alone and at:
            continue
        squashed += strip.squashed
        listed = strip.page > 1 and is_listed(strip.text)
        ends = not strip.label or listed or number in taken or len(squashed) > LONGEST_LABEL
        if ends or _SAYS.search(strip.label):
            return
        at.append(number)
        yield tuple(at), squashed
        if len(at) == MOST_LINES_OF_LABEL:
            return


def _row(area: Area, strips: Sequence[Strip], at: tuple[int, ...]) -> Row:
    taken = [strips[number] for number in at]
    return Row(
        area=area,
        label=joined([strip.label for strip in taken]).lstrip("0123456789. "),
        at=at,
        page=taken[0].page,
        top=min((s.top for s in taken if s.top is not None), default=None),
        bottom=max((s.bottom for s in taken if s.bottom is not None), default=None),
    )


def _clusters(strips: Sequence[Strip], rows: Sequence[Row]) -> list[list[Row]]:
    found: list[list[Row]] = []
    for row in rows:
        repeated = bool(found) and any(other.area == row.area for other in found[-1])
        if found and not repeated and _goes_on(strips, found[-1][-1], row):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _goes_on(strips: Sequence[Strip], before: Row, row: Row) -> bool:
    """Whether a row is of the same table: near, and at the head of its page if that is the next."""
    if row.at[0] - before.at[-1] > LINES_BETWEEN_TABLES:
        return False
    lines_above = [strip for strip in strips[before.at[-1] : row.at[0]] if strip.page == row.page]
    return row.page == before.page or (
        row.page == before.page + 1 and len(lines_above) <= LINES_ABOVE_REST
    )


def _reach(strips: Sequence[Strip], rows: Sequence[Row], column: float) -> range:
    """From a little before the first label to a little after the last, and the grades told around."""
    first, last = max(0, rows[0].at[0] - 1), min(len(strips), rows[-1].at[-1] + 4)
    while first > 0 and _in_column(strips[first - 1], column):
        first -= 1
    while last < len(strips) and _in_column(strips[last], column):
        last += 1
    return range(first, last)


def _in_column(strip: Strip, column: float) -> bool:
    return strip.alone and (strip.left is None or strip.left >= column)


def _longer(cell: Cell, strip: Strip) -> Cell:
    bottom = strip.bottom if strip.bottom is not None else cell.bottom
    return replace(cell, text=f"{cell.text} {strip.grade}", bottom=bottom)


def _distance(row: Row, cell: Cell) -> float:
    """Points between the lines of a row and of a cell; nothing where they overlap."""
    if row.top is None or row.bottom is None or cell.top is None or cell.bottom is None:
        return 0.0
    return max(0.0, cell.top - row.bottom, row.top - cell.bottom)


def _off_centre(row: Row, cell: Cell) -> float:
    if row.top is None or row.bottom is None or cell.top is None or cell.bottom is None:
        return 0.0
    return abs(row.top + row.bottom - cell.top - cell.bottom)


def _by_place(rows: Sequence[Row], found: Sequence[Cell]) -> list[Graded]:
    best: dict[int, Cell] = {}
    for cell in found:
        number = min(
            range(len(rows)), key=lambda n: (_distance(rows[n], cell), _off_centre(rows[n], cell))
        )
        near = _distance(rows[number], cell) <= NEAR
        rival = best.get(number)
        if near and (
            rival is None or _off_centre(rows[number], cell) < _off_centre(rows[number], rival)
        ):
            best[number] = cell
    return [Graded(row, best.get(n), "place") for n, row in enumerate(rows)]


def _by_sequence(rows: Sequence[Row], found: Sequence[Cell]) -> list[Graded]:
    paired = []
    for number, row in enumerate(rows):
        until = rows[number + 1].at[0] if number + 1 < len(rows) else row.at[-1] + 4
        inside = [cell for cell in found if row.at[0] <= cell.first < until]
        paired.append(Graded(row, inside[0] if inside else None, "sequence"))
    return paired


def _with_unknown(strips: Sequence[Strip], graded: Graded, others: Sequence[Graded]) -> Graded:
    """A row without a grade, given the few words that stand alone where its grade should be."""
    row = graded.row
    if graded.cell or row.top is None or not any(other.cell for other in others):
        return graded
    left = strips[row.at[0]].left or 0.0
    for number in range(max(0, row.at[0] - 1), min(len(strips), row.at[-1] + 3)):
        strip = strips[number]
        cell = Cell(strip.text, number, strip.top, strip.bottom, apart=True)
        apart = strip.left is not None and strip.left >= left + COLUMN_GAP
        few = len(strip.text.split(" ")) <= _MOST_WORDS_OF_GRADE
        if apart and few and not strip.grade and _distance(row, cell) == 0.0:
            return Graded(row, cell, "place")
    return graded
