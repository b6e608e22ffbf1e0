"""Words of two texts for comparing them: folded, shortened to their stem, capitals written out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

# Words that say nothing about which of two sentences one means.
_STOP_LISTED = """
a an the and or of to in on for by with that is are be as at it its this all who which their
they them from so not into within through have has been should will must can ensure ensures
ensuring make sure also any each every where when how
"""
# The same word to the ear of an officer: "embed" and "embedded", "minute" and "minutes".
SAME_WORD = 86
_SHORTEST_ALIKE = 5
_CAPITALS = re.compile(r"[A-Z][A-Z&]{1,5}s?")
_BETWEEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*", re.UNICODE)
_ENDINGS = ("ingly", "edly", "ing", "ed", "es", "s", "ly")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word as printed, with the marks that touch it, and what it is compared by.

    `keys` are in lower case, and several the print is a set of capitals that was written out.
    """

    printed: str
    keys: tuple[str, ...]


def tokens(text: str, beside: str) -> list[Token]:
    """The words of a text; capitals such as CPC are written out as the other text has them."""
    other = [found.group() for found in _BETWEEN.finditer(beside)]
    found = []
    for printed in text.replace("&", " & ").split():
        for piece in _pieces(printed):
            keys = _keys(piece, other)
            if keys:
                found.append(Token(piece, keys))
    return found


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


def _pieces(printed: str) -> list[str]:
    """ "parents/carers" is two words, the mark stays with the second."""
    return [piece for piece in re.split(r"(?<=\w)(?=/)", printed) if piece]


def _keys(printed: str, other: Sequence[str]) -> tuple[str, ...]:
    words = [found.group() for found in _BETWEEN.finditer(printed)]
    if printed.strip() == "&":
        return ("and",)
    return tuple(key for word in words for key in _written_out(word, other))


def _written_out(word: str, other: Sequence[str]) -> list[str]:
    """The other text's own words for a set of capitals, else the word itself."""
    if _CAPITALS.fullmatch(word):
        letters = word.rstrip("s").casefold()
        for start in range(len(other) - len(letters) + 1):
            run = other[start : start + len(letters)]
            if "".join(one[0] for one in run).casefold() == letters:
                return [one.casefold() for one in run]
    return [word.casefold()]


_STOP_STEMS = frozenset(stem(word) for word in _STOP_LISTED.split())
