"""Whether a process as it is will meet its target: passes, hit and miss, or fails (domain 4.3)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from goldenthread.inspections.targets import EXACTLY
from goldenthread.results.judging import judge
from goldenthread.results.reading.series import Chart, Limits


class Assurance(StrEnum):
    """What the limits say of the target, apart from whether the latest figure meets it."""

    PASSES = "consistently met"
    HIT_AND_MISS = "hit and miss"
    FAILS = "consistently missed"
    UNKNOWN = "cannot be said from limits"


@dataclass(frozen=True)
class Assured:
    """The answer and its words: that limits are trial ones, or why there is none."""

    state: Assurance
    words: str


def assured(chart: Chart, comparator: str, level: Decimal) -> Assured:
    """Hold the limits of the latest figure against a target.

    Both limits meet it: it is met whatever chance does. Neither does: it is missed each time.
    """
    latest = chart.latest
    if comparator == EXACTLY:
        return Assured(Assurance.UNKNOWN, f"{Assurance.UNKNOWN}: the target is one number")
    if latest is None or latest.limits is None:
        return Assured(Assurance.UNKNOWN, f"{Assurance.UNKNOWN}: {'; '.join(chart.notes)}")
    state = _state(latest.limits, comparator, level)
    return Assured(state, "; ".join((state, *chart.notes)))


def _state(limits: Limits, comparator: str, level: Decimal) -> Assurance:
    ends = (limits.lower, limits.upper)
    met = [judge(Fraction(end), comparator, Fraction(level)).met for end in ends]
    if all(met):
        return Assurance.PASSES
    return Assurance.HIT_AND_MISS if any(met) else Assurance.FAILS
