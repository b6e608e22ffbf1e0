"""Puts the rules of the database in place: rows only added to, and the guards of the gate.

Signals do so after each `migrate` and take them away before it: SQLite forgets a table's
triggers when a migration rebuilds it, and renames no table that another's trigger reads.
"""

import re
from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.people import guarding
from goldenthread.people.guarding import Trigger
from goldenthread.plans import (
    guards,
    guards_of_days,
    guards_of_people,
    guards_of_progress,
    guards_of_queries,
    guards_of_recurring,
)
from goldenthread.plans.guards import Guard

TABLES = (
    "plans_update",
    "plans_asreported",
    "plans_wording",
    "plans_impact",
    "plans_correction",
)
REFUSAL = "Updates, claims and wordings are only ever added to."
_COLUMN = re.compile(r"\b(?:NEW|OLD)\.\"?(\w+)")
GUARDS = {
    **guards.GUARDS,
    **guards_of_progress.GUARDS,
    **guards_of_days.GUARDS,
    **guards_of_people.GUARDS,
    **guards_of_recurring.GUARDS,
    **guards_of_queries.GUARDS,
}
# What each database says in its own way. COUNTED: how many days a deadline's day is after what
# it is counted from.
WORDS = {
    "postgresql": {
        "{DIFFERS}": "IS DISTINCT FROM",
        "{DAYS}": "date",
        "{COUNTED}": "(NEW.due - NEW.anchor)",
        "{DAY_IN_SUMMER_TIME}": "date(NEW.at + interval '1 hour')",
        "{TOMORROW}": "(CURRENT_TIMESTAMP + interval '1 day')",
    },
    "sqlite": {
        "{DIFFERS}": "IS NOT",
        "{DAYS}": "julianday",
        "{COUNTED}": "CAST(julianday(NEW.due) - julianday(NEW.anchor) AS INTEGER)",
        "{DAY_IN_SUMMER_TIME}": "date(NEW.at, '+1 hour')",
        "{TOMORROW}": "datetime('now', '+1 day')",
    },
}


def create(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place; those that are there are replaced.

    One whose table or column, or a table that it reads, is still to be made by a later
    migration waits.
    """
    drop(connection)
    wanted = _wanted(connection)
    asked = {table for guard in wanted.values() for table in (guard.table, *guard.reads)}
    columns = _columns(connection, asked & set(connection.introspection.table_names()))
    ready = {name: guard for name, guard in wanted.items() if _can_stand(guard, columns)}
    triggers = [_trigger(connection, name, guard) for name, guard in ready.items()]
    guarding.put(connection, triggers, kept=_never_deleted() & columns.keys())


def _columns(connection: BaseDatabaseWrapper, tables: set[str]) -> dict[str, set[str]]:
    """The columns of each of these tables."""
    found: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        for table in tables:
            # Django's own description of a table also looks for its keys, which takes long.
            cursor.execute(f"SELECT * FROM {table} LIMIT 0")  # noqa: S608 - a table of ours
            found[table] = {column[0] for column in cursor.description}
    return found


def _can_stand(guard: Guard, columns: dict[str, set[str]]) -> bool:
    """Whether every table that a guard asks is there, with the columns that it names."""
    named = set(_COLUMN.findall(guard.condition))
    return {guard.table, *guard.reads} <= columns.keys() and named <= columns[guard.table]


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for tests, which empty their database, and for migrations."""
    tables = set(connection.introspection.table_names())
    there = {name: table for name, table in _names(connection).items() if table in tables}
    guarding.drop(connection, there)


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of our triggers that the database should have and has not."""
    return guarding.missing(connection, _names(connection))


def _names(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The table of each trigger that this database should have."""
    wanted = _wanted(connection).items()
    triggers = [_trigger(connection, name, guard) for name, guard in wanted]
    return guarding.names(connection, triggers, kept=_never_deleted())


def _never_deleted() -> set[str]:
    guards = [*GUARDS.values(), *dict(_only_added_to()).values()]
    return {guard.table for guard in guards if guard.event == "DELETE"}


def _wanted(connection: BaseDatabaseWrapper) -> dict[str, Guard]:
    """Each trigger by its name; emptying at one blow is PostgreSQL's only."""
    wanted = dict(_only_added_to())
    wanted.update(GUARDS)
    if connection.vendor == "postgresql":
        for table in sorted(_never_deleted()):
            words = "What stands here is never emptied at one blow."
            wanted[f"{table}_no_truncate"] = Guard(table, "TRUNCATE", words)
    return wanted


def _only_added_to() -> Iterator[tuple[str, Guard]]:
    for table in TABLES:
        for event in ("UPDATE", "DELETE"):
            yield f"{table}_no_{event.lower()}", Guard(table, event, REFUSAL)


def _trigger(connection: BaseDatabaseWrapper, name: str, guard: Guard) -> Trigger:
    """A guard in the words of this database."""
    condition = guard.condition
    for word, said in WORDS[connection.vendor].items():
        condition = condition.replace(word, said)
    return Trigger(name, guard.table, guard.event, guard.words, when=condition)
