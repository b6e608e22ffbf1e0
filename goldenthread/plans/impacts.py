"""Whether what is said of an action's impact rests on figures that hold. No table is asked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

RISE, FALL = "rise", "fall"
NO_CHANGE, IMPROVED, WORSE, SUSTAINED = (
    "measured: no change",
    "measured: improved",
    "measured: worse",
    "sustained",
)
COMPARED = (NO_CHANGE, IMPROVED, WORSE)
MEASURED = (*COMPARED, SUSTAINED)
BETTER = (IMPROVED, SUSTAINED)


@dataclass(frozen=True, kw_only=True)
class ImpactFacts:
    """What is said of an impact, and the figures that it rests on, as they are now.

    Attributes:
        number:          the figure as it was when the impact was said.
        figure, before:  the figure that it rests on and the one it is compared with; None
                         where there is none, or where it is not approved or was revised.
        expected:        the directions in which the standing links expect the measure to go.
        tells_until:     the last day that the figure tells of.
        completed_on:    when the action was done; None while it is not.
        alike:           the figure before is an earlier one of the same measure and part; the
                         target that was met is of the figure's measure, team and group.
    """

    state: str
    number: Decimal | None = None
    figure: Decimal | None = None
    before: Decimal | None = None
    expected: Collection[str] = ()
    tells_until: date | None = None
    completed_on: date | None = None
    alike: bool = True


def holds(facts: ImpactFacts) -> bool:
    """Whether a measured impact rests on an approved figure of a measure tied to the action.

    'Improved' holds only while the figure it is compared with is approved too, and differs
    in an expected direction. Neither it nor 'sustained' ends on a figure from before the
    action was done.
    """
    if facts.state not in MEASURED or facts.figure is None or facts.figure != facts.number:
        return False
    if not facts.expected:
        return False
    if facts.state in BETTER and not (facts.alike and _since_completion(facts)):
        return False
    if facts.state != IMPROVED:
        return True
    return facts.before is not None and any(
        moved(facts.before, facts.figure) == direction for direction in facts.expected
    )


def _since_completion(facts: ImpactFacts) -> bool:
    done, until = facts.completed_on, facts.tells_until
    return done is None or (until is not None and until >= done)


def moved(before: Decimal, figure: Decimal) -> str:
    """Which way a figure went: rise, fall, or "" where it did not move."""
    if figure == before:
        return ""
    return RISE if figure > before else FALL


def opposite(direction: str) -> str:
    return FALL if direction == RISE else RISE
