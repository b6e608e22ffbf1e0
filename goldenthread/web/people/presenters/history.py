"""Lines of history in words: at the foot of a record, in the list, and one alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from goldenthread.people.history import Change, Entry, history_of
from goldenthread.web import words
from goldenthread.web.people.place import Place

LONGEST = 200
GONE = "taken out by two people"
NOTHING: Sequence[Any] = (None, "", [], {})


@dataclass(frozen=True, kw_only=True)
class Line:
    """What somebody did, when and why, and what it changed."""

    number: int
    href: str
    text: str
    why: str
    changes: Sequence[str]


def lines_of(place: Place, *things: Model) -> list[Line]:
    """The history of the things together, the newest first; ask who may see them before.

    Each line leads to its own page, where a colleague can ask for a redaction.
    """
    entries = [entry for thing in things for entry in history_of(thing)]
    return [_line(place, one) for one in sorted(entries, key=lambda one: -one.number)]


def _line(place: Place, entry: Entry) -> Line:
    return Line(
        number=entry.number,
        href=place.to("line", entry.number),
        text=f"{words.moment(entry.at)}, {entry.by}: {entry.verb}",
        why=GONE if entry.why_removed else str(entry.why or ""),
        changes=[_changed(change) for change in entry.changes],
    )


def _changed(change: Change) -> str:
    name = change.name.replace("_", " ")
    if change.removed:
        return f"{name}: {GONE}"
    if change.before in NOTHING:
        return f"{name}: {shortened(change.after)}"
    return f"{name}: {shortened(change.before)} → {shortened(change.after)}"


def shortened(value: Any) -> str:
    """A value of history in at most a few lines."""
    text = "nothing" if value in NOTHING else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
