"""A made council as the tables that loads hold, without the way through a format."""

from collections.abc import Callable

from goldenthread.formats.reading import Keys, Rows
from goldenthread.synthetic.council import Council, Row
from goldenthread.tables.catalogue import TABLES
from goldenthread.tables.columns import Kind


def rows_of(council: Council, keys: Keys) -> dict[str, Rows]:
    """Each table with hashes in the place of numbers, as a reader leaves it."""
    made: dict[str, Rows] = {}
    for table, rows in council.tables.items():
        columns = tuple(rows[0])
        hashed = {
            name: _hash(TABLES[table].by_name[name].kind, keys)
            for name in columns
            if TABLES[table].by_name[name].kind in (Kind.CHILD, Kind.KEY, Kind.WORKER)
        }
        made[table] = Rows(table, columns, [_row(row, columns, hashed) for row in rows])
    return made


def _hash(kind: Kind, keys: Keys) -> Callable[[str], str]:
    return {Kind.CHILD: keys.child, Kind.WORKER: keys.worker}.get(kind, keys.row)


def _row(
    row: Row, columns: tuple[str, ...], hashed: dict[str, Callable[[str], str]]
) -> tuple[object, ...]:
    return tuple(
        hashed[name](row[name]) if name in hashed and row[name] is not None else row[name]
        for name in columns
    )
