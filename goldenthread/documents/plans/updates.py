"""Progress notes under the dates that stand at the start of their lines."""

import re
from typing import TypedDict

from goldenthread.documents.plans.headings import MONTH

_DAY = r"\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d"
_WORDS = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTH}\s+(?:20)?\d\d(?!\d)"
_STAMP = re.compile(
    rf"(?:update\s*[:–—-]?\s*)?(?P<date>{_DAY}|{_WORDS})(?:\s+update)?\s*(?P<mark>[:–—-])?\s*",
    re.IGNORECASE,
)


class Update(TypedDict):
    """A dated note; `date` as printed, None where the heading and the text print none."""

    date: str | None
    text: str


def at_line_starts(text: str) -> list[Update]:
    """The notes of a progress cell, one for each date that begins a line; [] without any.

    What stands before the first date is a note without a date. The cell itself is kept
    beside them as it is.
    """
    notes: list[Update] = []
    for line in text.split("\n"):
        found = _STAMP.match(line)
        if found:
            notes.append({"date": found["date"], "text": line[found.end() :].strip()})
        elif notes:
            notes[-1]["text"] = "\n".join(t for t in (notes[-1]["text"], line) if t)
        else:
            notes.append({"date": None, "text": line})
    return notes if any(note["date"] for note in notes) else []
