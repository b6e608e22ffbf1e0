"""Recommendations that come back from an earlier inspection, proposed by their words (A-14).

Two texts are alike when the rarer of their telling words meet. Words that every report uses
('ensure', 'children') tell nothing; a word counts the more, the fewer of the compared texts
hold it. A proposal is never more than that: a person confirms or refuses it.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

PROPOSED_FROM = 0.3
FEWEST_WORDS = 2
SAME_WORD = 85.0
_WORD = re.compile(r"[^\W\d_]{3,}")
_IN_EVERY_REPORT = """
    about across address all also and any appropriate are arrangements as at because been
    before being between board both but can care child children clear clearly consistent
    consistently could council council's develop each effective effectively ensure ensuring
    establish every families family for from full fully further give good has have help how
    implement improve improved improvement improving include including increase informed into
    its local looked made make making manager managers monitor more must need needs not of on
    or other people person place plan plans practice progress provide provided quality
    relation relevant review reviewed robust service services set should so social staff steps
    strengthen such sufficient support supported take taken that the their them then there
    these they this those through time timeliness timely to understand understood used way
    ways well were what when where which while who will with within work workers young your
"""
_SAYS_NOTHING = frozenset(_IN_EVERY_REPORT.split())
# What reports print in short in one year and in full in another.
_SHORT = {
    "IRO": "independent reviewing officer",
    "PEP": "personal education plan",
    "CSE": "child sexual exploitation",
    "EET": "education employment training",
    "CAF": "common assessment framework",
    "FGM": "female genital mutilation",
}


@dataclass(frozen=True)
class Point:
    """A recommendation as compared: its id, its words, the day of its inspection if known."""

    id: int
    text: str
    day: date | None = None


@dataclass(frozen=True)
class Proposal:
    """A later point that may repeat an earlier one: likeness 0 to 1, the words that meet, years."""

    later: int
    earlier: int
    likeness: float
    words: tuple[str, ...]
    years: float | None


def propose(
    later: Sequence[Point], earlier: Sequence[Point], *, lowest: float = PROPOSED_FROM
) -> list[Proposal]:
    """The pairs that are alike enough, the likest first; points of one day are not compared."""
    told = {point.id: _telling(point.text) for point in (*later, *earlier)}
    weights = _weights(told.values())
    found = [
        _proposal(new, old, told, weights)
        for new in later
        for old in earlier
        if not (new.day and old.day and old.day >= new.day)
    ]
    return sorted(
        (one for one in found if one.likeness >= lowest and len(one.words) >= FEWEST_WORDS),
        key=lambda one: (-one.likeness, one.later, one.earlier),
    )


def years_between(earlier: date | None, later: date | None) -> float | None:
    """Years from one day to another, to one decimal; None where a day is not known.

    >>> years_between(date(2012, 5, 1), date(2016, 2, 22))
    3.8
    """
    if earlier is None or later is None:
        return None
    return round((later - earlier).days / 365.25, 1)


def _proposal(
    new: Point, old: Point, told: Mapping[int, frozenset[str]], weights: Mapping[str, float]
) -> Proposal:
    mine, theirs = told[new.id], told[old.id]
    met = {word for word in mine if _near(word, theirs)} | {w for w in theirs if _near(w, mine)}
    shorter = min((mine, theirs), key=lambda words: sum(weights[word] for word in words))
    likeness = _share(shorter, met, weights)
    return Proposal(
        new.id, old.id, likeness, tuple(sorted(met & mine)), years_between(old.day, new.day)
    )


def _share(words: Collection[str], met: Collection[str], weights: Mapping[str, float]) -> float:
    whole = sum(weights[word] for word in words)
    common = sum(weights[word] for word in words if word in met)
    return round(common / (whole + 2.0), 3) if whole else 0.0


def _telling(text: str) -> frozenset[str]:
    for short, long in _SHORT.items():
        text = re.sub(rf"\b{short}s?\b", long, text)
    words = (word.casefold() for word in _WORD.findall(text.replace("’", "'")))
    return frozenset(word for word in words if word not in _SAYS_NOTHING)


def _near(word: str, others: Iterable[str]) -> bool:
    """Whether another word is the same but for its ending: 'review' and 'reviews'."""
    return any(fuzz.ratio(word, other) >= SAME_WORD for other in others)


def _weights(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    sets = list(texts)
    held = Counter(word for words in sets for word in words)
    return {word: math.log(1 + len(sets) / count) for word, count in held.items()}
