"""The words of letters after focused visits and monitoring visits, 2016 on."""

import re
from typing import Final

FOCUSED: Final = "ILACS focused visit"
MONITORING: Final = "ILACS monitoring visit"

_CHILDREN = r"children[’']?s?[’']?"
_TOPIC = r"(?:\s*(?:[:–—]|-\s)\s*\S.{2,70})?"
TITLE = re.compile(
    r"^(?-i:(?=[A-Z]))(?:Ofsted )?(?:ILACS )?(?P<kind>focused|monitoring)(?: assurance)? visit (?:to|of|at) (?:the )?(?:"
    rf"{_CHILDREN} (?:social care )?services (?:in|at) (?:the )?(?P<within>[^.:]{{3,60}}?)"
    r"|(?P<council>[^.]{3,90}?)(?:[’']s?)?(?: local authority)?(?:[’']s?)?\s+"
    rf"{_CHILDREN} (?:social care )?services"
    r"|(?P<place>[^.]{3,60}?)(?: and [^.]{3,60}?)?\s+"
    rf"{_CHILDREN}(?: services| and families)? (?:trust|first)"
    rf")\.?{_TOPIC}$",
    re.IGNORECASE,
)
SUMMARISES = re.compile(
    r"\b(?:summari[sz]es?|sets? out|outlines?|provides?) (?:(?:a|the|our|main|key|summary|of) ){0,6}findings\b.{0,60}?"
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
_IN_PRACTICE = r"(?: in (?:this|these|the) (?:areas?|aspects?) of (?:[a-z’'-]+ ){0,4}practice)?"
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:{heading})", re.IGNORECASE))
    for role, heading in (
        (
            SCOPE,
            (
                r"(?:areas?|services?|aspects?) (?:covered|considered|reviewed) (?:by|during|in|at) (?:the|this) "
                r"(?:monitoring |focused )?visit|(?:scope|focus) of (?:the|this) (?:monitoring |focused )?visit"
                r"|context|background"
            ),
        ),
        (
            OVERVIEW,
            r"overview|summary(?: of (?:the |our )?findings)?|(?:headline|overall) findings",
        ),
        (
            IMPROVE,
            (
                rf"what needs to (?:improve|be improved){_IN_PRACTICE}"
                rf"|what (?:does )?the local authority needs? to (?:improve|do){_IN_PRACTICE}"
                r"|(?:areas?|recommendations) for (?:further )?(?:improvement|development)"
            ),
        ),
        (PRIORITY, r"(?:(?:areas?|matters?) (?:for|of|requiring) )?priority actions?"),
        (
            FINDINGS,
            (
                r"(?:main |key |detailed )?findings(?: and evaluation of (?:the local authority's )?progress)?"
                r"|evaluation of (?:the local authority's )?progress|progress since the last (?:inspection|visit)"
            ),
        ),
        (CLOSE, r"next steps"),
    )
)
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

ANNOUNCES_PRIORITY = re.compile(
    r"\bareas? (?:for|of|requiring) priority action\b.*:$", re.IGNORECASE
)
PROCEDURE = re.compile(
    r"\b(?:within \d+ working days|should (?:submit|send|publish)(?: \w+){0,3} (?:plan|statement))\b",
    re.IGNORECASE,
)
METHOD = re.compile(
    r"^(?:The methodology (?:for|of)|(?:This|The) visit was (?:carried out|undertaken|conducted|delivered) "
    r"(?:in line|by a|on[- ]site|remotely|wholly|fully|partly|under)|The lead inspector and the director)",
    re.IGNORECASE,
)


def role_of(heading: str) -> str | None:
    """What a heading's text is for (`scope`, `overview`, ...); None for the letter's own topics."""
    key = " ".join(heading.replace("’", "'").split()).strip(" .:?")
    return next((role for role, pattern in _ROLES if pattern.fullmatch(key)), None)


def lists_points(text: str) -> bool:
    """False for a paragraph that says there are none, or only what has to be sent in, and when."""
    return not (NONE_FOUND.search(text) or PROCEDURE.search(text))


def council_of(title: re.Match[str]) -> str:
    """The council in a title, or the place in the name of a children's trust."""
    return (title["council"] or title["within"] or title["place"]).strip()


def visit_number(text: str) -> int | None:
    """Which monitoring visit it was, as a number."""
    match = VISIT_NUMBER.search(text)
    if match is None:
        return None
    word = match["n"].lower()
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word))
