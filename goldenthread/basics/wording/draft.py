"""A reading in the making: what one composer says, before the question is worded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from goldenthread.basics.wording.ranges import Dated
from goldenthread.basics.wording.reading import Doubt, Question, Reading
from goldenthread.basics.wording.scan import Sight

# The kind that a single date of each unit has when no word opens it.
_KINDS = {"day": "exact", "month": "month", "season": "season", "easter": "season"}
_PRECISION = {"easter": "day"}


@dataclass(frozen=True)
class Draft:
    """The parts of a reading that are known so far, with everything unsure about them."""

    kind: str
    earliest: date | None = None
    latest: date | None = None
    precision: str | None = None
    recurrence: str | None = None
    offset: str | None = None
    due: date | None = None
    relative_to: str | None = None
    doubts: tuple[Doubt, ...] = ()

    def doubted(self, what: str, suggestion: str) -> Draft:
        """The same with one more thing to ask."""
        return replace(self, doubts=(*self.doubts, Doubt(what, suggestion)))

    def reading(self, text: str) -> Reading:
        """The reading with one question that names everything unsure."""
        return Reading(
            text=text,
            kind=self.kind,
            earliest=self.earliest,
            latest=self.latest,
            precision=self.precision,
            recurrence=self.recurrence,
            offset=self.offset,
            due=self.due,
            question=_question(text, self.doubts),
            relative_to=self.relative_to,
        )


def _question(text: str, doubts: tuple[Doubt, ...]) -> Question | None:
    if not doubts:
        return None
    whats = list(dict.fromkeys(doubt.what for doubt in doubts))
    first = "; ".join(whats)
    return Question(f"“{text.strip()}”", first[:1].upper() + first[1:] + ".", doubts[0].suggestion)


def of_dated(dated: Dated) -> Draft:
    """A draft of one date or range, its ends as the governing word leaves them."""
    span = dated.span
    if span.first is None and span.last is None:
        return Draft("none", doubts=span.doubts)
    return Draft(
        _kind(dated),
        span.first,
        span.last,
        _PRECISION.get(span.unit, span.unit),
        due=span.due if span.last else None,
        doubts=span.doubts,
    )


def _kind(dated: Dated) -> str:
    words = dated.govern.split()
    if "event" in words:
        return "relative"
    open_ended = "from" in words or "after" in words or ("not" in words and "before" in words)
    if dated.ranged or open_ended or "during" in words:
        return "range"
    return _KINDS.get(dated.span.unit, "range")


def tokens_between(sight: Sight, start: int, end: int) -> tuple[str, ...]:
    """The words and marks between two places of the wording."""
    return tuple(sight.tape.at(i).text for i in range(start, end))
