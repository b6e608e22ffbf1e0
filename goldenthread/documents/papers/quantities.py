"""Finds the numbers in a sentence, in figures or words, with what they are out of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from goldenthread.basics.wording import find_dates
from goldenthread.documents.papers.measures import PEOPLE, UNIT, unit_of
from goldenthread.documents.papers.numbers import FIGURE, WORD, value_of
from goldenthread.documents.papers.passages import LONGEST_SENTENCE

_NUMBER = rf"(?:{FIGURE}|{WORD})"
_PERCENT = r"(?:\s?%|\s+per\s?cent\b)"
_FRACTIONS = {
    "half": 50,
    "a half": 50,
    "one half": 50,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "two thirds": 200 / 3,
    "a quarter": 25,
    "one quarter": 25,
    "three quarters": 75,
    "a fifth": 20,
    "one fifth": 20,
}
_ANY_FRACTION = "|".join(
    word.replace(" ", "[- ]") for word in sorted(_FRACTIONS, key=len, reverse=True)
)
# Numbers that count nothing: sections of acts, years of school, times of day, list labels.
_NO_QUANTITY = re.compile(
    r"\b(?:sec(?:tion|\.)?|s\.?|reg(?:ulation|\.)?|part|chapter|para(?:graph)?|page"
    r"|appendix|article|item|no\.|phase|stage"
    r"|level|tier|year|band|grade|question|schedule|annex|table|figure|priority"
    r"|recommendation|version|covid)[\s-]*\d+[a-z]?\b"
    r"|\b\d{1,2}[.:]\d{2}\s*(?:am|pm)\b|\b24/7\b|\b(?:19|20)\d{2}\s?[/–-]\s?(?:20)?\d{2}\b"
    r"|\b0\d{3,4}[\s-]?\d{3}[\s-]?\d{3,4}\b"
    r"|\bone\s+(?:of|another|more)\b|\bone-to-one\b|\bno\s+one\b|\b(?:this|that|the|any"
    r"|every)\s+one\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence: `text[start:end]` is the whole of it with its unit.

    `value` is a count, or the percentage where `unit` is percent; `upper` the end of a range,
    `previous` what it was before, `out_of` what it is a part of.
    """

    start: int
    end: int
    value: int | float | None
    unit: str
    kind: str = "count"
    upper: int | float | None = None
    previous: int | float | None = None
    out_of: int | float | None = None
    share: int | float | None = None


_Made = Callable[[re.Match[str]], Quantity | None]


def quantities_in(text: str) -> list[Quantity]:
    """The quantities of a sentence in order; dates and numbers of sections are none."""
    if len(text) > LONGEST_SENTENCE:
        return []
    taken = [(one.start, one.end) for one in find_dates(text)]
    taken += [found.span() for found in _NO_QUANTITY.finditer(text)]
    found: list[Quantity] = []
    for pattern, make in _SHAPES:
        for match in pattern.finditer(text):
            if any(match.start() < end and match.end() > start for start, end in taken):
                continue
            one = make(match)
            if one is not None:
                found.append(one)
                taken.append((one.start, one.end))
    return sorted(found, key=lambda one: one.start)


def _span(match: re.Match[str], value: Any, unit: str, **more: Any) -> Quantity:
    return Quantity(match.start(), match.end(), value, unit, **more)


def _value(printed: str | None) -> int | float | None:
    return value_of(printed) if printed else None


def _part(match: re.Match[str]) -> Quantity | None:
    """A part of a whole: "18 of 22 case files (82%)", "one in five"."""
    part, whole = value_of(match["part"]), value_of(match["whole"])
    if part > whole or (match["link"].lower() == "in" and part * 2 > whole):
        return None
    unit = unit_of(match["unit"]) if match["unit"] else "of the whole"
    return _span(match, part, unit, out_of=whole, share=_value(match["share"]), kind="part")


def _percent_part(match: re.Match[str]) -> Quantity:
    """A percentage with its numbers: "82% (18 of 22)"."""
    return _span(
        match,
        value_of(match["share"]),
        "percent",
        out_of=value_of(match["whole"]),
        kind="share",
    )


def _percent_of(match: re.Match[str]) -> Quantity:
    return _span(
        match, value_of(match["share"]), "percent", out_of=value_of(match["whole"]), kind="share"
    )


