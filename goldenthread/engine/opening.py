"""Opens DuckDB, and gives indicators what they ask for: months, calendars and local rules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from goldenthread.basics.calendars import ACTION_PLANS, COMPLAINTS, KNOWN
from goldenthread.basics.errors import UserFacingError
from goldenthread.indicators.inputs import Inputs, Span


@dataclass(frozen=True)
class Rule:
    """A council's own rule: `value` holds from `from_day` to `to_day`, both included."""

    authority: str
    rule: str
    value: float
    from_day: date
    to_day: date | None = None


RULES = pa.schema(
    [
        ("authority", pa.string()),
        ("rule", pa.string()),
        ("value", pa.float64()),
        ("from_day", pa.date32()),
        ("to_day", pa.date32()),
    ]
)
REACH = pa.schema(
    [("authority", pa.string()), ("of_table", pa.string()), ("known_from", pa.date32())]
)
MONTHS = pa.schema([("month", pa.date32()), ("last_day", pa.date32()), ("year_first", pa.date32())])


def duckdb(*, threads: int | None = None, memory: str | None = None) -> Any:
    """The embedded engine: no server, one process, nothing fetched from anywhere."""
    chosen = {"threads": threads, "memory_limit": memory}
    settings = {name: value for name, value in chosen.items() if value is not None}
    return ibis.duckdb.connect(**settings)


ENGINES = ("duckdb", "spark")


def engine(name: str = "duckdb", master: str | None = None) -> Any:
    """The engine of a name; `master` is the cluster that Spark runs on, else this machine.

    Raises:
        UserFacingError: there is none of the name, or it is not installed or does not answer.
    """
    if name == "duckdb":
        return duckdb()
    if name != "spark":
        raise UserFacingError(f"{name}: There is no such engine. Choose from {', '.join(ENGINES)}.")
    if find_spec("pyspark") is None:
        raise UserFacingError(
            "Spark: It is not installed. Run: pip install -r requirements-spark.lock, or leave "
            "out --engine spark."
        )
    # Java and half a gigabyte of program: only where it is asked for.
    return import_module("goldenthread.engine.spark").connect(master)


def inputs(
    engine: Any,
    tables: Mapping[str, ir.Table],
    span: Span,
    rules: Sequence[Rule] = (),
    reach: Mapping[tuple[str, str], date | None] | None = None,
    known_to: Mapping[tuple[str, str], date] | None = None,
) -> Inputs:
    """What indicators are given on an engine.

    `reach` is the day from which the loads tell everything, and `known_to` the day that the newest
    of them is of, by authority and table.
    """
    known_from = [
        {"authority": authority, "of_table": table, "known_from": day}
        for (authority, table), day in (reach or {}).items()
    ]
    return Inputs(
        span=span,
        tables=tables,
        months=_kept(engine, "months", pa.Table.from_pylist(span.rows(), schema=MONTHS)),
        days=_kept(engine, "days", days()),
        rules=_kept(engine, "rules", pa.Table.from_pylist(list(map(asdict, rules)), schema=RULES)),
        reach=_kept(engine, "reach", pa.Table.from_pylist(known_from, schema=REACH)),
        known_from=reach or {},
        known_to=known_to or {},
        keep=lambda name, rows: engine.create_table(f"kept_{name}", rows, overwrite=True),
    )


def _kept(engine: Any, name: str, rows: Any) -> ir.Table:
    return engine.create_table(name, rows, overwrite=True)


@cache
def days() -> Any:
    """Each day for which holidays are known, with how many working days there were by then."""
    every = [KNOWN.first_day + timedelta(days=number) for number in range(KNOWN.days)]
    return pa.table(
        {
            "day": pa.array(every, pa.date32()),
            "working": pa.array(_counts(map(ACTION_PLANS.counts, every)), pa.int32()),
            "complaints": pa.array(_counts(map(COMPLAINTS.counts, every)), pa.int32()),
        }
    )


def _counts(counted: Iterable[bool]) -> list[int]:
    total, totals = 0, []
    for one in counted:
        total += one
        totals.append(total)
    return totals
