"""Whether a figure that changed is revised or restated, by a table of rules; plain values.

Late records within the measure's settling time are a revision: the figure was provisional. A
restatement has a changed rule, a corrected error, or moves a figure that a signed paper quoted
beyond the tolerance: it has an approver, and names every paper, update and answer that quoted
the old figure (J-27).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What became of a figure."""

    UNCHANGED = "unchanged"
    REVISION = "revision"
    RESTATEMENT = "restatement"


class Cause(StrEnum):
    """Why a figure changed; the words are those of `Value.Cause`, and one more."""

    NONE = ""
    PROVISIONAL = "provisional"
    LATE_RECORDING = "late recording"
    CHANGED_RULE = "changed rule"
    CORRECTED_ERROR = "corrected error"
    QUOTED = "quoted figure moved"


@dataclass(frozen=True)
class Quoted:
    """Where the old figure was quoted: a paper, an update or an answer by its name.

    `is_signed`: a signed paper. `as_provisional`: it said there that the figure may change.
    """

    where: str
    is_signed: bool
    as_provisional: bool = False


@dataclass(frozen=True, kw_only=True)
class Change:
    """A figure and what it is now, in the measure's unit.

    Attributes:
        old, new:      the figure that holds and the one that was worked out; new is None where
                       it can no longer be worked out.
        period_to:     the last day of its period.
        known_on:      the day on which the new figure was known.
        settling_days: so long after its period a figure may still move by late records.
        definitions:   the version that the old and the new figure were counted by.
        is_correction: somebody says that the old figure was wrong.
        tolerance:     a quoted figure may move by so much.
        quotes:        where the old figure was quoted.
    """

    old: Decimal
    new: Decimal | None
    period_to: date
    known_on: date
    settling_days: int
    definitions: tuple[int, int]
    is_correction: bool = False
    tolerance: Decimal = Decimal(0)
    quotes: tuple[Quoted, ...] = ()


@dataclass(frozen=True)
class Settled:
    """What a change is, its cause, whether somebody approves it, and where the old one stands."""

    kind: Kind
    cause: Cause
    is_provisional: bool
    needs_approval: bool
    quoted_in: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Rule:
    """When a change is of a kind, with its cause and the words for it."""

    kind: Kind
    cause: Cause
    words: str
    fits: Callable[[Change], bool]


def settled_on(period_to: date, settling_days: int) -> date:
    """The last day on which a figure may still move by late records."""
    return period_to + timedelta(days=settling_days)


def is_provisional(period_to: date, settling_days: int, today: date) -> bool:
    """Whether a figure may still move by late records."""
    return today <= settled_on(period_to, settling_days)


def settle(change: Change) -> Settled:
    """The first rule that fits; the last one always does."""
    rule = next(one for one in RULES if one.fits(change))
    provisional = is_provisional(change.period_to, change.settling_days, change.known_on)
    late = rule.cause == Cause.LATE_RECORDING
    quoted = () if rule.kind == Kind.UNCHANGED else tuple(one.where for one in change.quotes)
    return Settled(
        kind=rule.kind,
        cause=rule.cause,
        is_provisional=provisional,
        needs_approval=late or rule.kind == Kind.RESTATEMENT,
        quoted_in=quoted,
        words=rule.words,
    )


def _moved_quoted(change: Change) -> bool:
    """It moved beyond the tolerance, and a signed paper took the old figure as settled.

    That a paper said that it may change excuses only what becomes known while it settles.
    """
    settles = _settles(change)
    taken = any(one.is_signed and not (settles and one.as_provisional) for one in change.quotes)
    return taken and _beyond(change)


def _beyond(change: Change) -> bool:
    return change.new is None or abs(change.new - change.old) > change.tolerance


def _settles(change: Change) -> bool:
    return is_provisional(change.period_to, change.settling_days, change.known_on)


RULES: tuple[Rule, ...] = (
    Rule(
        Kind.RESTATEMENT, Cause.CHANGED_RULE, "the rule changed",
        lambda change: change.definitions[0] != change.definitions[1],
    ),
    Rule(
        Kind.UNCHANGED, Cause.NONE, "the figure is the same",
        lambda change: change.old == change.new,
    ),
    Rule(
        Kind.RESTATEMENT, Cause.CORRECTED_ERROR, "an error was corrected",
        lambda change: change.is_correction,
    ),
    Rule(
        Kind.RESTATEMENT, Cause.QUOTED, "a figure that a signed paper quoted moved", _moved_quoted
    ),
    Rule(
        Kind.REVISION, Cause.PROVISIONAL, "recorded late, within the settling time", _settles
    ),
    Rule(
        Kind.REVISION, Cause.LATE_RECORDING, "recorded late, after the settling time",
        lambda _: True,
    ),
)  # fmt: skip