def _count_with_share(match: re.Match[str]) -> Quantity:
    """A number with its percentage: "98 of them (24%)"."""
    unit = unit_of(match["unit"]) if match["unit"] else ""
    return _span(match, value_of(match["count"]), unit, share=_value(match["share"]))


def _rate(match: re.Match[str]) -> Quantity:
    per = match["per"].strip()
    return _span(match, value_of(match["rate"]), f"per {per}", out_of=value_of(per), kind="rate")


def _from_to(match: re.Match[str]) -> Quantity | None:
    sign = match["sign"] or match["sign_before"]
    if not sign and not match["unit"] and not match["change"]:
        return None
    unit = "percent" if sign else unit_of(match["unit"]) if match["unit"] else ""
    if match["unit_before"] and unit_of(match["unit_before"]) != unit:
        return None
    kind = "share" if sign else "count"
    return _span(match, value_of(match["now"]), unit, previous=value_of(match["before"]), kind=kind)


def _range(match: re.Match[str]) -> Quantity | None:
    low, high = value_of(match["low"]), value_of(match["high"])
    before = match.string[: match.start()].rstrip().lower()
    if low >= high or (match["link"].lower() == "and" and not before.endswith("between")):
        return None
    unit = "percent" if match["sign"] else unit_of(match["unit"])
    return _span(match, low, unit, upper=high, kind="range")


def _percent(match: re.Match[str]) -> Quantity:
    unit = "percentage points" if match["points"] else "percent"
    return _span(match, value_of(match["share"]), unit, kind="share")


def _ratio(match: re.Match[str]) -> Quantity:
    return _span(match, value_of(match["one"]), "ratio", out_of=value_of(match["to"]), kind="ratio")


def _fraction(match: re.Match[str]) -> Quantity:
    value = _FRACTIONS[" ".join(match["share"].lower().replace("-", " ").split())]
    return _span(match, value, "percent", kind="share")


def _pounds(match: re.Match[str]) -> Quantity:
    scale = {"k": 1_000, "m": 1_000_000}.get((match["scale"] or "").lower()[:1], 1)
    pounds = value_of(match["pounds"]) * scale
    return _span(match, int(pounds) if pounds == int(pounds) else pounds, "pounds", kind="money")


def _counted(match: re.Match[str]) -> Quantity | None:
    unit = unit_of(match["unit"])
    return _span(match, value_of(match["count"]), unit)


def _other(match: re.Match[str]) -> Quantity | None:
    """A number before a plural that we have no unit for."""
    return _span(match, value_of(match["count"]), match["unit"].split()[-1].lower())


def _bare(match: re.Match[str]) -> Quantity:
    none = match["count"].lower() in {"none", "nil"}
    return _span(match, 0 if none else value_of(match["count"]), "")


def _all_of(match: re.Match[str]) -> Quantity:
    """ "Every child has a plan": all of them."""
    return _span(match, 100, "percent", kind="all")


def _shape(pattern: str, make: _Made) -> tuple[re.Pattern[str], _Made]:
    return re.compile(pattern, re.IGNORECASE), make


