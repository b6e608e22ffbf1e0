"""A list of children from elsewhere beside our own: in both, only theirs, only ours, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.reading import Keys
from goldenthread.indicators.kinds import MET, Indicator

BOTH, THEIRS, OURS = "in both", "only theirs", "only ours"
NOT_COUNTED = "not counted"
CHILD = "child"


@dataclass(frozen=True)
class Compared:
    """One child of either list.

    Attributes:
        child:   the keyed hash.
        where:   "in both", "only theirs" or "only ours".
        outcome: what our rule says of the child: the outcome of each case, or "not counted".
        rule:    the words of the rule that decided.
    """

    child: str
    where: str
    outcome: str
    rule: str


def children_of(rows: Iterable[dict[str, str]], keys: Keys) -> set[str]:
    """The children of a list by the column `child`, which holds the council's own numbers.

    Raises:
        UserFacingError: the list has no such column.
    """
    found = set()
    for row in rows:
        named = {str(name).strip().casefold(): value for name, value in row.items()}
        if CHILD not in named:
            raise UserFacingError(
                "The list has no column “child”. Give it one with the case system's numbers."
            )
        if (named[CHILD] or "").strip():
            found.add(keys.child(named[CHILD].strip()))
    return found


def compare(
    indicator: Indicator, theirs: set[str], cases: Sequence[dict[str, Any]]
) -> list[Compared]:
    """Each child that either list has, with what decided; ours are those who met."""
    outcomes: dict[str, list[str]] = {}
    for case in cases:
        outcomes.setdefault(case[CHILD], []).append(case["outcome"])
    ours = {child for child, found in outcomes.items() if MET in found}
    return [_compared(indicator, child, theirs, ours, outcomes) for child in sorted(theirs | ours)]


def _compared(
    indicator: Indicator,
    child: str,
    theirs: set[str],
    ours: set[str],
    outcomes: dict[str, list[str]],
) -> Compared:
    where = BOTH if child in theirs & ours else THEIRS if child in theirs else OURS
    found = outcomes.get(child)
    outcome = ", ".join(sorted(set(found))) if found else NOT_COUNTED
    rule = indicator.numerator if found else f"Counted are: {indicator.denominator}"
    return Compared(child, where, outcome, rule)
