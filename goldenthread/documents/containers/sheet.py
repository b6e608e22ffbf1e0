"""One sheet of a workbook: its cells, its merged ranges, and what of it is hidden."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from lxml import etree

from goldenthread.documents.containers import spans
from goldenthread.documents.containers.package import child, local, whole
from goldenthread.documents.containers.sheet_values import Values
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Cell, Place, Table

CELLS_LIMIT = 300_000
# A string that stands once in the file may be shown by every cell.
LETTERS_LIMIT = 20_000_000
ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$")
NAMED_LIMIT = 8
Position = tuple[int, int]


class Sheet:
    """Filled from the sheet's elements in their order; rows and columns count from 1 here."""

    def __init__(self, file: str, name: str, values: Values) -> None:
        self.file = file
        self.name = name
        self.values = values
        self.texts: dict[Position, str] = {}
        self.formulas: set[Position] = set()
        self.merges: dict[Position, Position] = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.row = self.column = self.filled = self.letters = 0
        self.beyond = False
        self.unfilled: list[str] = []
        self.like_formulas: list[str] = []
        self.errors: list[str] = []

    def fill(self, elements: Iterable[etree._Element]) -> None:
        """Read the sheet.

        Raises:
            UnreadableDocument: more filled cells than any plan or tracker has.
        """
        for element in elements:
            getattr(self, f"_{local(element)}")(element)
            if self.filled > CELLS_LIMIT or self.letters > LETTERS_LIMIT:
                raise self._too_large()

    def _c(self, cell: etree._Element) -> None:
        row, column = self._position(cell)
        self.column = column
        text = self.values.text(cell).strip()
        formula = child(cell, "f") is not None
        if column > spans.COLUMNS_LIMIT:
            self.beyond = self.beyond or bool(text)
            return
        if formula:
            self.formulas.add((row, column))
        self._remark(cell, text, address=f"{letters(column)}{row}", formula=formula)
        if text:
            self.texts[row, column] = text
            self.filled += 1
            self.letters += len(text)

    def _remark(self, cell: etree._Element, text: str, *, address: str, formula: bool) -> None:
        if formula and not text:
            stored = child(cell, "v")
            if stored is None:
                self.unfilled.append(address)
        elif not formula and text.startswith("="):
            self.like_formulas.append(address)
        elif cell.get("t") == "e":
            self.errors.append(address)

    def _position(self, cell: etree._Element) -> Position:
        """The cell's address; without one it stands right of the cell before it."""
        written = ADDRESS.match(cell.get("r", ""))
        if written:
            return int(written[2]), number(written[1])
        parent = cell.getparent()
        row = None if parent is None else parent.get("r")
        return whole(row, otherwise=self.row + 1), self.column + 1

    def _row(self, row: etree._Element) -> None:
        self.row = whole(row.get("r"), otherwise=self.row + 1)
        self.column = 0
        if row.get("hidden") in ("1", "true"):
            self.hidden_rows.append(self.row)

    def _col(self, column: etree._Element) -> None:
        if column.get("hidden") in ("1", "true"):
            first, last = (whole(column.get(end), otherwise=0) for end in ("min", "max"))
            self.hidden_columns += range(first, min(last, spans.COLUMNS_LIMIT) + 1)

    def _mergeCell(self, merge: etree._Element) -> None:
        first, _, last = merge.get("ref", "").partition(":")
        top, bottom = ADDRESS.match(first), ADDRESS.match(last)
        if top and bottom:
            start = int(top[2]), number(top[1])
            self.merges[start] = int(bottom[2]), number(bottom[1])

    def table(self, count: int) -> Table:
        """The sheet as a table from column A on; rows without any text are left out.

        Raises:
            UnreadableDocument: the used part of the sheet is too large.
        """
        rows = sorted({row for row, _ in self.texts})
        width = max((column for _, column in self.texts), default=0)
        if len(rows) * width > spans.GRID_LIMIT:
            raise self._too_large()
        covered = self._covered(rows, width)
        cells = tuple(
            self._cell(row, column, index=index, rows=rows, width=width, table=count)
            for index, row in enumerate(rows)
            for column in range(1, width + 1)
            if (row, column) not in covered
        )
        return Table(cells=cells, place=Place(sheet=self.name, table=count))

    def _covered(self, rows: list[int], width: int) -> set[Position]:
        """Positions under a merged cell, without its own. A merge whose top row is empty is no merge."""
        covered: set[Position] = set()
        area = 0
        for (top, left), (bottom, right) in self.merges.items():
            if (top, left) not in self.texts:
                continue
            under = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
            columns = range(left, min(right, width) + 1)
            area += len(under) * len(columns)
            if area > spans.GRID_LIMIT:
                raise self._too_large()
            covered.update((row, column) for row in under for column in columns)
            covered.discard((top, left))
        return covered

    def _cell(
        self, row: int, column: int, *, index: int, rows: list[int], width: int, table: int
    ) -> Cell:
        text = self.texts.get((row, column), "")
        bottom, right = self.merges.get((row, column), (row, column)) if text else (row, column)
        return Cell(
            text=text,
            place=Place(sheet=self.name, table=table, row=row, cell=letters(column)),
            row=index,
            column=column - 1,
            rows=max(1, bisect_right(rows, bottom) - index),
            columns=max(1, min(right, width) - column + 1),
            formula=(row, column) in self.formulas,
        )

    def warnings(self) -> tuple[str, ...]:
        """What a person should know of the sheet, one line each."""
        used_rows, used_columns = ({at[n] for at in self.texts} for n in (0, 1))
        rows = [str(row) for row in self.hidden_rows if row in used_rows]
        columns = [letters(column) for column in self.hidden_columns if column in used_columns]
        told = (
            (rows, "These rows are hidden and were read all the same"),
            (columns, "These columns are hidden and were read all the same"),
            (self.unfilled, "These formulas hold no stored value; open and save the file in Excel"),
            (self.like_formulas, "These cells hold text that looks like a formula; kept as text"),
            (self.errors, "These cells show an error of Excel; kept as printed"),
            (["after IV"] if self.beyond else [], "These columns were not read"),
        )
        return tuple(
            f"{self.file}, sheet '{self.name}': {say}: {_few(of)}." for of, say in told if of
        )

    def _too_large(self) -> UnreadableDocument:
        return UnreadableDocument(
            f"{self.file}, sheet '{self.name}': The sheet is too large to be a plan. "
            "Copy the rows that matter into a new workbook and try that.",
            found="workbook that is too large",
        )


def letters(column: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def number(name: str) -> int:
    """The number of a column by its letters: A is 1."""
    total = 0
    for letter in name:
        total = total * 26 + ord(letter) - ord("A") + 1
    return total


def _few(names: list[str]) -> str:
    more = len(names) - NAMED_LIMIT
    return ", ".join(names[:NAMED_LIMIT]) + (f" and {more} more" if more > 0 else "")
