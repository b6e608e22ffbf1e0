"""Cases that inspectors referred back, added up: nothing of a single child (A-19)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

HIDDEN = "1 to 5, not shown"
SMALL = range(1, 6)


@dataclass(frozen=True)
class Referred:
    """One case as the sums ask of it."""

    referred_on: date
    responded_on: date | None
    outcome: str = ""


@dataclass(frozen=True)
class Sums:
    """How many were referred back, answered on the same day, later, not yet; and by outcome."""

    total: int
    same_day: int
    later: int
    waiting: int
    outcomes: dict[str, int]


def sums(cases: Iterable[Referred]) -> Sums:
    """Add the cases up; one without a response is waiting, never in time."""
    rows = list(cases)
    answered = [one for one in rows if one.responded_on]
    same_day = sum(one.responded_on == one.referred_on for one in answered)
    return Sums(
        total=len(rows),
        same_day=same_day,
        later=len(answered) - same_day,
        waiting=len(rows) - len(answered),
        outcomes=dict(Counter(one.outcome for one in rows if one.outcome)),
    )


def for_the_public(found: Sums) -> dict[str, int | str]:
    """Total, same day, later and waiting; where any is 1 to 5, only a total over 5 is left.

    Hiding one part alone would let it be worked out from the others.
    """
    parts = {"same day": found.same_day, "later": found.later, "waiting": found.waiting}
    total = HIDDEN if found.total in SMALL else found.total
    if any(count in SMALL for count in parts.values()):
        return {"total": total, **dict.fromkeys(parts, HIDDEN)}
    return {"total": total, **parts}
