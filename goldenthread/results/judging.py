"""Whether a figure reaches a target, by how much it misses, and whether each group does; pure."""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.results.figures import plain
from goldenthread.results.kinds import Comparator, Form

_MET: dict[str, Callable[[Fraction, Fraction], bool]] = {
    Comparator.AT_LEAST: operator.ge,
    Comparator.MORE_THAN: operator.gt,
    Comparator.AT_MOST: operator.le,
    Comparator.LESS_THAN: operator.lt,
    Comparator.EXACTLY: operator.eq,
}


@dataclass(frozen=True)
class Judged:
    """A figure beside its level: met or not, figure less level, that in per cent of the level."""

    met: bool
    difference: Fraction
    per_cent: Fraction | None

    @property
    def gap(self) -> str:
        """How far off in words: "42 over", "3.5 under"."""
        return f"{plain(abs(self.difference))} {'over' if self.difference > 0 else 'under'}"


@dataclass(frozen=True)
class Groups:
    """What each group has to reach: None where it cannot be said; never a mean over them.

    `short` and `judged` have the groups with figures, `unknown` those without.
    """

    met: bool | None
    judged: Mapping[str, Judged]
    unknown: tuple[str, ...] = ()

    @property
    def short(self) -> tuple[str, ...]:
        return tuple(name for name, one in self.judged.items() if not one.met)

    @property
    def words(self) -> str:
        if self.met is None:
            return f"cannot be worked out: no figure for {', '.join(self.unknown) or 'any group'}"
        if self.met:
            return "met by each group"
        gaps = (f"{name} {self.judged[name].gap}" for name in self.short)
        return f"not met: {', '.join(gaps)}"


def judge(figure: Fraction, comparator: str, level: Fraction) -> Judged:
    """A figure against a level, without rounding."""
    difference = figure - level
    return Judged(
        met=_MET[comparator](figure, level),
        difference=difference,
        per_cent=100 * difference / level if level else None,
    )


def each_group(
    figures: Mapping[str, Fraction | None],
    comparator: str,
    level: Fraction,
    *,
    expected: Iterable[str] = (),
) -> Groups:
    """Whether every group reaches a level by itself.

    One that is short decides at once; one of `expected` without a figure leaves 'met' unsaid.
    """
    known = {name: figure for name, figure in figures.items() if figure is not None}
    judged = {name: judge(figure, comparator, level) for name, figure in known.items()}
    unknown = tuple(dict.fromkeys(name for name in (*expected, *figures) if name not in known))
    met: bool | None = all(one.met for one in judged.values())
    if met and (unknown or not judged):
        met = None
    return Groups(met, judged, unknown)


def level_after(
    baseline: Fraction, comparator: str, change: Fraction, *, in_per_cent: bool
) -> Fraction:
    """The level that a change by at least so much from a baseline comes to (F-16).

    'At most' is a fall, 'at least' a rise.
    """
    by = baseline * change / 100 if in_per_cent else change
    return baseline - by if comparator == Comparator.AT_MOST else baseline + by


def in_words(one: Judged, *, figure: Fraction, comparator: str, level: Fraction, form: str) -> str:
    """The outcome as a page prints it: "missed: 328 against at most 286, 42 over (+14.7%)"."""
    sign = "%" if form == Form.SHARE else ""
    said = f"{'met' if one.met else 'missed'}: {plain(figure)}{sign} against "
    said += f"{comparator} {plain(level)}{sign}"
    if not one.difference:
        return said
    if form == Form.SHARE:
        number, _, side = one.gap.rpartition(" ")
        return f"{said}, {number} points {side}"
    share = f" ({_signed(one.per_cent)}%)" if one.per_cent is not None else ""
    return f"{said}, {one.gap}{share}"


def _signed(share: Fraction) -> str:
    return f"{'+' if share > 0 else '−'}{plain(abs(share))}"
