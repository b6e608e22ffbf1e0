"""Whether what is said of an action's impact rests on figures that hold. No table is asked."""

from collections.abc import Collection
from dataclasses import dataclass
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


@dataclass(frozen=True, kw_only=True)
class ImpactFacts:
    """What is said of an impact, and the figures that it rests on, as they are now.

    Attributes:
        number:          the figure as it was when the impact was said.
        figure, before:  the figure that it rests on and the one it is compared with; None
                         where there is none, or where it is not approved or was revised.
        expected:        the directions in which the standing links expect the measure to go.
    """

    state: str
    number: Decimal | None = None
    figure: Decimal | None = None
    before: Decimal | None = None
    expected: Collection[str] = ()


def holds(facts: ImpactFacts) -> bool:
    """Whether a measured impact rests on an approved figure of a measure tied to the action.

    'Improved' holds only while the figure it is compared with is approved too, and differs
    in an expected direction.
    """
    if facts.state not in MEASURED or facts.figure is None or facts.figure != facts.number:
        return False
    if not facts.expected or facts.state != IMPROVED:
        return bool(facts.expected)
    return facts.before is not None and any(
        moved(facts.before, facts.figure) == direction for direction in facts.expected
    )


def moved(before: Decimal, figure: Decimal) -> str:
    """Which way a figure went: rise, fall, or "" where it did not move."""
    if figure == before:
        return ""
    return RISE if figure > before else FALL


def opposite(direction: str) -> str:
    return FALL if direction == RISE else RISE
