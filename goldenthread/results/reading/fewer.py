"""A measure of fewer: fewer children in care or on plans is good only if they are safe (S-10).

Such a measure names the measures that would show harm. Without one, or while one has no figure
or too few cases, it reads "fewer; whether safely is not shown".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.results.reading.series import Reading

NOT_SHOWN = "fewer; whether safely is not shown"
# By indicator, those of the catalogue that would show harm: a proposal of ours to begin with,
# since the domain asks for a balancing measure and names none. What a council ties decides.
BALANCING: dict[str, tuple[str, ...]] = {
    "CLA_RATE": ("CPP_REPEAT_2Y", "REREF_12M"),
    "CPP_RATE": ("CPP_REPEAT_2Y", "REREF_12M"),
    "CIN_RATE": ("REREF_12M",),
}
_CANNOT_TELL = (Reading.UNREAD, Reading.MISSING)


class Safely(StrEnum):
    """Whether fewer is shown to be safe."""

    NOT_SHOWN = NOT_SHOWN
    HARM = "fewer, and a balancing measure is worse"
    NO_HARM = "fewer, and no balancing measure is worse"


@dataclass(frozen=True)
class Balancing:
    """A measure that would show harm, what its latest figure says, and whether it may be read.

    `is_enough`: ten cases or more, and not stale.
    """

    name: str
    reading: Reading
    is_enough: bool

    @property
    def tells(self) -> bool:
        return self.is_enough and self.reading not in _CANNOT_TELL


@dataclass(frozen=True)
class Fewer:
    """The answer and its words, with the names of the measures it rests on."""

    safely: Safely
    words: str


def fewer(balancing: Sequence[Balancing]) -> Fewer:
    """What is to be said beside a fall.

    One that is worse is said at once; that none is needs a figure of each.
    """
    worse = [one.name for one in balancing if one.tells and one.reading == Reading.CONCERN]
    if worse:
        return Fewer(Safely.HARM, f"{Safely.HARM}: {', '.join(worse)}")
    silent = [one.name for one in balancing if not one.tells]
    if silent or not balancing:
        why = f"nothing to be read of {', '.join(silent)}" if silent else "no balancing measure"
        return Fewer(Safely.NOT_SHOWN, f"{NOT_SHOWN}: {why}")
    names = ", ".join(one.name for one in balancing)
    return Fewer(Safely.NO_HARM, f"{Safely.NO_HARM}: {names}")
