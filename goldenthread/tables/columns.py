"""What a table and its columns are; nothing here knows of an engine, a file or Django."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a column holds, and so how it is read, kept and compared."""

    KEY = "key"  # names a row of this table or of another; made of the source's own, hashed
    CHILD = "child"  # a keyed hash of the case system's person number; the key is kept elsewhere
    WORKER = "worker"  # the same of a member of staff
    TEAM = "team"  # a team as the source calls it; matched to teams with dates afterwards
    CODE = "code"  # one of a list; the codes are data that a council can correct
    DAY = "day"
    MONTH = "month"  # the first day stands for the month
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"


# What names somebody, or leads to them, stays in the council.
_STAYS = frozenset({Kind.KEY, Kind.CHILD, Kind.WORKER})

# Days that stand first in a table and do not say since when its rows are known.
_NO_BEGINNING = frozenset(
    {
        "birth_day",
        "death_day",
        "due_on",
        "target_date",
        "latest_contact_on",
        "pathway_plan_on",
        "entered_care_on",
    }
)


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column.

    Attributes:
        name:     plain, lower case with underscores.
        meaning:  what it says.
        empty:    what it means that nothing stands there.
        standard: what the Standard Safeguarding Dataset calls it; "" where it has none.
        leaves:   whether it may leave the council.
    """

    name: str
    kind: Kind
    meaning: str
    empty: str
    standard: str = ""
    leaves: bool = True


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table.

    Attributes:
        name:     plain, in the plural.
        one_row:  what one row is, such as "one referral of one child".
        standard: what the Standard Safeguarding Dataset calls it; "" where it has none.
    """

    name: str
    one_row: str
    columns: tuple[Column, ...]
    standard: str = ""

    @property
    def by_name(self) -> dict[str, Column]:
        """Its columns by their names."""
        return {column.name: column for column in self.columns}

    @property
    def begins(self) -> str | None:
        """The day from which a row is known at all; None for a row that stands for no event."""
        days = (c.name for c in self.columns if c.kind is Kind.DAY and c.name not in _NO_BEGINNING)
        return next(days, None)

    @property
    def is_of_children(self) -> bool:
        """Whether each row is of a child."""
        return any(column.kind is Kind.CHILD for column in self.columns)


def column(
    kind: Kind, name: str, meaning: str, empty: str, standard: str = "", *, leaves: bool = True
) -> Column:
    """A column; what names somebody never leaves the council."""
    return Column(
        name=name,
        kind=kind,
        meaning=meaning,
        empty=empty,
        standard=standard,
        leaves=leaves and kind not in _STAYS,
    )


def key(
    name: str,
    of: str,
    standard: str = "",
    empty: str = "the row cannot be told from others; it is refused",
) -> Column:
    """The name of a row: of this table, or of the one that it hangs on."""
    return column(Kind.KEY, name, of, empty, standard)


def child(standard: str = "") -> Column:
    """The child that a row is of."""
    meaning = "the child, as a keyed hash of the case system's person number"
    return column(Kind.CHILD, "child", meaning, "the row is of nobody; it is refused", standard)


def worker(name: str, meaning: str, standard: str = "") -> Column:
    """Somebody of the staff."""
    return column(Kind.WORKER, name, meaning, "nobody is named", standard)


def team(standard: str = "") -> Column:
    """The team that has the case."""
    empty = "no team is named; the row counts for the whole and for no team"
    return column(Kind.TEAM, "team", "the team that had the case at this step", empty, standard)


def code(name: str, meaning: str, empty: str, standard: str = "") -> Column:
    """One of a list."""
    return column(Kind.CODE, name, meaning, empty, standard)


def day(name: str, meaning: str, empty: str, standard: str = "") -> Column:
    """A day."""
    return column(Kind.DAY, name, meaning, empty, standard)


def flag(name: str, meaning: str, empty: str, standard: str = "") -> Column:
    """Yes or no."""
    return column(Kind.FLAG, name, meaning, empty, standard)


def whole(name: str, meaning: str, empty: str, standard: str = "") -> Column:
    """A number of things."""
    return column(Kind.WHOLE, name, meaning, empty, standard)


def number(name: str, meaning: str, empty: str, standard: str = "") -> Column:
    """A number that may be a fraction."""
    return column(Kind.NUMBER, name, meaning, empty, standard)


def table(name: str, one_row: str, standard: str, columns: Iterable[Column]) -> Table:
    """A table of these columns."""
    return Table(name=name, one_row=one_row, standard=standard, columns=tuple(columns))
