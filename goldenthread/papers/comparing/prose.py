"""Compares the paragraphs of two sections."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from goldenthread.papers.comparing import differing
from goldenthread.papers.comparing.aligning import pairs
from goldenthread.papers.comparing.differing import Difference
from goldenthread.papers.comparing.figures import Figure, beside, figures, unlike

ALIKE = 55.0


@dataclass
class _Place:
    """A paragraph with what is gone from it and added to it; `lone` has no counterpart."""

    where: str
    gone: list[Figure]
    added: list[Figure]
    lone: bool


def compare(before: Sequence[str], after: Sequence[str], where: str) -> Iterator[Difference]:
    """What differs, paragraphs in any order; `where` names the section.

    A paragraph that was cut in two or joined with another keeps its figures: what is gone from
    one and stands in another without a counterpart has only moved.
    """
    found = pairs(before, after, keys=[], text=str.casefold, alike=ALIKE)
    places = [_place(before, after, one, other, where) for one, other in found]
    _moved(places)
    for place in places:
        for pair in beside(place.gone, place.added):
            yield differing.of(place.where, *pair)


def compare_in_order(
    before: Sequence[str], after: Sequence[str], where: str
) -> Iterator[Difference]:
    """What differs between as many paragraphs on both sides, each with its counterpart."""
    for number, (one, other) in enumerate(zip(before, after, strict=True), start=1):
        yield from differing.of_figures(f"{where}, paragraph {number}", one, other)


def _place(
    before: Sequence[str],
    after: Sequence[str],
    one: int | None,
    other: int | None,
    where: str,
) -> _Place:
    number = (one if one is not None else other or 0) + 1
    was = figures(before[one]) if one is not None else []
    now = figures(after[other]) if other is not None else []
    gone, added = unlike(was, now)
    name = f"{where}, paragraph {number}" if one is not None else f"{where}, new paragraph {number}"
    return _Place(name, gone, added, lone=one is None or other is None)


def _moved(places: Sequence[_Place]) -> None:
    """Takes off both sides what moved into or out of a paragraph without a counterpart."""
    for gone, added in ((False, True), (True, False)):
        lone_gone = Counter(f.value for p in places if p.lone >= gone for f in p.gone)
        lone_added = Counter(f.value for p in places if p.lone >= added for f in p.added)
        moved = lone_gone & lone_added
        out, into = Counter(moved), Counter(moved)
        for place in places:
            if place.lone >= gone:
                place.gone = _less(place.gone, out)
            if place.lone >= added:
                place.added = _less(place.added, into)


def _less(these: Sequence[Figure], moved: Counter[Hashable]) -> list[Figure]:
    left = []
    for figure in these:
        if moved[figure.value]:
            moved[figure.value] -= 1
        else:
            left.append(figure)
    return left
