"""Criteria of an evaluation schedule ('Good' if ...): numbers, their tree, shared ones (B-08 to B-10)."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SHARED = re.compile(
    r"\bnot\s+(?:be\s+)?(?:confined|limited|restricted)\s+to\b[^.]{0,60}"
    r"\b(?:performance|work|actions?|services?|CSC|social care|council)\b",
    re.IGNORECASE,
)


def levels(number: str) -> tuple[int, ...]:
    """The levels of a number, so that criteria sort as in the schedule; () for no number.

    >>> sorted(["10.0", "2.1", "1.0"], key=levels)
    ['1.0', '2.1', '10.0']
    """
    found = _NUMBER.fullmatch(number.strip().rstrip("."))
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def parent_of(number: str, known: Iterable[str]) -> str:
    """The criterion that a number stands under: 5.0 for 5.1, 5.1 for 5.1.2; "" where none is known.

    >>> parent_of("5.2", ["5.0", "5.1", "5.2"])
    '5.0'
    """
    own = levels(number)
    if not own or own[-1] == 0:
        return ""
    wanted = own[:-1] if len(own) > 2 else (own[0], 0)
    return next((other for other in known if levels(other) == wanted), "")


def numbers(printed: str) -> tuple[str, ...]:
    """The numbers that a row names as answered, such as "5.0, 5.1 and 5.2"; each once."""
    return tuple(dict.fromkeys(_NUMBER.findall(printed)))


def shared_words(text: str) -> str:
    """The sentence that says the judgement rests on more than the council; "" where none does."""
    return next((one.strip() for one in _SENTENCE.split(text) if _SHARED.search(one)), "")
