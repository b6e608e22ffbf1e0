"""Finds rows by their words, through an index that the database itself keeps up to date.

A room registers its tables in `searched.py`. SQLite holds the words in a table of FTS5 beside
each, PostgreSQL in a plain one with a GIN index; triggers feed both. Both take a word for its stem
and its beginning: `minutes` finds 'minute', `conf` finds 'conference'. A thing whose name changed over
the years is found by each of its names.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import RawSQL

from goldenthread.basics import names

SHORTEST_BEGINNING = 3
MOST_WORDS = 12
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class _Signs:
    """How a database is asked for words: one, its beginning, both, either, one after another."""

    word: str
    beginning: str
    both: str
    either: str
    after: str


_SQLITE = _Signs('"{}"', "*", " AND ", " OR ", " + ")
_POSTGRESQL = _Signs("{}", ":*", " & ", " | ", " <-> ")


@dataclass(frozen=True)
class Indexed:
    """A table whose rows are found by the words in some of its columns of text."""

    table: str
    columns: tuple[str, ...]

    @property
    def words(self) -> str:
        """The name of the index: a table on SQLite."""
        return f"{self.table}_words"

    @property
    def searched(self) -> str:
        """PostgreSQL's table of the words of each row."""
        return f"{self.table}_searched"


INDEXED: dict[str, Indexed] = {}


def register(indexed: Iterable[Indexed]) -> None:
    """Enter a room's tables.

    Raises:
        ValueError: a table is entered twice, differently.
    """
    for one in indexed:
        if INDEXED.setdefault(one.table, one) != one:
            raise ValueError(f"{one.table} is entered already, with other columns.")


def words_of(typed: str) -> tuple[str, ...]:
    """The words in what somebody typed, at most twelve: all else in it is left aside."""
    return tuple(dict.fromkeys(_WORD.findall(typed.casefold())))[:MOST_WORDS]


def found(table: str, words: tuple[str, ...], *, using: str = "default") -> RawSQL:
    """The keys of the rows that hold every word: for `filter(pk__in=...)`.

    Args:
        table: one that a room registered.
        words: of `words_of`, at least one. Three letters or more find what begins with them.
    """
    query, asked = _query(connections[using], INDEXED[table], words)
    return RawSQL(query, asked)  # noqa: S611 - the names are ours, the words a parameter


def newest(
    table: str, words: tuple[str, ...], *, before: int | None, most: int, using: str = "default"
) -> list[int]:
    """The highest keys of the rows that hold every word, the highest first.

    Args:
        table:  one that a room registered.
        words:  of `words_of`, at least one.
        before: only keys under this one.
        most:   how many at most.
    """
    connection, indexed = connections[using], INDEXED[table]
    key = "rowid" if connection.vendor == "sqlite" else "id"
    query, asked = _query(connection, indexed, words)
    under = "" if before is None else f" AND {key} < %s"
    with connection.cursor() as cursor:
        cursor.execute(
            f"{query}{under} ORDER BY {key} DESC LIMIT %s",
            [*asked, *([] if before is None else [before]), most],
        )
        return [row[0] for row in cursor.fetchall()]


def put(connection: BaseDatabaseWrapper) -> None:
    """Make every index that is missing; a table that a later migration makes waits."""
    there = set(connection.introspection.table_names())
    wanting = missing(connection)
    if connection.vendor == "postgresql" and wanting:
        _make_reading(connection)
    for one in INDEXED.values():
        if one.table in there and one.words in wanting:
            _run(connection, _made(connection, one))


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of the indexes that the database should have and has not, whole."""
    if connection.vendor == "postgresql":
        query = (
            "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace "
            "UNION SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        )
        wanted = {one.words: _parts(one) for one in INDEXED.values()}
    else:
        query = "SELECT name FROM sqlite_master"
        wanted = {one.words: {one.words, *_triggers(one)} for one in INDEXED.values()}
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {row[0] for row in cursor.fetchall()}
    return {name for name, parts in wanted.items() if not parts <= there}


def _query(
    connection: BaseDatabaseWrapper, indexed: Indexed, words: tuple[str, ...]
) -> tuple[str, list[Any]]:
    if connection.vendor == "sqlite":
        asked = " AND ".join(_any_name(one, _SQLITE) for one in names.sought(words))
        query = f"SELECT rowid FROM {indexed.words} WHERE {indexed.words} MATCH %s"  # noqa: S608 - names of ours
    else:
        asked = " & ".join(_any_name(one, _POSTGRESQL) for one in names.sought(words))
        query = (
            f"SELECT id FROM {indexed.searched} "  # noqa: S608 - names of ours
            "WHERE words @@ to_tsquery('goldenthread', %s)"
        )
    return query, [asked]


def _any_name(one: names.Sought, signs: _Signs) -> str:
    """The words that were typed, or another name of what they name, word after word."""
    typed = signs.both.join(_beginning(word, signs) for word in one.words)
    others = [_phrase(other, signs) for other in one.others]
    return signs.either.join(f"({name})" for name in (typed, *others)).join("()")


def _phrase(words: names.Phrase, signs: _Signs) -> str:
    """Another name; where it has several words, the last of them may be longer."""
    if len(words) == 1:
        return signs.word.format(words[0])
    return signs.after.join(
        [*(signs.word.format(word) for word in words[:-1]), _beginning(words[-1], signs)]
    )


def _beginning(word: str, signs: _Signs) -> str:
    asked = signs.word.format(word)
    return asked + signs.beginning if len(word) >= SHORTEST_BEGINNING else asked


def _read(indexed: Indexed, row: str) -> str:
    """PostgreSQL's words of a row: what is no letter or digit parts them, as it does on SQLite."""
    text = " || ' ' || ".join(f"{row}.{name}" for name in indexed.columns)
    return f"to_tsvector('goldenthread', regexp_replace({text}, '[^[:alnum:]]+', ' ', 'g'))"


