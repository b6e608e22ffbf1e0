"""The grades that reports print, in all their wordings, and how a grade ends a line.

| printed | grade |
|---|---|
| Requires improvement; ... to be good; require improvement; ... (to be good) | requires_improvement |
| Not judged, not graded, not inspected, no judgement, not applicable | not_judged |
| Grade 2 (Good), as in reports before 2014 | the word; the number alone on the scale of those reports |
| a slip of the pen ("Requries improvement", "Inadequte") | the nearest grade, and it is doubted |

Words are compared squashed, because cells break them and text layers lose their blanks. Council
papers quote grades in whole sentences and in other forms ("required improvement"), so they have
patterns of their own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from goldenthread.documents.reports.folding import squash

REQUIRES_IMPROVEMENT = "requiresimprovementtobegood"
_GRADES = (
    (re.compile(r"requires?(?:improvement(?:to(?:be(?:good)?)?)?)?"), "requires_improvement"),
    (re.compile(r"outstanding"), "outstanding"),
    (re.compile(r"good"), "good"),
    (re.compile(r"inadequate"), "inadequate"),
    (re.compile(r"adequate"), "adequate"),
    (re.compile(r"satisfactory"), "satisfactory"),
    (
        re.compile(
            r"(?:not(?:yet)?(?:judged|graded|inspected|applicable)|nojudge?ment(?:made)?|na)"
        ),
        "not_judged",
    ),
)
SCALE: Mapping[str, int] = {"outstanding": 1, "good": 2, "adequate": 3, "inadequate": 4}
"""The numbers of grades in inspections under the Children Act 2004, until 2013."""
_BY_NUMBER = {str(number): grade for grade, number in SCALE.items()}
_NOT_MADE = re.compile(r"notjudge|nojudge|notmade|notpossible|insufficient|unable|toofew|toosmall")
_NUMBERED = re.compile(r"grade([1-4])")
_TYPICAL = (
    "requiresimprovement",
    REQUIRES_IMPROVEMENT,
    "outstanding",
    "inadequate",
    "adequate",
    "notjudged",
    "satisfactory",
)
_LIKE_ENOUGH = 85
_MAY_BE_SLIP = re.compile(
    r"\b(?:re\w{3,7} im\w{6,10}(?: to(?: be(?: \w{4})?)?)?|o\w{8,11}|in\w{6,9})\W*\d?$",
    re.IGNORECASE,
)
_SHORTEST_SLIP = 7

_WORDS = (
    r"requires?\s+improvement\s*(?:\(?\s*to(?:\s+be(?:\s+good)?)?\)?)?|requires?"
    r"|(?<!for\s)(?<!to\s)improvement(?:\s+to(?:\s+be(?:\s+good)?)?)?|to\s+be(?:\s+good)?|be\s+good"
    r"|outstanding|good|inadequate|adequate|satisfactory"
    r"|not\s+(?:yet\s+)?(?:judged|graded|inspected|applicable)|no\s+judge?ment(?:\s+made)?|n/a"
)
_TAIL = re.compile(
    rf"(?:^|[\s:–—\-(‘'\"“])(?P<grade>(?:grade\s*[1-4]\s*[:(–-]?\s*)?(?:{_WORDS})(?:\s+grade\s*[1-4])?"
    r"|grade\s*[1-4])"
    r"[)’'\"”]*\s*[.;,*†]*\s?\d{0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade as printed and its code; `code` is None where no grade is like it.

    `sure` is False where the printed words are no known wording of the grade.
    """

    printed: str
    code: str | None
    sure: bool = True


def split(text: str) -> tuple[str, str]:
    """A line as what stands before its last words and those words, if they are (part of) a grade.

    Parts are wanted too, because a grade wraps: "Requires", "improvement to", "be good".
    """
    found = _TAIL.search(text)
    if found is None or found["grade"].lower() == "improvement":
        before, slip = _split_slip(text)
        if slip or found is None:
            return before, slip
    return text[: found.start("grade")].rstrip(" :–—-(‘'\"“"), found["grade"].strip()


def read(printed: str) -> Grade:
    """The grade of a cell's or a sentence's words."""
    squashed = squash(printed)
    for pattern, code in _GRADES:
        if pattern.fullmatch(_NUMBERED.sub("", squashed)):
            return Grade(printed, code, sure=squashed not in {"require", "requires"})
    number = _NUMBERED.fullmatch(squashed)
    if number:
        return Grade(printed, _BY_NUMBER[number[1]])
    if _NOT_MADE.search(squashed):
        return Grade(printed, "not_judged", sure=False)
    nearest = _nearest(squashed)
    return Grade(printed, read(nearest).code if nearest else None, sure=False)


def runs_on(before: str, after: str) -> bool:
    """Whether a part of a grade continues the part before it: "Requires" and "improvement"."""
    text = squash(before) + squash(after)
    whole = REQUIRES_IMPROVEMENT if text.startswith("requires") else "requireimprovementtobegood"
    return whole.startswith(text) or "notjudged".startswith(text)


def is_whole(part: str) -> bool:
    """Whether the words are a grade of themselves, not the end of one that began before."""
    return read(part).code is not None


def _split_slip(text: str) -> tuple[str, str]:
    if not _MAY_BE_SLIP.search(text):
        return text, ""
    words = text.split(" ")
    for count in range(min(5, len(words)), 0, -1):
        tail = " ".join(words[-count:])
        if tail[:1].lower() in "roin" and _nearest(squash(tail)):
            return " ".join(words[:-count]).rstrip(" :–—-"), tail
    return text, ""


def _nearest(squashed: str) -> str | None:
    if len(squashed) < _SHORTEST_SLIP:
        return None
    likeness, word = max((fuzz.ratio(squashed, word), word) for word in _TYPICAL)
    return word if likeness >= _LIKE_ENOUGH and squashed[0] == word[0] else None
