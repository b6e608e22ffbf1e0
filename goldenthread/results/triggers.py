"""Triggers that keep figures as they were entered, on SQLite and PostgreSQL."""

from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.people import replacing

# What a figure is never changed in; state and approval move on.
FIGURE = (
    "measure_id",
    "definition_id",
    "team_id",
    "group",
    "period_from",
    "period_to",
    "as_at",
    "known_on",
    "printed",
    "number",
    "numerator",
    "denominator",
    "per",
    "source",
    "upload_id",
    "revises_id",
    "cause",
    "entered_by_id",
    "entered_at",
)
REFUSAL = "Figures are only ever added to: enter a revision."
FUNCTION = "results_refuse_change"
_COLUMNS = ", ".join(f'"{name}"' for name in FIGURE)
# name -> (table, event)
RULES = {
    "results_value_no_update": ("results_value", f"UPDATE OF {_COLUMNS}"),
    "results_value_no_delete": ("results_value", "DELETE"),
    "results_outcome_no_update": ("results_outcome", "UPDATE"),
    "results_outcome_no_delete": ("results_outcome", "DELETE"),
    "results_definition_no_update": ("results_definition", "UPDATE"),
    "results_definition_no_delete": ("results_definition", "DELETE"),
}
KEPT = ("results_value", "results_outcome", "results_definition")
# Emptying a table at one blow exists on PostgreSQL only.
TRUNCATES = {f"{table}_no_truncate": (table, "TRUNCATE") for table in KEPT}


def create(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place; those that are there are replaced.

    SQLite forgets a table's triggers when a later migration rebuilds the table: such a
    migration ends with this.
    """
    drop(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger AS $$ "
                f"BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$ "
                "LANGUAGE plpgsql"
            )
        for name, (table, event) in _wanted(connection).items():
            cursor.execute(_statement(connection, name, table, event))
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
    tables = {name: table for name, (table, _) in _wanted(connection).items()}
    return {**tables, **replacing.names(connection, KEPT)}


def _wanted(connection: BaseDatabaseWrapper) -> dict[str, tuple[str, str]]:
    return {**RULES, **(TRUNCATES if connection.vendor == "postgresql" else {})}


def _statement(connection: BaseDatabaseWrapper, name: str, table: str, event: str) -> str:
    if connection.vendor != "postgresql":
        return (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )
    each = "STATEMENT" if event == "TRUNCATE" else "ROW"
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION {FUNCTION}()"
    )
