"""The history of a record in words, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from goldenthread.people.history import Change, Entry, history_of
from goldenthread.web import words

LONGEST = 200


@dataclass(frozen=True)
class Line:
    """What somebody did, when and why, and what it changed."""

    text: str
    why: str
    changes: Sequence[str]


def lines_of(*things: Model | None) -> list[Line]:
    """The history of the things together; ask `visible_to` for each of them first."""
    entries = [entry for thing in things if thing is not None for entry in history_of(thing)]
    return [_line(one) for one in sorted(entries, key=lambda one: one.number, reverse=True)]


def _line(entry: Entry) -> Line:
    why = "taken out by two people" if entry.why_removed else entry.why
    return Line(
        text=f"{words.moment(entry.at)}, {entry.by}: {entry.verb}",
        why=str(why or ""),
        changes=[_changed(change) for change in entry.changes],
    )


def _changed(change: Change) -> str:
    name = change.name.replace("_", " ")
    if change.removed:
        return f"{name}: taken out by two people"
    if change.before in (None, "", {}, []):
        return f"{name}: {_short(change.after)}"
    return f"{name}: {_short(change.before)} → {_short(change.after)}"


def _short(value: Any) -> str:
    text = "nothing" if value in (None, "", {}, []) else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
