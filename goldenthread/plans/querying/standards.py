"""How long a text allows, such as 'within 15 days', and whether one length is looser than another."""

import re
from dataclasses import dataclass

_LENGTH = re.compile(
    r"\bwithin\s+(?P<number>\d+|one|two|three|four|five|six|ten)\s+"
    r"(?P<working>working\s+)?(?P<unit>hour|day|week|month)s?\b",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
# The fewest and the most calendar days of one unit.
_DAYS = {"hour": (1 / 24, 1 / 24), "week": (7, 7), "month": (28, 31)}
WEEK, WORKING_WEEK = 7, 5


@dataclass(frozen=True)
class Length:
    """So many units, as printed; `fewest` and `most` calendar days, whichever way it is read.

    `is_ambiguous` marks days of which nobody says whether they are calendar or working days.
    """

    printed: str
    fewest: float
    most: float
    is_ambiguous: bool


def lengths(text: str) -> list[Length]:
    """Every 'within so many days' of a text."""
    return [_length(found) for found in _LENGTH.finditer(text)]


def _length(found: re.Match[str]) -> Length:
    said, unit = found["number"].casefold(), found["unit"].casefold()
    number = _NUMBERS.get(said) or int(said)
    printed = " ".join(found[0].split())
    if unit != "day":
        fewest, most = _DAYS[unit]
        return Length(printed, number * fewest, number * most, is_ambiguous=False)
    working = _working(number)
    if found["working"]:
        return Length(printed, working, working, is_ambiguous=False)
    # A single day is over as soon either way that nobody would ask.
    return Length(printed, number, working, is_ambiguous=number > 1)


def _working(number: int) -> float:
    """Calendar days of so many working days, without bank holidays: five make a week."""
    weeks, rest = divmod(number, WORKING_WEEK)
    return weeks * WEEK + rest + (2 if rest else 0)


def is_looser(target: Length, standard: Length) -> bool:
    """Whether a target allows longer than a standard, whichever way either is read."""
    return target.fewest > standard.most


def may_be_looser(target: Length, standard: Length) -> bool:
    """Whether it allows longer in one reading at least; the same words are never looser."""
    return (
        target.printed.casefold() != standard.printed.casefold() and target.most > standard.fewest
    )
