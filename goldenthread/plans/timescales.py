"""What a printed timescale sets as a deadline, and where printed timescales contradict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.days import without_weekday
from goldenthread.basics.wording import Reading, read
from goldenthread.plans.folding import folded


@dataclass(frozen=True)
class Timescale:
    """A reading with the last day in time and how that follows, in words."""

    reading: Reading
    due: date | None
    basis: str


def timescale(
    printed: str,
    *,
    anchor: date | None = None,
    anchor_from: str = "",
    confirmed: date | None = None,
) -> Timescale:
    """Read a printed timescale.

    'Immediately' sets no day, whatever the anchor: the council sets a local date. A day that a
    person confirmed stands before the reading's own.
    """
    reading = read(printed, anchor=anchor)
    if confirmed is not None:
        return Timescale(reading, confirmed, "confirmed by a person")
    due = None if reading.kind == "immediate" else reading.due
    return Timescale(reading, due, _basis(reading, due, anchor, anchor_from))


def _basis(reading: Reading, due: date | None, anchor: date | None, anchor_from: str) -> str:
    if reading.kind == "immediate":
        return "no day: “immediately” needs a local date"
    if due is None:
        return f"cannot be worked out: {_why_none(reading)}"
    if reading.offset and anchor:
        source = f" ({anchor_from})" if anchor_from else ""
        return f"counted from {without_weekday(anchor)}{source}"
    if reading.precision in (None, "day"):
        return "the day as printed"
    return f"the last day of the {reading.precision} as printed"


def _why_none(reading: Reading) -> str:
    if reading.question is not None:
        return reading.question.question
    return "there is no day to count from" if reading.offset else "the wording names no last day"


@dataclass(frozen=True)
class Printed:
    """A timescale of an action in one place of the document: `label` says which action it is."""

    label: str
    text: str
    timescale: str
    anchor: date | None = None


def contradictions(rows: Sequence[Printed]) -> list[list[Printed]]:
    """The places of each action that is printed with different timescales; both are kept.

    One action means the same words, but for case and print.
    """
    alike: dict[str, list[Printed]] = {}
    for row in rows:
        if row.timescale.strip():
            alike.setdefault(folded(row.text), []).append(row)
    return [group for group in alike.values() if len({_days(row) for row in group}) > 1]


def said(group: Sequence[Printed]) -> str:
    """A contradiction in words."""
    places = ", ".join(f"“{row.timescale}” for {row.label}" for row in group)
    return f"One action has different timescales: {places}."


def _days(row: Printed) -> tuple[object, ...]:
    reading = read(row.timescale, anchor=row.anchor)
    if reading.earliest is None and reading.latest is None:
        return (folded(row.timescale),)
    return (reading.earliest, reading.latest)
