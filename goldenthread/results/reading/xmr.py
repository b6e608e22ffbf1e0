"""The chart of individual values and their moving range (XmR), by domain 4.3.

Mean and limits are the mean of the points plus and minus 2.66 times the mean moving range
(Shewhart's constant 3 / 1.128; NHS England, Making Data Count).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from goldenthread.results.reading import signals
from goldenthread.results.reading.series import (
    POINTS_FOR_LIMITS,
    Basis,
    Chart,
    Limits,
    Phase,
    Placed,
    Point,
    Rebase,
    follows,
    phases_of,
    within,
)

KIND = "XmR"
# The limits lie so many mean moving ranges from the mean (domain 4.3).
TO_A_LIMIT = Decimal("2.66")
# A moving range of so many mean moving ranges or more is left out by the screening (domain 4.3).
SCREENED_FROM = Decimal("3.267")
TWO_THIRDS = Decimal(2) / Decimal(3)
TRIAL = "trial limits: {points} points, and {wanted} are wanted"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How a series is to be read.

    Attributes:
        form:        "share", "rate", "mean" or "count": limits end where such figures do.
        better:      "higher", "lower" or "neither".
        is_screened: large moving ranges are left out; the chart records it.
        fixed_after: limits rest on the first so many points of a phase, at least 12.
        rebases:     days from which the series begins anew, each with its reason.
        rules:       the table of rules, in the order in which they label.

    Raises:
        ValueError: limits would be fixed after fewer than 12 points.
    """

    form: str
    better: str
    is_screened: bool = True
    fixed_after: int | None = None
    rebases: tuple[Rebase, ...] = ()
    rules: tuple[signals.Rule, ...] = signals.MAKING_DATA_COUNT

    def __post_init__(self) -> None:
        if self.fixed_after is not None and self.fixed_after < POINTS_FOR_LIMITS:
            raise ValueError(f"Limits are fixed after {POINTS_FOR_LIMITS} points or more")


def chart(points: Sequence[Point], terms: Terms) -> Chart:
    """Read a series as an XmR chart.

    Args:
        points: one for each period, oldest first; a missing period is a point without a number,
                or is not there at all.
    """
    placed: list[Placed] = []
    phases: list[Phase] = []
    for number, (begun, first, last) in enumerate(phases_of(points, terms.rebases)):
        part = points[first : last + 1]
        limits, basis = limits_of(part, terms)
        placed += (Placed(one, limits, number) for one in part)
        phases.append(Phase(begun, first, last, basis))
    return charted(KIND, placed, phases, terms)


def charted(kind: str, placed: Sequence[Placed], phases: Sequence[Phase], terms: Terms) -> Chart:
    """Look for signals in points that have their limits, and say what is to be said of them."""
    found = signals.find(placed, terms.rules)
    marks = signals.mark(placed, found, terms.better)
    return Chart(kind, marks, found, tuple(phases), terms.better, _notes(phases))


def limits_of(part: Sequence[Point], terms: Terms) -> tuple[Limits | None, Basis | None]:
    """The limits of one phase and what they rest on; None where no two periods follow each other.

    Only figures that hold count: none that is missing or provisional.
    """
    counted = [one for one in part if one.holds][: terms.fixed_after]
    numbers = [one.number for one in counted if one.number is not None]
    ranges = _moving_ranges(counted)
    if not ranges:
        return None, None
    kept = _screened(ranges) if terms.is_screened else ranges
    mean = sum(kept, Decimal(0)) / len(kept)
    basis = Basis(
        points=len(numbers),
        moving_range=mean,
        is_screened=terms.is_screened,
        left_out=len(ranges) - len(kept),
    )
    centre = sum(numbers, Decimal(0)) / len(numbers)
    return around(centre, TO_A_LIMIT * mean, terms.form), basis


def around(centre: Decimal, far: Decimal, form: str) -> Limits:
    """Limits that lie `far` from the centre, cut off where figures of the form end."""
    near = TWO_THIRDS * far
    return Limits(
        centre=centre,
        upper=within(centre + far, form),
        lower=within(centre - far, form),
        near_upper=within(centre + near, form),
        near_lower=within(centre - near, form),
    )


def _moving_ranges(counted: Sequence[Point]) -> list[Decimal]:
    """How far each figure lies from that of the period before; none across a gap."""
    return [
        abs(after.number - before.number)
        for before, after in pairwise(counted)
        if before.number is not None
        and after.number is not None
        and follows(before.period, after.period)
    ]


def _screened(ranges: Sequence[Decimal]) -> Sequence[Decimal]:
    """The moving ranges below the limit for them; all where nothing moved at all."""
    limit = SCREENED_FROM * sum(ranges, Decimal(0)) / len(ranges)
    return [one for one in ranges if one < limit] or ranges


def _notes(phases: Sequence[Phase]) -> tuple[str, ...]:
    last = phases[-1] if phases else None
    if last is None or last.basis is None:
        return ("no limits: no two periods with settled figures follow each other",)
    if last.basis.is_trial:
        return (TRIAL.format(points=last.basis.points, wanted=POINTS_FOR_LIMITS),)
    return ()
