"""The words of a text for comparing, without marks, so that a cut or a join loses none."""

import re
from collections import Counter
from typing import Any

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
# Words that may fall where a cell is cut in two.
_JOINERS = frozenset({"and", "also", "then"})
# Labels of a list: i), ii), a), 1.
_LABEL = re.compile(r"(?m)^\s*(?:\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)]\s+|[•▪*–-]\s*)", re.IGNORECASE)


def words_of(value: Any) -> Counter[str]:
    """How often each word stands in a text, or in all texts of a value."""
    if isinstance(value, str):
        return Counter(word.casefold() for word in _WORD.findall(value))
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return sum((words_of(one) for one in value), Counter())
    return Counter()


def lost(value: Any, parts: list[Any]) -> list[str]:
    """The words of a value that stand in none of its parts; joiners and labels may fall."""
    plain = _LABEL.sub("", value) if isinstance(value, str) else value
    missing = words_of(plain) - sum((words_of(part) for part in parts), Counter())
    return [word for word in missing if word not in _JOINERS]


def invented(value: Any, parts: list[Any]) -> list[str]:
    """The words of the parts that the value does not have."""
    known = words_of(value)
    return sorted({word for part in parts for word in words_of(part) if word not in known})
