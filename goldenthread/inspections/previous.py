"""Sentences in which a report speaks of an earlier inspection (A-14)."""

import re
from collections.abc import Iterable

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_EARLIER = re.compile(
    r"\b(?:previous|last|earlier|prior|(?:19|20)\d\d|most recent)\s+(?:[\w’'-]+\s+){0,3}inspections?\b"
    r"|\binspections?\s+(?:of|in)\s+(?:[A-Z]\w+\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def mentions(texts: Iterable[str]) -> tuple[str, ...]:
    """The sentences, each once, in order.

    >>> mentions(["Staff are skilled. This was asked for at the previous inspection."])
    ('This was asked for at the previous inspection.',)
    """
    sentences = (one.strip() for text in texts for one in _SENTENCE.split(text))
    return tuple(dict.fromkeys(one for one in sentences if _EARLIER.search(one)))
