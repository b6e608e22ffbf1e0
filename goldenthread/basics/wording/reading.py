"""What a wording says, and what is not sure about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

KINDS = (
    "exact",
    "month",
    "range",
    "season",
    "relative",
    "recurring",
    "tbc",
    "immediate",
    "ongoing",
    "in_progress",
    "not_started",
    "done",
    "reference",
    "none",
)


@dataclass(frozen=True)
class Question:
    """What a person has to settle: where, what is unsure, and what we would write."""

    where: str
    question: str
    suggestion: str


@dataclass(frozen=True)
class Reading:
    """A wording as read; `text` is kept exactly as printed.

    Attributes:
        kind:        one of `KINDS`.
        earliest:    first day that the wording names; None = not stated or open.
        latest:      last day that the wording names; None = not stated or open.
        precision:   "day", "week", "part of a month", "month", "quarter", "half-year",
                     "season" or "year"; None without a date.
        recurrence:  "quarterly", "every 6 weeks"; with its first day where that is stated.
        offset:      ISO 8601 duration, negative when it looks back. A count of working
                     days has no ISO form and stands as "70 working days".
        due:         the last day by which the thing should be done, by the deadline rules;
                     None where the wording sets none or needs a calendar.
        question:    what is unsure; None when sure.
        relative_to: what an offset is counted from, in the wording's own words, if it says so.
    """

    text: str
    kind: str
    earliest: date | None = None
    latest: date | None = None
    precision: str | None = None
    recurrence: str | None = None
    offset: str | None = None
    due: date | None = None
    question: Question | None = None
    relative_to: str | None = None


@dataclass(frozen=True)
class Doubt:
    """Something unsure that a rule met on its way, with what we would write."""

    what: str
    suggestion: str
