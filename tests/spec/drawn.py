"""Tables drawn in text, so that a test of an indicator shows its data as a reader draws it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa

from goldenthread.engine import opening
from goldenthread.engine.opening import Rule
from goldenthread.formats.arrow import TYPES, schema
from goldenthread.formats.reading import UNREADABLE
from goldenthread.indicators.inputs import Inputs, Span
from goldenthread.indicators.kinds import Indicator
from goldenthread.tables.catalogue import TABLES

AUTHORITY = "999"
DAY = pa.date32()
YES = "yes"


def outcomes(
    indicator: Indicator,
    tables: Mapping[str, str],
    *,
    as_at: date,
    months: int = 12,
    rules: Sequence[Rule] = (),
    complete_from: date | None = None,
) -> dict[str, Any]:
    """What became of each case: {"r1": "met"}; a case of several months has them in order.

    Args:
        tables: for each table of the data model, `a | b` under a heading and a rule. An empty cell
                is nothing; `?` is a cell that could not be read. Columns left out are empty, and
                `authority` is 999 unless drawn. A table that is needed and not drawn is empty.
    """
    found: dict[str, Any] = {}
    rows = cases(indicator, tables, as_at=as_at, months=months, rules=rules, since=complete_from)
    for row in sorted(rows, key=lambda row: str(row["month"])):
        case = row["case"]
        found[case] = f"{found[case]}, {row['outcome']}" if case in found else row["outcome"]
    return found


def cases(
    indicator: Indicator,
    tables: Mapping[str, str],
    *,
    as_at: date,
    months: int = 12,
    rules: Sequence[Rule] = (),
    since: date | None = None,
) -> list[dict[str, Any]]:
    """Every case with its columns, its `outcome` and, for a mean, its `amount`."""
    given = inputs(indicator, tables, as_at=as_at, months=months, rules=rules, since=since)
    found = indicator.population(given)
    found = found.mutate(outcome=indicator.outcome(found))
    if indicator.amount is not None:
        found = found.mutate(amount=indicator.amount(found))
    return list(found.to_pyarrow().to_pylist())


def inputs(
    indicator: Indicator,
    tables: Mapping[str, str],
    *,
    as_at: date,
    months: int,
    rules: Sequence[Rule] = (),
    since: date | None = None,
) -> Inputs:
    """The drawn tables as an indicator is given them."""
    made = _Drawn(tables, since)
    reach = {(AUTHORITY, name): since for name in TABLES}
    return opening.inputs(_engine(), made, Span(as_at, months), rules, reach)


class _Drawn(dict):
    """The drawn tables; one that is asked for and not drawn has no rows."""

    def __init__(self, tables: Mapping[str, str], since: date | None) -> None:
        super().__init__()
        self._tables, self._since = tables, since

    def __missing__(self, name: str) -> Any:
        made = rows(name, self._tables.get(name, ""), self._since)
        self[name] = _engine().create_table(name, made, overwrite=True)
        return self[name]


@cache
def _engine() -> Any:
    return opening.duckdb(threads=1)


def rows(name: str, text: str, since: date | None = None) -> Any:
    """A drawn table as an Arrow table of the data model."""
    heading, _rule, *lines = text.strip().splitlines() or ("", "")
    names = [part.strip() for part in heading.split("|") if part.strip()]
    extra = [pa.field("authority", pa.string()), pa.field("complete_from", DAY)]
    wanted = pa.schema([*schema(TABLES[name]), *extra])
    return pa.Table.from_pylist([_row(name, names, line, since) for line in lines], schema=wanted)


def _row(table: str, names: list[str], line: str, since: date | None) -> dict[str, Any]:
    drawn = dict(zip(names, (cell.strip() for cell in line.split("|")), strict=True))
    unreadable = [name for name, cell in drawn.items() if cell == "?"]
    row = {name: _value(table, name, cell) for name, cell in drawn.items()}
    row.setdefault("authority", AUTHORITY)
    return {**row, "complete_from": since, UNREADABLE: ",".join(unreadable) or None}


def _value(table: str, name: str, cell: str) -> Any:
    if cell in ("", "?"):
        return None
    column = TABLES[table].by_name.get(name)
    kind = TYPES.get(column.kind) if column else None
    if kind == DAY:
        return date.fromisoformat(cell)
    if kind == pa.bool_():
        return cell == YES
    if kind in (pa.int32(), pa.float64()):
        return float(cell)
    return cell
