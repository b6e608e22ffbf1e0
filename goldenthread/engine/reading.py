"""The tables of the data model out of the loads that are known: the newest word on each row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from goldenthread.formats.arrow import schema
from goldenthread.tables.by_load import named_by, over_by
from goldenthread.tables.catalogue import TABLES

PARTS = pa.schema(
    [
        ("part_load", pa.string()),
        ("until", pa.date32()),
        ("complete_from", pa.date32()),
        ("place", pa.int32()),
    ]
)


@dataclass(frozen=True)
class Part:
    """One table of one load.

    Attributes:
        load:          the load's id.
        path:          its Parquet file, with the columns `authority` and `load` besides.
        until:         it speaks for rows that were over before this day, since a newer load tells
                       everything from then on; None for the newest.
        complete_from: from which day the authority's loads of this table, this one and newer,
                       tell everything; None where they tell all there is.
        place:         0 for the newest load of the authority, then 1, 2, ...
    """

    load: str
    path: Path
    until: date | None
    complete_from: date | None
    place: int


def tables(engine: Any, parts: Mapping[str, Sequence[Part]]) -> dict[str, ir.Table]:
    """Each table of the data model, as an expression over the files of its parts."""
    return {name: _table(engine, name, found) for name, found in parts.items() if found}


def _table(engine: Any, name: str, parts: Sequence[Part]) -> ir.Table:
    rows = read_files(engine, name, [part.path for part in parts])
    if all(part.until is None and part.complete_from is None for part in parts):
        return rows.mutate(complete_from=ibis.null("date"))
    known = _known(engine, name, parts)
    joined = rows.join(known, rows.load == known.part_load)
    over = over_by(TABLES[name])
    if over:
        speaks = joined.until.isnull() | (joined[over] < joined.until)
        joined = joined.filter(speaks)
    return _newest(joined, name, parts).drop("part_load", "until", "place")


def _newest(rows: ir.Table, name: str, parts: Sequence[Part]) -> ir.Table:
    """Of the rows that several loads have, the one of the newest."""
    named = named_by(TABLES[name])
    if named is None or all(part.place == 0 for part in parts):
        return rows
    word = ibis.row_number().over(ibis.window(group_by=["authority", named], order_by=["place"]))
    return rows.mutate(word=word).filter(lambda t: t.word == 0).drop("word")


def _known(engine: Any, name: str, parts: Sequence[Part]) -> ir.Table:
    rows = [
        {
            "part_load": part.load,
            "until": part.until,
            "complete_from": part.complete_from,
            "place": part.place,
        }
        for part in parts
    ]
    made = pa.Table.from_pylist(rows, schema=PARTS)
    return engine.create_table(f"parts_of_{name}", made, overwrite=True)


def read_files(engine: Any, name: str, paths: Sequence[Path]) -> ir.Table:
    """The files of a table as one; a load has each column of the data model."""
    return engine.read_parquet([str(path) for path in paths], table_name=f"loaded_{name}")


def without_rows(engine: Any, name: str) -> ir.Table:
    """A table that no load carries, for rules that can do without it."""
    extra = [pa.field("authority", pa.string()), pa.field("complete_from", pa.date32())]
    wanted = pa.schema([*schema(TABLES[name]), *extra])
    return engine.create_table(f"no_{name}", wanted.empty_table(), overwrite=True)
