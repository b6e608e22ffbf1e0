"""Which rows of an earlier version a new version's rows are. No table is asked.

Sure only where a person said so, where number and text agree, or where the text stands once
on both sides; a row of the same number is the same while its words are nearly the same.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from goldenthread.plans.folding import folded

NEARLY = 85  # of 100: a typing fault mended, a word added


@dataclass(frozen=True)
class Known:
    """A row of either side: `home` is the item of an action, or ""."""

    number: str
    text: str
    home: str = ""
    public_id: str = ""
    keeps: str = ""


def match(old: Sequence[Known], new: Sequence[Known]) -> dict[int, int]:
    """Index of the new row to index of the old row that it is; a row is taken once.

    Raises:
        KeyError: a row is said to be one that the earlier version does not have.
    """
    found = _as_told(old, new)
    _pair(found, old, new, lambda row: (row.home, folded(row.number), folded(row.text)))
    _pair(found, old, new, lambda row: folded(row.text), once=True)
    _nearly(found, old, new)
    return found


def _as_told(old: Sequence[Known], new: Sequence[Known]) -> dict[int, int]:
    places = {row.public_id: index for index, row in enumerate(old)}
    return {index: places[row.keeps] for index, row in enumerate(new) if row.keeps}


def _pair(
    found: dict[int, int],
    old: Sequence[Known],
    new: Sequence[Known],
    key: Callable[[Known], Hashable],
    *,
    once: bool = False,
) -> None:
    """Pair what has the same key, in order; with `once` only what stands once on both sides."""
    olds = [index for index in range(len(old)) if index not in found.values()]
    news = [index for index in range(len(new)) if index not in found]
    counts = Counter(key(old[index]) for index in olds), Counter(key(new[index]) for index in news)
    for index in news:
        its = key(new[index])
        if once and (counts[0][its] != 1 or counts[1][its] != 1):
            continue
        same = next((place for place in olds if key(old[place]) == its), None)
        if same is not None:
            found[index] = same
            olds.remove(same)


def _nearly(found: dict[int, int], old: Sequence[Known], new: Sequence[Known]) -> None:
    for index, row in enumerate(new):
        if index in found or not row.number:
            continue
        alike = [
            place
            for place, other in enumerate(old)
            if place not in found.values()
            and (other.home, folded(other.number)) == (row.home, folded(row.number))
            and fuzz.ratio(folded(other.text), folded(row.text)) >= NEARLY
        ]
        if len(alike) == 1:
            found[index] = alike[0]
