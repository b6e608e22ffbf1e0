"""Areas for improvement: to whom each is addressed, and as recommendations of a proposal."""

import re

from goldenthread.documents.reports.slac_parts import Action, Paragraph

KIND = "area for improvement"
SUBJECT_LENGTH = 160
SHOULD = re.compile(r"^(?P<who>.{3,160}?)\s+(?:should|must)\b")
OPENING = re.compile(r"(?P<who>the (?:local authority|council)\b.{0,80}?) should\b", re.IGNORECASE)
BODY_WORD = re.compile(
    r"\b(?:NHS|trusts?|councils?|local authorit(?:y|ies)|partners?|partnerships?|agenc(?:y|ies)|boards?|"
    r"LSCB|CCG|PCT|police|constabulary|services?|schools?|hospitals?|health|probation|commissioners?|"
    r"providers?|groups?|GPs|practitioners|managers|organisations?)\b",
    re.IGNORECASE,
)
# A point that begins with one of these tells all who are addressed above the list what to do.
TELLS = re.compile(
    r"^(?:\w+ly )?(?:ensure|improve|develop|review|strengthen|increase|implement|include|establish|agree|"
    r"provide|make|take|continue|work|raise|reduce|monitor|consider|extend|complete|address|secure|promote|"
    r"put|clarify|introduce|set|undertake|identify|embed)\b",
    re.IGNORECASE,
)
PARTS = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def addressees(text: str) -> list[str]:
    """The bodies that the point names before "should"; none where it begins with what to do.

    >>> addressees("the council and NHS Aldermere should share minutes")
    ['the council', 'NHS Aldermere']
    """
    match = SHOULD.match(text)
    if match is None or TELLS.match(text) or not BODY_WORD.search(match["who"]):
        return []
    return _bodies(match["who"])


def _bodies(text: str) -> list[str]:
    """Split at "and" and commas, but only where each part names a body: a name may hold an "and"."""
    parts = [part for part in PARTS.split(text) if part]
    if all(BODY_WORD.search(part) for part in parts):
        return parts
    return [text]


def addressed_above(paragraph: Paragraph | None) -> list[str]:
    """The bodies that the sentence above the list addresses."""
    match = OPENING.search(paragraph.opening.text) if paragraph else None
    return _bodies(match["who"]) if match else []


def recommendation(
    action: Action, paragraph: Paragraph | None, section: str | None
) -> dict[str, object]:
    """An area for improvement as a recommendation; `group` is the printed timescale."""
    named = addressees(action.words.text)
    return {
        "text": action.words.text,
        "group": action.timescale,
        "theme": None,
        "body": "la",
        "number": None,
        "page": action.words.place.page,
        "kind": KIND,
        "section": section,
        "paragraph": action.paragraph,
        "addressees": named or addressed_above(paragraph),
        "addressees_from": "point" if named else "opening sentence",
    }
