"""One change of a draft by one person: part of every verb that edits."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.intake import changes, proposing
from goldenthread.intake.changes import Draft
from goldenthread.intake.errors import StaleRevision
from goldenthread.intake.models import Edit, Import, Question
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.sources.screening import masked

VERB = "intake.edit"


def change(
    row: Import,
    *,
    by: User,
    kind: Edit.Kind,
    path: str,
    do: Callable[[Draft], Draft],
    mine: Any = None,
    revision: int | None = None,
    why: str = "",
    question: Question | None = None,
    may_be_empty: bool = False,
) -> Edit:
    """Change the draft of a locked, open import, keep how to take it back, ask anew.

    Args:
        path:     the row or field that the person chose.
        mine:     what they want there, for the error.
        may_be_empty: that it changes nothing is no fault, as with an answer that stands there.
        revision: what their page showed; None where a question is asked by its own state.

    Raises:
        StaleRevision: somebody changed the same place since that revision.
        NotAllowedNow: the change changes nothing, or the revision is none of this import's.
        CannotChangeDraft: it cannot be done to this draft.
    """
    before = row.draft
    after = do(before)
    found = changes.difference(before, after)
    was, now = changes.at(before, path), changes.at(after, path)
    if (not found or was == now) and not may_be_empty:
        raise NotAllowedNow(f"{path}: This stands there already. Nothing was changed.")
    if revision is not None:
        _stop_if_stale(row, revision, [path, *changes.paths(found)], mine)
    row.draft, row.revision = after, row.revision + 1
    row.save(update_fields=["draft", "revision"])
    edit = Edit.objects.create(
        import_of=row,
        number=row.revision,
        kind=kind,
        path=path[:300],
        before=was,
        after=now,
        change=found,
        question=question,
        why=why.strip(),
        by=by,
    )
    proposing.ask_again(row)
    return edit


def undo_change(row: Import, edit: Edit, by: User) -> None:
    """Take one edit back; others since then stay.

    Raises:
        ChangedSince: a later edit stands on it.
    """
    row.draft, row.revision = changes.undone(row.draft, edit.change), row.revision + 1
    row.save(update_fields=["draft", "revision"])
    edit.undone_by, edit.undone_at, edit.undone_number = by, timezone.now(), row.revision
    edit.save(update_fields=["undone_by", "undone_at", "undone_number"])
    proposing.ask_again(row)


def tell(edit: Edit, *, verb: str, by: User) -> None:
    """The history line of an edit, on the import; what people typed is masked."""
    place = {"path": edit.path, "revision": edit.number}
    before = {"value": masked_values(edit.before)} if edit.before is not None else {}
    after = {**place, "value": masked_values(edit.after)}
    record(by=by, verb=verb, thing=edit.import_of, before=before, after=after, why=masked(edit.why))


def masked_values(value: Any) -> Any:
    """A value of a draft with whatever may tell who a child is masked in each text of it."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, list):
        return [masked_values(one) for one in value]
    if isinstance(value, Mapping):
        return {name: masked_values(one) for name, one in value.items()}
    return value


def _stop_if_stale(row: Import, revision: int, touched: list[str], mine: Any) -> None:
    if revision > row.revision:
        raise NotAllowedNow(f"{row}: There is no revision {revision} yet. Reload the page.")
    if revision == row.revision:
        return
    since = row.edits.filter(Q(number__gt=revision) | Q(undone_number__gt=revision))
    for edit in since.select_related("by", "undone_by").order_by("-number"):
        theirs = [edit.path, *changes.paths(edit.change)]
        path = changes.overlap(touched, theirs)
        if path is not None:
            raise StaleRevision(
                path=touched[0],
                mine=mine,
                theirs=changes.at(row.draft, touched[0]),
                who=str(edit.undone_by or edit.by),
                when=timezone.localtime(edit.undone_at or edit.at),
                revision=row.revision,
            )
