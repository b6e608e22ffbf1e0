"""Triggers that let signed papers only be added to, on SQLite and PostgreSQL."""

from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.people import replacing

KEPT = (
    "papers_overallview",
    "papers_signedpaper",
    "papers_frozenfile",
    "papers_finishedversion",
    "papers_compared",
    "papers_taken",
)
REFUSAL = "What was signed is only ever added to."
# A version that differs from what was frozen, or that nobody could compare, needs a reason.
NO_REASON = "Say why a version that differs is taken as the signed one."
UNEXPLAINED = """NEW.why = '' AND NOT EXISTS (
    SELECT 1 FROM papers_compared c
    WHERE c.finished_id = NEW.finished_id AND c.state = 'same figures')"""
TAKEN = "papers_taken_with_a_reason"
FUNCTION = "papers_refuse_change"


def create(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place; those that are there are replaced.

    SQLite forgets a table's triggers when a later migration rebuilds the table: such a
    migration ends with this.
    """
    drop(connection)
    statements = _on_postgres() if connection.vendor == "postgresql" else _on_sqlite()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    replacing.create(connection, KEPT)


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for tests, which empty their database, and for migrations."""
    with connection.cursor() as cursor:
        for name, table in _names(connection).items():
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of our triggers that the database should have and has not."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return _names(connection).keys() - {row[0] for row in cursor.fetchall()}


def _names(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The table of each trigger that this database should have."""
    events = ["UPDATE", "DELETE", *(["TRUNCATE"] if connection.vendor == "postgresql" else [])]
    tables = {f"{table}_no_{event.lower()}": table for table in KEPT for event in events}
    return {**tables, TAKEN: "papers_taken", **replacing.names(connection, KEPT)}


def _on_sqlite() -> list[str]:
    never = [
        f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for table in KEPT
        for event in ("UPDATE", "DELETE")
    ]
    taken = (
        f"CREATE TRIGGER {TAKEN} BEFORE INSERT ON papers_taken WHEN {UNEXPLAINED} "
        f"BEGIN SELECT RAISE(ABORT, '{NO_REASON}'); END"
    )
    return [*never, taken]


def _on_postgres() -> list[str]:
    never = [
        f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
        f"FOR EACH {'STATEMENT' if event == 'TRUNCATE' else 'ROW'} EXECUTE FUNCTION {FUNCTION}()"
        for table in KEPT
        for event in ("UPDATE", "DELETE", "TRUNCATE")
    ]
    taken = (
        f"CREATE TRIGGER {TAKEN} BEFORE INSERT ON papers_taken "
        f"FOR EACH ROW EXECUTE FUNCTION {TAKEN}()"
    )
    return [
        _function(FUNCTION, _raise(REFUSAL)),
        _function(TAKEN, f"IF {UNEXPLAINED} THEN {_raise(NO_REASON)} END IF; RETURN NEW;"),
        *never,
        taken,
    ]


def _function(name: str, body: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ "
        f"BEGIN {body} END $$ LANGUAGE plpgsql"
    )


def _raise(words: str) -> str:
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation';"
