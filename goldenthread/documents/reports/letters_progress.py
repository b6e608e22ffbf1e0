"""Which sentences of a letter report progress, and which say that something is not there yet."""

import re
from typing import Any

from goldenthread.documents.reports import letters_words as words
from goldenthread.documents.reports.letters_text import Text

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“])")
IMPROVED = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|being)(?: \w+)? (?:improv(?:ed|ing)|strengthen(?:ed|ing))"
    r"|improved|strengthened|improvements? (?:has|have|in|to|is|are|since|from|on|evident|can be|made)"
    r"|improvements?,? with"
    r"|(?:starting|started|beginning|begun|continues?|continued) to (?:improve|strengthen|make(?: \w+){0,2} progress)"
    r"|(?:made|making|is|are)(?: \w+){0,3} progress|progress (?:has|had|is|since|in|made)"
    r"|(?:better|stronger|safer)(?: \w+){0,2} than|becoming (?:\w+ )?(?:more|stronger|better|safer|embedded|established)"
    r"|now (?:more|better|receive|have|has|being|in place|timely|(?:\w+ )?(?:safer|stronger|permanent|stable|completed"
    r"|embedded|established))|no longer"
    r"|(?:has|have)(?: been)? (?:reduced|increased|stabilised|accelerated|successful|refreshed|transformed|matured)"
    r"|brought (?:\w+ )?stability|adapted (?:\w+ )?well|adapted services"
    r"|undertaken (?:significant|considerable|extensive|substantial) work"
    r"|(?:has|have|is|are)(?: been)? enhanced|now (?:focus|provide|use|take|meet|attend)\w*|fewer (?:\w+ ){1,3}now"
    r"|(?:is|are)(?: now)? more (?!work|needs?|needed|likely|difficult|complex|variable|than|to|of)[a-z]"
    r"[\w-]*(?!\w| (?:is|are) needed)"
    r"|more (?:timely|consistent|effective|stable|robust|often|quickly|promptly|regularly)"
    r"|(?:is|are) now (?!not|too|over|unable|unal|need|requir|delay)[\w-]+(?:ed|taken|given|written|held)"
    r"|(?:positive|tangible|demonstrable|clear) (?:impact|difference|change))\b"
    r"|\b(?:caseloads?|turnover|vacancies|backlogs?|delays?|drift|waits?|waiting)\b[^.;]*"
    r"\b(?:(?:is|are) (?:reducing|decreasing|falling)|(?:has|have) (?:fallen|decreased))\b"
    r"|\breduction in (?:[\w’'-]+ ){0,4}(?:caseloads?|turnover|vacancies|backlogs?|delays?|drift)\b",
    re.IGNORECASE,
)
NO_PROGRESS = re.compile(
    r"\bshould\b[^.;]*|\b(?:no|little|limited|insufficient|slow|lack of|not enough|without)(?: \w+){0,2} "
    r"(?:progress|improvement|impact|difference|change)"
    r"|\bnot (?:yet )?(?:been )?(?:improved|strengthened|made)\b"
    r"|\b(?:progress|improvement|pace)(?: \w+){0,3} (?:has|have|had|is|was|remains?)(?: been)? (?:(?:too|very|still|yet) )*"
    r"(?:slow|limited|insufficient|uneven|inconsistent|not)\b"
    r"|\b(?:needs?|need|required?|requires|must|should)(?: [\w’'-]+){0,6} be (?:(?:more|better) )?(?:improved|strengthened)\b"
    r"|\b(?:needs?|need|required?|requires|must|should) (?:to be |be )?(?:improve|improved|strengthened|better|more)\b"
    r"(?: \w+)?"
    r"|\b(?:caseloads?|turnover|vacancies|backlogs?|delays?)(?: \w+){0,4} (?:has|have)(?: \w+)? (?:increased|risen|grown)\b"
    r"|\bmore (?:\w+ ){0,3}(?:is|are) hampered\b|\b(?:scale|areas?) (?:of|for) improvement\b|\bimprovement (?:plan|board)\b",
    re.IGNORECASE,
)
CHILDREN_S_PROGRESS = re.compile(
    r"\b(?:child|children|young people|pupils|care leavers)(?: \w+){0,3} "
    r"(?:making|makes?|made)(?: \w+){0,3} progress\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:not yet|yet to|too early|still|remains?|continues? to (?:be|experience|wait|have)|needs? to|"
    r"(?:further|more)(?: \w+){0,2} (?:work|to do|needs?|is needed|is required)|"
    r"(?:further|more)(?: \w+){0,2} (?:improvement|progress)(?! (?:(?:is|was|has been) )?(?:evident|made|seen|since|in|on))|"
    r"not(?: \w+){0,2} (?:consistently|always|sufficiently|routinely|fully|enough|embedded|good|effective|timely|robust)|"
    r"not (?:all|every)|should(?: always)?(?: \w+){0,3} (?:more|better)|be (?:more|better) \w+|"
    r"too (?:many|few|long|often|much|little|high|low|late|soon|wide|broad|short|slow(?:ly)?|variable|generic|narrow)|overly|"
    r"do(?:es)? not (?!wait|drift|experience|leave)\w+|not (?:\w+ )?(?:clear|well|evident|understood|leading)|"
    r"rarely|seldom|poor(?:ly)?|limited(?! to)|minimal|var(?:y|ies)|unclear|underdeveloped|gaps? in|"
    r"(?:has|have) not (?:been|led|resulted|had|made|received)|little (?:has|is|was)|early stages?|"
    r"(?:caseloads?|turnover|vacancies|backlogs?|delays?)(?: \w+){0,4} (?:has|have)(?: \w+)? (?:increased|risen|grown)|"
    r"variable|variability|inconsistent(?:ly)?|inconsistency|insufficient(?:ly)?|lacks?|lacked|lacking|"
    r"deteriorat(?:ed|es|ing|ion)|declined|worsened|hampered|hindered|undermined|"
    r"(?:experience[sd]?|caus(?:e|es|ed|ing)|leads? to|led to|results? in|resulted in|significant|unnecessary|drift and) delays?|"
    r"(?:is|are|remain) (?:\w+ )?weak|(?:needs?|requires?) (?:further|more|improvement|strengthening)|"
    r"(?:needs?|requires?)(?: [\w’'-]+){0,6} to be|little progress|limited progress|no progress)\b",
    re.IGNORECASE,
)
GOOD_STILL = re.compile(
    r"\b(?:still|remains?) (?:(?:a|an|very|highly|consistently|appropriately) )*"
    r"(?:strong|strength|good|effective|stable|committed|ambitious|positive|timely|safe|focused|determined|in (?:stable|safe|good))\b"
    r"|\b(?:no|without|reduced|less|not) (?:\w+ )?(?:drift and delay|variability|delays?)\b",
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
    of_services = CHILDREN_S_PROGRESS.sub(" ", NO_PROGRESS.sub(" ", sentence))
    return IMPROVED.search(of_services) is not None


def is_not_yet(sentence: str) -> bool:
    return NOT_YET.search(GOOD_STILL.sub(" ", sentence)) is not None


def _parts(text: Text) -> list[str]:
    """Sentences, and each point as it stands; the line above points only announces them."""
    points = [bullet.text for bullet in text.bullets]
    if text.role in (words.IMPROVE, words.PRIORITY):
        return points or ([text.text] if words.lists_points(text.text) else [])
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
