"""To whom a list of recommendations is addressed: the council or the safeguarding board."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.reports.recommendations_sections import Part, Text, may_head
from goldenthread.documents.reports.sections import contents_pages, plain
from goldenthread.documents.reports.sections_rows import SENTENCE_ENDS

BOARD_ALONE = "LSCB review only"
"""The framework of a review of the board without an inspection of the council."""
WITH_BOARD = ("SIF", "SIF re-inspection")
"""Frameworks in which a review of the board may be bound behind the inspection."""

BOARD = re.compile(r"\bsafeguarding children(?:'s)? boards?\b|\blscb\b")
BOARD_AS_PRINTED = re.compile(
    r"(?:section \w+ ?: )?(?:the )?(?:effectiveness of the )?"
    r"(?:local safeguarding children boards?\b.{0,40}|lscb)"
)
ADDRESSED_TO_BOARD = re.compile(rf"{BOARD.pattern}|\bthe board\b")
AUTHORITY = re.compile(r"\blocal authority\b|\bcouncil\b")
SERVICES = re.compile(r"inspection of (?:local authority )?(?:arrangements|services|children)")
FRONT = 600
"""Letters of the front page that tell what was inspected."""
FRONT_PAGES = 2
"""The first pages name the board too, before the part about the board begins."""
FAR_APART = 10
"""Pages between the two lists: findings about the council fill them."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """ "la" or "lscb"; `sure` is False where no heading says it."""

    body: str
    sure: bool = True


def addressees(text: Text, found: Sequence[Part], *, framework: str | None) -> list[Addressee]:
    """The addressee of each list, in the same order.

    `framework` is that of the report as CONTRACTS name it, None to go by the text alone.
    """
    if framework is not None and framework not in WITH_BOARD:
        return [Addressee("lscb" if framework == BOARD_ALONE else "la")] * len(found)
    if framework is None and is_review_of_board(text):
        return [Addressee("lscb")] * len(found)
    contents = contents_pages(text.rows)
    board = [index for index in range(len(text.rows)) if _names_board(text, index, contents)]
    return [_addressee(text, part, found=found, board=board) for part in found]


def is_review_of_board(text: Text) -> bool:
    """Whether the front page is of a review of the board alone, not of a whole inspection."""
    front = _front(text)
    return bool(BOARD.search(front)) and not SERVICES.search(front)


def _front(text: Text) -> str:
    return plain(" ".join(row.text for row in text.rows if row.page == 1)[:FRONT])


def _addressee(text: Text, part: Part, *, found: Sequence[Part], board: Sequence[int]) -> Addressee:
    said = plain(part.opening)
    if ADDRESSED_TO_BOARD.search(said):
        return Addressee("lscb")
    if AUTHORITY.search(said):
        return Addressee("la")
    after = found[0].end if part is not found[0] else 0
    if any(after <= index < part.start for index in board):
        return Addressee("lscb")
    pages = text.rows[part.start].page - text.rows[found[0].start].page
    if pages >= FAR_APART and BOARD.search(_front(text)):
        return Addressee("lscb", sure=False)
    return Addressee("la")


def _names_board(text: Text, index: int, contents: set[int]) -> bool:
    """A heading of the board's own part."""
    row = text.rows[index]
    if row.page <= FRONT_PAGES or row.page in contents or not may_head(text, index):
        return False
    name = plain(text.words_at(index))
    if index in text.headings:
        return bool(BOARD.search(name))
    return row.text[-1] not in SENTENCE_ENDS and bool(BOARD_AS_PRINTED.fullmatch(name))
