"""What the loads of a council tell together, on a day, as it was known on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import ibis.expr.types as ir

from goldenthread.engine import opening, reading
from goldenthread.engine.opening import Rule
from goldenthread.engine.reading import Part
from goldenthread.formats.catalogue import FORMATS
from goldenthread.indicators.inputs import Inputs, Span
from goldenthread.indicators.kinds import Indicator
from goldenthread.indicators.quality.checks import Check
from goldenthread.people.models import Authority
from goldenthread.sources import loads
from goldenthread.sources.models import Load, LocalRule
from goldenthread.tables.catalogue import TABLES

# What each format tells of the same children: taken from all of them together.
OF_ALL_FORMATS = frozenset({"children", "disabilities"})
ORDER = tuple(form.name for form in FORMATS)
ONE_DAY = timedelta(days=1)


@dataclass
class Known:
    """The loads that stand behind figures, and what they carry.

    Attributes:
        parts:   the files of each table, the newest load first.
        carries: the columns that the loads of an authority fill, by authority and table.
        reach:   from which day the loads tell everything, by authority and table.
        told_to: the day that the newest load of a table is of, by authority and table.
        newest:  the newest day that any of the loads is of.
        used:    the loads themselves.
    """

    parts: dict[str, list[Part]] = field(default_factory=dict)
    carries: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    reach: dict[tuple[str, str], date | None] = field(default_factory=dict)
    told_to: dict[tuple[str, str], date] = field(default_factory=dict)
    newest: date | None = None
    used: list[Load] = field(default_factory=list)

    def lacks(self, asking: Indicator | Check, authority: str) -> list[str]:
        """The columns, as "table.column", that it needs and no load carries."""
        return [
            f"{table}.{column}"
            for table, columns in asking.needs.items()
            for column in columns
            if column not in self.carries.get((authority, table), set())
        ]


class _Tables(dict[str, ir.Table]):
    """The tables; one that no load carries has no rows, and is made when it is asked for."""

    def __init__(self, engine: Any, found: dict[str, ir.Table]) -> None:
        super().__init__(found)
        self._engine = engine

    def __missing__(self, name: str) -> ir.Table:
        made = self[name] = reading.without_rows(self._engine, name)
        return made


def known(authorities: Iterable[Authority], moment: datetime) -> Known:
    """What was known of these authorities at a moment, whatever came or was withdrawn later."""
    rows = Load.objects.filter(authority__in=list(authorities), reduced_at__isnull=True)
    return of_loads(list(rows.known_on(moment).newest_first().select_related("authority")))


def of_loads(newest_first: Sequence[Load]) -> Known:
    """What these loads tell together, of one authority or of several."""
    found = Known(used=list(newest_first))
    for code in sorted({load.authority.code for load in newest_first}):
        chosen = [load for load in newest_first if load.authority.code == code]
        for table in TABLES:
            _add(found, code, table, _of_one_format(table, chosen))
    found.newest = max((load.as_at for load in found.used), default=None)
    return found


def _of_one_format(table: str, chosen: Sequence[Load]) -> list[Load]:
    carrying = [load for load in chosen if table in load.tables]
    if table in OF_ALL_FORMATS or not carrying:
        return carrying
    form = min((load.form for load in carrying), key=ORDER.index)
    return [load for load in carrying if load.form == form]


def _add(found: Known, authority: str, table: str, theirs: Sequence[Load]) -> None:
    until: date | None = None
    counted: list[tuple[Load, date | None]] = []
    for load in theirs:
        counted.append((load, until))
        found.carries.setdefault((authority, table), set()).update(load.tables[table]["columns"])
        if table in OF_ALL_FORMATS:
            continue
        since = _since(load, table)
        if since is None:
            break
        until = min(until or since, since)
    reach = complete_from([(load.as_at, _since(load, table)) for load, _ in counted])
    if counted:
        found.reach[authority, table] = reach
        found.told_to[authority, table] = counted[0][0].as_at
    for place, (load, until) in enumerate(counted):
        path = loads.path_of(load, table)
        part = Part(load.folder, path, until, reach, place)
        found.parts.setdefault(table, []).append(part)


def _since(load: Load, table: str) -> date | None:
    day = load.tables[table]["complete_from"]
    return day and date.fromisoformat(day)


def complete_from(newest_first: Sequence[tuple[date, date | None]]) -> date | None:
    """From which day loads tell everything together: each may reach on from where a newer begins.

    Each is the day that it is as at, and the day from which it tells everything. None where they
    tell all there is, and where there are none.
    """
    reach: date | None = None
    for as_at, since in newest_first:
        if since is None:
            return None
        if reach is None:
            reach = since
        elif as_at >= reach - ONE_DAY:
            reach = min(reach, since)
    return reach


def inputs(engine: Any, found: Known, span: Span, rules: Sequence[Rule]) -> Inputs:
    """What indicators are given of these loads on an engine."""
    tables = _Tables(engine, reading.tables(engine, found.parts))
    return opening.inputs(engine, tables, span, rules, found.reach, found.told_to)


def rules_of(authorities: Iterable[Authority]) -> list[Rule]:
    """The councils' own rules; each holds until the day before the next of its name."""
    rows = LocalRule.objects.filter(authority__in=list(authorities)).select_related("authority")
    made: list[Rule] = []
    following: dict[tuple[str, str], date] = {}
    for row in rows.order_by("-from_day"):
        named = row.authority.code, row.rule
        until = following.get(named)
        following[named] = row.from_day
        if row.value is not None:
            last_day = until and until - ONE_DAY
            made.append(Rule(row.authority.code, row.rule, row.value, row.from_day, last_day))
    return made
