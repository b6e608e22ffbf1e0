"""The data model as a page: each table with its columns, what they mean and what empty means."""

from collections.abc import Iterable

from goldenthread.tables import left_out
from goldenthread.tables.catalogue import TABLES
from goldenthread.tables.columns import Column, Table

HEAD = """# The child-level data model

Written from `goldenthread/tables` by `python -m tools.print_tables`; change it there.

Whatever is loaded about children comes into these tables, whatever format it is in: readers fill them, indicators read
them ([children's data](../guide/childrens-data.md)). The grain is that of the Standard Safeguarding Dataset; the last
column has its names. A child is a keyed hash of the case system's person number, with the key outside the data. There are
no names, no addresses and no free text. The day of birth is for the restricted load alone; whatever leaves it has the
month. A column marked *stays* never leaves the council. Each table has besides: `authority`, `load`, and `unreadable`,
which lists the cells of the row that were filled and could not be read.

**Invalid is not the same as missing.** A missing first day is never *in time*: where a clock begins with it, the answer is
*cannot be worked out*.
"""
WIDTHS = "|---|---|---|---|---|"


def page() -> str:
    """The whole page, in Markdown."""
    parts = [HEAD, *map(_table, TABLES.values()), _left_out()]
    return "\n".join(parts)


def _table(table: Table) -> str:
    standard = f" (`{table.standard}`)" if table.standard else ""
    rows = [_row(column) for column in table.columns]
    head = f"## {table.name}{standard}\n\nOne row is {table.one_row}.\n"
    lines = [head, "| column | kind | meaning | empty means | standard |", WIDTHS, *rows]
    return "\n".join(lines) + "\n"


def _row(column: Column) -> str:
    stays = "" if column.leaves else ", *stays*"
    standard = f"`{column.standard}`" if column.standard else ""
    cells = (f"`{column.name}`", f"{column.kind.value}{stays}", column.meaning, column.empty)
    return f"| {' | '.join(cells)} | {standard} |".replace("|  |", "| |")


def _left_out() -> str:
    lines = ["## What the standard has and is not taken", "", *_reasons(left_out.TABLES.items())]
    return "\n".join([*lines, *_reasons(left_out.FIELDS.items())]) + "\n"


def _reasons(found: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (f"- `{name}`: {reason}." for name, reason in found)
