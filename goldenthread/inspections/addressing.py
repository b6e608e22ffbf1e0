"""To whom a recommendation speaks, and what the council's own part in it is (B-03)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

COUNCIL, ALL, OTHER = "council", "all agencies", "another body"
SOLE, CO_OWNER, ASSURER = "sole owner", "co-owner", "assurer"
_KIND_OF_COUNCIL = (
    r"(?:(?:metropolitan|royal|london) )?(?:borough|county|city|district)? ?(?:council|borough)"
)
_COUNCIL = re.compile(
    r"(?:the )?(?:council|local authority|authority|children.s services|children.s social care)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|every)\b.*\b(?:agenc(?:y|ies)|partners?|organisations?)\b|^(?:the )?partnership$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Addressed:
    """A body as printed, and which kind it is: the council, all agencies, another body."""

    printed: str
    kind: str


def addressed(printed: Iterable[str], *, authority: str) -> tuple[Addressed, ...]:
    """Each printed body with its kind; `authority` is the council's short name.

    A name that only begins like the council's is another body.

    >>> addressed(["NHS Aldermere", "Aldermere Council"], authority="Aldermere")[1].kind
    'council'
    """
    return tuple(Addressed(name, _kind(name, authority)) for name in printed)


def council_part(to: Iterable[Addressed], *, body: str) -> str:
    """The council's part: sole owner, co-owner, or only the assurer of what others do.

    Args:
        body: whom the recommendation is about, a code of `bodies.Body`; it decides where
              no addressee is printed.
    """
    kinds = [one.kind for one in to]
    if not kinds:
        return {"la": SOLE, "partnership": CO_OWNER}.get(body, ASSURER)
    if set(kinds) == {COUNCIL}:
        return SOLE
    return ASSURER if set(kinds) == {OTHER} else CO_OWNER


def _kind(name: str, authority: str) -> str:
    words = name.strip().rstrip(".")
    own = re.compile(rf"(?:the )?{re.escape(authority)}(?: {_KIND_OF_COUNCIL})?", re.IGNORECASE)
    if _COUNCIL.fullmatch(words) or own.fullmatch(words):
        return COUNCIL
    return ALL if _ALL.search(words) else OTHER
