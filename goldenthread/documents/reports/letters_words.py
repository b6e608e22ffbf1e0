"""The words of letters after focused visits and monitoring visits, 2016 on."""

import re
from typing import Final

FOCUSED: Final = "ILACS focused visit"
MONITORING: Final = "ILACS monitoring visit"

TITLE = re.compile(
    r"^(?P<kind>focused|monitoring) visit (?:to|of|at) (?:the )?(?P<council>.{3,90}?)"
    r"(?:[’']s?)?(?: local authority)?(?:[’']s?)?\s+children[’']?s[’']? (?:social care )?services\.?$",
    re.IGNORECASE,
)
SUMMARISES = re.compile(
    r"(?:summari[sz]es?|sets? out|outlines?|provides?) .{0,40}?(?:findings|summary).{0,60}?"
    r"\b(?P<kind>focused|monitoring) visit\b",
    re.IGNORECASE,
)
END = re.compile(r"^yours (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
DEAR = re.compile(r"^dear\b", re.IGNORECASE)
CLOSING = re.compile(
    r"^(?:Ofsted will (?:take|consider|use|write|carry)|I am copying|A copy of this letter|This letter will be|"
    r"I am writing to thank|Thank you for|We will|I would like to thank)",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"\b(?:published|publish it|publish this letter)\b", re.IGNORECASE)

SCOPE: Final = "scope"
OVERVIEW: Final = "overview"
IMPROVE: Final = "improve"
PRIORITY: Final = "priority"
FINDINGS: Final = "findings"
CLOSE: Final = "close"
ROLES: dict[str, str] = {
    "areas covered by the visit": SCOPE,
    "areas covered by this visit": SCOPE,
    "scope of the visit": SCOPE,
    "context": SCOPE,
    "background": SCOPE,
    "overview": OVERVIEW,
    "summary": OVERVIEW,
    "summary of findings": OVERVIEW,
    "headline findings": OVERVIEW,
    "overall findings": OVERVIEW,
    "what needs to improve in this area of social work practice": IMPROVE,
    "what needs to improve in these areas of social work practice": IMPROVE,
    "what needs to improve": IMPROVE,
    "what the local authority needs to improve": IMPROVE,
    "areas for improvement": IMPROVE,
    "area for improvement": IMPROVE,
    "areas for development": IMPROVE,
    "areas for priority action": PRIORITY,
    "area for priority action": PRIORITY,
    "priority action": PRIORITY,
    "priority actions": PRIORITY,
    "main findings": FINDINGS,
    "findings": FINDINGS,
    "findings and evaluation of progress": FINDINGS,
    "findings and evaluation of the local authority's progress": FINDINGS,
    "evaluation of progress": FINDINGS,
    "progress since the last inspection": FINDINGS,
    "next steps": CLOSE,
}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS: dict[str, int] = {word: n for n, word in enumerate(_ORDINALS.split(), start=1)}
VISIT_NUMBER = re.compile(
    rf"\b(?P<n>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s+(?:\w+\s+)?monitoring visit\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\b(?P<text>since\b[^.]*)", re.IGNORECASE)
NONE_FOUND = re.compile(
    r"\bno (?:areas?|matters?) (?:for|of|requiring) priority action\b", re.IGNORECASE
)


def role_of(heading: str) -> str | None:
    """What a heading's text is for (`scope`, `overview`, ...); None for the letter's own topics."""
    key = " ".join(heading.replace("’", "'").split()).strip(" .:?").lower()
    return ROLES.get(key)


def visit_number(text: str) -> int | None:
    """Which monitoring visit it was, as a number."""
    match = VISIT_NUMBER.search(text)
    if match is None:
        return None
    word = match["n"].lower()
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word))
