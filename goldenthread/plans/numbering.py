"""The tree of printed numbers: 1.0 above 1.1 and 1.2, 2 above 2.1; and the public ids to give."""

import re
from collections.abc import Iterable, Sequence

_DOTTED = re.compile(r"\d+(\.\d+)*")


def parents(numbers: Sequence[str]) -> list[int | None]:
    """For each printed number the index of the item above it; None at the top of the tree.

    The number above 2.3.1 is 2.3; above 2.3 it is 2, or 2.0 where a plan counts from nought.
    Numbers of other forms stand alone. Of a number printed twice the first is meant.
    """
    first: dict[str, int] = {}
    for index, number in enumerate(numbers):
        if plain := _plain(number):
            first.setdefault(plain, index)
    return [_above(_plain(number), first) for number in numbers]


def _above(number: str, first: dict[str, int]) -> int | None:
    stem, dot, last = number.rpartition(".")
    if not dot or last == "0":
        return None
    return first.get(stem, first.get(f"{stem}.0"))


def _plain(number: str) -> str:
    found = _DOTTED.fullmatch(number.strip().rstrip("."))
    return found[0] if found else ""


class Serials:
    """The next public ids of a plan; one that was ever given is not given again."""

    def __init__(self, plan: str, letter: str, given: Iterable[str]) -> None:
        self.stem = f"{plan}-{letter}"
        self.last = max((int(public_id.removeprefix(self.stem)) for public_id in given), default=0)

    def next(self) -> str:
        self.last += 1
        return f"{self.stem}{self.last}"
