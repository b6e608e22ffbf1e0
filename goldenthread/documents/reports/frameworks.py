"""Under which framework a report was made, from its title and its labels.

| the title says | framework |
|---|---|
| (Re-)inspection of services for children in need of help and protection ... | SIF, SIF re-inspection |
| Review of the effectiveness of the Local Safeguarding Children Board, and nothing of an inspection | LSCB review only |
| Inspection of children's social care services; of [X] local authority children's services | ILACS |
| Inspection of ... looked after children, without safeguarding | 2013 LAC inspection |

No report prints "standard" or "short": five or fewer calendar days on site is short.
"""

import re
from dataclasses import dataclass

from goldenthread.documents.layout import Document
from goldenthread.documents.reports import front_page
from goldenthread.documents.reports.folding import mended, squash
from goldenthread.documents.reports.inspection_days import Days

LONGEST_SHORT = 5
_SIF = "inspectionofservicesforchildreninneedofhelpandprotection"
# Told from the words, because a council's name may end with the same two letters ("...shire").
_REINSPECTION = re.compile(r"(?:\b(?i:re)|(?<=[a-z])Re)\W{0,3}(?i:i ?n ?s ?p ?e ?c ?t ?i ?o ?n)")
_REVIEW = re.compile(r"reviewoftheeffectivenessofthe\w{0,60}safeguardingchildrens?board")
_LAC = re.compile(
    r"inspectionof(?:the)?(?:\w{0,40}?localauthority)?(?:arrangementsfor|services?for|theservices?for)*"
    r"(?:the)?(?:lookedafterchildren|children(?:who)?(?:are)?lookedafter|childrenincare)"
)
_SLAC = re.compile(r"inspectionofsafeguardingandlookedafterchildren")
_ILACS = re.compile(
    r"inspectionof(?:the)?(?:\w{0,80}?localauthority)?(?:s)?childrens(?:socialcare)?services"
    r"|inspectionof\w{1,60}?childrens(?:socialcare)?services"
)
_ILACS_LABEL = "impactofleadersonsocialworkpractice"
_OTHERS = re.compile(
    r"focusedvisit|monitoringvisit|jointtargetedareainspection|areasend|specialeducationalneeds|ofthehomeaboutthe"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A framework's family (ILACS without its type) and where it was found: title or labels."""

    family: str
    by: str


def found_in(document: Document) -> Found | None:
    """The framework of a report; None for a document that is none of ours."""
    pages = front_page.pages_of(document)
    title = " ".join(mended(line.text) for line in front_page.title_lines(pages))
    head = squash(title)
    if _OTHERS.search(head) or _SLAC.search(head):
        return None
    family = _by_title(head, again=_REINSPECTION.search(title) is not None)
    if family:
        return Found(family, "title on page 1")
    first = squash(" ".join(line.text for page in pages[:2] for line in page.lines))
    if _OTHERS.search(first[:600]) or _SLAC.search(first):
        return None
    if _ILACS_LABEL in first:
        return Found("ILACS", "labels of the judgements")
    return None


def named(family: str, days: Days) -> str:
    """The framework with its type: ILACS standard or short by the days of the first period."""
    if family != "ILACS":
        return family
    return "ILACS short" if 0 < days.on_site <= LONGEST_SHORT else "ILACS standard"


def has_review(title: str) -> bool:
    """Whether a title says that the safeguarding children board was reviewed too."""
    return _REVIEW.search(squash(title)) is not None


def _by_title(head: str, *, again: bool) -> str | None:
    if _SIF in head:
        return "SIF re-inspection" if again else "SIF"
    if _REVIEW.search(head):
        return "LSCB review only"
    if _LAC.search(head):
        return "2013 LAC inspection"
    return "ILACS" if _ILACS.search(head) else None
