"""What a document reports of an action, beside what is worked out; it sets no rung."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.plans import rungs

ON_FILE = "evidence reported on file in the document, not seen here"
IN_PART = "part of the evidence reported on file in the document, not seen here"
NO_EVIDENCE = "no evidence reported"
NO_DAY = "reported completed, without a day"

_INSTEAD = re.compile(
    r"\b(instead|rather|replaced by|superseded|no longer|in place of|within (the )?new)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_ALIKE = 2  # a word in common says little, two speak of one thing


@dataclass(frozen=True)
class Said:
    """One cell of a document, as plain values of `AsReported`."""

    column: str
    claims: str
    text: str = ""
    completed_on: date | None = None
    precision: str = ""
    count: int | None = None
    out_of: int | None = None


@dataclass(frozen=True)
class Reported:
    """What a document reports. `rung` is two at most: nobody here has checked.

    `evidence` is in words, `count` of `out_of` what is said to be done so far.
    """

    rung: int
    words: str
    evidence: str
    completed_on: date | None = None
    precision: str = ""
    count: int | None = None
    out_of: int | None = None

    @property
    def counted(self) -> str:
        """'1 of 14 (7%)'; "" where nothing is counted, or nobody says of how many."""
        if self.count is None or not self.out_of:
            return ""
        return f"{self.count} of {self.out_of} ({self.count / self.out_of:.0%})"


def reported_standing(cells: Sequence[Said], *, wanted: int | None = None) -> Reported:
    """What the cells of one action report, of the version that counts.

    Args:
        wanted: how many a test of the action wants; a count that does not say of how many
                is out of these.
    """
    done = [cell for cell in cells if cell.claims == "completed"]
    dated = next((cell for cell in done if cell.completed_on), None)
    counted = next((cell for cell in cells if cell.count is not None), None)
    told = any(cell.column in ("progress", "update") and cell.text.strip() for cell in cells)
    number = 2 if dated else int(told or bool(done))
    return Reported(
        number,
        NO_DAY if done and not dated else rungs.NAMES[number],
        _evidence(cells),
        dated.completed_on if dated else None,
        dated.precision if dated else "",
        counted.count if counted else None,
        (counted.out_of or wanted) if counted else None,
    )


def _evidence(cells: Sequence[Said]) -> str:
    claims = {cell.claims for cell in cells if cell.column == "evidence"}
    if "full evidence" in claims:
        return ON_FILE
    return IN_PART if "part evidence" in claims else NO_EVIDENCE


def wanted(quantities: Iterable[int | None]) -> int | None:
    """How many an action's tests want; None where none says it or two differ."""
    numbers = {number for number in quantities if number}
    return numbers.pop() if len(numbers) == 1 else None


def tells_of_another(text: str) -> bool:
    """Whether an action's progress says that something else came instead."""
    return bool(_INSTEAD.search(text))


def taking_its_place(text: str, others: Sequence[tuple[str, str]]) -> list[str]:
    """Which other actions may have taken an action's place, the likeliest first.

    Only where the action's own progress says that something else came instead. Proposed, never
    set: a person decides.

    Args:
        others: public id and words (text and progress) of each other action.
    """
    return alike(text, others) if tells_of_another(text) else []


def alike(text: str, others: Sequence[tuple[str, str]]) -> list[str]:
    """Which others speak of the same thing, the likeliest first; arguments as above."""
    own = _words(text)
    shared = {name: len(own & _words(words)) for name, words in others}
    likely = [name for name, number in shared.items() if number >= _ALIKE]
    return sorted(likely, key=lambda name: -shared[name])


def _words(text: str) -> set[str]:
    return {word.casefold().rstrip("s").removesuffix("d") for word in _WORD.findall(text)}