def _make_reading(connection: BaseDatabaseWrapper) -> None:
    """PostgreSQL's way to read English, without words that it leaves out: 'the' begins 'therapy'."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_ts_config WHERE cfgname = 'goldenthread'")
        if cursor.fetchone():
            return
        cursor.execute(
            "CREATE TEXT SEARCH DICTIONARY goldenthread (TEMPLATE = snowball, LANGUAGE = english)"
        )
        cursor.execute("CREATE TEXT SEARCH CONFIGURATION goldenthread (COPY = pg_catalog.simple)")
        cursor.execute(
            "ALTER TEXT SEARCH CONFIGURATION goldenthread "
            "ALTER MAPPING FOR asciiword, word, numword WITH goldenthread"
        )


def _made(connection: BaseDatabaseWrapper, one: Indexed) -> list[str]:
    """The statements that make one index of what stands in the table."""
    if connection.vendor == "postgresql":
        return _followed(one)
    columns = ", ".join(one.columns)
    return [
        *(f"DROP TRIGGER IF EXISTS {name}" for name in _triggers(one)),
        (
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {one.words} USING fts5({columns}, "
            f"content='{one.table}', content_rowid='id', prefix='3 4', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        ),
        *_triggers(one).values(),
        f"INSERT INTO {one.words}({one.words}) VALUES ('rebuild')",  # noqa: S608 - names of ours
    ]


# PostgreSQL's triggers on a table whose words are followed: what fires each, and for what.
_FOLLOWS = {
    "put": ("INSERT OR UPDATE OF {columns}", "ROW"),
    "taken": ("DELETE", "ROW"),
    "emptied": ("TRUNCATE", "STATEMENT"),
}


def _parts(one: Indexed) -> set[str]:
    """The names of what PostgreSQL keeps of one table's words."""
    return {one.searched, f"{one.searched}_gin", *(f"{one.searched}_{name}" for name in _FOLLOWS)}


def _followed(one: Indexed) -> list[str]:
    """The words of each row in a table of their own, read once when the row is written.

    An index over an expression would be read anew from the text of every row that is looked at.
    """
    columns = ", ".join(one.columns)
    return [
        f"DROP INDEX IF EXISTS {one.words}",
        f"DROP TABLE IF EXISTS {one.searched}",
        f"CREATE TABLE {one.searched} (id bigint PRIMARY KEY, words tsvector NOT NULL)",
        f"INSERT INTO {one.searched} SELECT id, {_read(one, one.table)} FROM {one.table}",  # noqa: S608 - names of ours
        f"CREATE INDEX {one.searched}_gin ON {one.searched} USING gin (words)",
        f"ANALYZE {one.searched}",
        _following(one),
        *(
            f"CREATE OR REPLACE TRIGGER {one.searched}_{name} AFTER {event.format(columns=columns)} "
            f"ON {one.table} FOR EACH {each} EXECUTE FUNCTION {one.searched}_follow()"
            for name, (event, each) in _FOLLOWS.items()
        ),
    ]


def _following(one: Indexed) -> str:
    """The function behind the triggers."""
    return (
        f"CREATE OR REPLACE FUNCTION {one.searched}_follow() RETURNS trigger "  # noqa: S608 - names of ours
        "LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'TRUNCATE' THEN TRUNCATE {one.searched}; "
        f"ELSIF TG_OP = 'DELETE' THEN DELETE FROM {one.searched} WHERE id = OLD.id; "
        f"ELSE INSERT INTO {one.searched} (id, words) VALUES (NEW.id, {_read(one, 'NEW')}) "
        "ON CONFLICT (id) DO UPDATE SET words = EXCLUDED.words; "
        "END IF; RETURN NULL; END $$"
    )


def _triggers(one: Indexed) -> dict[str, str]:
    """SQLite's triggers that hand each row's words on, by their names."""
    columns = ", ".join(one.columns)
    new, old = (", ".join(f"{row}.{name}" for name in one.columns) for row in ("NEW", "OLD"))
    add = f"INSERT INTO {one.words}(rowid, {columns}) VALUES (NEW.id, {new});"  # noqa: S608 - names of ours
    take = (
        f"INSERT INTO {one.words}({one.words}, rowid, {columns}) "  # noqa: S608 - names of ours
        f"VALUES ('delete', OLD.id, {old});"
    )
    steps = {"INSERT": add, "DELETE": take, f"UPDATE OF {columns}": take + add}
    return {
        f"{one.words}_{event.split()[0].lower()}": (
            f"CREATE TRIGGER {one.words}_{event.split()[0].lower()} "
            f"AFTER {event} ON {one.table} BEGIN {statements} END"
        )
        for event, statements in steps.items()
    }


def _run(connection: BaseDatabaseWrapper, statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
