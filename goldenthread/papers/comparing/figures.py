"""The figures of a text: numbers, shares, money, days and ids, alike however they are written."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.documents.papers.numbers import WORDS

TWENTY = 20
THIS_CENTURY = 2000
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_COUNTED = {word: value for word, value in WORDS.items() if 1 <= value <= TWENTY}
_WORD = rf"(?i:\b(?:{'|'.join(sorted(_COUNTED, key=len, reverse=True))})\b)"
_SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_NUMBER = r"(?>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|(?<!\S)\.[0-9]+)"
_START = r"(?<![\w.])"
_SIGN = r"(?:(?<![\w.)%])[-−–](?=[0-9]))?"
_PLAIN = rf"(?:{_NUMBER}|{_WORD}|\bc\b)"
_PER_CENT = r"(?:%|per\s?cent\b)"
_NO_UNIT = rf"(?!\s*(?:{_PER_CENT}|{_MONTH}))(?![\w/])"
# "one of the teams", "one another", "no one" count nothing.
_NOT_COUNTED = r"(?:of|another|or|who|which|that|is|was|and|to|by|in|on|at|for|as)\b"
_COUNTING_WORD = (
    rf"(?<!\bno )(?<!\bany )(?<!\bthis )(?<!\bthat )(?<!\beach )(?<!\bevery ){_WORD}"
    rf"(?=\s+(?!{_NOT_COUNTED})[a-z])"
)
# The first that fits at a place is taken, so what is longer stands before what it begins with.
_FORMS: tuple[tuple[str, str], ...] = (
    ("day", rf"{_START}[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+[0-9]{{4}}\b)?"),
    ("day_after", rf"\b{_MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+[0-9]{{4}}\b)?"),
    ("month", rf"\b{_MONTH}\s+[0-9]{{4}}\b"),
    ("iso_day", rf"{_START}[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b"),
    ("short_day", rf"{_START}[0-9]{{1,2}}/[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9]{{2}})\b"),
    ("short_day", rf"{_START}[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{4}}\b"),
    ("years", rf"{_START}20[0-9]{{2}}[/–-](?:20)?[0-9]{{2}}\b"),
    ("money", rf"{_SIGN}£\s?{_NUMBER}(?:\s?(?:{'|'.join(_SCALES)})\b)?"),
    ("percent", rf"{_START}{_SIGN}{_NUMBER}\s?{_PER_CENT}"),
    (
        "share",
        rf"{_START}{_PLAIN}\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+)?{_PLAIN}{_NO_UNIT}",
    ),
    ("share", rf"{_START}[0-9]+/[0-9]+{_NO_UNIT}"),
    ("name", r"\b[A-Z]{1,4}[0-9]+(?:[-.][A-Z]{0,2}[0-9]+)*\b"),
    ("name", rf"{_START}[0-9]+(?:\.[0-9]+){{2,}}\b"),
    ("ordinal", rf"{_START}[0-9]+(?:st|nd|rd|th)\b"),
    ("scaled", rf"{_START}{_SIGN}{_NUMBER}\s(?:thousand|million|billion)\b"),
    ("number", rf"{_START}{_SIGN}{_NUMBER}(?![^\W_])"),
    ("word", _COUNTING_WORD),
    ("hidden", r"(?<![\w(.&'’])c(?![\w).&'’])"),
    ("name", r"\w*[0-9]\w*"),
)
_ANY = re.compile("|".join(f"(?P<f{n}>{form})" for n, (_, form) in enumerate(_FORMS)))
_VALUE = re.compile(rf"{_PLAIN}")
_DASHES = str.maketrans({"‐": "-", "‑": "-", "\u00ad": "", "\u200b": ""})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is printed; two with the same `value` say the same."""

    value: Hashable
    printed: str


def figures(text: str) -> list[Figure]:
    """The figures of a text in their order; no digit stands outside them.

    "45%" and "45 per cent", "1,000" and "1000", "16 March 2026" and "16/03/2026", "three teams"
    and "3 teams" are alike. A decimal without a unit keeps its noughts, because 5.10 may be
    the tenth point of part 5: only "5.0" is 5.
    """
    return list(_found(plain(text)))


