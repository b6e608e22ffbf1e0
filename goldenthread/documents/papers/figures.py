"""The figures of an answer: each with a name from its own line, its unit and what it is out of."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import floor

from goldenthread.basics.wording import find_dates
from goldenthread.documents.layout import Place
from goldenthread.documents.papers import measures
from goldenthread.documents.papers.measures import Said
from goldenthread.documents.papers.numbers import FIGURE, WORD
from goldenthread.documents.papers.passages import Passage, sentences
from goldenthread.documents.papers.quantities import Quantity, quantities_in
from goldenthread.documents.proposals import Proposal

_LABELLED = re.compile(
    r"^(?P<name>[A-Z][^–—:]{1,70}?)\s*(?:\s[–—-]\s*|[–—]\s*|(?<!\d):\s*|\s+[–—-])(?P<rest>\S.*)$",
    re.DOTALL,
)
_TARGET = re.compile(
    r"\btarget\w*\s*(?:of|is|was|:|being)?\s*$|\bwill\s+\w+\s+to\s+$|\b(?:aim|aiming|aspire|expect)\s+(?:to|for)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:national(?:ly)?|england|regional(?:ly)?|north\s+west|neighbours?|other\s+councils)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_SAMPLED = re.compile(r"\b(?:audit|sample|survey|dip[- ]sample|cohort)\w*\b[^.]*$", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[.;:(]|,(?!\d)|\s(?:which|and|but|to|so|because|although|however|who|while|whilst)\b"
)
_SHARE_END = re.compile(r"[.;:(]|,(?!\d)|\s(?:which|but|because|although|however|while|whilst)\b")
_VERB_TAIL = re.compile(
    r"\s*\b(?:is|are|was|were|has|have|had|been|being|stands?|stood|remains?|remained|at|to|by|of|reached|from|now|currently|only|just|"
    r"reduced|increased|fell|fallen|risen|rose|improved|dropped|a|an|the|down|up|there|also|we|our|with|in)\s*$",
    re.IGNORECASE,
)
_IN_MONTHS = {"years": 12.0, "months": 1.0, "weeks": 12 / 52, "days": 12 / 365}
_AS_AT = re.compile(r"\b(?:as\s+at|as\s+of|at|on)(?:\s+the)?\s*$", re.IGNORECASE)
_AT_END = re.compile(r"(?:as\s+)?at\b|on\b", re.IGNORECASE)
# Guards a third of 30 against the last binary digit.
TINY = 1e-9
LONGEST_NAME = 90
LONGEST_LABELLED = 160
LONGEST_LABEL = 10


@dataclass(slots=True)
class Figure:
    """One figure as printed in `text`.

    `kind` is count, part, share (a percentage), all ("every child"), rate, ratio, range, money,
    threshold (the length in "over 18 months"), duration,
    target, or comparison (of other councils). `nested_in` is the index of the
    figure whose population holds this one's.
    """

    name: str
    quantity: Quantity
    text: str
    printed: str
    place: Place
    part: str
    kind: str
    qualifier: str | None = None
    comparator: str | None = None
    polarity: Said | None = None
    trend: Said | None = None
    denominator: int | float | None = None
    nested_in: int | None = None
    threshold: tuple[str | None, float] | None = None
    as_at: str | None = None
    exchange: int = 0
    passage: int = field(default=0)

    @property
    def at_least(self) -> int | None:
        """The smallest count that "over half of 22" can mean."""
        if self.kind != "share" or self.comparator != "more than" or self.denominator is None:
            return None
        return floor(self.denominator * (self.quantity.value or 0) / 100 + TINY) + 1

    def as_dict(self) -> Proposal:
        return {
            "name": self.name,
            "value": _rounded(self.quantity.value),
            "unit": self.quantity.unit or measures.first_unit(self.name),
            "text": self.text,
            "printed": self.printed,
            "kind": self.kind,
            "qualifier": self.qualifier,
            "comparator": self.comparator,
            "upper": self.quantity.upper,
            "previous": self.quantity.previous,
            "share": self.quantity.share,
            "denominator": self.denominator,
            "at_least": self.at_least,
            "nested_in": self.nested_in,
            "polarity": self.polarity.as_dict() if self.polarity else None,
            "trend": self.trend.as_dict() if self.trend else None,
            "as_at": self.as_at,
            "part": self.part,
            "exchange": self.exchange,
        }


def _rounded(value: int | float | None) -> int | float | None:
    """A share to one decimal, as it would be printed; whole numbers as such."""
    if value is None or isinstance(value, int):
        return value
    return (
        int(value)
        if value.is_integer()
        else round(value, 4 if value < 1 else 2)
        if value < 1000
        else value
    )


def figures_of(passages: list[Passage], *, part: str, exchange: int) -> list[Figure]:
    """The figures of those passages in order, without those of other exchanges beside them."""
    made: list[Figure] = []
    for number, passage in enumerate(passages):
        for text in _units_of(passage):
            for one in _in_text(text, passage, part=part):
                made.append(replace(one, exchange=exchange, passage=number))
    return made


def _units_of(passage: Passage) -> list[str]:
    if _labelled(passage):
        return [passage.text]
    return list(sentences(passage.text))


def _labelled(passage: Passage) -> re.Match[str] | None:
    """A line of key data: a name, a dash or colon, and the figure."""
    if len(passage.text) > LONGEST_LABELLED or passage.text.endswith("?"):
        return None
    found = _LABELLED.match(passage.text)
    short = found is not None and len(found["name"].split()) <= LONGEST_LABEL
    return found if short and quantities_in(passage.text) else None


def _in_text(text: str, passage: Passage, *, part: str) -> list[Figure]:
    found = quantities_in(text)
    labelled = _labelled(passage)
    made: list[Figure] = []
    for index, quantity in enumerate(found):
        start = found[index - 1].end if index else 0
        end = found[index + 1].start if index + 1 < len(found) else len(text)
        name_end = labelled.start("rest") if labelled else 0
        before, after = (
            text[max(start, name_end if quantity.start >= name_end else 0) : quantity.start],
            text[quantity.end : end],
        )
        one = Figure(
            name=_name(text, quantity, labelled),
            quantity=quantity,
            text=text,
            printed=text[quantity.start : quantity.end],
            place=passage.place,
            part=part,
            kind=quantity.kind,
            comparator=measures.comparator_of(before),
            polarity=measures.polarity_of(before, after),
            trend=measures.trend_of(before) or _trend_within(text, quantity),
            denominator=quantity.out_of,
            as_at=_as_at(text),
        )
        made.append(_classed(one, before, after, labelled))
    return _with_thresholds(_shared_trend(made, text))


def _classed(one: Figure, before: str, after: str, labelled: re.Match[str] | None) -> Figure:
    """The figure with its kind: a target or another place's figure is none of the council's own."""
    if labelled and one.quantity.start >= labelled.start("rest"):
        one.qualifier = after.strip(" ,;.") or None
    if _TARGET.search(measures.without_comparator(before)):
        one.kind = "target"
    elif _ELSEWHERE.search(before):
        one.kind = "comparison"
    elif one.quantity.unit in measures.DURATIONS and one.kind == "count":
        one.kind = "threshold" if one.comparator else "duration"
    return one


def _trend_within(text: str, quantity: Quantity) -> Said | None:
    """The change that "reduced from 12 to 9" tells."""
    if quantity.previous is None or quantity.value is None:
        return None
    sense = "down" if quantity.value < quantity.previous else "up"
    return Said(text[quantity.start : quantity.end], sense)


def _shared_trend(made: list[Figure], text: str) -> list[Figure]:
    """ "Reduced to 2 families, 3 children": the change holds for both."""
    for before, one in pairwise(made):
        between = text[before.quantity.end : one.quantity.start]
        if (
            before.trend
            and one.trend is None
            and re.fullmatch(r"\s*(?:,|and|/|,\s*and)\s*", between)
        ):
            one.trend = before.trend
    return made


def _with_thresholds(made: list[Figure]) -> list[Figure]:
    """A line's threshold ("over 18mths") belongs to the counts of its line."""
    limits = [one for one in made if one.kind == "threshold" and one.quantity.unit in _IN_MONTHS]
    for one in made:
        if limits and one.kind in {"count", "part"}:
            limit = limits[0]
            one.threshold = (limit.comparator, _months(limit))
    return made


