"""Figures in running text: the number, what is counted, and the sentence it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.documents.reports.sentences import NUMBERS, sentences

UNITS: dict[str, tuple[str, ...]] = {
    "people": ("people", "residents", "adults", "staff"),
    "children": ("children",),
    "young people": ("young people",),
    "pupils": ("pupils", "students"),
    "care leavers": ("care leavers",),
    "families": ("families",),
    "households": ("households",),
    "schools": ("school", "schools", "academies", "pupil referral unit", "pupil referral units"),
    "centres": ("centre", "centres"),
    "providers": ("providers", "nurseries", "childminders"),
    "colleges": ("college", "colleges"),
    "homes": ("home", "homes"),
    "carers": ("carers",),
    "placements": ("placements",),
    "authorities": ("unitary authorities", "local authorities", "authorities"),
    "inspectors": ("inspector", "inspectors"),
    "case files": ("case files", "files", "case records"),
    "cases": ("cases",),
    "posts": ("officers", "posts", "social workers"),
    "areas": ("areas",),
    "square miles": ("square miles",),
    "square kilometres": ("square kilometres",),
    "hours": ("hours",),
    "days": ("days",),
    "weeks": ("weeks",),
    "plans": ("plans",),
    "reviews": ("reviews",),
    "referrals": ("referrals",),
    "assessments": ("assessments",),
    "interviews": ("interviews",),
    "meetings": ("meetings",),
    "focus groups": ("focus groups",),
}
UNIT_OF = {form: unit for unit, forms in UNITS.items() for form in forms}
_UNIT = "|".join(sorted(UNIT_OF, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(NUMBERS)})"
_BETWEEN = (
    r"(?:(?!(?:and|or|to|of|in|at|the|for|with|by|is|are|was|were|have|has|had|until|before|between|"
    r"from|as|on|which|who|that|off|year|years|months?)\b)[\w’'-]+\s+){0,4}?"
)
_NOT_A_NAME = r"(?<![\w*./–-])(?<!Section )(?<!Level )(?<!Stage )(?<!Grade )(?<!Year )(?<!Option )"
PERCENT = re.compile(rf"{_NOT_A_NAME}(?P<n>\d+(?:\.\d+)?)\s*(?:%|per cent\b)")
OUT_OF = re.compile(
    rf"\b(?P<n>{_NUMBER}) (?:out )?of (?:the |its )?(?P<of>{_NUMBER})\s+{_BETWEEN}(?P<unit>{_UNIT})\b(?![’'])",
    re.IGNORECASE,
)
COUNTED = re.compile(
    rf"{_NOT_A_NAME}(?P<n>{_NUMBER})(?! of\b)(?:\s+of (?:Her|His) Majesty[’']s)?\s+"
    rf"{_BETWEEN}(?P<unit>{_UNIT}|HMI)\b(?! of age| old|[’'])",
    re.IGNORECASE,
)
MAJESTY = re.compile(
    rf"\b(?P<n>{_NUMBER}) of (?:Her|His) Majesty[’']s (?P<unit>Inspectors)", re.IGNORECASE
)
POPULATION = re.compile(
    rf"\b(?P<unit>population)\b[^.,;]{{0,40}}?\b(?:of|is|was)(?: \w+)? (?P<n>{_NUMBER})\b(?!\s*%)"
)
NUMBER_OF = re.compile(
    rf"\bnumber of {_BETWEEN}(?P<unit>{_UNIT})\b[^.;]{{0,60}}?\b(?:to|at|was|is|from)\s+"
    r"(?P<n>\d[\d,]*)\b(?!\s*%)(?!,?\s*(?:\d|%))"
)
WITHIN_YEARS = re.compile(rf"\bwithin the (?:last|past|next) (?P<n>{_NUMBER}) (?P<unit>years)\b")
RANK = re.compile(r"\b(?P<n>\d{1,3})(?:st|nd|rd|th) (?P<unit>nationally|in England)\b")
SHAPES = (PERCENT, OUT_OF, MAJESTY, POPULATION, NUMBER_OF, WITHIN_YEARS, RANK, COUNTED)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WHEN_AFTER = re.compile(
    rf"^(?:\s+\w+){{0,2}}?\s+(?:in|by|during) (?P<when>(?:(?:{_MONTHS}) )?(?:19|20)\d\d)\b"
)
WHEN_BEFORE = re.compile(rf"\b[Ii]n (?P<when>(?:(?:{_MONTHS}) )?(?:19|20)\d\d),?\s+$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as counted. `text` is its sentence; `when` the year or month printed beside it."""

    value: float
    unit: str
    text: str
    out_of: float | None = None
    when: str | None = None


def number_of(text: str) -> float | None:
    """The value of figures or of a word up to twenty; None for anything else."""
    word = text.strip().lower()
    if word in NUMBERS:
        return NUMBERS[word]
    plain = word.replace(",", "")
    return (
        (float(plain) if "." in plain else int(plain)) if re.fullmatch(r"[\d.]+", plain) else None
    )


def figures(text: str) -> list[Figure]:
    """Every counted thing, share and rank in the text, in order; ages and years are none.

    A number without a unit that is known here is left out rather than guessed.
    """
    return [figure for sentence in sentences(text) for figure in _of_sentence(sentence)]


def _of_sentence(sentence: str) -> Iterator[Figure]:
    taken: set[int] = set()
    found: list[tuple[int, Figure]] = []
    for shape in SHAPES:
        for match in shape.finditer(sentence):
            places = {match.start("n"), match.start("of") if shape is OUT_OF else match.start("n")}
            value = number_of(match["n"])
            if value is None or places & taken or _is_year(match["n"]):
                continue
            taken |= places
            found.append((match.start("n"), _figure(match, value=value, sentence=sentence)))
    for _, figure in sorted(found, key=lambda item: item[0]):
        yield figure


def _is_year(text: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", text) is not None


def _figure(match: re.Match[str], *, value: float, sentence: str) -> Figure:
    groups = match.groupdict()
    return Figure(
        value=value,
        unit=_unit(groups.get("unit")),
        text=sentence,
        out_of=number_of(groups["of"]) if groups.get("of") else None,
        when=_when(sentence, match),
    )


def _unit(printed: str | None) -> str:
    if printed is None:
        return "%"
    word = printed.lower()
    known = {
        "population": "people",
        "nationally": "rank",
        "in england": "rank",
        "hmi": "inspectors",
    }
    return known.get(word) or UNIT_OF.get(word) or word


def _when(sentence: str, match: re.Match[str]) -> str | None:
    after = WHEN_AFTER.search(sentence[match.end() :])
    before = WHEN_BEFORE.search(sentence[: match.start("n")])
    found = after or before
    return found["when"] if found else None
