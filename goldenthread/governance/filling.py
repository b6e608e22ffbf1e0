"""What the reading of a question's document says, as the parts of a draft answer; plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from goldenthread.governance.figures import Better, Told

# Kinds of the reading that are no count or share of anything: lengths, limits, what is aimed at.
LIMITS = frozenset({"threshold", "duration", "target"})
# By the words with which an answer says that its own figure is not good enough.
TOO_MUCH, TOO_LITTLE = ("high", "many", "below", "long", "slow"), ("low", "few")


@dataclass(frozen=True, kw_only=True)
class ReadFigure:
    """A figure as read; `within` is the place, in the same list, of the one that holds it."""

    told: Told
    printed: str
    within: int | None = None


@dataclass(frozen=True)
class Promised:
    """A commitment as read: its words, the day as printed, and the day where it is one."""

    text: str
    printed_day: str
    due_on: date | None


@dataclass(frozen=True)
class Reading:
    """An answer as read, with its parts in order."""

    text: str
    answers_for: str
    figures: tuple[ReadFigure, ...]
    promised: tuple[Promised, ...]
    expected: tuple[str, ...]


def reading_of(proposal: Mapping[str, Any], exchange: int = 0) -> Reading:
    """The parts of one exchange of a paper.

    Args:
        proposal: as `goldenthread read` gives it, of the kind "question".
        exchange: which question of the paper, from 0.
    """
    head = proposal["exchanges"][exchange]
    places = [n for n, one in enumerate(proposal["figures"]) if one["exchange"] == exchange]
    return Reading(
        text=head["answer"],
        answers_for=head["answered_by"] or head["asked_of"] or "",
        figures=tuple(_figure(proposal["figures"][n], places) for n in places),
        promised=tuple(map(_promised, _of(proposal["commitments"], exchange))),
        expected=tuple(map(_foretold, _of(proposal["expected"], exchange))),
    )


def _of(rows: Sequence[Mapping[str, Any]], exchange: int) -> list[Mapping[str, Any]]:
    return [one for one in rows if one["exchange"] == exchange]


def _figure(one: Mapping[str, Any], places: Sequence[int]) -> ReadFigure:
    value, whole, at_least = one["value"], one["denominator"], one["at_least"]
    return ReadFigure(
        told=Told(
            name=one["name"],
            value=None if value is None else Decimal(str(value)),
            unit=one["unit"] or "",
            numerator=at_least,
            denominator=None if whole is None else int(whole),
            at_least=at_least is not None,
            as_at=_day(one["as_at"]),
            better=_better(one["polarity"]),
            adverse=(one["polarity"] or {}).get("sense") == "adverse",
            limit=one["kind"] in LIMITS,
        ),
        printed=one["text"],
        within=places.index(one["nested_in"]) if one["nested_in"] in places else None,
    )


def _better(polarity: Mapping[str, str] | None) -> Better:
    """Which way is better, where the answer says what is wrong: "too high" means lower."""
    if polarity is None or polarity["sense"] != "adverse":
        return ""
    said = polarity["words"].lower().split()
    if any(word in said for word in TOO_MUCH):
        return "lower"
    return "higher" if any(word in said for word in TOO_LITTLE) else ""


def _promised(one: Mapping[str, Any]) -> Promised:
    deadline = one["deadline"] or {}
    return Promised(one["text"], deadline.get("text") or "", _day(deadline.get("due")))


def _foretold(one: Mapping[str, Any]) -> str:
    return "\n".join([one["text"], *one["points"]])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
