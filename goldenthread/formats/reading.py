"""What a reader says about files: rows for the tables, every bad cell, and counts that add up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Any

# The name of the column, in every table, that lists which cells of the row could not be read.
UNREADABLE = "unreadable"
BYTES_OF_A_KEY = 16
LONGEST_KEY = 64


@dataclass(frozen=True)
class Fault:
    """One thing wrong in one place of a file; it never repeats what the cell holds.

    Attributes:
        where:   file, sheet or element, row as the user sees it, column.
        problem: what is wrong.
        fix:     what to do.
    """

    where: str
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem} {self.fix}"


@dataclass
class Account:
    """What came in and what became of it: `rows` is always `accepted` and `refused` together.

    A row that is refused for a bad cell stays in the table, marked, so that its child is still
    counted as *cannot be worked out*; `lost` are those of the refused that name no child at all.
    """

    what: str
    accepted: int = 0
    refused: int = 0
    lost: int = 0

    @property
    def rows(self) -> int:
        """How many came in."""
        return self.accepted + self.refused


class Keys:
    """Makes keyed hashes of a council's own numbers; the secret lies outside the data.

    The same number of the same authority gives the same hash in every format and every load.
    """

    def __init__(self, secret: bytes, authority: str) -> None:
        # Keyed BLAKE2 takes at most 64 bytes of key; a longer secret is drawn together first.
        key = secret if len(secret) <= LONGEST_KEY else blake2b(secret).digest()
        self._begun = blake2b(authority.encode(), key=key, digest_size=BYTES_OF_A_KEY)
        self._children: dict[str, str] = {}
        self._numbers: dict[str, str] = {}

    @property
    def numbers(self) -> Mapping[str, str]:
        """The case system's own number of each child met so far, by its hash."""
        return self._numbers

    def child(self, number: str) -> str:
        """The hash of a child's own number in the case system, 32 hexadecimal digits."""
        found = self._children.get(number)
        if found is None:
            found = self._children[number] = self.row("child", number)
            self._numbers[found] = number
        return found

    def worker(self, number: str) -> str:
        """The hash of a member of staff."""
        return self.row("worker", number.casefold())

    def row(self, *parts: object) -> str:
        """The hash that names a row: of what makes it one of a kind, such as child and day."""
        said = self._begun.copy()
        said.update("\x1f".join(("", *map(str, parts))).encode())
        return said.hexdigest()


@dataclass
class Rows:
    """The rows of one table, as tuples in the order of `columns`; a column left out is empty.

    `unreadable` holds, by the number of the row, the columns whose cells could not be read.
    """

    table: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    unreadable: dict[int, str] = field(default_factory=dict)

    def add(self, row: tuple[Any, ...], unreadable: Iterable[str] = ()) -> None:
        """Take a row in, with the columns whose cells could not be read and stand empty."""
        if unreadable:
            self.unreadable[len(self.rows)] = ",".join(unreadable)
        self.rows.append(row)


@dataclass
class Reading:
    """The outcome of reading the files of one format: all of it, one bad row hides no other.

    Attributes:
        form:          the format's name, such as "annex-a".
        tables:        the rows by table; a table that the format carries stands here, if empty.
        faults:        each bad cell, in the order of the files.
        accounts:      rows in and out by list, table or repeated element.
        complete_from: from which day the files tell everything; None where they tell all there is.
        latest_only:   tables of which only what stood last is told, such as the latest visit.
        as_at:         the day that the files themselves say they are of; None where they do not.
        authority:     the council's code as the files say it; None where they do not.
        notes:         what the reader wants said besides, in whole sentences.
    """

    form: str
    tables: dict[str, Rows] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    complete_from: date | None = None
    latest_only: set[str] = field(default_factory=set)
    as_at: date | None = None
    authority: str | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def carries(self) -> dict[str, tuple[str, ...]]:
        """The columns that the files could fill, by table."""
        return {name: rows.columns for name, rows in self.tables.items()}
