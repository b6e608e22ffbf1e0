"""What stands between the tables of a plan: titles, judgements, headings of items."""

import re
from typing import TypedDict

GRADES = {
    "outstanding": "outstanding", "good": "good", "adequate": "adequate",
    "satisfactory": "satisfactory", "inadequate": "inadequate", "not judged": "not_judged",
    "requires improvement": "requires_improvement", "require improvement": "requires_improvement",
    "requires improvement to be good": "requires_improvement",
}  # fmt: skip
_GRADE = "|".join(sorted((re.escape(g) for g in GRADES), key=len, reverse=True))
_JUDGEMENT = re.compile(rf"(?P<label>[A-Z].{{3,120}}?)\s*[:–—\t-]?\s+(?P<grade>{_GRADE})\.?", re.I)
_NUMBERED = re.compile(
    r"(?P<kind>recommendation|rec|priority|objective|area for improvement|area for priority action|"
    r"area|theme|outcome|finding|aim|standard|improvement priority|strategic priority|afi|"
    r"workstream|what needs to improve)"
    r"(?:\s+area)?\s*(?:no\.?\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})*|[A-H](?![a-z]))?\s*[:.)–—-]*\s*"
    r"(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN_NUMBER = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})+[.:)]?|(?:R|AFI ?)\d{1,2}[.:)]?|\d{1,2}[.:)])\s*"
    r"(?P<text>[^\d\s.,)].*)",
    re.DOTALL,
)
_ABOUT_THE_FILE = re.compile(
    r"(?:last )?(?:updated|version|reviewed|revised|date|draft|author|produced|prepared|owner|status|"
    r"contents|page|appendix|v\d|key)\b",
    re.IGNORECASE,
)
LONGEST_TITLE = 120


class Judgement(TypedDict):
    """A judgement that a plan repeats over its table."""

    label: str
    grade: str
    grade_printed: str


class Numbered(TypedDict):
    """A heading with what it calls itself, its number ("" for none) and its words."""

    kind: str
    number: str
    text: str


def judgements(text: str) -> list[Judgement]:
    """The judgements in a text of one or more lines, each "label grade" with nothing after."""
    found = []
    for line in text.split("\n"):
        plain = re.sub(r"\s*\t\s*", " ", line).strip()
        match = _JUDGEMENT.fullmatch(plain) if len(plain) < LONGEST_TITLE else None
        if match and "." not in match["label"] and len(match["label"].split()) >= 2:
            found.append(_judgement(match["label"], match["grade"]))
    return found


def without_judgements(text: str) -> str:
    """The lines of a text that are no judgements."""
    return "\n".join(line for line in text.split("\n") if not judgements(line))


def grade(text: str) -> str | None:
    """The grade that a cell of its own prints; None for any other text."""
    return GRADES.get(" ".join(text.lower().strip(" .").split()))


def judged(label: str, printed: str) -> Judgement:
    return _judgement(label, printed)


def is_title(text: str) -> bool:
    """Whether a paragraph may be a title: short, not a sentence, no page number or judgement."""
    plain = " ".join(text.split())
    return (
        3 < len(plain) <= LONGEST_TITLE
        and not plain.endswith((".", ";", ","))
        and not judgements(text)
        and not _ABOUT_THE_FILE.match(plain)
        and not re.fullmatch(r"(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?", plain, re.IGNORECASE)
    )


def numbered(text: str) -> Numbered | None:
    """A heading that names an item: "Recommendation 3: ...", "Priority 1 – ..."; else None."""
    match = _NUMBERED.fullmatch(text.strip())
    if match and (match["number"] or ":" in text[:40]) and (match["text"] or match["number"]):
        words = match["text"].strip() or text.strip()
        return Numbered(kind=match["kind"].lower(), number=match["number"] or "", text=words)
    return None


def leading_number(text: str) -> tuple[str, str] | None:
    """The number at the start of an item's own text and the text without it; else None."""
    match = _PLAIN_NUMBER.fullmatch(text.strip())
    return (match["number"].rstrip(".:)"), match["text"].strip()) if match else None


def _judgement(label: str, printed: str) -> Judgement:
    words = " ".join(printed.split())
    return Judgement(
        label=label.strip(" :–—-"), grade=GRADES[words.lower().strip(" .")], grade_printed=words
    )
