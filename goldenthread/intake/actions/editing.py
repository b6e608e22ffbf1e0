"""Editing a proposal: values, rows, and each edit undone alone."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.intake.actions.changing import (
    VERB,
    Wanted,
    change,
    masked_values,
    tell,
    undo_change,
)
from goldenthread.intake.draft import editing, rows
from goldenthread.intake.draft.form import row_of
from goldenthread.intake.models import Edit, Import, Question
from goldenthread.intake.rows import open_one
from goldenthread.people.history import record
from goldenthread.people.models import User

KIND = Edit.Kind
# Its answer is no value of the draft: the report that a plan answers.
WHICH_REPORT = "inspection"


@transaction.atomic
def edit(*, import_: Import, path: str, value: Any, by: User, revision: int) -> Edit:
    """Change one value of the draft; what was read stays beside it.

    Args:
        path:     such as "actions/a40/leads" or "published".
        revision: the revision that the person saw. A later change of another place stands
                  beside this one; a later change of the same place refuses it.

    Raises:
        StaleRevision:     somebody changed the same place since; it holds both versions.
        CannotChangeDraft: there is no such place, or the value is of another kind.
        NotAllowed, NotAllowedNow: see `rows.open_one`.
    """
    row = open_one(import_, by, VERB)
    made = change(
        row,
        Wanted(
            kind=KIND.SET,
            path=path,
            do=lambda draft: editing.set_value(draft, path, value)[0],
            mine=value,
        ),
        by=by,
        revision=revision,
    )
    tell(made, verb="edited", by=by)
    return made


def set_published(*, import_: Import, day: date, by: User, revision: int) -> Edit:
    """Enter the day of publication, which old reports do not print; errors as for `edit`."""
    return edit(import_=import_, path="published", value=day.isoformat(), by=by, revision=revision)


@transaction.atomic
def split_row(
    *,
    import_: Import,
    row: str,
    parts: Sequence[str | Mapping[str, Any]],
    by: User,
    revision: int,
) -> Edit:
    """Part a row in two or more, such as a cell that holds two actions; the row stays as read.

    Args:
        row:   its id, such as "a40".
        parts: for each new row its words, or the values that differ.

    Raises: as for `edit`.
    """
    held = open_one(import_, by, VERB)
    made = change(
        held,
        Wanted(
            kind=KIND.SPLIT,
            path=_path(held, row),
            do=lambda draft: rows.split(draft, row, parts),
            mine=list(parts),
        ),
        by=by,
        revision=revision,
    )
    tell(made, verb="split", by=by)
    return made


@transaction.atomic
def join_rows(*, import_: Import, chosen: Sequence[str], by: User, revision: int) -> Edit:
    """Make one row of several, at the place of the first; errors as for `edit`."""
    held = open_one(import_, by, VERB)
    if not chosen:
        raise NotAllowedNow("Choose the rows to join. Nothing was changed.")
    made = change(
        held,
        Wanted(
            kind=KIND.JOIN,
            path=_path(held, chosen[0]),
            do=lambda draft: rows.join(draft, chosen),
            mine=list(chosen),
        ),
        by=by,
        revision=revision,
    )
    tell(made, verb="joined", by=by)
    return made


@transaction.atomic
def refuse_row(*, import_: Import, row: str, why: str, by: User, revision: int) -> Edit:
    """Leave a row out, with a reason; it stays listed and counted. Errors as for `edit`."""
    held = open_one(import_, by, VERB)
    made = change(
        held,
        Wanted(
            kind=KIND.REFUSE,
            path=_path(held, row),
            do=lambda draft: rows.refuse(draft, row, why),
            mine=why,
            why=why,
        ),
        by=by,
        revision=revision,
    )
    tell(made, verb="refused", by=by)
    return made


@transaction.atomic
def accept_row(*, import_: Import, row: str, by: User, revision: int, why: str = "") -> Edit:
    """Take a refused row back; errors as for `edit`."""
    held = open_one(import_, by, VERB)
    made = change(
        held,
        Wanted(
            kind=KIND.ACCEPT,
            path=_path(held, row),
            do=lambda draft: rows.accept(draft, row),
            mine=why,
            why=why,
        ),
        by=by,
        revision=revision,
    )
    tell(made, verb="accepted", by=by)
    return made


@transaction.atomic
def add_row(
    *,
    import_: Import,
    kind: str,
    values: Mapping[str, Any],
    by: User,
    after: str | None = None,
) -> Edit:
    """Add a row that was not read, such as a missed recommendation; errors as for `edit`.

    It stands in nobody's way, so no revision is asked for.

    Args:
        kind:   the list, such as "recommendations".
        after:  the id of the row that it follows.
    """
    held = open_one(import_, by, VERB)
    made = change(
        held,
        Wanted(
            kind=KIND.ADD,
            path=kind,
            do=lambda draft: rows.add(draft, kind, values, after=after),
            mine=dict(values),
        ),
        by=by,
    )
    tell(made, verb="added", by=by)
    return made


@transaction.atomic
def undo_edit(*, edit: Edit, by: User) -> Edit:
    """Take one edit or answer back, whichever it was; later ones stay.

    Raises:
        ChangedSince:  a later edit stands on it.
        NotAllowedNow: it was undone already, or the import is confirmed or gone.
        NotAllowed:    `by` may not edit imports of the authority.
    """
    row = open_one(edit.import_of, by, VERB)
    held: Edit = row.edits.select_related("question").get(pk=edit.pk)
    if held.undone_at is not None:
        raise NotAllowedNow(f"{held}: This was undone already. Nothing was changed.")
    _open_again(row, held)
    undo_change(row, held, by)
    after = {"path": held.path, "value": masked_values(held.before)}
    before = {"value": masked_values(held.after)}
    record(by=by, verb="undid an edit", thing=row, before=before, after=after)
    return held


def _open_again(row: Import, edit: Edit) -> None:
    """The question that an edit answered is open again."""
    question = edit.question
    if question is None:
        return
    if question.kind == WHICH_REPORT:
        row.inspection = None
    question.state, question.answer = Question.State.OPEN, None
    question.answered_by = question.answered_at = None
    question.save()


def _path(row: Import, row_id: str) -> str:
    found = row_of(row.draft, row_id)
    return f"{found[0]}/{row_id}" if found else row_id
