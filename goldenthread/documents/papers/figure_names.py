"""Names a figure in the words of its own sentence."""

import re

from goldenthread.documents.papers import measures
from goldenthread.documents.papers.numbers import FIGURE, WORD
from goldenthread.documents.papers.quantities import Quantity

_SAMPLED = re.compile(r"\b(?:audit|sample|survey|dip[- ]sample|cohort)\w*\b[^.]*$", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[.;:(]|,(?!\d)|\s(?:which|and|but|to|so|because|although|however|who|while|whilst)\b"
)
_SHARE_END = re.compile(r"[.;:(]|,(?!\d)|\s(?:which|but|because|although|however|while|whilst)\b")
_VERB_TAIL = re.compile(
    r"\s*\b(?:is|are|was|were|has|have|had|been|being|stands?|stood|remains?|remained|at"
    r"|to|by|of|reached|from|now|currently|only|just|"
    r"reduced|increased|fell|fallen|risen|rose|improved|dropped|a|an|the|down|up|there"
    r"|also|we|our|with|in)\s*$",
    re.IGNORECASE,
)
_AVERAGED = re.compile(r"\s*\b(?:between|averag\w+|range[sd]?)\s*$", re.IGNORECASE)
LONGEST_NAME = 90


def name_of(text: str, quantity: Quantity) -> str:
    """What the figure is of, in the words of its own sentence; the sentence where none fit."""
    return _own_words(text, quantity) or _phrase(text)


def _own_words(text: str, quantity: Quantity) -> str:
    own, after = text[quantity.start : quantity.end], text[quantity.end :]
    clause = re.split(r"[.;:,(]\s|\s(?:and|but)\s", text[: quantity.start])[-1].strip()
    lead = measures.without_comparator(clause)
    if quantity.unit in measures.DURATIONS:
        return _phrase(f"{_limited(clause)} {own}{_until(after)}")
    if quantity.kind == "money":
        return _phrase(f"{clause} {own}{_until(after)}")
    if _is_named_before(quantity):
        return _share_name(lead, after) or clause
    return _counted_name(own, lead, after, kind=quantity.kind)


def _is_named_before(quantity: Quantity) -> bool:
    """Whether its name is more likely the subject of the sentence than what follows the number."""
    if quantity.kind in {"share", "rate", "ratio"}:
        return True
    return quantity.previous is not None or not quantity.unit


def _counted_name(own: str, lead: str, after: str, *, kind: str) -> str:
    """The noun that is counted and what is said of it, or the sample that it makes up."""
    noun = own if kind == "all" else _without_number(own)
    sampled = _SAMPLED.search(lead)
    if sampled and lead.endswith("of"):
        return _phrase(f"{sampled[0]} {noun}")
    subject = _subject(_AVERAGED.sub("", lead)) if kind == "range" else ""
    ends = _SHARE_END if kind == "part" else _CLAUSE_END
    return subject or _phrase(f"{noun}{ends.split(after)[0]}")


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
