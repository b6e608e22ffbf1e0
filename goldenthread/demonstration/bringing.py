"""Brings the demonstration's documents in by the functions behind `goldenthread import`."""

from collections.abc import Callable, Mapping
from typing import Any

from goldenthread.basics.errors import UserFacingError
from goldenthread.demonstration.council import Council
from goldenthread.intake import actions, linking
from goldenthread.intake.models import Import

# A step that a person takes on the proposal before it is confirmed.
Settle = Callable[[Import], None]
OFFICER = "Ines Hartley"


def propose(council: Council, name: str, content: bytes) -> Import:
    """Store a document and read it; nobody has confirmed it yet.

    Raises:
        UserFacingError: it was not read as a document that we know.
    """
    by = council[OFFICER]
    [row] = actions.upload_files(
        authority=council.authority, files=[(name, content)], by=by, queue=False
    )
    row = actions.read_now(import_=row, by=by)
    if row.state != Import.State.PROPOSED:
        raise UserFacingError(f"{name}: {row.message or row.get_state_display()}")
    return row


def bring_in(
    council: Council,
    name: str,
    content: bytes,
    *,
    answers: Mapping[str, Any] | None = None,
    settle: Settle | None = None,
) -> Import:
    """Store a document, read it, answer what can be answered, and confirm it.

    Args:
        answers: to the questions of these kinds, where they are asked.
        settle:  what else an officer does before confirming.

    Raises:
        UserFacingError: it was not read as what it is, or cannot be confirmed.
    """
    by = council[OFFICER]
    row = propose(council, name, content)
    for kind, value in (answers or {}).items():
        for question in row.questions.open().filter(kind=kind):
            actions.answer(question=question, value=value, by=by)
    row.refresh_from_db()
    if settle is not None:
        settle(row)
        row.refresh_from_db()
    _tie_to_report(row, council)
    return actions.confirm(import_=row, by=by)


def _tie_to_report(row: Import, council: Council) -> None:
    if row.kind != "plan" or row.inspection is not None:
        return
    report, _ = linking.likeliest(row.draft, row.authority)
    if report is not None:
        actions.choose_inspection(import_=row, inspection=report, by=council[OFFICER])
