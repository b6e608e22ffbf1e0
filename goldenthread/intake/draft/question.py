"""A question about a draft, and the words for where it stands."""

from dataclasses import dataclass, field
from typing import Any

from goldenthread.documents.layout import Place
from goldenthread.documents.plans.places import said
from goldenthread.intake.draft.form import Row


@dataclass(frozen=True, kw_only=True)
class Question:
    """Something a person should settle; it never blocks.

    Attributes:
        kind:       one of `KINDS`; questions of one kind can be answered alike.
        where:      a path in the draft such as "actions/a40/leads", whose value an answer
                    sets; a row such as "actions/a40", or "" for the whole document, where the
                    answer is none of a field (see `answering`).
        words:      the question as a person reads it.
        suggestion: a value that can be given as the answer; None where there is none.
        key:        names the same question through a second asking.
        rows:       ids of the rows that it is about, in their order.
        place:      where in the document to look.
    """

    kind: str
    where: str
    words: str
    key: str
    suggestion: Any = None
    rows: tuple[str, ...] = ()
    place: dict[str, Any] = field(default_factory=dict)


# All kinds in the order in which they are asked, with the words of their group.
KINDS = {
    "published": "On which day it was published",
    "inspection": "Which inspection it is about",
    "days": "On which days the inspection was",
    "framework": "Under which framework",
    "facts": "Facts of the document",
    "heading": "What a column holds",
    "column": "To which column words belong",
    "cell": "How a cell is to be read",
    "no lead": "Who leads",
    "accountable": "Who of several leads is accountable",
    "same person": "Whether two names are one person",
    "initials": "Whose initials they are",
    "person": "Whether a name is somebody known",
    "new person": "Who somebody is",
    "timescale": "What a timescale means",
    "before inspection": "A date before the inspection",
    "no timescale": "A timescale that is missing",
    "no local date": "A local date for “immediately”",
    "split": "Whether a cell holds two actions",
    "same action": "Whether several rows are one action",
    "nearly same": "Whether two rows say the same",
    "nearly stands": "Whether it stands already",
    "reference": "To what a row refers",
    "label": "A label that does not fit",
    "no item": "An action without an item",
    "test kind": "What a test shows",
    "recommendations": "Whether all recommendations were read",
    "other": "Other questions",
}


def place_of(row: Row, field_name: str = "text") -> dict[str, Any]:
    """Where a field stands in the document, else where its row does; {} where neither is known."""
    places = row["places"]
    found: dict[str, Any] = places.get(field_name) or places.get("text") or places.get("") or {}
    return dict(found or next(iter(places.values()), {}))


def said_place(place: dict[str, Any]) -> str:
    """A place in words, such as "Page 3, table 1, row 41"."""
    known = {name: place[name] for name in Place.__dataclass_fields__ if name in place}
    return said(Place(**known))


def called(row: Row) -> str:
    """A row as a person would look it up: its place, else the beginning of its words."""
    place = place_of(row)
    if place:
        return said_place(place)
    return f"“{str(row.get('text') or row['id'])[:40]}”"