def _months(one: Figure) -> float:
    return float(one.quantity.value or 0) * _IN_MONTHS[one.quantity.unit]


def _name(text: str, quantity: Quantity, labelled: re.Match[str] | None) -> str:
    """What the figure is of, in the words of its own line."""
    if labelled:
        return labelled["name"].strip()
    own, after = text[quantity.start : quantity.end], text[quantity.end :]
    clause = re.split(r"[.;:,(]\s|\s(?:and|but)\s", text[: quantity.start])[-1].strip()
    if quantity.unit in measures.DURATIONS:
        return _phrase(f"{_limited(clause)} {own}{_until(after)}")
    lead = measures.without_comparator(clause)
    if quantity.kind == "money":
        return _phrase(f"{clause} {own}{_until(after)}")
    if (
        quantity.kind in {"share", "rate", "ratio"}
        or quantity.previous is not None
        or not quantity.unit
    ):
        return _share_name(lead, after) or clause
    noun = own if quantity.kind == "all" else _without_number(own)
    sampled = _SAMPLED.search(lead)
    if sampled and lead.endswith("of"):
        return _phrase(f"{sampled[0]} {noun}")
    if quantity.kind == "range":
        subject = _subject(
            re.sub(r"\s*\b(?:between|averag\w+|range[sd]?)\s*$", "", lead, flags=re.IGNORECASE)
        )
        return subject or _phrase(f"{noun}{_until(after)}")
    ends = _SHARE_END if quantity.kind == "part" else _CLAUSE_END
    return _phrase(f"{noun}{ends.split(after)[0]}")


