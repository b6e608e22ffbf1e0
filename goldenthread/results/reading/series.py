"""A measure's figures in order of time, and the chart that is read from them; plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.periods import ONE_DAY, Period

HIGHER, LOWER, NEITHER = "higher", "lower", "neither"
# Of fewer points there are only trial limits, and limits are not fixed (domain 4.3).
POINTS_FOR_LIMITS = 12
# Why a series may begin anew; that the figures are poor is no reason (domain 4.3).
BREAKS = ("system change", "definition change")
# Between which numbers a figure of each form can lie at all.
BOUNDS: dict[str, tuple[Decimal, Decimal | None]] = {
    "share": (Decimal(0), Decimal(100)),
    "rate": (Decimal(0), None),
    "mean": (Decimal(0), None),
    "count": (Decimal(0), None),
}


class NoBreak(UserFacingError):
    """A series cannot begin anew there: where, what is wrong, what to do."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """A period and its figure in the measure's unit; without `number` it is missing.

    `is_provisional`: late records may still change it. It is drawn and may belong to a signal,
    which is provisional too; no limit rests on it.
    """

    period: Period
    number: Decimal | None
    numerator: int | None = None
    denominator: int | None = None
    is_provisional: bool = False

    @property
    def holds(self) -> bool:
        """Whether limits may rest on it."""
        return self.number is not None and not self.is_provisional


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Where figures of an unchanged process lie; `near` is two thirds of the way to a limit."""

    centre: Decimal
    upper: Decimal
    lower: Decimal
    near_upper: Decimal
    near_lower: Decimal


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What limits were worked out from, so that somebody can do it again.

    Attributes:
        points:       how many figures; fewer than 12 give trial limits.
        moving_range: the mean of the moving ranges, in the measure's unit.
        is_screened:  whether large moving ranges were left out by rule (NHSRplotthedots does,
                      the official workbook of Making Data Count does not).
        left_out:     how many were.
        spread:       for a chart of shares, by how much the limits were widened; else None.
    """

    points: int
    moving_range: Decimal | None = None
    is_screened: bool = False
    left_out: int = 0
    spread: Decimal | None = None

    @property
    def is_trial(self) -> bool:
        return self.points < POINTS_FOR_LIMITS


@dataclass(frozen=True)
class Rebase:
    """The series begins anew on a day, for a reason of `BREAKS` and in words.

    Raises:
        NoBreak: there is no reason, or it is none for which a series may begin anew.
    """

    from_day: date
    because: str
    why: str

    def __post_init__(self) -> None:
        if self.because not in BREAKS or not self.why.strip():
            raise NoBreak(
                f"New limits from {without_weekday(self.from_day)}: there is no reason that "
                f"allows them. Choose {' or '.join(BREAKS)} and say what changed. "
                "Nothing was changed."
            )


@dataclass(frozen=True)
class Phase:
    """A stretch of the series with limits of its own; `begun` is None for the first."""

    begun: Rebase | None
    first: int
    last: int
    basis: Basis | None


class Reading(StrEnum):
    """What a point says; the words of Making Data Count (domain 4.3)."""

    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    HIGH = "high, neither good nor bad"
    LOW = "low, neither good nor bad"
    COMMON = "common cause"
    UNREAD = "no limits to read it by"
    MISSING = "no value"


# What a signal upwards or downwards says, by which way is better.
READINGS: dict[tuple[str, bool], Reading] = {
    (HIGHER, True): Reading.IMPROVEMENT,
    (HIGHER, False): Reading.CONCERN,
    (LOWER, True): Reading.CONCERN,
    (LOWER, False): Reading.IMPROVEMENT,
    (NEITHER, True): Reading.HIGH,
    (NEITHER, False): Reading.LOW,
}


@dataclass(frozen=True)
class Placed:
    """A point in its place; without limits no rule looks at it. `phase` counts from 0."""

    point: Point
    limits: Limits | None
    phase: int = 0


@dataclass(frozen=True)
class Signal:
    """A special cause: the rule that found it, upwards or not, and the places of its points.

    `wanted`: so many of them the rule asks for; there may be more.
    """

    rule: str
    wanted: int
    is_up: bool
    places: tuple[int, ...]
    is_provisional: bool


@dataclass(frozen=True)
class Mark:
    """A point as it is drawn: its limits, the rule that labels it and what it says."""

    point: Point
    limits: Limits | None
    rule: str
    reading: Reading


@dataclass(frozen=True)
class Chart:
    """A series read by rules: the points with their labels, the signals, what limits rest on."""

    kind: str
    marks: tuple[Mark, ...]
    signals: tuple[Signal, ...]
    phases: tuple[Phase, ...]
    better: str
    notes: tuple[str, ...] = field(default=())

    @property
    def latest(self) -> Mark | None:
        """The last point with a figure."""
        return next((one for one in reversed(self.marks) if one.point.number is not None), None)

    @property
    def basis(self) -> Basis | None:
        """What the limits of the last phase rest on."""
        return self.phases[-1].basis if self.phases else None


def follows(before: Period, after: Period) -> bool:
    """Whether a period is the next one: no gap and no overlap, as rolling years would have."""
    return before.last_day + ONE_DAY == after.first_day


def within(number: Decimal, form: str) -> Decimal:
    """A limit no farther out than a figure of the form can lie: no share above 100."""
    lowest, highest = BOUNDS[form]
    raised = max(number, lowest)
    return raised if highest is None else min(raised, highest)


def phases_of(
    points: Sequence[Point], rebases: Sequence[Rebase]
) -> list[tuple[Rebase | None, int, int]]:
    """Which points belong to which phase: (how it began, first, last); one without points is left out.

    A point belongs to a phase when its period begins on or after the phase's day.
    """
    found: list[tuple[Rebase | None, int, int]] = []
    ordered: list[Rebase | None] = [None, *sorted(rebases, key=lambda one: one.from_day)]
    starts = [0, *(_first_from(points, one.from_day) for one in ordered if one is not None)]
    for begun, first, end in zip(ordered, starts, [*starts[1:], len(points)], strict=True):
        if first < end:
            found.append((begun, first, end - 1))
    return found


def _first_from(points: Sequence[Point], day: date) -> int:
    return sum(one.period.first_day < day for one in points)
