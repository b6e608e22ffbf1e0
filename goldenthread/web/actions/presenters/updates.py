"""What was said about an action, the newest first, and what happened to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from goldenthread.people.history import history_of
from goldenthread.people.history.reading import Change
from goldenthread.people.models import User
from goldenthread.plans import marks, promising
from goldenthread.plans.models import Action, Update
from goldenthread.web import words

SHOWN = 30  # older ones are a press away


@dataclass(frozen=True, kw_only=True)
class Said:
    """One update as it is printed."""

    pk: int
    text: str
    by: str
    at: datetime
    forecast: str
    blockers: str
    promised: str
    corrected: str = ""
    taken_back: str = ""


@dataclass(frozen=True)
class Told:
    """Updates, the newest first, and how many older ones are not among them."""

    said: Sequence[Said]
    older: int


@dataclass(frozen=True)
class Line:
    """One line of history in words."""

    number: int
    verb: str
    by: str
    at: datetime
    changes: Sequence[str]


def updates_of(action: Action, user: User, *, every: bool = False) -> Told:
    """The updates that a user sees; 'no change' says from the third in a row how often.

    Args:
        every: all of them, however many; else the newest `SHOWN`.
    """
    seen = Update.objects.visible_to(user).filter(action=action)
    in_a_row = _in_a_row(seen)
    newest = sorted(in_a_row, reverse=True)[: None if every else SHOWN]
    rows = (
        Update.objects.filter(pk__in=newest)
        .select_related("by", "for_whom", "correction__by", "taken_back__by")
        .prefetch_related("moves", "milestones")
        .order_by("-pk")
    )
    return Told([_shown(row, in_a_row[row.pk]) for row in rows], len(in_a_row) - len(newest))


def _in_a_row(rows: "QuerySet[Update]") -> dict[int, int]:
    """Of each update how many 'no change' stand together up to it; what was taken back is none."""
    told: Any = rows.order_by("pk").values_list("pk", "kind", "taken_back")
    found, times = {}, 0
    for pk, kind, taken_back in told:
        if taken_back is None:
            times = times + 1 if kind == Update.Kind.NO_CHANGE else 0
        found[pk] = times if taken_back is None else 0
    return found


def _shown(row: Update, in_a_row: int) -> Said:
    taken_back = _taken_back(row)
    said = _said(row, in_a_row)
    return replace(said, promised="", taken_back=taken_back) if taken_back else said


def _said(row: Update, in_a_row: int) -> Said:
    text = row.text
    if in_a_row:
        text = marks.no_change_words(in_a_row)
        text = text[0].upper() + text[1:]
    return Said(
        pk=row.pk,
        text=text,
        by=f"{row.for_whom}, entered by {row.by}" if row.for_whom else str(row.by),
        at=row.at,
        forecast=", ".join(words.day(move.to) for move in row.moves.all()),
        blockers=row.blockers,
        promised=_promised(row),
        corrected=_corrected(row),
    )


def _taken_back(row: Update) -> str:
    """When it was taken back; empty for one that stands."""
    found = getattr(row, "taken_back", None)
    return (
        f"Taken back by {found.by}, {words.moment(found.at)}: it counts no longer." if found else ""
    )


def _corrected(row: Update) -> str:
    """What whoever it was entered for said instead, and when; empty where they said nothing."""
    said = getattr(row, "correction", None)
    return f"{said.by}, {words.moment(said.at)}: {said.text}" if said else ""


def _promised(row: Update) -> str:
    """The day that a length of time in it gives, until somebody has made a milestone of it."""
    found = promising.promised(row.text, row.said_on)
    if found is None or row.milestones.all():
        return ""
    return f"“{found.printed}”: {words.day(found.due)}"


def history(action: Action) -> list[Line]:
    """What happened to an action, the newest first."""
    return [
        Line(
            number=entry.number,
            verb=entry.verb[0].upper() + entry.verb[1:],
            by=str(entry.by),
            at=entry.at,
            changes=[
                *([f"Why: {entry.why}"] if entry.why else []),
                *(_change(one.name, one.before, one.after) for one in entry.changes if _tells(one)),
            ],
        )
        for entry in history_of(action)
    ]


def _tells(change: Change) -> bool:
    """Whether a change says something to people: no key of a row, and not from nothing to nothing."""
    empty = all(value in (None, "", {}, []) for value in (change.before, change.after))
    return change.removed is None and change.name != "update" and not empty


def _change(name: str, before: object, after: object) -> str:
    label = name.replace("_", " ")
    if before in (None, "", {}, []):
        return f"{label}: {after}"
    return f"{label}: {before} → {after}"


def newer(action: Action, seen: int, user: User) -> list[Line]:
    """What others did since the page that somebody looks at was made."""
    found = history_of(action)
    theirs = {entry.number for entry in found if entry.number > seen and entry.by != user}
    return [line for line in history(action) if line.number in theirs] if theirs else []
