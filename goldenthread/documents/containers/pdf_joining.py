"""Joins a table's pages: repeated headings go, a row that the page break cut is made whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from goldenthread.documents.containers.pdf_header import PrintedLine, printed_lines
from goldenthread.documents.containers.pdf_rows import RawCell, RawRows
from goldenthread.documents.containers.pdf_text import Setting, is_wrap

# A column that so many rows fill is one that a row of its own would fill.
ALWAYS, USUALLY = 0.98, 0.6
# A cut row reaches down to where the longest page ends, but for so many lines.
LINES_LEFT = 2.5
# A narrow column wraps every word, so that its lines say nothing of sentences (sizes of type).
NARROW = 9.0
NEW_BELOW_BLANK = -3.0
# Columns whose cells have one line as a rule are seldom cut.
ONE_LINE, NEW_IN_ONE_LINE = 1.5, -1.5


@dataclass(frozen=True, slots=True)
class Habits:
    """How a table is filled: the share of rows that fill each column, and the columns whose
    cells have one line as a rule."""

    filled: dict[int, float]
    one_line: frozenset[int]


def join(pages: Sequence[RawRows], header_rows: Sequence[int], setting: Setting) -> list[RawCell]:
    """The cells of all pages in one table, rows counted from 0 with the first headings."""
    deepest = max(rows.bottom for rows in pages)
    cells: list[RawCell] = list(pages[0].cells)
    height = pages[0].count
    habits = Habits(_shares_filled(pages, header_rows), _one_line_columns(pages))
    for before, rows, skip in zip(pages, pages[1:], header_rows[1:], strict=False):
        body = [cell for cell in rows.cells if cell.row >= skip]
        cut = deepest - before.bottom <= LINES_LEFT * max(setting.step, 1.0)
        goes_on = cut and _goes_on(cells, body, skip, height, habits, setting)
        shift = height - skip - (1 if goes_on else 0)
        for cell in body:
            cell.row += shift
        cells = _placed(cells, body, height, setting, goes_on=goes_on)
        height += rows.count - skip - (1 if goes_on else 0)
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _shares_filled(pages: Sequence[RawRows], header_rows: Sequence[int]) -> dict[int, float]:
    """For each column the share of body rows that fill it, a page's first row left out."""
    rows: set[tuple[int, int]] = set()
    filled: dict[int, set[tuple[int, int]]] = {}
    for number, (page, skip) in enumerate(zip(pages, header_rows, strict=True)):
        first = skip + (1 if number else 0)
        for cell in page.cells:
            if cell.row >= first and cell.columns == 1:
                rows.add((number, cell.row))
                if cell.parts[0]:
                    filled.setdefault(cell.column, set()).add((number, cell.row))
    return {column: len(found) / max(1, len(rows)) for column, found in filled.items()}


def _one_line_columns(pages: Sequence[RawRows]) -> frozenset[int]:
    lines: dict[int, list[int]] = {}
    for page in pages:
        for cell in page.cells:
            if cell.parts[0] and cell.columns == 1:
                lines.setdefault(cell.column, []).append(len(printed_lines(cell.parts[0])))
    return frozenset(c for c, counts in lines.items() if fmean(counts) <= ONE_LINE)


def _goes_on(
    above: Sequence[RawCell],
    body: Sequence[RawCell],
    first: int,
    height: int,
    habits: Habits,
    setting: Setting,
) -> bool:
    """Whether a page's first row is the rest of the last row of the page before."""
    own = [cell for cell in body if cell.row == first and cell.rows == 1 and cell.columns == 1]
    head = [cell for cell in body if cell.row == first]
    if not head or any(cell.columns > 1 for cell in head):
        return False
    first_cell = next((cell for cell in head if cell.column == 0), None)
    if first_cell is not None and first_cell.parts[0]:
        return False
    empty = {cell.column for cell in own if not cell.parts[0]}
    if any(habits.filled.get(column, 0.0) >= ALWAYS for column in empty):
        return True
    last = {c.column: c for c in above if c.row + c.rows == height and c.columns == 1}
    evidence = sum(
        _evidence(last.get(cell.column), cell, setting, habits) for cell in own if cell.parts[0]
    )
    missing = sum(
        1 for c in empty if habits.filled.get(c, 0.0) >= USUALLY and c in last and last[c].parts[-1]
    )
    return evidence + missing > 0


def _evidence(before: RawCell | None, cell: RawCell, setting: Setting, habits: Habits) -> float:
    """How much a cell looks like the rest of the one above the page break (under 0: not)."""
    if before is None:
        return 0.0
    if not before.parts[-1]:
        # A cut cell begins above the cut.
        return NEW_BELOW_BLANK
    last, line = printed_lines(before.parts[-1])[-1], printed_lines(cell.parts[0])[0]
    if line.words[0].text[:1].islower():
        return 3.0
    if cell.column in habits.one_line:
        return NEW_IN_ONE_LINE
    size = line.words[0].size
    left = min(word.left for word in before.parts[-1])
    if setting.limits[cell.column] - left < NARROW * size:
        return 0.0 if is_wrap(last, line, limit=setting.limits[cell.column]) else -0.5
    return 1.0 if _mid_sentence(last, line, setting.limits[cell.column]) else -1.0


def _mid_sentence(last: PrintedLine, line: PrintedLine, limit: float) -> bool:
    return is_wrap(last, line, limit=limit) and not last.words[-1].text.endswith(
        (".", ";", ":", "?")
    )


def _placed(
    cells: list[RawCell], body: Sequence[RawCell], height: int, setting: Setting, *, goes_on: bool
) -> list[RawCell]:
    """The cells with a page's cells added; the rest of a cut cell goes into its own cell."""
    last = {c.column: c for c in cells if c.row + c.rows == height and c.columns == 1}
    row = height - 1 if goes_on else height
    number_above = next((c for c in body if c.row == row and c.column == 0), None)
    same_item = number_above is not None and not number_above.parts[0]
    for cell in body:
        before = last.get(cell.column)
        rest = cell.row == row and before is not None and cell.columns == 1
        if (
            rest
            and before is not None
            and (goes_on or _is_rest(before, cell, setting, same_item=same_item))
        ):
            before.parts += [part for part in cell.parts if part]
            before.rows = cell.row + cell.rows - before.row
        else:
            cells.append(cell)
    return cells


def _is_rest(before: RawCell, cell: RawCell, setting: Setting, *, same_item: bool) -> bool:
    """Whether a merged cell goes on over the page though the row beside it is a new one."""
    if not same_item or (cell.rows == 1 and before.rows == 1):
        return False
    if not cell.parts[0]:
        return before.rows > 1 or cell.rows > 1
    if not before.parts[-1]:
        return False
    last, line = printed_lines(before.parts[-1])[-1], printed_lines(cell.parts[0])[0]
    lower = not line.words[0].text[:1].isupper()
    return lower or _mid_sentence(last, line, setting.limits[cell.column])
