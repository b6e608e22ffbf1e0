"""Which day tells that a row is over, so that an older load can still speak for it."""

from goldenthread.tables.columns import Kind, Table

# The first of these that a table has ends its rows; else the day that begins them does.
_ENDS = ("ended_on", "closed_on", "authorised_on", "settled_on", "answered_on", "concluded_on")


def over_by(table: Table) -> str | None:
    """The column with the day from which a row no longer changes; None where no day tells."""
    return next((name for name in _ENDS if name in table.by_name), table.begins)


def named_by(table: Table) -> str | None:
    """The column that names a row of the table; None where its rows have no name."""
    first = table.columns[0]
    return first.name if first.kind in (Kind.KEY, Kind.CHILD, Kind.WORKER) else None
