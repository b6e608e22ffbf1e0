"""Numbers of items, and whether one may follow another."""

import re

from goldenthread.documents.plans.lost_columns.vocabulary import NUMBER

BEST_NUMBER = 2.5
_FIRST = 0.5
_OVERLOOKS_NEXT = -3.5
_OVERLOOKS_ANY = -1.5
_LATER = -4.5
_EARLIER = -6.0


def number_in(word: str) -> tuple[int, ...] | None:
    """The parts of a number such as '3', '3.2', 'A4)' or '2b'; None if it is none."""
    if not NUMBER.fullmatch(word):
        return None
    digits = re.findall(r"\d+|[a-z](?=[.)]?$)", word)
    parts = tuple(int(d) if d.isdigit() else ord(d) - ord("a") + 1 for d in digits)
    return parts or None


def follows(before: tuple[int, ...] | None, number: tuple[int, ...]) -> float:
    """How well a number fits as the next one, as a log score."""
    if before is None:
        return _FIRST
    if number in _successors(before):
        return BEST_NUMBER
    return _LATER if number > before else _EARLIER


def overlooked(before: tuple[int, ...] | None, words: tuple[str, ...]) -> float:
    """What it costs to read a line as no item's first line, though it begins as one: '4 Improve'."""
    if not words or (len(words) > 1 and not words[1][0].isupper()):
        return 0.0
    number = number_in(words[0])
    if number is None:
        return 0.0
    if before is not None and number not in _successors(before):
        return _OVERLOOKS_ANY if number > before and len(words) > 1 else 0.0
    return _OVERLOOKS_NEXT


def _successors(number: tuple[int, ...]) -> set[tuple[int, ...]]:
    """The numbers that may come next: one more at any level, or the first of a level below."""
    found = {(*number, 0), (*number, 1)}
    for depth in range(len(number)):
        raised = (*number[:depth], number[depth] + 1)
        found |= {raised, (*raised, 0), (*raised, 1)}
    return found
