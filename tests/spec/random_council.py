"""Random rows in every table of the data model, of the kinds that rules decide about.

A few children, keys that meet, days close to the ends of months, the codes that the rules
themselves name, missing cells, cells that could not be read, and rows that never end.
"""

import random
from datetime import date, timedelta
from functools import cache

import ibis.expr.operations as ops
import pyarrow as pa

from goldenthread.engine import measuring, opening, reading
from goldenthread.engine.opening import Rule
from goldenthread.formats.arrow import schema
from goldenthread.formats.reading import UNREADABLE
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.inputs import Inputs, Span
from goldenthread.indicators.rules import LOCAL_RULES
from goldenthread.tables.by_load import named_by
from goldenthread.tables.catalogue import TABLES
from goldenthread.tables.columns import Kind

AUTHORITIES = ("901", "902")
# A Sunday in the middle of a month, after Easter's bank holidays.
AS_AT = date(2026, 4, 19)
MONTHS = 14
SINCE = date(2025, 5, 1)
ROWS, CHILDREN, KEYS = 60, 12, 70
TEAMS = ("North", "South", None)
COMPARING = (ops.Equals, ops.InValues, ops.StringContains)
EMPTY, BROKEN, LONG_AGO = 0.15, 0.05, 0.1


def tables(seed):
    """An Arrow table for each table of the data model; the same for the same seed."""
    chance = random.Random(seed)
    return {name: _table(chance, table) for name, table in TABLES.items()}


def inputs(engine, made):
    """The random tables as indicators are given them on an engine."""
    put = {name: engine.create_table(name, rows, overwrite=True) for name, rows in made.items()}
    rules = [Rule(AUTHORITIES[0], each.name, each.usual, date(2025, 9, 1)) for each in LOCAL_RULES]
    reach = {(authority, name): SINCE for authority in AUTHORITIES[:1] for name in TABLES}
    return opening.inputs(engine, put, Span(AS_AT, MONTHS), rules, reach)


def _table(chance, table):
    extra = [pa.field("authority", pa.string()), pa.field("complete_from", pa.date32())]
    wanted = pa.schema([*schema(table), *extra])
    rows = [_row(chance, table, number) for number in range(ROWS)]
    if named_by(table) == "child":
        rows = list({(row["authority"], row["child"]): row for row in rows}.values())
    return pa.Table.from_pylist(rows, schema=wanted)


def _row(chance, table, number):
    authority = chance.choice(AUTHORITIES)
    row = {column.name: _value(chance, column) for column in table.columns}
    broken = [name for name in row if chance.random() < BROKEN]
    row |= dict.fromkeys(broken)
    row |= _names(chance, table, number)
    row[UNREADABLE] = ",".join(broken) or None
    row["authority"] = authority
    row["complete_from"] = SINCE if authority == AUTHORITIES[0] else None
    return row


def _names(chance, table, number):
    """What no row of a load is without: its own name, and its child."""
    named = named_by(table)
    names = {}
    if table.columns[0].kind is Kind.KEY:
        # Most are met by the keys that other tables draw.
        names[named] = f"{named}{number}"
    if "child" in table.by_name:
        names["child"] = f"child{chance.randrange(CHILDREN)}"
    return names


def _value(chance, column):
    if chance.random() < EMPTY:
        return None
    return DRAWN[column.kind](chance, column)


def _key(chance, column):
    return f"{column.name}{chance.randrange(KEYS)}"


def _code(chance, column):
    return chance.choice([*codes().get(column.name, ()), "other"])


def _day(chance, column):
    if column.name == "birth_day":
        return AS_AT - timedelta(days=chance.randrange(22 * 365))
    if chance.random() < LONG_AGO:
        return AS_AT - timedelta(days=chance.randrange(2000))
    near = AS_AT.replace(day=1) - timedelta(days=chance.randrange(400))
    return near + timedelta(days=chance.randrange(20))


DRAWN = {
    Kind.KEY: _key,
    Kind.CHILD: lambda chance, _: f"child{chance.randrange(CHILDREN)}",
    Kind.WORKER: lambda chance, _: f"worker{chance.randrange(6)}",
    Kind.TEAM: lambda chance, _: chance.choice(TEAMS),
    Kind.CODE: _code,
    Kind.DAY: _day,
    Kind.MONTH: lambda chance, column: _day(chance, column).replace(day=1),
    Kind.WHOLE: lambda chance, _: chance.randrange(30),
    Kind.NUMBER: lambda chance, _: chance.randrange(120) / 4,
    Kind.FLAG: lambda chance, _: chance.random() < 0.5,
}


@cache
def codes():
    """The codes that the rules compare a column with, by the column's name."""
    found = {}
    for indicator in INDICATORS.values():
        for node in measuring.cases(indicator, whole()).op().find(COMPARING):
            for name, value in _compared(node):
                found.setdefault(name, set()).add(value)
    return {name: sorted(values) for name, values in found.items()}


def _compared(node):
    if isinstance(node, ops.StringContains):
        left, others = node.haystack, (node.needle,)
    elif isinstance(node, ops.InValues):
        left, others = node.value, node.options
    else:
        left, others = node.left, (node.right,)
    named = [field.name for field in left.find(ops.Field, filter=ops.Value)]
    for other in others:
        if isinstance(other, ops.Literal) and isinstance(other.value, str):
            yield from ((name, other.value) for name in named)


@cache
def whole():
    """What indicators are given, without rows, and with nothing kept: each is one expression."""
    engine = opening.duckdb(threads=1)
    put = {name: reading.without_rows(engine, name) for name in TABLES}
    given = opening.inputs(engine, put, Span(AS_AT, MONTHS))
    parts = {name: getattr(given, name) for name in given.__dataclass_fields__}
    return Inputs(**{**parts, "keep": lambda _, rows: rows, "kept": {}})
