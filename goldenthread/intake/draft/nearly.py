"""Which texts say nearly the same: typing faults, a word more, words in another order.

Two texts are compared by their words in order of the alphabet, so that a sentence turned round
is found too. Figures have to agree: 'audit 20 files' is not 'audit 30 files'. Short texts are
not compared, for there a word makes another action. Nothing is ever merged for it.
"""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

NEARLY = 88.0  # of 100
FEWEST_WORDS = 5
_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+")


def pairs_within(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The places of texts that say nearly the same as a later one, each earlier one first."""
    told = [_told(text) for text in texts]
    return [
        (first, first + 1 + later)
        for first, one in enumerate(told)
        for later in _alike(one, told[first + 1 :])
    ]


def nearest(texts: Sequence[str], known: Sequence[str]) -> dict[int, int]:
    """The place of each text that says nearly the same as a known one, with that one's place."""
    told, theirs = [_told(text) for text in texts], [_told(text) for text in known]
    found = {place: _alike(one, theirs) for place, one in enumerate(told)}
    return {place: places[0] for place, places in found.items() if places}


def _alike(one: str, others: Sequence[str]) -> list[int]:
    """The places of the others that are alike, the likest first."""
    if not one:
        return []
    rows = process.extract(one, others, scorer=fuzz.ratio, score_cutoff=NEARLY, limit=None)
    figures = _FIGURE.findall(one)
    return [place for other, _, place in rows if _FIGURE.findall(other) == figures]


def _told(text: str) -> str:
    """Its words in order, or nothing where they are too few."""
    words = sorted(_WORD.findall(text.casefold().replace("’", "").replace("'", "")))
    return " ".join(words) if len(words) >= FEWEST_WORDS else ""
