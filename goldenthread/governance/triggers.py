"""Triggers that freeze approved minutes, and what was taken from them, on either database."""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.people import guarding
from goldenthread.people.guarding import Trigger

FROZEN = "Approved minutes are not changed. Correct them by a decision of a later meeting."
GIVEN = "An answer that was given is not changed. Write another beside it."
REFUSAL = "An extract of a minute that is evidence stays as it was taken."
# Extracts are only added to; minutes may be changed until they are approved.
KEPT = ("governance_extract",)
MEETING = "(SELECT m.state FROM governance_meeting m WHERE m.id = {}) = 'approved'"
OF_ITEM = (
    "(SELECT m.state FROM governance_agendaitem i JOIN governance_meeting m"
    " ON m.id = i.meeting_id WHERE i.id = {}) = 'approved'"
)
OF_DECISION = (
    "(SELECT m.state FROM governance_decision d"
    " JOIN governance_agendaitem i ON i.id = d.item_id"
    " JOIN governance_meeting m ON m.id = i.meeting_id WHERE d.id = {}) = 'approved'"
)
OF_ANSWER = "(SELECT a.answered_at FROM governance_answer a WHERE a.id = {}) IS NOT NULL"
IS_ANSWERED = (
    "EXISTS (SELECT 1 FROM governance_answer a"
    " WHERE a.question_id = OLD.id AND a.answered_at IS NOT NULL)"
)
# What belongs to an answer, and the columns that are part of it; None is all. A promise becomes a
# next step, and an expectation is marked, after the answer was given.
ANSWERED: dict[str, str | None] = {
    "governance_figure": None,
    "governance_commitment": "answer_id, number, text, printed_day, due_on",
    "governance_expectation": "answer_id, number, text",
}
# How each table finds its meeting, and the columns that are part of the minutes; None is all.
# A resolution or next step is followed after its minutes were approved, so only its words stay.
PARTS = {
    "governance_agendaitem": (MEETING, "meeting_id", None),
    "governance_attendance": (MEETING, "meeting_id", None),
    "governance_decision": (OF_ITEM, "item_id", None),
    "governance_resolution": (OF_DECISION, "decision_id", "decision_id, number, text"),
    "governance_nextstep": (OF_ITEM, "item_id", "item_id, text"),
}


def create(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place; one whose table is still to be made by a migration waits."""
    drop(connection)
    tables = set(connection.introspection.table_names())
    if "governance_meeting" not in tables:
        return
    wanted = [one for one in _wanted(connection) if one.table in tables]
    guarding.put(connection, wanted, kept=tables & set(KEPT))


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
        *_frozen(),
        *_given(),
    ]


def _given() -> list[Trigger]:
    """An answer with its parts stays as it was given; so does the question that was answered."""
    answer, question = "governance_answer", "governance_question"
    words = "UPDATE OF forum_id, asked_by, asked_of, asked_on, text"
    made = [
        Trigger(
            f"{answer}_given_{event.lower()}", answer, event, GIVEN, "OLD.answered_at IS NOT NULL"
        )
        for event in ("UPDATE", "DELETE")
    ]
    made.append(Trigger(f"{question}_given_update", question, words, GIVEN, IS_ANSWERED))
    for table, columns in ANSWERED.items():
        made += _of_part(table, columns, GIVEN, OF_ANSWER, "answer_id")
    return made


def _of_part(
    table: str, columns: str | None, words: str, path: str, column: str
) -> Iterator[Trigger]:
    update = f"UPDATE OF {columns}" if columns else "UPDATE"
    for event, row in (("INSERT", "NEW"), (update, "OLD"), ("DELETE", "OLD")):
        name = f"{table}_frozen_{event.split()[0].lower()}"
        yield Trigger(name, table, event, words, path.format(f"{row}.{column}"))


def _frozen() -> list[Trigger]:
    meeting = "governance_meeting"
    made = [
        Trigger(f"{meeting}_frozen_{event.lower()}", meeting, event, FROZEN, "OLD.state='approved'")
        for event in ("UPDATE", "DELETE")
    ]
    for table, (path, column, columns) in PARTS.items():
        made += _of_part(table, columns, FROZEN, path, column)
    return made
