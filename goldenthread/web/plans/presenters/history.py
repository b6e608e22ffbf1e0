"""The history of a record as it stands at the foot of its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from goldenthread.people.history import Entry

REMOVED = "taken out by two people"


@dataclass(frozen=True)
class Line:
    """What was done, by whom and why, with its changes in words."""

    words: str
    by: str
    at: datetime
    why: str
    changes: Sequence[str]


def lines_of(entries: Sequence[Entry]) -> list[Line]:
    """The lines, the newest first."""
    return [_line(entry) for entry in entries]


def _line(entry: Entry) -> Line:
    changes = [
        f"{change.name.replace('_', ' ')}: {_value(change.before)} → {_value(change.after)}"
        if change.removed is None
        else f"{change.name.replace('_', ' ')}: {REMOVED}"
        for change in entry.changes
    ]
    why = REMOVED if entry.why_removed else entry.why
    return Line(entry.verb, str(entry.by), entry.at, why, changes)


def _value(value: Any) -> str:
    return "nothing" if value in (None, "", [], {}) else str(value)
