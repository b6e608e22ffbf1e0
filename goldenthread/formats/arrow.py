"""Rows of a reading as columns in memory, each of the type that the data model gives it."""

from typing import Any

import pyarrow as pa

from goldenthread.formats.reading import UNREADABLE, Rows
from goldenthread.tables.catalogue import TABLES
from goldenthread.tables.columns import Kind, Table

TYPES: dict[Kind, Any] = {
    Kind.DAY: pa.date32(),
    Kind.MONTH: pa.date32(),
    Kind.WHOLE: pa.int32(),
    Kind.NUMBER: pa.float64(),
    Kind.FLAG: pa.bool_(),
}


def schema(table: Table) -> Any:
    """The columns of a table with their types, and the one that lists unreadable cells."""
    fields = [pa.field(c.name, TYPES.get(c.kind, pa.string())) for c in table.columns]
    return pa.schema([*fields, pa.field(UNREADABLE, pa.string())])


def columns_of(rows: Rows) -> Any:
    """The rows of one table as an Arrow table with every column of the data model.

    Raises:
        KeyError: the table, or one of its columns, is not in the data model.
    """
    table = TABLES[rows.table]
    for name in rows.columns:
        table.by_name[name]
    values: dict[str, Any] = dict(zip(rows.columns, zip(*rows.rows, strict=True), strict=False))
    values[UNREADABLE] = _unreadable(rows)
    height = len(rows.rows)
    arrays = [
        pa.array(values[field.name], type=field.type)
        if field.name in values
        else pa.nulls(height, field.type)
        for field in schema(table)
    ]
    return pa.table(arrays, schema=schema(table))


def _unreadable(rows: Rows) -> list[str | None]:
    marks: list[str | None] = [None] * len(rows.rows)
    for number, columns in rows.unreadable.items():
        marks[number] = columns
    return marks
