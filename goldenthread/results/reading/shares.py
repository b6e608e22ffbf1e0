"""The chart of shares with small denominators, quarters pooled from months, and which is read.

A share of few cases jumps by chance more than its neighbours show, which an XmR chart does not
allow for (domain 4.3). Here each period has limits by its own denominator: the mean share plus
and minus three standard deviations of a share of so many (Shewhart's p chart); with
`is_widened` by as much more as the figures vary (Laney 2002, p′).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from statistics import median

from goldenthread.basics.periods import Period
from goldenthread.results.reading import xmr
from goldenthread.results.reading.series import (
    Basis,
    Chart,
    Limits,
    Phase,
    Placed,
    Point,
    follows,
    phases_of,
)
from goldenthread.results.reading.xmr import Terms

KIND, WIDENED = "p", "p′"
SHARE, HUNDRED, DEVIATIONS = "share", Decimal(100), Decimal(3)
# A mean moving range of values that vary by one standard deviation (Shewhart).
OF_ONE_DEVIATION = Decimal("1.128")
# A median denominator below it is small: one case moves the share by more than two points.
# (A choice of ours; domain 4.3 asks for the chart and names no number.)
SMALL = 50
# So many met, and so many not met, are expected where the limits hold: the usual rule for the
# normal approximation. Fewer, and no rule looks at the period.
EXPECTED = 5
MONTHS_IN_QUARTER = 3
POOLED = "quarters: the months have too few cases to be read one by one"
TOO_FEW = "too few cases to tell change from chance: read the counts"


@dataclass(frozen=True)
class Shares:
    """How shares are read: widened limits or not, and whether months may be pooled.

    `may_pool`: only where no case is counted in two months; a child on a plan at the end of
    each month is the same child.
    """

    is_widened: bool = False
    may_pool: bool = False


def read(points: Sequence[Point], terms: Terms, shares: Shares) -> Chart:
    """The chart that suits a series: XmR, p for shares of few, or p of pooled quarters.

    Quarters are read only where the months cannot be and quarters can.
    """
    if not is_small(points, terms):
        return xmr.chart(points, terms)
    months = chart(points, terms, is_widened=shares.is_widened)
    if _is_read(months):
        return months
    quarters = chart(pooled(points), terms, is_widened=shares.is_widened)
    if shares.may_pool and _is_read(quarters):
        return _noted(quarters, POOLED)
    return _noted(months, TOO_FEW)


def is_small(points: Sequence[Point], terms: Terms) -> bool:
    """Whether it is a share whose median denominator is small."""
    among = [one.denominator for one in points if one.denominator is not None]
    return terms.form == SHARE and bool(among) and median(among) < SMALL


def chart(points: Sequence[Point], terms: Terms, *, is_widened: bool = False) -> Chart:
    """Read shares with limits by each period's denominator.

    A point with too few cases for its limits is drawn without them, and no rule looks at it.
    Screening has no place here; `fixed_after`, phases and rules are those of `terms`.
    """
    placed: list[Placed] = []
    phases: list[Phase] = []
    for number, (begun, first, last) in enumerate(phases_of(points, terms.rebases)):
        part = points[first : last + 1]
        centre, spread, basis = _basis(part, terms, is_widened=is_widened)
        placed += (Placed(one, _limits(one, centre, spread), number) for one in part)
        phases.append(Phase(begun, first, last, basis))
    return xmr.charted(WIDENED if is_widened else KIND, placed, phases, terms)


def pooled(points: Sequence[Point]) -> list[Point]:
    """Quarters of the calendar year, each of three months with figures.

    A quarter without one of its months is missing; one that has not ended is left out, and so
    is the first where the series begins within it.
    """
    found: dict[Period, list[Point]] = {}
    for one in points:
        day = one.period.first_day
        quarter = Period.quarter(day.year, (day.month - 1) // MONTHS_IN_QUARTER + 1)
        found.setdefault(quarter, []).append(one)
    made = [_pool(quarter, months) for quarter, months in found.items()]
    begins = points[0].period.first_day if points else None
    ends = points[-1].period.last_day if points else None
    return [
        one
        for one in made
        if begins and ends and begins <= one.period.first_day and one.period.last_day <= ends
    ]


@dataclass(frozen=True)
class _Cases:
    """A point that has a figure, with its cases."""

    point: Point
    number: Decimal
    numerator: int
    denominator: int


def _cases(points: Sequence[Point]) -> list[_Cases]:
    return [
        _Cases(one, one.number, one.numerator, one.denominator)
        for one in points
        if one.number is not None and one.numerator is not None and one.denominator
    ]


def _share(cases: Sequence[_Cases]) -> Decimal:
    """The share over all of them in per cent; not the mean of their shares."""
    numerator, among = sum(one.numerator for one in cases), sum(one.denominator for one in cases)
    return HUNDRED * numerator / among


def _pool(quarter: Period, months: Sequence[Point]) -> Point:
    cases = _cases(months)
    if len(cases) < MONTHS_IN_QUARTER:
        return Point(period=quarter, number=None)
    return Point(
        period=quarter,
        number=_share(cases),
        numerator=sum(one.numerator for one in cases),
        denominator=sum(one.denominator for one in cases),
        is_provisional=any(one.is_provisional for one in months),
    )


def _basis(
    part: Sequence[Point], terms: Terms, *, is_widened: bool
) -> tuple[Decimal, Decimal, Basis | None]:
    """The mean share of a phase in per cent, the spread, and what the limits rest on."""
    counted = [one for one in _cases(part) if one.point.holds][: terms.fixed_after]
    if not counted:
        return Decimal(0), Decimal(1), None
    centre = _share(counted)
    spread = _spread(counted, centre) if is_widened else Decimal(1)
    return centre, spread, Basis(points=len(counted), spread=spread)


def _spread(counted: Sequence[_Cases], centre: Decimal) -> Decimal:
    """By how much more than by chance the shares vary (Laney's sigma z), at least 1."""
    if centre in (0, HUNDRED):
        return Decimal(1)
    moves = [
        abs(_score(after, centre) - _score(before, centre))
        for before, after in pairwise(counted)
        if follows(before.point.period, after.point.period)
    ]
    mean = sum(moves, Decimal(0)) / max(len(moves), 1)
    return max(mean / OF_ONE_DEVIATION, Decimal(1))


def _score(one: _Cases, centre: Decimal) -> Decimal:
    return (one.number - centre) / _deviation(centre, one.denominator)


def _deviation(centre: Decimal, among: int) -> Decimal:
    """The standard deviation of a share of so many cases, in points."""
    return (centre * (HUNDRED - centre) / among).sqrt()


def _limits(one: Point, centre: Decimal, spread: Decimal) -> Limits | None:
    """Limits by the period's denominator; None where it is too small for them."""
    among = one.denominator or 0
    if among * min(centre, HUNDRED - centre) < EXPECTED * HUNDRED:
        return None
    return xmr.around(centre, DEVIATIONS * _deviation(centre, among) * spread, SHARE)


def _noted(one: Chart, note: str) -> Chart:
    return replace(one, notes=(*one.notes, note))


def _is_read(one: Chart) -> bool:
    """Whether the rules look at most of its figures."""
    figures = [mark for mark in one.marks if mark.point.number is not None]
    return 2 * sum(mark.limits is not None for mark in figures) > len(figures)
