"""Which type of inspection the words of a report name (A-15)."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol


class Named(Protocol):
    """A type as the rule asks of it."""

    code: str
    label: str
    wordings: Sequence[str]


def type_of(texts: Iterable[str], known: Sequence[Named]) -> str:
    """The code of the type that the first telling text names first; "" where none does.

    Of wordings that begin at one place the longest wins; 'unannounced' is no 'announced'.
    """
    for text in texts:
        found = [
            (match.start(), -len(words), one.code)
            for one in known
            for words in (one.label, *one.wordings)
            if (match := re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))
        ]
        if found:
            return min(found)[2]
    return ""