_ADJECTIVES = (
    r"(?:(?!(?:of|and|or|in|to|for|the|with|which|is|are|per|at|on)\b)[A-Za-z][\w’'-]*\s+){0,3}?"
)
_PLURAL = (
    r"(?:(?!(?:of|and|or|in|to|for|the|with|which|is|are|per|at|on|was"
    r"|were)\b)[a-z][\w’'-]*\s+){0,2}?[a-z]{3,}s"
)
_OF_THE = r"(?:of|out\s+of)\s+(?:the\s+|our\s+|all\s+|these\s+|those\s+)?"
_SHAPES: tuple[tuple[re.Pattern[str], _Made], ...] = (
    _shape(r"£\s?(?P<pounds>" + FIGURE + r")\s?(?P<scale>k|m|million|thousand)?\b", _pounds),
    _shape(
        rf"(?<![\w.])(?P<share>{FIGURE}){_PERCENT}\s*\(\s*(?P<part>{_NUMBER})\s*(?:of|out\s+of"
        rf"|/)\s*(?P<whole>{_NUMBER})[^)]*\)",
        _percent_part,
    ),
    _shape(
        rf"(?<![\w.])(?P<share>{FIGURE}){_PERCENT}\s+{_OF_THE}(?P<whole>{_NUMBER})\s+"
        rf"(?={_ADJECTIVES}\w+s?\b)",
        _percent_of,
    ),
    _shape(
        rf"(?<![\w.])(?P<part>{_NUMBER})\s+"
        rf"(?P<between>{_ADJECTIVES}{UNIT}\s+)?(?P<link>out\s+of|of|in)\s+(?:the\s+|our\s+"
        rf"|all\s+)?(?P<whole>{_NUMBER})(?!\s*%)\b(?:\s+(?P<unit>{_ADJECTIVES}{UNIT}"
        rf"|{_PLURAL})\b)?(?:\s*\(\s*(?P<share>{FIGURE}){_PERCENT}\s*\))?",
        _part,
    ),
    _shape(
        rf"(?<![\w.])(?P<count>{_NUMBER})(?:\s+(?:of\s+(?:them|these|those|which|whom)"
        rf"|(?P<unit>{_ADJECTIVES}{UNIT}"
        rf"|{_PLURAL})))?\s*\(\s*(?P<share>{FIGURE}){_PERCENT}\s*\)",
        _count_with_share,
    ),
    _shape(
        rf"(?<![\w.])(?P<rate>{FIGURE})\s+(?:children\s+)?per\s+(?P<per>1,?000|10,?000|100,?000)\b",
        _rate,
    ),
    _shape(
        rf"\b(?P<change>(?:up|down|reduced|fallen|risen|increased|improved|decreased|rose|fell"
        rf"|dropped)\s+)?from\s+(?P<before>{_NUMBER})(?P<sign_before>{_PERCENT})?(?:\s+"
        rf"(?P<unit_before>{_ADJECTIVES}{UNIT}))?\s+to\s+(?P<now>{_NUMBER})"
        rf"(?P<sign>{_PERCENT})?(?:\s+(?P<unit>{_ADJECTIVES}{UNIT})\b)?",
        _from_to,
    ),
    _shape(
        rf"(?<![\w.])(?P<low>{_NUMBER})(?:{_PERCENT})?\s*(?P<link>-|–|to|and)\s*(?P<high>{_NUMBER})"
        rf"(?:(?P<sign>{_PERCENT})|\s*(?P<unit>{_ADJECTIVES}{UNIT})\b)",
        _range,
    ),
    _shape(
        rf"(?<![\w.])(?P<share>{FIGURE}|{WORD}){_PERCENT}(?P<points>(?:age)?\s+points?)?", _percent
    ),
    _shape(r"(?<![\w.:])(?P<one>\d{1,2})\s?:\s?(?P<to>\d{1,3})(?![\w:%])", _ratio),
    _shape(
        rf"\b(?P<share>{_ANY_FRACTION})\b(?=\s+(?:of|the|our|were|are)\b)",
        _fraction,
    ),
    _shape(
        rf"\b(?:every|all)\s+(?:the\s+|our\s+|of\s+our\s+)?(?:{PEOPLE})\b(?=\s+(?:now\s+)?(?:is"
        rf"|are|has|have|had|was|were)\b)|(?<=audited\s)all\s+(?:{PEOPLE})"
        rf"|(?<=reviewed\s)all\s+(?:{PEOPLE})|(?<=visited\s)all\s+(?:{PEOPLE})"
        rf"|(?<=assessed\s)all\s+(?:{PEOPLE})",
        _all_of,
    ),
    _shape(rf"(?<![\w.£])(?P<count>{_NUMBER})\s*(?P<unit>{_ADJECTIVES}{UNIT})(?![\w])", _counted),
    _shape(
        rf"(?<![\w.£])(?P<count>{_NUMBER})\s+(?P<unit>{_PLURAL})\b(?<!ss)(?<!was)(?<!has)"
        rf"(?<!this)(?<!is)",
        _other,
    ),
    _shape(
        r"(?:(?<=\bis\s)|(?<=\bare\s)|(?<=\bwas\s)|(?<=\bwere\s)|(?<=\bat\s)|(?<=\bto\s)"
        r"|(?<=\bfrom\s)"
        rf"|(?<=[–:]\s)|(?<=\s-\s)|^)(?P<count>{_NUMBER}|none|nil)\b"
        r"(?=\s*(?:[.,;(]|$|which\b|and\b|by\b|compared\b|against\b|the\s+(?:year|month"
        r"|quarter|week)\b|last\b|in\b))",
        _bare,
    ),
    _shape(rf"^(?P<count>{_NUMBER})\b(?=\s+(?:have|has|had|were|was|are|is)\b)", _bare),
)
