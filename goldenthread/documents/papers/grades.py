"""Judgements that a paper repeats from an inspection report: the area, its grade, the body judged."""

import re
from dataclasses import dataclass

from goldenthread.documents.layout import Place
from goldenthread.documents.papers.passages import Passage

_GRADES = (
    (r"require(?:s|d)?\s+improvement(?:\s+to\s+be\s+good)?", "requires_improvement"),
    (r"outstanding", "outstanding"),
    (r"good", "good"),
    (r"inadequate", "inadequate"),
    (r"adequate", "adequate"),
    (r"satisfactory", "satisfactory"),
    (r"not\s+(?:yet\s+)?(?:judged|graded|inspected)", "not_judged"),
)
_ANY = "|".join(pattern for pattern, _ in _GRADES)
_QUOTES = "‘’'\"“”"
_LINE = re.compile(
    rf"^(?P<label>[A-Z][^.?!]{{3,120}}?)\s*(?:\s[-–—]\s*|[–—:]\s*|\s+[-–—]|\t)"
    rf"\s*[{_QUOTES}]?(?P<grade>{_ANY})[{_QUOTES}]?[.;,]?$",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"[{_QUOTES}]?(?P<grade>{_ANY})[{_QUOTES}]?[.;]?", re.IGNORECASE)
_PROSE = re.compile(
    r"(?:judged|rated|graded|assessed|found)\s+(?:overall\s+)?(?:as\s+being\s+|to\s+be\s+|as\s+)?"
    rf"[{_QUOTES}]?(?P<grade>{_ANY})\b",
    re.IGNORECASE,
)
# Words of a heading -> the area as the reports name it; the first that fits counts.
_AREAS = (
    (r"overall effectiveness|overall judg", "overall_effectiveness"),
    (r"safeguarding (?:children )?board|\blscb\b", "lscb"),
    (r"impact of leaders", "leaders_impact"),
    (
        r"leadership,? management and governance|leadership, governance",
        "leadership_management_governance",
    ),
    (r"adoption", "adoption"),
    (r"children in care and care leavers", "in_care_and_care_leavers"),
    (r"care leavers", "care_leavers"),
    (r"looked after and achieving permanence|achieving permanence", "looked_after_permanence"),
    (r"help and protection", "help_and_protection"),
    (r"children in care", "in_care"),
    (r"capacity (?:for|to) improve", "capacity_to_improve"),
)
DEEPER = 6.0
"""Points to the right that make an item of a list part of the one above."""
SIF_AREAS = frozenset(
    {"lscb", "looked_after_permanence", "adoption", "leadership_management_governance"}
)


@dataclass(slots=True)
class Judgement:
    """One judgement; `parent` is the label of the judgement that it is part of."""

    label: str
    grade_printed: str
    grade: str
    area: str | None
    place: Place
    parent: str | None = None

    @property
    def body(self) -> str:
        """Whom it judges: the council, or the safeguarding board that a report judges beside it."""
        return "lscb" if self.area == "lscb" else "la"

    def as_dict(self) -> dict[str, str | None]:
        return {
            "area": self.area,
            "label": self.label,
            "grade": self.grade,
            "grade_printed": self.grade_printed,
            "parent": self.parent,
            "body": self.body,
        }


def code_of(printed: str) -> str | None:
    """The code of a printed grade; None where it is none."""
    text = " ".join(printed.split())
    for pattern, code in _GRADES:
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return code
    return None


def area_of(label: str) -> str | None:
    """The area that a label names; None for one that we do not know."""
    text = " ".join(label.lower().replace("’", "'").split())
    return next((area for pattern, area in _AREAS if re.search(pattern, text)), None)


def framework_of(judgements: list[Judgement]) -> str | None:
    """The framework that only has such areas; None where the areas do not tell."""
    areas = {one.area for one in judgements}
    if areas & SIF_AREAS:
        return "SIF"
    return "ILACS" if "leaders_impact" in areas else None


def judgements_of(passages: list[Passage]) -> list[Judgement]:
    """The judgements in printed order, each label once; those of lists and tables before prose."""
    listed = _listed(passages)
    found = listed or [one for p in passages if (one := _in_prose(p)) is not None]
    unique = {one.label.lower(): one for one in reversed(found)}
    made = [one for one in found if unique[one.label.lower()] is one]
    if {one.area for one in made} & SIF_AREAS:
        for one in made:
            one.area = "care_leavers_sif" if one.area == "care_leavers" else one.area
    return made


def _listed(passages: list[Passage]) -> list[Judgement]:
    found: list[Judgement] = []
    top: Passage | None = None
    above: str | None = None
    for passage in passages:
        one = _of_cells(passage) or _of_line(passage)
        if one is None:
            continue
        top = top or passage
        if _is_deeper(passage, top):
            one.parent = above
        else:
            above = one.label
        found.append(one)
    return found


def _is_deeper(passage: Passage, top: Passage) -> bool:
    """Whether an item of a list is set under another: by its mark, or further to the right."""
    if passage.bullet and top.bullet and passage.bullet != top.bullet:
        return True
    both = passage.left is not None and top.left is not None
    return both and (passage.left or 0) > (top.left or 0) + DEEPER


def _of_cells(passage: Passage) -> Judgement | None:
    texts = [text for text, _ in passage.cells if text]
    if len(texts) < 2 or area_of(texts[0]) is None:
        return None
    grade = next((found for text in texts[1:] if (found := _WHOLE.fullmatch(text))), None)
    return _made(texts[0], grade["grade"], passage) if grade else None


def _of_line(passage: Passage) -> Judgement | None:
    found = None if passage.cells else _LINE.match(passage.text)
    if found is None or (passage.bullet is None and area_of(found["label"]) is None):
        return None
    return _made(found["label"].strip(), found["grade"], passage)


def _in_prose(passage: Passage) -> Judgement | None:
    found = _PROSE.search(passage.text)
    before = passage.text[: found.start()] if found else ""
    area = area_of(before[before.rfind(".") + 1 :])
    if found is None or area is None:
        return None
    pattern = next(pattern for pattern, one in _AREAS if one == area)
    label = re.search(pattern, before.replace("’", "'"), re.IGNORECASE)
    return _made(label[0] if label else before.strip(), found["grade"], passage)


def _made(label: str, printed: str, passage: Passage) -> Judgement:
    label = " ".join(label.split()).rstrip(":–—- ")
    return Judgement(label, printed, code_of(printed) or "", area_of(label), passage.place)
