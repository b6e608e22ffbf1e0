"""The rows of a table on a page, from the rules across or from the white space between lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from goldenthread.documents.containers.pdf_columns import Columns, is_across, lines_between
from goldenthread.documents.containers.pdf_header import PrintedLine, printed_lines
from goldenthread.documents.containers.pdf_marks import Marks, Rule, Word

NEAR = 2.5
# A rule belongs to a column if it runs along so much of its width.
ALONG = 0.85
# A rule so close under the headings (points) is theirs.
UNDER_HEADINGS = 12.0
# White space that parts rows, more than the usual step from line to line (points).
WIDER = 0.5
# Lines of different columns may stand a little higher or lower than each other.
TOO_NEAR = -1.0
# A step counts as usual if so many lines take it; none is longer than so many sizes of type.
OFTEN, LONGEST_STEP = 0.1, 1.45


@dataclass(slots=True)
class RawCell:
    """A cell with its words still in place; `pages` parts it where it runs over a page."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    parts: list[list[Word]] = field(default_factory=list)
    page: int = 0


@dataclass(slots=True)
class RawRows:
    """The rows of a table on one page, from its header (if the page has one) on."""

    page: int
    count: int
    cells: list[RawCell]
    top: float
    bottom: float


def interior_rules(marks: Marks, columns: Columns, *, top: float, bottom: float) -> list[Rule]:
    """Rules across that part rows: those along at least one column, inside the table."""
    return [
        rule
        for rule in marks.across
        if not rule.shade and top + NEAR < rule.at < bottom - NEAR and _columns_along(rule, columns)
    ]


def ruled(
    marks: Marks,
    columns: Columns,
    *,
    top: float,
    bottom: float,
    header_bottom: float | None = None,
) -> RawRows:
    """Rows by the rules across; a cell is as high as the rules of its own column say. The
    headings end at `header_bottom` also where no rule is drawn under them."""
    rules = interior_rules(marks, columns, top=top, bottom=bottom)
    if header_bottom is not None and not _any_near(rules, header_bottom):
        rules.append(Rule(header_bottom + 0.5, columns.edges[0], columns.edges[-1]))
    heights = _distinct([top, *(rule.at for rule in rules), bottom])
    cells = [
        RawCell(start, column, rows=end - start, page=marks.number)
        for column in range(columns.count)
        for start, end in pairwise(_own_rows(column, columns, rules, heights))
    ]
    _fill(cells, marks, columns, heights)
    cells = _merged_across(cells, marks, columns, heights)
    cells = _parted_down(cells, usual_step(lines_between(marks, top, bottom), columns))
    return RawRows(marks.number, len(heights) - 1, cells, top, bottom)


def _any_near(rules: Sequence[Rule], height: float) -> bool:
    return any(height - 1 <= rule.at <= height + UNDER_HEADINGS for rule in rules)


def _own_rows(
    column: int, columns: Columns, rules: Sequence[Rule], heights: Sequence[float]
) -> list[int]:
    """The rows at which the cells of a column begin, and the end of the last one."""
    inner = [
        number
        for number, height in enumerate(heights[1:-1], start=1)
        if any(abs(r.at - height) <= NEAR and column in _columns_along(r, columns) for r in rules)
    ]
    return [0, *inner, len(heights) - 1]


def _parted_down(cells: list[RawCell], step: float) -> list[RawCell]:
    """High cells parted where, after white space, print begins again level with a row's."""
    tops = {
        row: min(w.top for c in cells if c.row == row and c.rows == 1 for w in c.parts[0])
        for row in {c.row for c in cells if c.rows == 1 and c.parts[0]}
    }
    return [piece for cell in cells for piece in _pieces(cell, tops, step)]


def _pieces(cell: RawCell, tops: dict[int, float], step: float) -> list[RawCell]:
    lines = printed_lines(cell.parts[0])
    starts = [cell.row]
    for before, line in pairwise(lines):
        level = [row for row, top in tops.items() if abs(top - line.top) <= 1]
        inside = [row for row in level if cell.row < row < cell.row + cell.rows]
        if inside and line.top - before.top > 1.5 * step:
            starts.append(inside[0])
    if len(starts) == 1:
        return [cell]
    ends = [*starts[1:], cell.row + cell.rows]
    pieces = []
    for start, end in zip(starts, ends, strict=True):
        low, high = tops.get(start, 0.0) - 1, tops.get(end, float("inf")) - 1
        words = [w for w in cell.parts[0] if (low <= w.top or start == cell.row) and w.top < high]
        pieces.append(
            RawCell(start, cell.column, end - start, cell.columns, [words], page=cell.page)
        )
    return pieces


