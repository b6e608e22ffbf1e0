"""Which sentences of a letter report progress, and which say that something is not there yet."""

import re
from typing import Any

from goldenthread.documents.reports import letters_words as words
from goldenthread.documents.reports.letters_text import Text

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“])")
IMPROVED = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|being)(?: \w+)? (?:improv(?:ed|ing)|strengthen(?:ed|ing))"
    r"|improved|strengthened|improvements? (?:has|have|in|to|is|are|since|can be|made)|improvements?,? (?:and|with)"
    r"|(?:made|making|is|are)(?: \w+){0,3} progress|progress (?:has|is|since|in|made)|(?:better|stronger) than"
    r"|now (?:more|better|receive|have|has|being|in place|timely)|no longer|has (?:reduced|increased|stabilised)"
    r"|have (?:reduced|increased|stabilised)|more (?:timely|consistent|effective|stable|robust)"
    r"|(?:positive|tangible|demonstrable|clear) (?:impact|difference|change))\b",
    re.IGNORECASE,
)
NO_PROGRESS = re.compile(
    r"\b(?:no|little|limited|insufficient|slow|lack of|not enough|without)(?: \w+){0,2} "
    r"(?:progress|improvement|impact|difference|change)"
    r"|\bnot (?:yet )?(?:been )?(?:improved|strengthened|made)\b"
    r"|\b(?:needs?|need|required?|requires|must) (?:to be )?(?:improve|improved|strengthened|better|more)\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:not yet|yet to|too early|still|remains?|continues? to (?:be|experience|wait|have)|needs? to|"
    r"(?:further|more)(?: \w+){0,2} (?:work|improvement|progress|to do|needs?|is needed|is required)|"
    r"not(?: \w+)? (?:consistently|always|sufficiently|routinely|fully|enough|embedded|good|effective|timely)|"
    r"too (?:many|few|long|often|slow|slowly|much|little)|inconsistent(?:ly)?|insufficient(?:ly)?|"
    r"(?:needs?|requires?) (?:further|improvement|strengthening)|little progress|limited progress|no progress)\b",
    re.IGNORECASE,
)
GOOD_STILL = re.compile(
    r"\b(?:still|remains?) (?:(?:a|an|very|highly|consistently|appropriately) )*"
    r"(?:strong|strength|good|effective|stable|committed|ambitious|positive|timely|safe|focused|determined)\b",
    re.IGNORECASE,
)
JUDGED = frozenset((words.OVERVIEW, words.FINDINGS))

Statement = dict[str, Any]


def statements(texts: list[tuple[int | None, Text]]) -> tuple[list[Statement], list[Statement]]:
    """Sentences with progress and sentences with what is not yet there, each with its paragraph.

    A sentence that says both stands in both. What the letter lists under "what needs to
    improve" is not yet there, whatever its words; scope and closing lines say neither.
    """
    improved: list[Statement] = []
    not_yet: list[Statement] = []
    for number, text in texts:
        listed = text.role in (words.IMPROVE, words.PRIORITY)
        for part in _parts(text):
            statement = _statement(number, text, part)
            if listed or (text.role in JUDGED and is_not_yet(part)):
                not_yet.append(statement)
            if text.role in JUDGED and is_improved(part):
                improved.append(statement)
    return improved, not_yet


def is_improved(sentence: str) -> bool:
    return IMPROVED.search(NO_PROGRESS.sub(" ", sentence)) is not None


def is_not_yet(sentence: str) -> bool:
    return NOT_YET.search(GOOD_STILL.sub(" ", sentence)) is not None


def _parts(text: Text) -> list[str]:
    """Sentences, and each point as it stands; the line above points only announces them."""
    points = [bullet.text for bullet in text.bullets]
    if text.role in (words.IMPROVE, words.PRIORITY):
        return points or ([] if words.NONE_FOUND.search(text.text) else [text.text])
    pieces = [*SENTENCE_END.split(text.text)]
    pieces += [piece for point in points for piece in SENTENCE_END.split(point)]
    return [piece for piece in pieces if piece and not piece.endswith(":")]


def _statement(number: int | None, text: Text, part: str) -> Statement:
    return {
        "paragraph": number,
        "page": text.place.page,
        "section": text.section,
        "text": part,
    }
