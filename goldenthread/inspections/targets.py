"""Numbers that a recommendation itself sets, and whether each group reaches them (B-11)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, EXACTLY = (
    "at least",
    "more than",
    "at most",
    "less than",
    "exactly",
)
PER_CENT = "%"
_COMPARATORS = {
    AT_LEAST: r"(?:a )?minimum(?: of)?|at least|no(?:t)? (?:less|fewer) than",
    AT_MOST: r"(?:a )?maximum(?: of)?|at most|no(?:t)? more than|up to",
    MORE_THAN: r"(?:more|greater|higher) than|over|above|exceed(?:s|ing)?",
    LESS_THAN: r"(?:less|fewer|lower) than|under|below",
}
_AFTER = {
    AT_LEAST: r"or (?:above|more|better|higher|over)",
    AT_MOST: r"or (?:below|less|fewer|lower)",
}
_LEVEL = re.compile(
    "(?:"
    + "|".join(f"\\b(?P<b{i}>{words})\\s+" for i, words in enumerate(_COMPARATORS.values()))
    + r")?(?<![\d.,])(?P<value>\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent\b)"
    + "(?:\\s+(?:"
    + "|".join(f"(?P<a{i}>{words})\\b" for i, words in enumerate(_AFTER.values()))
    + r"))?(?:\s+of\s+(?P<population>(?:[^\W\d_][\w’'-]*\s*){1,8}))?",
    re.IGNORECASE,
)
# A change ("by 10%", "a 5% rise") says nothing about the level to be reached.
_CHANGE = re.compile(r"\bby\s+(?:a\s+further\s+|at least\s+|up to\s+)?$", re.IGNORECASE)
_CHANGED = re.compile(
    r"^\s*(?:points?|percentage|rise|increase|reduction|decrease|fall)", re.IGNORECASE
)
_POPULATION_ENDS = re.compile(
    r"\s+(?:(?:are|is|have|has|had|were|was|be|being|to|who|which|that|should|must|will|receive[sd]?|"
    r"by|within|in|at|on|with|from|for|and)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_EACH = re.compile(
    r"^(?:(?:all|each|every)\b.*\b(?:groups?|teams?|services?|schools?|localities|locality|wards?|sites?|"
    r"agenc(?:y|ies)|partners?|organisations?)$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Commitment:
    """A level to be reached: words as printed, comparator, value in per cent, of whom.

    `each_group` says that every group has to reach it by itself; a mean over them shows nothing.
    """

    words: str
    comparator: str
    value: Decimal
    population: str = ""
    each_group: bool = False


@dataclass(frozen=True)
class Reached:
    """Whether a target is reached: None where that cannot be worked out; the groups behind it."""

    met: bool | None
    short: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        if self.met is None:
            return f"cannot be worked out: no figures for {', '.join(self.unknown) or 'anybody'}"
        return "reached" if self.met else f"not reached: {', '.join(self.short)}"


def commitments(text: str) -> tuple[Commitment, ...]:
    """The levels in per cent that a text sets; a change ("by 10%") and a bare figure are none.

    >>> commitments("so that a minimum of 80% of all staff groups are in date")[0].each_group
    True
    """
    found = (_commitment(text, match) for match in _LEVEL.finditer(text))
    return tuple(one for one in found if one is not None)


def reached(
    target: Commitment,
    groups: Mapping[str, tuple[int, int] | None],
    *,
    expected: Iterable[str] = (),
) -> Reached:
    """Whether the groups reach a target.

    Args:
        groups:   name to (numerator, denominator); None, or nobody in it, is not known.
        expected: groups that have to be there; one that is missing is not known.

    A group that is short decides at once; an unknown one leaves 'reached' unsaid. Where the
    target does not ask each group, the groups are added up.
    """
    figures = {**dict.fromkeys(expected), **groups}
    unknown = tuple(name for name, figure in figures.items() if not figure or not figure[1])
    known = {name: figure for name, figure in figures.items() if figure and figure[1]}
    if not target.each_group:
        if unknown or not known:
            return Reached(None, unknown=unknown)
        whole = (sum(n for n, _ in known.values()), sum(d for _, d in known.values()))
        return (
            Reached(True)
            if _holds(target, *whole)
            else Reached(False, (target.population or "all",))
        )
    short = tuple(name for name, figure in known.items() if not _holds(target, *figure))
    if short:
        return Reached(False, short, unknown)
    return Reached(None if unknown or not known else True, unknown=unknown)


def _commitment(text: str, match: re.Match[str]) -> Commitment | None:
    before, after = text[: match.start()], text[match.end() :]
    value = Decimal(match["value"])
    comparator = _comparator(match)
    if value > 100 or _CHANGE.search(before) or _CHANGED.match(after):
        return None
    named = match["population"] or ""
    population = _POPULATION_ENDS.sub("", named.strip())
    if not comparator and not (value == 100 and population):
        return None
    return Commitment(
        words=match[0].removesuffix(named).strip() + (f" {population}" if population else ""),
        comparator=comparator or EXACTLY,
        value=value,
        population=population,
        each_group=_EACH.search(population) is not None,
    )


def _comparator(match: re.Match[str]) -> str:
    for letter, names in (("b", _COMPARATORS), ("a", _AFTER)):
        for i, name in enumerate(names):
            if match[f"{letter}{i}"]:
                return name
    return ""


def _holds(target: Commitment, numerator: int, denominator: int) -> bool:
    """Whether n of d fulfils the target, without rounding."""
    have, want = Decimal(numerator * 100), target.value * denominator
    return {
        AT_LEAST: have >= want,
        MORE_THAN: have > want,
        AT_MOST: have <= want,
        LESS_THAN: have < want,
        EXACTLY: have == want,
    }[target.comparator]
