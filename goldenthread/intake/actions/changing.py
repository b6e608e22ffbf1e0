"""Changes of a draft by one person: part of every verb that edits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.intake import changes, proposing
from goldenthread.intake.changes import Change, Draft
from goldenthread.intake.errors import StaleRevision
from goldenthread.intake.models import Edit, Import, Question
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.sources.screening import masked

VERB = "intake.edit"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A change that a person wants.

    Attributes:
        path:         the row or field that they chose.
        do:           gives the changed draft, and leaves the one given as it is.
        mine:         what they want there, for the error.
        may_be_empty: that it changes nothing is no fault, as with an answer that stands there.
    """

    kind: Edit.Kind
    path: str
    do: Callable[[Draft], Draft]
    mine: Any = None
    why: str = ""
    question: Question | None = None
    may_be_empty: bool = False


def change(row: Import, wanted: Wanted, *, by: User, revision: int | None = None) -> Edit:
    """Change the draft of a locked, open import, keep how to take it back, ask anew.

    Args:
        revision: what the person's page showed; None where a question guards itself.

    Raises:
        StaleRevision: somebody changed the same place since that revision.
        NotAllowedNow: the change changes nothing, or the revision is none of this import's.
        CannotChangeDraft: it cannot be done to this draft.
    """
    return change_all(row, [wanted], by=by, revision=revision)[0]


def change_all(
    row: Import, wanted: Sequence[Wanted], *, by: User, revision: int | None = None
) -> list[Edit]:
    """Several changes one after another, each an edit of its own; queries as for one."""
    edits = []
    for one in wanted:
        before, after = row.draft, one.do(row.draft)
        found = changes.difference(before, after)
        was, now = changes.at(before, one.path), changes.at(after, one.path)
        if (not found or was == now) and not one.may_be_empty:
            raise NotAllowedNow(f"{one.path}: This stands there already. Nothing was changed.")
        if revision is not None:
            _stop_if_stale(row, revision, [one.path, *changes.paths(found)], one.mine)
        row.draft, row.revision = after, row.revision + 1
        edits.append(_edit(row, one, by, found, was, now))
    row.save(update_fields=["draft", "revision"])
    made: list[Edit] = Edit.objects.bulk_create(edits, batch_size=200)
    proposing.ask_again(row)
    return made


def undo_change(row: Import, edit: Edit, by: User) -> None:
    """Take one edit back; others since then stay.

    Raises:
        ChangedSince: a later edit stands on it.
    """
    row.draft, row.revision = changes.undone(row.draft, edit.change), row.revision + 1
    row.save(update_fields=["draft", "revision", "inspection"])
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


def _edit(row: Import, wanted: Wanted, by: User, found: Change, was: Any, now: Any) -> Edit:
    return Edit(
        import_of=row,
        number=row.revision,
        kind=wanted.kind,
        path=wanted.path,
        before=was,
        after=now,
        change=found,
        question=wanted.question,
        why=wanted.why.strip(),
        by=by,
    )


def _stop_if_stale(row: Import, revision: int, touched: list[str], mine: Any) -> None:
    if revision > row.revision:
        raise NotAllowedNow(f"{row}: There is no revision {revision} yet. Reload the page.")
    if revision == row.revision:
        return
    since = row.edits.filter(Q(number__gt=revision) | Q(undone_number__gt=revision))
    for edit in since.select_related("by", "undone_by").order_by("-number"):
        theirs = [edit.path, *changes.paths(edit.change)]
        if changes.overlap(touched, theirs) is None:
            continue
        raise StaleRevision(
            path=touched[0],
            mine=mine,
            theirs=changes.at(row.draft, touched[0]),
            who=str(edit.undone_by or edit.by),
            when=timezone.localtime(edit.undone_at or edit.at),
            revision=row.revision,
        )
