"""Reads what a cell of a document claims. A claim sets no state; no table is asked."""

import re
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.wording import find_dates, read
from goldenthread.plans import quantities

NOTHING, NO_EVIDENCE, PART, FULL, COMPLETED = (
    "nothing",
    "no evidence",
    "part evidence",
    "full evidence",
    "completed",
)

_PART = re.compile(r"\bpart(ial(ly)?|ly)?\b", re.IGNORECASE)
_YES = re.compile(r"^\W*(y|yes|on file|filed|✓|✔)\b|^\s*[✓✔]", re.IGNORECASE)
_NO = re.compile(r"^\W*(n|no|none|nil|not yet|outstanding)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?P<be>(not|be|is being|until|unless|when|once|yet to be)\s+)?(completed?|achieved|went live|operational since)\b",
    re.IGNORECASE,
)
_NEAR = 12  # characters between the word and its date: "completed in ", "completed by end of "


@dataclass(frozen=True)
class Claim:
    """What a cell claims.

    Attributes:
        claims:       "nothing" (that a rule reads), "no evidence", "part evidence",
                      "full evidence" or "completed".
        completed_on: the last day of the day or month that is named; None if none is.
        precision:    of that day, as the wording gives it; "" without one.
        count, out_of: how many are said to be done, of how many.
    """

    claims: str
    completed_on: date | None = None
    precision: str = ""
    count: int | None = None
    out_of: int | None = None


def claim(text: str, *, column: str, anchor: date | None = None) -> Claim:
    """What a cell of a column claims, column and anchor as in the plan's draft.

    Only the column of evidence can claim evidence; a date in the column of completion claims
    that it was completed then.
    """
    if column == "evidence":
        return _counted(_evidence(text), text)
    if column == "completed":
        return _date_completed(text, anchor)
    return _counted(_said(text, anchor), text)


def _evidence(text: str) -> Claim:
    if _NO.search(text):
        return Claim(NO_EVIDENCE)
    if not _YES.search(text):
        return Claim(PART if _PART.match(text.strip()) else NOTHING)
    return Claim(PART if _PART.search(text) else FULL)


def _date_completed(text: str, anchor: date | None) -> Claim:
    reading = read(text, anchor=anchor)
    if reading.latest is not None and reading.kind in {"exact", "month", "done", "season"}:
        return Claim(COMPLETED, reading.latest, reading.precision or "")
    return _said(text, anchor)


def _said(text: str, anchor: date | None) -> Claim:
    done = next((found for found in _DONE.finditer(text) if not found["be"]), None)
    if done is None or _NO.search(text):
        return Claim(NOTHING)
    for found in find_dates(text, anchor=anchor):
        if 0 <= found.start - done.end() <= _NEAR and not found.unsure:
            return Claim(COMPLETED, found.latest, found.precision)
    # A sentence that merely holds the word may speak of a part; alone or at its end it is a claim.
    alone = text.strip().rstrip(".").casefold() in {"completed", "complete", "achieved"}
    return Claim(COMPLETED if alone else NOTHING)


def _counted(read_as: Claim, text: str) -> Claim:
    counted = quantities.count(text)
    if counted is None:
        return read_as
    return Claim(
        read_as.claims, read_as.completed_on, read_as.precision, counted.number, counted.out_of
    )
