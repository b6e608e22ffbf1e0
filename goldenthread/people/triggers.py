"""Triggers that let the history only be added to.

Somebody who may drop triggers is found by the chain itself (`history.verify`).
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.people import guarding
from goldenthread.people.guarding import Trigger

REFUSAL = "The history is only ever added to."
LINE, VALUE = "people_historyline", "people_historyvalue"
KEPT = (LINE, VALUE)
UNAPPROVED = """NOT EXISTS (
    SELECT 1 FROM people_redactedvalue v JOIN people_redaction r ON r.id = v.redaction_id
    WHERE r.approved_at IS NOT NULL
      AND v.line_id = OLD.line_id AND v.place = OLD.place AND v.name = OLD.name)"""


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
    """A value goes only once two people have approved that it is taken out."""
    return [
        *guarding.only_added_to((LINE,), REFUSAL),
        Trigger(f"{VALUE}_no_update", VALUE, "UPDATE", REFUSAL),
        Trigger(f"{VALUE}_no_delete", VALUE, "DELETE", REFUSAL, when=UNAPPROVED),
        *guarding.never_emptied(connection, KEPT, REFUSAL),
    ]
