"""An import that is over: what it made, who confirmed or undid it, and what can follow."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.intake.models import Created, Import
from goldenthread.people.models import User
from goldenthread.people.permissions import may
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Count, Table, Tag
from goldenthread.web.imports.presenters.listing import tag

STATE = Import.State
# What a kind of created row is called, one and many, in the order in which it is told.
MADE = {
    "plan": ("plan", "plans"),
    "version": ("version of the plan", "versions of the plan"),
    "item": ("item", "items"),
    "action": ("action", "actions"),
    "inspection": ("inspection", "inspections"),
    "judgement": ("judgement", "judgements"),
    "finding": ("paragraph", "paragraphs"),
    "recommendation": ("recommendation", "recommendations"),
    "to settle": ("question to settle", "questions to settle"),
}
LISTED = 200


@dataclass(frozen=True, kw_only=True)
class Over:
    """The page of an import on which nothing is edited any more, or not yet."""

    pk: int
    tag: Tag
    says: Sequence[str]
    counts: Sequence[Count]
    table: Table | None
    can_undo: bool
    can_read_again: bool
    can_name_headings: bool
    can_discard: bool


def over_of(import_: Import, created: Sequence[Created], *, by: User) -> Over:
    """What is said of an import in a state in which it is not edited."""
    may_undo = may(by, "intake.undo", import_.authority)
    may_read = may(by, "intake.upload", import_.authority)
    failed = import_.state == STATE.FAILED or import_.has_stopped
    return Over(
        pk=import_.pk,
        tag=tag(import_),
        says=_says(import_),
        counts=_counts(created),
        table=_table(created),
        can_undo=may_undo and import_.state == STATE.CONFIRMED,
        can_read_again=may_read and failed and import_.upload is not None,
        can_name_headings=may_read and import_.state == STATE.NOT_RECOGNISED,
        can_discard=may_undo and import_.state in {STATE.NOT_RECOGNISED, STATE.FAILED},
    )


def created_of(import_: Import) -> Sequence[Created]:
    """What the last confirming made; an earlier one that was undone left rows of its own."""
    if import_.confirmed_at is None:
        return []
    return list(import_.created.filter(made_at__gte=import_.confirmed_at).order_by("kind", "row"))


def made_in_words(import_: Import) -> str:
    """What a confirmed import made: '1 plan, 19 items and 68 actions created.'"""
    numbers = _numbers([one.kind for one in created_of(import_)])
    made = [f"{words.number(n)} {_called(kind, n)}" for kind, n in numbers.items()]
    if not made:
        return "kept with the document."
    return f"{', '.join(made[:-1])} and {made[-1]} created." if made[1:] else f"{made[0]} created."


def _says(import_: Import) -> list[str]:
    said = [import_.message] if import_.message else []
    if import_.has_stopped:
        said.append(
            "Reading stopped before it was finished. Have it read again; if it stops again, "
            "tell your technician."
        )
    if import_.confirmed_at is not None:
        who, when = import_.confirmed_by, words.moment(import_.confirmed_at)
        said.append(f"Confirmed by {who} on {when}.")
    if import_.closed_at is not None:
        state = import_.get_state_display()
        who, when = import_.closed_by, words.moment(import_.closed_at)
        why = f" {import_.closed_why}" if import_.closed_why else ""
        said.append(f"{state} by {who} on {when}.{why}")
    return said


def _counts(created: Sequence[Created]) -> list[Count]:
    numbers = _numbers([one.kind for one in created])
    return [Count(number=n, label=_called(kind, n)) for kind, n in numbers.items()]


def _numbers(kinds: Sequence[str]) -> dict[str, int]:
    """How many of each kind, in the order of `MADE`; the version goes without saying."""
    order = [*MADE, *sorted(set(kinds) - MADE.keys())]
    return {kind: kinds.count(kind) for kind in order if kind in kinds and kind != "version"}


def _called(kind: str, number: int) -> str:
    one, many = MADE.get(kind, (kind, f"{kind}s"))
    return one if number == 1 else many


def _table(created: Sequence[Created]) -> Table | None:
    named = [one for one in created if one.public_id][:LISTED]
    if not named:
        return None
    columns = (Column(heading="Kept as"), Column(heading="What"))
    rows = [[Cell(one.public_id), Cell(_called(one.kind, 1))] for one in named]
    return Table(caption="What was created", columns=columns, rows=rows)