def plain(text: str) -> str:
    """The text with its white space, dashes and forms of letters folded."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """The figures that only one of two texts has, as printed, each beside what took its place.

    Where the same figures stand in another order nothing has changed. "" stands for none.
    """
    return beside(*unlike(figures(before), figures(after)))


def unlike(before: Sequence[Figure], after: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """What of each side the other has not, in order and as often as it is missing."""
    return _without(before, after), _without(after, before)


def beside(gone: Sequence[Figure], added: Sequence[Figure]) -> list[tuple[str, str]]:
    """What is gone beside what was added, in order; those of one kind stand together first."""
    left, found = list(added), []
    for one in gone:
        other = next((o for o in left if _kind(o) == _kind(one)), None)
        if other is not None:
            left.remove(other)
        found.append((one, other))
    pairs = []
    for one, other in found:
        beside_it = other or (left.pop(0) if left else None)
        pairs.append((one.printed, beside_it.printed if beside_it else ""))
    return pairs + [("", one.printed) for one in left]


def _kind(figure: Figure) -> str:
    value = figure.value
    return str(value[0]) if isinstance(value, tuple) else "number"


def _without(these: Sequence[Figure], those: Sequence[Figure]) -> list[Figure]:
    spare = Counter(figure.value for figure in those)
    left = []
    for figure in these:
        if spare[figure.value]:
            spare[figure.value] -= 1
        else:
            left.append(figure)
    return left


def _found(text: str) -> Iterator[Figure]:
    for match in _ANY.finditer(text):
        kind, _ = _FORMS[int((match.lastgroup or "f0")[1:])]
        yield Figure(_READERS[kind](match[0]), match[0].strip())


def _day(printed: str) -> Hashable:
    """(day, year or None, month, day) of a day with its month in letters, in either order."""
    numbers = [int(number) for number in re.findall("[0-9]+", printed)]
    return ("day", numbers[1] if len(numbers) > 1 else None, _month_of(printed), numbers[0])


def _month(printed: str) -> Hashable:
    return ("month", int(printed[-4:]), _month_of(printed))


def _month_of(printed: str) -> int:
    found = re.search(_MONTH, printed)
    return _MONTHS.index(found[0][:3]) + 1 if found else 0


def _iso_day(printed: str) -> Hashable:
    year, month, day = map(int, printed.split("-"))
    return ("day", year, month, day)


def _short_day(printed: str) -> Hashable:
    """The day stands first, as in England."""
    day, month, year = map(int, re.split("[/.]", printed))
    return ("day", year if year > 99 else THIS_CENTURY + year, month, day)


def _years(printed: str) -> Hashable:
    return ("years", int(printed[2:4]), int(printed[-2:]))


def _money(printed: str) -> Hashable:
    return ("money", _signed(printed) * _scale(printed))


def _percent(printed: str) -> Hashable:
    return ("percent", _signed(printed))


def _scaled(printed: str) -> Hashable:
    return _signed(printed) * _scale(printed)


def _signed(printed: str) -> Decimal:
    found = re.search(_NUMBER, printed)
    size = Decimal(found[0].replace(",", "")) if found else Decimal(0)
    return -size if printed[0] in "-−–" else size


def _scale(printed: str) -> int:
    word = re.search(r"[a-z]+$", printed)
    return int(10 ** _SCALES[word[0]]) if word else 1


def _share(printed: str) -> Hashable:
    first, second = _VALUE.findall(printed.replace("/", " of "))
    return ("share", _number(first), _number(second))


def _ordinal(printed: str) -> Hashable:
    return ("ordinal", int(printed[:-2]))


def _number(printed: str) -> Hashable:
    """A number's value; as text where noughts at its end may mean something; "c" is hidden."""
    word = printed.lower()
    if word in _COUNTED:
        return Decimal(_COUNTED[word])
    if word == "c":
        return "c"
    whole, _, part = printed.lstrip("-−–").replace(",", "").partition(".")
    if part.strip("0"):
        sign = "-" if printed[0] in "-−–" else ""
        return ("decimal", f"{sign}{int(whole or '0')}.{part}")
    return _signed(printed)


def _name(printed: str) -> Hashable:
    return ("name", printed.upper())


_READERS: dict[str, Callable[[str], Hashable]] = {
    "day": _day,
    "day_after": _day,
    "month": _month,
    "iso_day": _iso_day,
    "short_day": _short_day,
    "years": _years,
    "money": _money,
    "percent": _percent,
    "share": _share,
    "name": _name,
    "ordinal": _ordinal,
    "scaled": _scaled,
    "number": _number,
    "word": _number,
    "hidden": _number,
}
