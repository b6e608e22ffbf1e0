"""The figures of an answer: each with a name from its own line, its unit and what it is out of."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import floor

from goldenthread.basics.wording import find_dates
from goldenthread.documents.layout import Place
from goldenthread.documents.papers import measures
from goldenthread.documents.papers.figure_names import name_of
from goldenthread.documents.papers.measures import Said
from goldenthread.documents.papers.passages import Passage, sentences
from goldenthread.documents.papers.quantities import Quantity, quantities_in
from goldenthread.documents.proposals import Proposal

_LABELLED = re.compile(
    r"^(?P<name>[A-Z][^–—:]{1,70}?)\s*(?:\s[–—-]\s*|[–—]\s*|(?<!\d):\s*|\s+[–—-])(?P<rest>\S.*)$",
    re.DOTALL,
)
_TARGET = re.compile(
    r"\btarget\w*\s*(?:of|is|was|:|being)?\s*$|\bwill\s+\w+\s+to\s+$|\b(?:aim|aiming"
    r"|aspire|expect)\s+(?:to|for)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:national(?:ly)?|england|regional(?:ly)?|north\s+west|neighbours?"
    r"|other\s+councils)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_IN_MONTHS = {"years": 12.0, "months": 1.0, "weeks": 12 / 52, "days": 12 / 365}
_AS_AT = re.compile(r"\b(?:as\s+at|as\s+of|at|on)(?:\s+the)?\s*$", re.IGNORECASE)
_AT_END = re.compile(r"(?:as\s+)?at\b|on\b", re.IGNORECASE)
# Guards a third of 30 against the last binary digit.
TINY = 1e-9
LONGEST_LABELLED = 160
LONGEST_LABEL = 10


@dataclass(slots=True)
class Figure:
    """One figure as printed in `text`.

    `kind` is count, part, share (a percentage), all ("every child"), rate, ratio, range, money,
    threshold (the length in "over 18 months"), duration,
    target, or comparison (of other councils). "Approaching 100%" is no value. `nested_in` is the index of the
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
            "value": None if self.comparator == "nearly" else _rounded(self.quantity.value),
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
    """A third to one decimal, as it would be printed; what is printed in figures as it is."""
    if value is None or value == round(value, 4):
        return value
    return round(value, 1)


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
            name=labelled["name"].strip() if labelled else name_of(text, quantity),
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


def _as_at(text: str) -> str | None:
    """The last day of the date that "as at 30 September" or "at the end of August" gives."""
    for one in find_dates(text):
        if _AS_AT.search(text[: one.start]) or _AT_END.match(one.text):
            return one.latest.isoformat()
    return None
