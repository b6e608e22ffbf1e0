"""What a sample can prove: the interval of a share, and whether it shows what is claimed of it.

Wilson's score interval (1927) at 95%, for a sample drawn at random; domain 4.5. It is read in
whole percentages, as it is printed.
"""

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

# The value of the normal distribution that leaves 5% outside.
WITHIN_95 = 1.96
OUTSIDE_95 = 0.05
# Fewer cases have no colour (domain 4.5).
FOR_A_COLOUR = 10


class Shown(StrEnum):
    """Whether a sample shows that the share of all cases lies on one side of a level."""

    YES = "shown"
    NO = "shown not to be so"
    OPEN = "not shown either way"


@dataclass(frozen=True)
class Interval:
    """Between which whole percentages the share of all such cases lies, in 95 of 100 samples."""

    low: int
    high: int

    @property
    def words(self) -> str:
        return f"{self.low}–{self.high}%"


def interval(numerator: int, denominator: int) -> Interval:
    """The interval of so many of so many.

    Raises:
        ValueError: the denominator is not above zero, or the numerator not from 0 to it.
    """
    if not 0 <= numerator <= denominator or denominator == 0:
        raise ValueError("A share is of at least one, and no more than all of them.")
    share, square = numerator / denominator, WITHIN_95**2
    middle = share + square / (2 * denominator)
    half = WITHIN_95 * math.sqrt(share * (1 - share) / denominator + square / (4 * denominator**2))
    whole = 1 + square / denominator
    return Interval(round(100 * (middle - half) / whole), round(100 * (middle + half) / whole))


def is_at_least(numerator: int, denominator: int, level: float) -> Shown:
    """Whether the sample shows a share of at least `level` per cent of all such cases."""
    found = interval(numerator, denominator)
    if found.low >= level:
        return Shown.YES
    return Shown.NO if found.high < level else Shown.OPEN


def is_at_most(numerator: int, denominator: int, level: float) -> Shown:
    """Whether the sample shows a share of at most `level` per cent of all such cases."""
    found = interval(numerator, denominator)
    if found.high <= level:
        return Shown.YES
    return Shown.NO if found.low > level else Shown.OPEN


def none_found(denominator: int) -> float:
    """Up to which share, in per cent, there may be failures where a sample found none.

    The exact one-sided bound at 95%: the share at which so many would all be found good in 1
    sample of 20. "0 of 20" does not prove that all comply: up to 13.9% may not.
    """
    return 100 * (1 - math.pow(OUTSIDE_95, 1 / denominator))


def cases(form: str, *, number: Decimal, numerator: int | None, among: int | None) -> int | None:
    """Of how many cases a figure tells; None where nobody says.

    A rate is of those it counts, not of the children of the area; a count that does not say out
    of how many is of as many as it counts.
    """
    if form == "rate":
        return numerator
    return int(number) if form == "count" and among is None else among


def has_colour(denominator: int | None) -> bool:
    """Whether a share of so many may have a colour; not where nobody says of how many."""
    return denominator is not None and denominator >= FOR_A_COLOUR
