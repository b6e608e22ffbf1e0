"""The parts of a whole: the worst team and group beside it, and whether each group reaches a target.

The whole may be met while a team is short; nothing is averaged over parts (S15).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.results.judging import Groups
from goldenthread.results.reading.colours import GREEN, NO_COLOUR, RED, Status, Word
from goldenthread.results.reading.samples import has_colour
from goldenthread.results.reading.series import HIGHER, LOWER


@dataclass(frozen=True)
class Part:
    """The figure of a team or group, and out of how many; None where that is not known."""

    number: Decimal | None
    among: int | None = None


@dataclass(frozen=True)
class Worst:
    """The part that stands worst, "" where none can be named; those left out, each with why.

    `too_few` have under ten cases, `unknown` no figure.
    """

    name: str
    part: Part | None
    too_few: tuple[str, ...]
    unknown: tuple[str, ...]


def worst(parts: Mapping[str, Part], better: str) -> Worst:
    """The worst of the parts with ten cases or more; of equals the first by name.

    Where neither way is better there is no worst.
    """
    known = {name: one for name, one in sorted(parts.items()) if one.number is not None}
    compared = {name: one for name, one in known.items() if has_colour(one.among)}
    named = _pick(compared, better)
    return Worst(
        name=named,
        part=parts.get(named),
        too_few=tuple(name for name in known if name not in compared),
        unknown=tuple(name for name in sorted(parts) if name not in known),
    )


def status_of_groups(groups: Groups, among: Mapping[str, int | None]) -> Status:
    """The status of a target that each group has to reach.

    One group that is short decides. The colour rests on groups of ten or more; where only
    smaller ones are short there is none.
    """
    if groups.met is None:
        return Status(Word.NO_VALUE, NO_COLOUR, groups.words)
    if groups.met:
        return Status(Word.MET_BY_EACH, GREEN, groups.words)
    large = any(has_colour(among.get(name)) for name in groups.short)
    return Status(Word.MISSED_BY_SOME, RED if large else NO_COLOUR, groups.words)


def _pick(compared: Mapping[str, Part], better: str) -> str:
    if better not in (HIGHER, LOWER) or not compared:
        return ""
    choose = min if better == HIGHER else max
    return choose(compared, key=lambda name: compared[name].number or Decimal(0))