def spaced(
    marks: Marks, columns: Columns, starts: Sequence[float], *, top: float, bottom: float
) -> RawRows:
    """Rows that begin at the given heights."""
    heights = [top, *starts, bottom]
    count = len(heights) - 1
    cells = [
        RawCell(row, column, page=marks.number)
        for row in range(count)
        for column in range(columns.count)
    ]
    _fill(cells, marks, columns, heights)
    cells = _merged_across(cells, marks, columns, heights)
    cells = _merged_down(cells, usual_step(lines_between(marks, top, bottom), columns))
    return RawRows(marks.number, count, cells, top, bottom)


def _merged_down(cells: list[RawCell], step: float) -> list[RawCell]:
    """Cells whose lines follow at the usual step are one cell along several rows."""
    kept: list[RawCell] = []
    last: dict[int, RawCell] = {}
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        before = last.get(cell.column)
        if (
            before is not None
            and cell.columns == before.columns == 1
            and _follows(before, cell, step)
        ):
            before.parts[0] += cell.parts[0]
            before.rows = cell.row + cell.rows - before.row
            continue
        kept.append(cell)
        last[cell.column] = cell
    return kept


def _follows(before: RawCell, cell: RawCell, step: float) -> bool:
    if not before.parts[0] or not cell.parts[0] or before.row + before.rows != cell.row:
        return False
    gap = min(w.top for w in cell.parts[0]) - max(w.top for w in before.parts[0])
    return gap <= step + WIDER


def row_starts(marks: Marks, columns: Columns, *, top: float, bottom: float) -> list[float]:
    """Where rows begin on a page without rules across: at wide white space over the new lines
    of several columns. The first columns are also left out of account, because a cell there
    may run along several rows."""
    lines = lines_between(marks, top, bottom)
    step = usual_step(lines, columns)
    across = [line for line in lines if is_across(line, columns)]
    starts = _starts(lines, columns, step)
    for left_out in (1, 2):
        words = [w for line in lines for w in line.words if columns.of(w) >= left_out]
        words = [w for w in words if not any(w in line.words for line in across)]
        starts += _starts(printed_lines(words), columns, step)
    return _merged_heights(starts, step)


def _starts(lines: Sequence[PrintedLine], columns: Columns, step: float) -> list[float]:
    wide = _wide(lines, columns, step)
    several = [pair for pair in wide if _begins_a_row(*pair, columns)]
    usual = Counter(round(b.top - a.bottom) for a, b in several).most_common(1)
    lone = [
        (a, b)
        for a, b in wide
        if (a, b) not in several
        and usual
        and abs(b.top - a.bottom - usual[0][0]) <= 1
        and columns.of(b.words[0]) == _main_column(several, columns)
    ]
    return [(a.bottom + b.top) / 2 if b.top > a.bottom else b.top - 0.5 for a, b in several + lone]


def _wide(
    lines: Sequence[PrintedLine], columns: Columns, step: float
) -> list[tuple[PrintedLine, PrintedLine]]:
    """Neighbouring lines with white space between them in every column of the lower one."""
    found = []
    lowest: dict[int, float] = {}
    for before, line in pairwise(lines):
        lowest.update((columns.of(word), word.top) for word in before.words)
        gaps = [w.top - lowest[columns.of(w)] for w in line.words if columns.of(w) in lowest]
        if line.top - before.top > step + TOO_NEAR and min(gaps, default=step * 2) > step + WIDER:
            found.append((before, line))
    return found


def _begins_a_row(before: PrintedLine, line: PrintedLine, columns: Columns) -> bool:
    if len({columns.of(word) for word in line.words}) > 1:
        return True
    return is_across(line, columns) or is_across(before, columns)


def _main_column(
    several: Sequence[tuple[PrintedLine, PrintedLine]], columns: Columns
) -> int | None:
    """The column in which nearly every row begins: that of the actions."""
    begun = Counter(c for _, line in several for c in {columns.of(w) for w in line.words})
    widths = {c: columns.edges[c + 1] - columns.edges[c] for c in begun}
    often = [c for c, count in begun.items() if count >= 0.9 * len(several)]
    return max(often, key=lambda c: widths[c], default=None)


