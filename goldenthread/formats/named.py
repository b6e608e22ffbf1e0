"""Takes rows of named columns into a table of the data model, each cell by the column's kind."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats import cells
from goldenthread.formats.cells import BadCell
from goldenthread.formats.flat import heading_of, rows_of
from goldenthread.formats.reading import Account, Fault, Keys, Reading, Rows
from goldenthread.tables.columns import Column, Kind, Table

Read = Callable[[Any], Any]
Row = dict[str, Any]
# What a row of the file, with the columns that could not be read, becomes: none, one or several
# rows of the table.
Become = Callable[[Row, Sequence[str]], Iterable[Row]]
LONGEST_CODE, LONGEST_TEAM = 60, 120
PLAIN_KINDS: dict[Kind, Read] = {
    Kind.DAY: cells.day,
    Kind.MONTH: cells.month,
    Kind.WHOLE: cells.whole,
    Kind.NUMBER: cells.number,
    Kind.FLAG: cells.flag,
}
SELDOM_AGAIN = frozenset({Kind.KEY, Kind.CHILD})
UNEVEN = (
    "The row has more or fewer cells than the heading, so which is which cannot be told.",
    "Export it again, with quotation marks around text that has commas.",
)
NAMES_A_ROW = frozenset({Kind.KEY, Kind.CHILD, Kind.WORKER, Kind.TEAM})


def short(longest: int) -> Read:
    """A reader of text on one line; longer text is free text, which is never taken."""

    def read(cell: Any) -> str | None:
        found = cells.text(cell)
        if found is not None and (len(found) > longest or "\n" in found):
            raise BadCell(
                "This is longer than a code, and free text is not taken.",
                f"Write a code or a name of at most {longest} letters.",
            )
        return found

    return read


_short_code = short(LONGEST_CODE)


def code(cell: Any) -> str | None:
    """A code in capitals, with underscores for spaces, so that each has one form."""
    found = _short_code(cell)
    return None if found is None else "_".join(found.upper().split())


def reader_of(column: Column, keys: Keys) -> Read:
    """How a cell of a column is read where its format says nothing else."""
    if column.kind in PLAIN_KINDS:
        return PLAIN_KINDS[column.kind]
    if column.kind is Kind.CODE:
        return code
    if column.kind is Kind.TEAM:
        return short(LONGEST_TEAM)
    if column.kind is Kind.CHILD:
        return _hashed(keys.child)
    if column.kind is Kind.WORKER:
        return _hashed(keys.worker)
    return _hashed(lambda text: keys.row(column.name, text))


def _hashed(hash_of: Callable[[str], str]) -> Read:
    def read(cell: Any) -> str | None:
        found = cells.text(cell)
        return None if found is None else hash_of(found)

    return read


def _once(column: Column, read: Read) -> Read:
    """A reader that keeps what it read, but of columns whose cells hardly come again."""
    if column.kind in SELDOM_AGAIN:
        return read
    kept: dict[Any, Any] = {}

    def read_once(cell: Any) -> Any:
        if cell in kept:
            return kept[cell]
        found = kept[cell] = read(cell)
        return found

    return read_once


def is_needed(table: Table, column: Column) -> bool:
    """Whether a row says nothing without this column; the name of the row itself can be made."""
    if column is table.columns[0]:
        return column.kind is not Kind.KEY
    return "refused" in column.empty


def telling(table: Table) -> list[Column]:
    """The columns that tell a row from others: who and which, and the first day."""
    first_day = next((column for column in table.columns if column.kind is Kind.DAY), None)
    return [
        column
        for column in table.columns[1:]
        if column.kind in NAMES_A_ROW or column is first_day or is_needed(table, column)
    ]


def as_it_stands(row: Row, _bad: Sequence[str]) -> Iterable[Row]:
    """A row of the file that is one row of the table."""
    return (row,)


class Filling:
    """Fills one table from the files that carry it.

    Args:
        columns: the table's columns that the files carry, by the name that they have there.
        derived: the names of those that are made of the others.
        become:  what a row of the file becomes; the name of the row is made afterwards.
        readers: how cells are read where the kind of the column does not tell, by column.
    """

    def __init__(
        self,
        table: Table,
        columns: Mapping[str, Column],
        keys: Keys,
        reading: Reading,
        *,
        derived: Sequence[str] = (),
        become: Become = as_it_stands,
        readers: Mapping[str, Read] | None = None,
    ) -> None:
        self.table = table
        self._columns = columns
        self._keys = keys
        self._reading = reading
        self._become = become
        readers = readers or {}
        self._readers = {
            name: _once(column, readers.get(column.name) or reader_of(column, keys))
            for name, column in columns.items()
        }
        own = table.columns[0]
        there = {column.name for column in columns.values()} | {own.name, *derived}
        names = tuple(column.name for column in table.columns if column.name in there)
        self._rows = reading.tables[table.name] = Rows(table.name, names)
        self._makes_key = own.kind is Kind.KEY
        self._telling = [column.name for column in telling(table) if column.name in there]
        self._needed = [c.name for c in table.columns if c.name in there and is_needed(table, c)]
        self._seen: dict[tuple[object, ...], int] = {}

    def read(self, path: Path) -> None:
        """Take a file in, with its account; each bad cell is named by row and column.

        Raises:
            UserFacingError: the file cannot be read to its end, or says of nobody what it says.
        """
        if self.table.is_of_children and "child" not in self._rows.columns:
            raise UserFacingError(
                f"{path.name}: No column says of which child the rows are. Nothing was taken. "
                "Export that column as well."
            )
        account = Account(path.name)
        self._reading.accounts.append(account)
        heading = heading_of(path)
        named = [name for name in heading if name in self._columns]
        if len(named) != len(set(named)):
            raise UserFacingError(
                f"{path.name}: A column stands there twice, so which one counts cannot be told. "
                "Nothing was taken. Leave one of them out."
            )
        columns = [(name, self._columns[name].name, self._readers[name]) for name in named]
        for number, found in rows_of(path, named):
            where = f"{path.name}, row {number}"
            if found is None:
                self._lose(account)
                self._fault(where, *UNEVEN)
                continue
            row, bad = self._read(columns, found, where)
            self._take(row, bad, where, account)

    def _read(
        self, columns: Sequence[tuple[str, str, Read]], found: Sequence[Any], where: str
    ) -> tuple[Row, list[str]]:
        row: Row = {}
        bad: list[str] = []
        for (heading, name, read), cell in zip(columns, found, strict=True):
            if cell is None or cell == "":
                continue
            try:
                row[name] = read(cell)
            except BadCell as fault:
                bad.append(name)
                self._fault(f"{where}, column {heading}", fault.problem, fault.fix)
        return row, bad

    def _take(self, row: Row, bad: list[str], where: str, account: Account) -> None:
        became = list(self._become(row, bad))
        bad += self._empty(became[0] if became else row, bad, where)
        if self._is_lost(became, bad):
            self._lose(account)
            return
        account.refused += bool(bad)
        account.accepted += not bad
        for each in became:
            self._add(each, bad)

    def _lose(self, account: Account) -> None:
        account.refused += 1
        account.lost += 1

    def _empty(self, row: Row, bad: Sequence[str], where: str) -> list[str]:
        """The needed columns in which nothing stands."""
        empty = [name for name in self._needed if row.get(name) is None and name not in bad]
        for name in empty:
            place = f"{where}, column {self._heading(name)}"
            self._fault(place, "The row needs this cell, and it is empty.", "Fill it in.")
        return empty

    def _is_lost(self, became: Sequence[Row], bad: Sequence[str]) -> bool:
        """Whether the row names no child; in a table of no children, whether it says nothing."""
        if self.table.is_of_children:
            return any(row.get("child") is None for row in became)
        return any(name in bad for name in self._needed)

    def _add(self, row: Row, bad: Sequence[str]) -> None:
        own = self._rows.columns[0]
        if self._makes_key and row.get(own) is None:
            alike = tuple(row.get(name) for name in self._telling)
            place = self._seen.get(alike, 0)
            self._seen[alike] = place + 1
            row[own] = self._keys.row(self.table.name, *alike, place)
        self._rows.add(tuple(row.get(name) for name in self._rows.columns), bad)

    def _heading(self, name: str) -> str:
        return next((each for each, column in self._columns.items() if column.name == name), name)

    def _fault(self, where: str, problem: str, fix: str) -> None:
        self._reading.faults.append(Fault(where, problem, fix))
