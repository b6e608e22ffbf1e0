"""Who wrote a letter and who visited, as printed.

Letters name people in sentences and below "Yours sincerely", some with titles (Mr, Dr); the
labels of reports are read by `inspectors`.
"""

import re

from goldenthread.documents.reports.letters_text import Letter

VISITED_BY = re.compile(
    r"(?:\b(?:visit|inspection)(?: team)? was (?:carried out|undertaken|conducted|led) by"
    r"|\b(?:lead )?inspectors?\b[^.:]{0,40}?\b(?:was|were)"
    r"|\bMajesty[’']s Inspectors?\b[^.:]{0,40}?\b(?:was|were)"
    r"|\b(?:was|were) (?:accompanied|supported|joined) by)"
    r"\s*:?\s+(?P<names>[^.]{4,200})"
)
OFFICE = re.compile(
    r"\(?\b(?:Senior )?(?:HMI|(?:Her|His) Majesty[’']s Inspectors?|(?:Regulatory|Ofsted|Social Care) .*)\)?",
)
NAME = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Dame|Sir)\.? )?[A-Z][\w’'.-]*(?: (?:(?:de|del|der|di|du|el|la|le|van|von) ){0,2}[A-Z][\w’'.-]*){1,4}$"
)
TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Dame|Sir)\.? ")
NO_NAME = re.compile(r"\b(?:Inspector|Ofsted|Director|Council|Children|Services|Region|Majesty)\b")
INSPECTOR = re.compile(r"\bHMI\b|Inspector")


def is_name(text: str) -> bool:
    return NAME.match(text) is not None and NO_NAME.search(text) is None


def inspectors(letter: Letter) -> list[str]:
    """The names behind "the inspectors were" and its like, in the letter's opening."""
    for text in letter.texts:
        found = [_names(match["names"]) for match in VISITED_BY.finditer(text.text)]
        names = list(dict.fromkeys(name for group in found for name in group))
        if names:
            return names
    return []


def _names(text: str) -> list[str]:
    parts = re.split(r",|;|\b(?:and|with)\b|\baccompanied by\b", text)
    plain = [OFFICE.sub("", part).strip(" ()") for part in parts]
    return [TITLE.sub("", part) for part in plain if is_name(part)]


def signatory(letter: Letter) -> tuple[str, str | None] | None:
    """The name below "Yours sincerely" and the office below the name."""
    for index, line in enumerate(letter.signature):
        name = OFFICE.sub("", line).strip(" ,")
        if is_name(name):
            below = letter.signature[index + 1] if index + 1 < len(letter.signature) else ""
            office = line.removeprefix(name).strip(" ,") or below.strip()
            return TITLE.sub("", name), office or None
    return None


def lead_inspector(named: list[str], signed: tuple[str, str | None] | None) -> str | None:
    """Who signed as an inspector; else the first inspector that is named."""
    if signed and INSPECTOR.search(signed[1] or ""):
        return signed[0]
    return named[0] if named else None