def _share_name(lead: str, after: str) -> str:
    """What a share is of: "33% of our assessments were late", "Timeliness of visits is 89%"."""
    of = re.match(r"\s*(?:of\b|the\b|our\b)\s*(?:the\s+|our\s+)?", after)
    if of:
        return _phrase(_SHARE_END.split(after[of.end() :])[0])
    return _subject(lead) or _phrase(_until(after))


def _limited(clause: str) -> str:
    """What a length of time limits, with the words of comparison: "families outside the"."""
    lead = measures.without_comparator(clause)
    words = lead.split()
    noun = (
        words[-1:]
        if words and re.fullmatch(measures.UNIT, words[-1], re.IGNORECASE)
        else words[-2:]
    )
    return f"{' '.join(noun)}{clause[len(lead) :]}"


def _without_number(printed: str) -> str:
    """The printed words of a count without its number."""
    more = rf"(?:\s*(?:-|–|to|and|of|in|out\s+of)\s*(?:the\s+|our\s+|all\s+)?(?:{FIGURE}|{WORD}))?"
    words = re.sub(rf"^(?:{FIGURE}|{WORD}){more}\s*", "", printed, count=1, flags=re.IGNORECASE)
    return re.sub(r"\s*\([^)]*\)$", "", words)


def _until(after: str) -> str:
    found = _CLAUSE_END.search(after)
    return after[: found.start()] if found else after


def _subject(lead: str) -> str:
    """What stands before the verb that leads to a number: "Timeliness of visits (is now)"."""
    while True:
        shorter = _VERB_TAIL.sub("", lead)
        if shorter == lead:
            return lead.strip(" ,–-")[-LONGEST_NAME:]
        lead = shorter


def _phrase(text: str) -> str:
    return " ".join(text.split()).strip(" ,.–-")[:LONGEST_NAME]


def _as_at(text: str) -> str | None:
    """The last day of the date that "as at 30 September" or "at the end of August" gives."""
    for one in find_dates(text):
        if _AS_AT.search(text[: one.start]) or _AT_END.match(one.text):
            return one.latest.isoformat()
    return None