def _merged_heights(starts: Sequence[float], step: float) -> list[float]:
    kept: list[float] = []
    for height in sorted(starts):
        if not kept or height - kept[-1] > step / 2:
            kept.append(height)
    return kept


def usual_step(lines: Sequence[PrintedLine], columns: Columns) -> float:
    """The step from the top of a line to the top of the next within a cell: the shortest one
    that occurs often. Where every cell has one line it is what the size of the type suggests."""
    sizes = Counter(round(word.size, 1) for line in lines for word in line.words)
    if not sizes:
        return 0.0
    size = sizes.most_common(1)[0][0]
    steps = Counter(step for step in _steps(lines, columns) if step > size)
    often = max(2.0, OFTEN * steps.total())
    common = [
        step for step in steps if sum(n for s, n in steps.items() if abs(s - step) <= 0.3) >= often
    ]
    return min([*common, LONGEST_STEP * size])


def _steps(lines: Sequence[PrintedLine], columns: Columns) -> Iterator[float]:
    """The steps from line to line within each column."""
    last: dict[int, float] = {}
    for line in lines:
        tops = {columns.of(word): word.top for word in line.words}
        yield from (round(top - last[c], 1) for c, top in tops.items() if c in last)
        last.update(tops)


def _columns_along(rule: Rule, columns: Columns) -> set[int]:
    found = set()
    for column in range(columns.count):
        left, right = columns.edges[column], columns.edges[column + 1]
        shared = min(rule.end, right) - max(rule.start, left)
        if shared >= ALONG * (right - left):
            found.add(column)
    return found


def _distinct(heights: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for height in sorted(heights):
        if not kept or height - kept[-1] > NEAR:
            kept.append(height)
    return kept


def _fill(
    cells: Sequence[RawCell], marks: Marks, columns: Columns, heights: Sequence[float]
) -> None:
    for cell in cells:
        cell.parts = [[]]
    places = {
        (row, cell.column): cell for cell in cells for row in range(cell.row, cell.row + cell.rows)
    }
    for word in marks.words:
        row = _row_of(word, heights)
        if row is not None and columns.edges[0] - 5 <= word.middle_x <= columns.edges[-1] + 5:
            places[row, columns.of(word)].parts[0].append(word)


def _row_of(word: Word, heights: Sequence[float]) -> int | None:
    if not heights[0] <= word.middle <= heights[-1]:
        return None
    return min(sum(height <= word.middle for height in heights), len(heights) - 1) - 1


def _merged_across(
    cells: list[RawCell], marks: Marks, columns: Columns, heights: Sequence[float]
) -> list[RawCell]:
    """A row whose print runs across the columns' edges is one cell, as a heading is."""
    kept = []
    for row in range(len(heights) - 1):
        own = [c for c in cells if c.row == row]
        single = all(c.rows == 1 for c in own) and len(own) == columns.count
        lines = lines_between(marks, heights[row], heights[row + 1])
        drawn = columns.ruled and _walls_between(marks, columns, heights[row], heights[row + 1])
        if single and lines and not drawn and all_across(lines, columns):
            words = sorted((w for c in own for w in c.parts[0]), key=lambda w: (w.top, w.left))
            kept.append(RawCell(row, 0, columns=columns.count, parts=[words], page=marks.number))
        else:
            kept += own
    return kept


def all_across(lines: Sequence[PrintedLine], columns: Columns) -> bool:
    """Whether lines of print are one text across the table: the first runs over an edge and
    none has two chunks."""
    one_chunk = all(len(list(line.chunks())) == 1 for line in lines)
    in_first = len(lines) == 1 and columns.of(lines[0].words[0]) == 0
    return one_chunk and (is_across(lines[0], columns) or (in_first and columns.ruled))


def _walls_between(marks: Marks, columns: Columns, top: float, bottom: float) -> bool:
    """Whether most inner edges are drawn through a row."""
    middle = (top + bottom) / 2
    inner = columns.edges[1:-1]
    drawn = sum(
        any(
            abs(r.at - edge) <= NEAR + 0.5 and r.start <= middle <= r.end
            for r in marks.down
            if not r.shade
        )
        for edge in inner
    )
    return drawn > len(inner) / 2
