"""Reads how many a test wants, and how many are said to be done. No table is asked."""

import calendar
import re
from dataclasses import dataclass

WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_N = rf"(?P<n>\d{{1,4}}|{'|'.join(WORDS)})"
_OF = re.compile(rf"\b{_N}\s+(?:out\s+)?of\s+(?:the\s+|our\s+)?(?P<all>\d{{1,4}})\b", re.IGNORECASE)
_SAMPLE = re.compile(
    rf"\b(?:sample|audit)\w*\s+of\s+{_N}\b(?:\s+(?P<unit>[^\W\d][\w'’ -]*))?", re.IGNORECASE
)
_EACH = re.compile(
    rf"\b(?:each|every|all)\s+(?:one\s+)?(?:of\s+)?(?:the\s+)?{_N}\s+(?P<unit>[^\W\d][\w'’-]*(?:\s[^\W\d][\w'’-]*)?)",
    re.IGNORECASE,
)
_ASKS_EACH = re.compile(r"\b(each|every)\b", re.IGNORECASE)
_SO_FAR = re.compile(
    rf"^\W*{_N}\s+[\w'’ -]{{0,60}}?\b(taken place|held|done|completed|met|received|returned)\b",
    re.IGNORECASE,
)
# "an audit of 12 months" and "of 14 July" count nothing.
_TIMES = frozenset(
    [f"{unit}{end}" for unit in ("day", "week", "month", "quarter", "year") for end in ("", "s")]
    + [name.casefold() for name in (*calendar.month_name, *calendar.month_abbr) if name]
)
_SMALL_WORDS = frozenset(
    ["from", "of", "in", "within", "to", "for", "by", "at", "and", "with", "who", "which"]
)


@dataclass(frozen=True)
class Quantity:
    """How many of what."""

    number: int
    unit: str = ""


@dataclass(frozen=True)
class Count:
    """How many are said to be done, and of how many where that is said too."""

    number: int
    out_of: int | None = None


def quantity(test: str, action: str = "") -> Quantity | None:
    """How many a test wants: 'Sample audit of 20 records', 'each of the 14 head teachers'.

    A test that asks for each one ('when each meeting has taken place') takes the number that
    its action gives. None where no number is wanted.
    """
    found = _wanted(test)
    if found is None and _ASKS_EACH.search(test):
        found = _in_each(action)
    return found


def count(text: str) -> Count | None:
    """How many are said to be done: '1 of 14', or '1 meeting already taken place'."""
    if of := _OF.search(text):
        number, whole = _number(of["n"]), int(of["all"])
        return Count(number, whole) if number <= whole else None
    so_far = _SO_FAR.match(text)
    return Count(_number(so_far["n"])) if so_far else None


def _wanted(text: str) -> Quantity | None:
    if sample := _SAMPLE.search(text):
        return _checked(_number(sample["n"]), sample["unit"] or "")
    return _in_each(text)


def _in_each(text: str) -> Quantity | None:
    found = _EACH.search(text)
    return _checked(_number(found["n"]), found["unit"]) if found else None


def _checked(number: int, unit: str) -> Quantity | None:
    words: list[str] = []
    for word in unit.split():
        if word.casefold() in _SMALL_WORDS or len(words) == 3:
            break
        words.append(word)
    if not number or (words and words[0].casefold() in _TIMES):
        return None
    return Quantity(number, " ".join(words))


def _number(printed: str) -> int:
    return WORDS.get(printed.casefold()) or int(printed)
