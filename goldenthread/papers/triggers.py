"""Triggers that let signed papers only be added to."""

from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.people import guarding
from goldenthread.people.guarding import Trigger

KEPT = (
    "papers_overallview",
    "papers_signedpaper",
    "papers_frozenfile",
    "papers_finishedversion",
    "papers_compared",
    "papers_taken",
    "papers_sending",
    "papers_recipient",
    "papers_acknowledgement",
)
REFUSAL = "What was signed is only ever added to."
# A version that differs from what was frozen, or that nobody could compare, needs a reason.
WITH_A_REASON = Trigger(
    "papers_taken_with_a_reason",
    "papers_taken",
    "INSERT",
    "Say why a version that differs is taken as the signed one.",
    when="""NEW.why = '' AND NOT EXISTS (
    SELECT 1 FROM papers_compared c
    WHERE c.finished_id = NEW.finished_id AND c.state = 'same figures')""",
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
        *guarding.only_added_to(KEPT, REFUSAL),
        *guarding.never_emptied(connection, KEPT, REFUSAL),
        WITH_A_REASON,
    ]
