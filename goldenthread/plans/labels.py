"""Labels such as i), ii), iii): which are printed twice, and which are left out."""

import re
from collections.abc import Sequence

ROMAN = [
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
]


def clashes(labels: Sequence[str]) -> list[str]:
    """What is wrong with the labels of an item's actions, in words, in the order printed.

    A label printed twice, and one that does not follow on the one before it ("iv)" missing
    between "iii)" and "v)"). Empty labels and those of other forms are passed over.
    """
    found: list[str] = []
    seen: set[int] = set()
    last = 0
    for label in labels:
        number = _number(label)
        if number is None:
            continue
        if number in seen:
            found.append(f"“{label}” is printed twice")
        elif number != last + 1 and last < len(ROMAN):
            found.append(f"“{label}” stands where “{ROMAN[last]})” is expected")
        seen.add(number)
        last = max(last, number)
    return found


def _number(label: str) -> int | None:
    """The place of a roman label up to twenty."""
    plain = re.sub(r"[().\s]", "", label).casefold()
    return ROMAN.index(plain) + 1 if plain in ROMAN else None
