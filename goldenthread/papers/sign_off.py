"""The last section of a signed paper: by whom, when, on which history, and what was missing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.papers.document import Block, Bullets, Document, Facts, Heading, Run, words

TITLE = "Sign-off"
HOW_TO_CHECK = (
    "The head is number and hash of the last line of the history when this paper was put "
    "together; goldenthread history verify --printed compares it. The SHA-256 of each file of this "
    "paper stands on its page."
)
NOTHING_MISSING = "Nothing"


@dataclass(frozen=True, kw_only=True)
class SignOff:
    """What a signed paper says about its signing; `at` is with its zone, `head` number and hash."""

    public_id: str
    post: str
    at: datetime
    head: tuple[int, str]
    replaces: str = ""


def signed(document: Document, sign_off: SignOff) -> Document:
    """The paper with its last section."""
    section = tuple(_section(sign_off, document.missing))
    return replace(document, blocks=(*document.blocks, *section))


def _section(sign_off: SignOff, missing: tuple[str, ...]) -> Iterable[Block]:
    count, line_hash = sign_off.head
    local = timezone.localtime(sign_off.at)
    facts = [
        ("Signed paper", sign_off.public_id),
        ("Signed off by", sign_off.post),
        ("On", f"{without_weekday(local.date())} at {local:%H:%M}, London time"),
        ("Head of the history", f"{count} {line_hash}"),
        ("Missing when signed", str(len(missing)) if missing else NOTHING_MISSING),
    ]
    if sign_off.replaces:
        facts.append(("It replaces", sign_off.replaces))
    yield Heading(1, TITLE)
    yield Facts(tuple((term, (Run(said),)) for term, said in facts))
    if missing:
        yield Bullets(tuple((Run(said),) for said in missing))
    yield words(HOW_TO_CHECK, "small")
