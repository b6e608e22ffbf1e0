"""Who led an inspection: the names alone, without rank.

| seen | |
|---|---|
| "Lead inspector: NAME, His Majesty's Inspector"; "... NAME HMI" | page 1 (ILACS) |
| "Lead inspector: NAME" and the rank on the next line | page 1 (2018 to 2020) |
| "Lead inspector: NAME" under "The inspection team" | near the end (SIF) |
| "Lead inspectors: NAME and NAME"; "NAME/NAME"; "NAME, NAME" | any |
| the label in one cell, the name in the next, or on the next line | any |
| "NAME HMI (lead inspector)"; "led by NAME" | where there is no label |
A deputy, a shadow or a quality assurance manager is nobody's lead.

Letters have no such labels: `letters_people` reads who visited and who signed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.documents.layout import Document, Line
from goldenthread.documents.reports.folding import clean, mended

_LABEL = re.compile(
    r"^\W*(?:name of\s+)?(?:the\s+)?(?:joint\s+)?(?:lead|reporting)\s*(?:hm|ofsted|social care)?\s*(?:inspectors?|hmi)\b(?:\(?s\)?)?"
    r"(?:\s+for the local authority)?\s*[:\-–—.,]?\s*(?P<names>.*)$",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"^(?P<names>.+?)\W+lead inspectors?\W*$", re.IGNORECASE)
_LED_BY = re.compile(
    r"\b(?:inspection|review) (?:team )?was led by (?P<names>[A-Z][^.;]*)", re.IGNORECASE
)
_RANK = re.compile(
    r"\b(?:senior\s+)?(?:hmis?\b|h\.m\.i\.?|hm\s+inspectors?|(?:her|his)\s+majest.*|(?:social\s+care|ofsted|regulatory|additional"
    r"|regional|senior|contracted)\b.*|director\b.*|inspectors?\b.*|deputy\b.*|team\b.*|and team\b.*|lead\b.*)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w’'.\-]*(?:\s+(?:[A-ZÀ-Þ][\w’'.\-]*|de|van|der|von|la|le|bin|al|ap|Mc\s\w+)){1,4}"
)
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][\w’'\-]+")
_BETWEEN = re.compile(r"\s*(?:;|/|&|,|\band\b)\s*", re.IGNORECASE)
_NOT_NAMES = re.compile(
    r"\b(?:council|borough|services?|judge?ment|grade|overall|inspection|inspectors?|authority|officer|manager|principal|the|children)\b",
    re.IGNORECASE,
)
_SAME_ROW = 6.0
_LINES_AFTER = 2


@dataclass(frozen=True, slots=True)
class Lead:
    """The names of those who led, in printed order, where they stand and the line as printed."""

    names: tuple[str, ...]
    line: Line
    printed: str


def leads(document: Document) -> list[Lead]:
    """Every place that names who led, in order of pages; those with a label come first."""
    lines = list(document.lines())
    found = [lead for number in range(len(lines)) if (lead := _labelled(lines, number))]
    return found or list(_in_words(lines))


def names_in(text: str) -> tuple[str, ...]:
    """The names of people at the beginning of a text; rank and what follows it is left out."""
    found: list[str] = []
    for part in _BETWEEN.split(mended(text).strip()):
        name = _RANK.split(re.sub(r"^(?:HMI|Senior HMI)\s+", "", part))[0]
        name = name.split("(")[0].strip(" ,.:;–-*†0123456789")
        if not name and _RANK.match(part):
            continue
        if not _NAME.fullmatch(name) or _NOT_NAMES.search(name):
            break
        found.append(name)
    return tuple(dict.fromkeys(found))


def _labelled(lines: Sequence[Line], number: int) -> Lead | None:
    line = lines[number]
    # A cheap look first: this runs over every line of the report.
    start = clean(line.text)[:60].lower()
    if "inspector" not in start and "hmi" not in start[:16]:
        return None
    found = _LABEL.match(mended(line.text))
    if found is None or not (line.text.strip()[:1].isupper() or ":" in line.text):
        return None
    text = found["names"]
    names = names_in(text)
    if not names:
        text, names = _beside(lines, number, text)
    return (
        Lead(names, line, f"{line.text} {text}" if not found["names"] else line.text)
        if names
        else None
    )


def _beside(lines: Sequence[Line], number: int, text: str) -> tuple[str, tuple[str, ...]]:
    """The names in the next cell or on the next line; a single word before is the first name."""
    for line in _neighbours(lines, number):
        whole = f"{text} {line.text}" if _ONE_WORD.fullmatch(text.strip()) else line.text
        names = names_in(whole)
        if names and (not text.strip() or whole != line.text):
            return line.text, names
    return "", ()


def _neighbours(lines: Sequence[Line], number: int) -> Iterator[Line]:
    """Lines right of a label on its row, then the lines after it."""
    near = lines[max(0, number - _LINES_AFTER) : number + 1 + _LINES_AFTER]
    yield from (line for line in near if _is_beside(line, lines[number]))
    yield from lines[number + 1 : number + 1 + _LINES_AFTER]


def _is_beside(line: Line, label: Line) -> bool:
    if line.box is None or label.box is None or line.place.page != label.place.page:
        return False
    return abs(line.box.top - label.box.top) <= _SAME_ROW and line.box.left > label.box.right


def _in_words(lines: Sequence[Line]) -> Iterator[Lead]:
    for line in lines:
        lowered = line.text.lower()
        if "lead inspector" not in lowered and "led by" not in lowered:
            continue
        text = mended(line.text)
        after = (
            None
            if re.search(r"\b(?:deputy|shadow)\b", text, re.IGNORECASE)
            else _AFTER_NAME.match(text)
        )
        found = after or _LED_BY.search(text)
        names = names_in(found["names"]) if found else ()
        if names:
            yield Lead(names, line, line.text)
