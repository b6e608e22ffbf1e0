"""Words of two texts for telling whether they are about the same: stems, and which words tell."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from goldenthread.plans.differences import Token

# Words that say nothing about which of two sentences one means.
_STOP_LISTED = """
a an the and or of to in on for by with that is are be as at it its this all who which their
they them from so not into within through have has been should will must can ensure ensures
ensuring make sure also any each every where when how
"""
# The same word to the ear of an officer: "embed" and "embedded", "minute" and "minutes".
SAME_WORD = 86
_SHORTEST_ALIKE = 5
_ENDINGS = ("ingly", "edly", "ing", "ed", "es", "s", "ly")
_SHORTEST_STEM = 4


def stems_of(found: Sequence[Token]) -> list[str]:
    """The stems of all words, in their order."""
    return [stem(key) for token in found for key in token.keys]


def same(one: str, other: str) -> bool:
    """Whether two stems are of one word."""
    if one == other:
        return True
    long_enough = min(len(one), len(other)) >= _SHORTEST_ALIKE
    return long_enough and fuzz.ratio(one, other) >= SAME_WORD


def tells(key: str) -> bool:
    """Whether the word of a stem says what a sentence is about."""
    return key not in _STOP_STEMS


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its commonest ending.

    >>> stem("embedded"), stem("embed"), stem("minutes"), stem("policies")
    ('embed', 'embed', 'minut', 'polici')
    """
    plain = re.sub(r"[’']s?$", "", word)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            plain = plain[: -len(ending)]
            break
    if len(plain) > _SHORTEST_STEM and plain[-1] == plain[-2] and plain[-1] not in "aeiouls":
        plain = plain[:-1]
    plain = re.sub(r"(?<=[^aeiou])y$", "i", plain)
    return plain[:-1] if len(plain) > _SHORTEST_STEM and plain.endswith("e") else plain


_STOP_STEMS = frozenset(stem(word) for word in _STOP_LISTED.split())
