"""Compares two tables: row by row, and in each row column by column."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.papers.comparing import differing
from goldenthread.papers.comparing.aligning import pairs
from goldenthread.papers.comparing.differing import Difference
from goldenthread.papers.comparing.outline import Grid

Row = tuple[str, ...]
ALIKE = 60.0
NAMED_BY = 8
_ID = re.compile(r"(?:[A-Za-z]{0,4}[0-9]+[a-z]?)(?:[-./][A-Za-z]{0,2}[0-9]+[a-z]?)*\.?")
# A row's id stands in one of so many first columns, and in so many of the rows.
ID_COLUMNS, MOST = 3, 0.8
_STATUS = re.compile(r"\b(?:status|b?rag|bragg?|colour|rating|rung|how far)\b", re.IGNORECASE)
_STATES = frozenset(
    [
        "red",
        "amber",
        "green",
        "blue",
        "grey",
        "gray",
        "purple",
        "yellow",
        "white",
        "yes",
        "no",
        "partly",
        "none",
        "met",
        "notmet",
        "notstarted",
        "inprogress",
        "ontrack",
        "offtrack",
        "delayed",
        "blocked",
        "done",
        "complete",
        "completed",
        "superseded",
        "ineffective",
        "hitandmiss",
        "better",
        "worse",
        "tobeagreed",
        "embedded",
        "notyet",
    ]
)


def compare(before: Grid, after: Grid, where: str) -> Iterator[Difference]:
    """What differs between two tables; `where` names the table."""
    columns = pairs(before.titles, after.titles, keys=[_letters], text=str.casefold, alike=ALIKE)
    yield from _titles(before, after, where, columns)
    shared = [(one, other) for one, other in columns if one is not None and other is not None]
    rows = [tuple(row[one] for one, _ in shared) for row in before.rows]
    others = [tuple(row[other] for _, other in shared) for row in after.rows]
    titles = [before.titles[one] for one, _ in shared]
    known = rows or others
    identity, head = _identity(known), _head(known)
    for one, other in _aligned(rows, others, identity=identity, head=head):
        row = rows[one] if one is not None else others[other or 0]
        number = (one if one is not None else other or 0) + 1
        place = f"{where}, {_name(row, head=head, identity=identity, number=number)}"
        if one is None:
            yield differing.added(place, "\n".join(row))
        elif other is None:
            yield differing.gone(place, "\n".join(row))
        else:
            yield from _cells(titles, row, others[other], place)


def _titles(
    before: Grid, after: Grid, where: str, columns: Sequence[tuple[int | None, int | None]]
) -> Iterator[Difference]:
    """Columns that only one of the tables has, and figures in the titles of the others."""
    for one, other in columns:
        if one is not None and other is not None:
            place = f"{where}, heading {before.titles[one]}"
            yield from differing.of_figures(place, before.titles[one], after.titles[other])
        elif one is not None:
            yield differing.gone(f"{where}, column {before.titles[one]}", _column(before, one))
        elif other is not None:
            yield differing.added(f"{where}, column {after.titles[other]}", _column(after, other))


def _column(grid: Grid, place: int) -> str:
    return "\n".join((grid.titles[place], *(row[place] for row in grid.rows)))


def _aligned(
    rows: Sequence[Row], others: Sequence[Row], *, identity: int | None, head: int
) -> list[tuple[int | None, int | None]]:
    """By the same words, by id, by the words of the longest column, by likeness, by order."""
    return pairs(
        rows,
        others,
        keys=[lambda row: _id_of(row, identity), lambda row: _letters(row[head]) or None],
        text=lambda row: "\t".join(row).casefold(),
        alike=ALIKE,
    )


def _cells(titles: Sequence[str], before: Row, after: Row, where: str) -> Iterator[Difference]:
    for title, one, other in zip(titles, before, after, strict=True):
        place = f"{where}, {title}" if title else where
        if not is_status(title, one, other):
            yield from differing.of_figures(place, one, other)
        elif _letters(one) != _letters(other):
            yield differing.of(place, one, other)


def is_status(title: str, before: str, after: str) -> bool:
    """Whether a cell tells a status, by its column's title or by being a status and no more."""
    return bool(_STATUS.search(title)) or {_letters(before), _letters(after)} <= _STATES | {""}


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _identity(rows: Sequence[Row]) -> int | None:
    """The column with the id of each row; None where there is none."""
    for place in range(min(ID_COLUMNS, len(rows[0]) if rows else 0)):
        ids = [row[place] for row in rows if _ID.fullmatch(row[place])]
        if len(ids) >= MOST * len(rows):
            return place
    return None


def _id_of(row: Row, identity: int | None) -> str | None:
    return None if identity is None else row[identity].rstrip(".") or None


def _head(rows: Sequence[Row]) -> int:
    """The column with the most letters among the first, by whose words a person finds a row."""
    width = len(rows[0]) if rows else 0
    lengths = [sum(len(row[place]) for row in rows) for place in range(min(ID_COLUMNS, width))]
    return lengths.index(max(lengths)) if lengths else 0


def _name(row: Row, *, head: int, identity: int | None, number: int) -> str:
    """What a person calls the row: its id, its first words, or which it is."""
    if known := _id_of(row, identity):
        return f"row {known}"
    words = row[head].split() if row else []
    said = " ".join(words[:NAMED_BY]) + (" ..." if len(words) > NAMED_BY else "")
    return f"row “{said}”" if said else f"row {number}"
