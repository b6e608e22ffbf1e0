"""The history of one thing, as a page shows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from goldenthread.people.models import HistoryLine, HistoryValue, RedactedValue, Redaction, User


@dataclass(frozen=True)
class Change:
    """One field of a line. A value that two people took out is None and named in `removed`."""

    name: str
    before: Any
    after: Any
    removed: Redaction | None


@dataclass(frozen=True)
class Entry:
    """One line of history with its values."""

    number: int
    at: datetime
    by: User
    verb: str
    why: str
    why_removed: Redaction | None
    changes: tuple[Change, ...]


def history_of(thing: Model) -> list[Entry]:
    """What happened to a thing, the newest first; at most four queries, however long it is.

    Whoever may see the thing may see its history: ask `visible_to` for the thing first.
    """
    lines = (
        HistoryLine.objects.of(thing)
        .select_related("by")
        .prefetch_related("values", "redacted__redaction")
    )
    return [_entry(line) for line in reversed(lines)]


def _entry(line: HistoryLine) -> Entry:
    values = {value.key: value for value in line.values.all()}
    removed = {value.key: value for value in line.redacted.all() if _is_gone(value, values)}
    why = values.get("why")
    return Entry(
        number=line.number,
        at=line.at,
        by=line.by,
        verb=line.verb,
        why=why.value if why else "",
        why_removed=removed["why"].redaction if "why" in removed else None,
        changes=tuple(_change(name, values, removed) for name in _names(line)),
    )


def _names(line: HistoryLine) -> list[str]:
    """The fields of a line in the order in which they were recorded, then those taken out."""
    kept = [value.name for value in sorted(line.values.all(), key=lambda value: value.pk)]
    digested = [key.partition(".")[2] for key in sorted(line.digests)]
    return [name for name in dict.fromkeys(kept + digested) if name]


def _is_gone(value: RedactedValue, kept: dict[str, HistoryValue]) -> bool:
    return value.key not in kept and value.redaction.approved_at is not None


def _change(
    name: str, values: dict[str, HistoryValue], removed: dict[str, RedactedValue]
) -> Change:
    before, after = f"before.{name}", f"after.{name}"
    gone = removed.get(before) or removed.get(after)
    return Change(
        name=name,
        before=values[before].value if before in values else None,
        after=values[after].value if after in values else None,
        removed=gone.redaction if gone else None,
    )
