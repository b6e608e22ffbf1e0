"""Triggers that keep figures as they were entered."""

from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.people import guarding
from goldenthread.people.guarding import Trigger

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
_COLUMNS = ", ".join(f'"{name}"' for name in FIGURE)
KEPT = ("results_value", "results_outcome", "results_definition")
VALUE = (
    Trigger("results_value_no_update", "results_value", f"UPDATE OF {_COLUMNS}", REFUSAL),
    Trigger("results_value_no_delete", "results_value", "DELETE", REFUSAL),
)


def create(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place; those that are there are replaced."""
    drop(connection)
    guarding.put(connection, _wanted(connection), kept=KEPT)


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for tests, which empty their database, and for migrations."""
    guarding.drop(connection, _names(connection))


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of our triggers that the database should have and has not."""
    return guarding.missing(connection, _names(connection))


def _names(connection: BaseDatabaseWrapper) -> dict[str, str]:
    return guarding.names(connection, _wanted(connection), kept=KEPT)


def _wanted(connection: BaseDatabaseWrapper) -> list[Trigger]:
    return [
        *VALUE,
        *guarding.only_added_to(KEPT[1:], REFUSAL),
        *guarding.never_emptied(connection, KEPT, REFUSAL),
    ]
