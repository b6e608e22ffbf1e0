"""Which points of a chart are more than chance: the rules as a table, and who finds what.

The rules are those of NHS England's Making Data Count (domain 4.3): a point outside a limit,
seven rising or falling, two of three beyond a near limit, seven on one side of the mean.
A missing period and the begin of a new phase end every run.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby, pairwise

from goldenthread.results.reading.series import (
    READINGS,
    Limits,
    Mark,
    Placed,
    Reading,
    Signal,
    follows,
)


class Shape(StrEnum):
    """What a rule looks for."""

    OUTSIDE = "outside a limit"
    TREND = "rising or falling"
    NEAR = "beyond a near limit"
    SHIFT = "on one side of the mean"


@dataclass(frozen=True)
class Rule:
    """So many consecutive points of a shape; of `points`, `wanted` have to lie there."""

    name: str
    shape: Shape
    points: int
    wanted: int


# In the order in which they label a point: the first that fits gives its name (domain 4.3).
MAKING_DATA_COUNT = (
    Rule("outside a limit", Shape.OUTSIDE, points=1, wanted=1),
    Rule("seven rising or falling", Shape.TREND, points=7, wanted=7),
    Rule("two of three near a limit", Shape.NEAR, points=3, wanted=2),
    Rule("seven on one side of the mean", Shape.SHIFT, points=7, wanted=7),
)


@dataclass(frozen=True)
class _Seen:
    """A point that the rules look at: its place in the series, figure and limits."""

    place: int
    number: Decimal
    limits: Limits

    @property
    def side(self) -> int:
        """1 above the mean, -1 below, 0 on it."""
        return (self.number > self.limits.centre) - (self.number < self.limits.centre)

    @property
    def outside(self) -> int:
        """1 above the upper limit, -1 below the lower, else 0."""
        return (self.number > self.limits.upper) - (self.number < self.limits.lower)

    @property
    def near(self) -> int:
        """1 above the upper near limit, -1 below the lower, else 0."""
        return (self.number > self.limits.near_upper) - (self.number < self.limits.near_lower)


# What a finder gives: 1 for upwards or -1, and the points.
_Found = Iterator[tuple[int, Sequence[_Seen]]]


def find(placed: Sequence[Placed], rules: Sequence[Rule] = MAKING_DATA_COUNT) -> tuple[Signal, ...]:
    """The signals of a series in the order of the rules, each rule's by time.

    Periods come oldest first. A run that is longer than the rule asks for is one signal.
    """
    stretches = list(_stretches(placed))
    return tuple(
        _signal(rule, way, seen, placed)
        for rule in rules
        for stretch in stretches
        for way, seen in _FIND[rule.shape](stretch, rule)
    )


def mark(placed: Sequence[Placed], signals: Sequence[Signal], better: str) -> tuple[Mark, ...]:
    """Each point with the first signal that labels it and what it says.

    Args:
        better: "higher", "lower" or "neither": which way is good.
    """
    labels: dict[int, Signal] = {}
    for signal in signals:
        for place in signal.places:
            labels.setdefault(place, signal)
    return tuple(_mark(one, labels.get(n), better) for n, one in enumerate(placed))


def _mark(one: Placed, label: Signal | None, better: str) -> Mark:
    if one.point.number is None:
        return Mark(one.point, one.limits, "", Reading.MISSING)
    if label is None:
        says = Reading.UNREAD if one.limits is None else Reading.COMMON
        return Mark(one.point, one.limits, "", says)
    return Mark(one.point, one.limits, label.rule, READINGS[better, label.is_up])


def _signal(rule: Rule, way: int, seen: Sequence[_Seen], placed: Sequence[Placed]) -> Signal:
    places = tuple(one.place for one in seen)
    provisional = any(placed[place].point.is_provisional for place in places)
    return Signal(rule.name, rule.wanted, way > 0, places, provisional)


def _stretches(placed: Sequence[Placed]) -> Iterator[list[_Seen]]:
    """Consecutive points of one phase, as far as nothing is missing between them."""
    run: list[_Seen] = []
    for n, one in enumerate(placed):
        if run and not _joins(placed[run[-1].place], one):
            yield run
            run = []
        if one.point.number is not None and one.limits is not None:
            run.append(_Seen(n, one.point.number, one.limits))
    if run:
        yield run


def _joins(before: Placed, after: Placed) -> bool:
    return before.phase == after.phase and follows(before.point.period, after.point.period)


def _outside(stretch: Sequence[_Seen], rule: Rule) -> _Found:
    return ((one.outside, [one]) for one in stretch if one.outside)


def _shift(stretch: Sequence[_Seen], rule: Rule) -> _Found:
    for side, run in groupby(stretch, key=lambda one: one.side):
        points = list(run)
        if side and len(points) >= rule.points:
            yield side, points


def _trend(stretch: Sequence[_Seen], rule: Rule) -> _Found:
    """Seven points are six steps the same way; an equal figure ends the run."""
    steps = [
        ((after.number > before.number) - (after.number < before.number), n)
        for n, (before, after) in enumerate(pairwise(stretch))
    ]
    for way, run in groupby(steps, key=lambda step: step[0]):
        numbers = [n for _, n in run]
        if way and len(numbers) >= rule.points - 1:
            yield way, stretch[numbers[0] : numbers[-1] + 2]


def _near(stretch: Sequence[_Seen], rule: Rule) -> _Found:
    """The points near a limit in windows that lie on one side of the mean altogether.

    Windows that share such points are one signal.
    """
    found: list[_Seen] = []
    for n in range(len(stretch) - rule.points + 1):
        near = _near_in(stretch[n : n + rule.points], rule)
        if found and near and near[0].place > found[-1].place:
            yield found[0].side, found
            found = []
        found += [one for one in near if one not in found]
    if found:
        yield found[0].side, found


def _near_in(window: Sequence[_Seen], rule: Rule) -> list[_Seen]:
    way = window[0].side
    near = [one for one in window if one.near]
    is_one_sided = all(one.side == way for one in window)
    return near if is_one_sided and len(near) >= rule.wanted else []


_FIND: dict[Shape, Callable[[Sequence[_Seen], Rule], _Found]] = {
    Shape.OUTSIDE: _outside,
    Shape.TREND: _trend,
    Shape.NEAR: _near,
    Shape.SHIFT: _shift,
}
