"""Which part of a paper stands where in the finished one: sections, tables, rows and paragraphs."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

T = TypeVar("T")
Key = Callable[[T], Hashable]
Pair = tuple[int | None, int | None]
# Of a longer text its beginning says enough.
COMPARED = 2_000


def pairs(
    before: Sequence[T],
    after: Sequence[T],
    *,
    keys: Sequence[Key[T]],
    text: Callable[[T], str],
    alike: float,
) -> list[Pair]:
    """Each part with its counterpart, in the order of `before`; what is only in `after` last.

    Args:
        keys:  asked in turn; parts with the same key belong together, None is no key.
        text:  what parts are compared by; those with the very same are pairs before all others.
        alike: from how alike (0 to 100) their texts make a pair.

    What is then left between the same neighbours in the same number is paired in order.
    """
    found = _same([text(one) for one in before], [text(other) for other in after])
    for key in keys:
        _by_key(before, after, key, text, found)
    _alike(_left(before, found), _left(after, _back(found)), before, after, text, alike, found)
    _between(len(before), len(after), found)
    taken = set(found.values())
    return [
        *((one, found.get(one)) for one in range(len(before))),
        *((None, other) for other in range(len(after)) if other not in taken),
    ]


def _same(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    places: dict[str, deque[int]] = defaultdict(deque)
    for place, words in enumerate(after):
        places[words].append(place)
    return {place: places[words].popleft() for place, words in enumerate(before) if places[words]}


def _back(found: dict[int, int]) -> dict[int, int]:
    return {other: one for one, other in found.items()}


def _left(parts: Sequence[T], found: dict[int, int]) -> list[int]:
    return [place for place in range(len(parts)) if place not in found]


def _by_key(
    before: Sequence[T],
    after: Sequence[T],
    key: Key[T],
    text: Callable[[T], str],
    found: dict[int, int],
) -> None:
    groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, parts, taken in ((0, before, found), (1, after, _back(found))):
        for place in _left(parts, taken):
            if (value := key(parts[place])) is not None:
                groups[value][side].append(place)
    for ones, others in groups.values():
        if len(ones) == len(others) == 1:
            found[ones[0]] = others[0]
        elif ones and others:
            _alike(ones, others, before, after, text, 0, found)


def _alike(
    ones: Sequence[int],
    others: Sequence[int],
    before: Sequence[T],
    after: Sequence[T],
    text: Callable[[T], str],
    alike: float,
    found: dict[int, int],
) -> None:
    """Pairs the likest first; of those as like, the ones that stand at the nearest places."""
    texts = {other: text(after[other])[:COMPARED] for other in others}
    likely: list[tuple[float, int, int, int]] = []
    for rank, one in enumerate(ones):
        own = text(before[one])[:COMPARED]
        for place, other in enumerate(others):
            score = fuzz.ratio(own, texts[other], score_cutoff=alike)
            if score >= alike:
                likely.append((-score, abs(rank - place), one, other))
    taken: set[int] = set()
    for _, _, one, other in sorted(likely):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)


def _between(ones: int, others: int, found: dict[int, int]) -> None:
    back = _back(found)
    one = 0
    while one < ones:
        end = one
        while end < ones and end not in found:
            end += 1
        first = found[one - 1] + 1 if one else 0
        last = first
        while last < others and last not in back:
            last += 1
        if end - one == last - first:
            found.update(zip(range(one, end), range(first, last), strict=True))
        one = end + 1
