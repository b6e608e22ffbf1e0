"""Officers' date and timescale wordings, read by a small grammar that asks where it is not sure."""

from goldenthread.basics.wording.embedded import Found, find_dates
from goldenthread.basics.wording.inspection import before_inspection
from goldenthread.basics.wording.read import read
from goldenthread.basics.wording.reading import Question, Reading
from goldenthread.basics.wording.recurrence import (
    Occurrence,
    Roll,
    every,
    frequency_of,
    occurrences,
)

__all__ = [
    "Found",
    "Occurrence",
    "Question",
    "Reading",
    "Roll",
    "before_inspection",
    "every",
    "find_dates",
    "frequency_of",
    "occurrences",
    "read",
]
