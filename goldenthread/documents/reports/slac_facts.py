"""The facts of a SLAC report beside its findings: authority, days, inspectors, legal power, evidence.

The lead is what stands behind its label on the title page, as printed, without the rank: one
label and one name. The layouts that `inspectors` knows came with later reports.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.documents.layout import Document
from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.printed_days import Days, days_in
from goldenthread.documents.reports.printed_rows import Row
from goldenthread.documents.reports.sentences import sentences
from goldenthread.documents.reports.slac_figures import figures, number_of
from goldenthread.documents.reports.slac_parts import Body, Paragraph

TITLE = re.compile(
    r"inspection of safeguarding and looked after children(?: services)?", re.IGNORECASE
)
FOOTER = re.compile(
    r"^(?:[A-Z].{0,60} )?inspection of safeguarding and looked after children(?: services)?"
    r"(?:\s+\d{1,3})?$",
    re.IGNORECASE,
)
DATES = re.compile(r"^inspection (?:dates?|period)\s*:?\s*(.*)$", re.IGNORECASE)
PUBLISHED = re.compile(r"^(?:report )?published(?: on)?\s*:?\s*(.*)$", re.IGNORECASE)
LEAD = re.compile(r"^(?:reporting|lead) inspector\s*:?\s*(.*)$", re.IGNORECASE)
AGE = re.compile(r"^age group\s*:?\s*(.*)$", re.IGNORECASE)
LABELS = (DATES, PUBLISHED, LEAD, AGE)
TITLE_ADDITION = re.compile(r"\s+(?:HMI|Her Majesty[’']s Inspector).*$")
AIMED_AT = re.compile(
    r"\bin (?P<name>(?:the )?[A-Z][\w’'.-]*(?: (?:and|upon|on|of|the|[A-Z][\w’'.-]*))*),? "
    r"(?:the local authority|the council)"
)
LEGAL = re.compile(
    r"\bunder (?P<power>(?:sections? [\d, and]+\w* of )?the (?P<act>(?:[A-Z]\w+ (?:and )?)+Act \d{4})"
    r"(?:,? sections? [\d, and]+\d)?)"
)
TEAM_SIZE = re.compile(
    r"(?P<count>[\w-]+) (?P<who>of (?:Her|His) Majesty[’']s Inspectors|(?:HMI|inspectors?)[^.,]{0,12}"
    r"(?:from|of) the (?:Care Quality Commission|CQC)|Care Quality Commission inspectors?)",
    re.IGNORECASE,
)
SERVICE_HEADING = "service information"


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What is printed before the first numbered paragraph; None where it is not."""

    authority: str | None
    visited: Days | None
    published: Days | None
    lead: str | None
    age_group: str | None


def title_page(rows: Iterable[Row], document: Document) -> TitlePage:
    """Reads the labelled lines of the title page."""
    before = [row.text for row in rows]
    lead = _labelled(before, LEAD)
    return TitlePage(
        authority=_titled_authority(document),
        visited=_days(_labelled(before, DATES)),
        published=_days(_labelled(before, PUBLISHED)),
        lead=TITLE_ADDITION.sub("", lead).strip() if lead else None,
        age_group=_labelled(before, AGE),
    )


def _days(text: str | None) -> Days | None:
    return days_in(text) if text else None


def _labelled(lines: list[str], label: re.Pattern[str]) -> str | None:
    """The text behind a label, in its line or in the next."""
    for index, line in enumerate(lines):
        match = label.match(" ".join(line.split()))
        if match and match[1]:
            return match[1]
        if match and index + 1 < len(lines):
            return " ".join(lines[index + 1].split())
    return None


def _titled_authority(document: Document) -> str | None:
    """The lines between the title and the first labelled line of the title page."""
    lines = [" ".join(line.text.split()) for line in document.pages[0].lines if line.text.strip()]
    end = next((i for i, x in enumerate(lines) if DATES.match(x) or LEAD.match(x)), None)
    if end is None:
        return None
    for start in range(end):
        for most in (3, 2, 1):
            title = joined(lines[start : start + most])
            if start + most < end and TITLE.fullmatch(title):
                return joined(lines[start + most : end])
    return _named_above(lines[:end])


def _named_above(lines: list[str]) -> str | None:
    """The first line, where the council stands above the title."""
    named = len(lines) > 1 and TITLE.search(joined(lines[1:])) and not TITLE.search(lines[0])
    return lines[0] if named else None


def authority_inside(body: Body, document: Document) -> tuple[str, str] | None:
    """The authority as the text or the page footers name it, and where; None where neither does."""
    for paragraph in body.paragraphs:
        match = AIMED_AT.search(paragraph.opening.text)
        if match and paragraph.heading and "improvement" in paragraph.heading.lower():
            return match["name"], f"paragraph {paragraph.number}"
    for line in document.lines():
        text = " ".join(line.text.split())
        if FOOTER.match(text) and not TITLE.match(text):
            return text[: TITLE.search(text).start()].strip(), "the page footer"  # type: ignore[union-attr]
    return None


def legal_power(paragraphs: list[Paragraph]) -> dict[str, str | int] | None:
    """The act under which the inspection was made, with the sentence that says so."""
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.opening.text):
            match = LEGAL.search(sentence)
            if match and re.search(r"inspection|carried out|conducted", sentence):
                found = {"act": match["act"], "power": match["power"].removeprefix("the ")}
                return {**found, "text": sentence, "paragraph": paragraph.number}
    return None


def inspection_team(paragraphs: list[Paragraph]) -> dict[str, int]:
    """How many inspectors of each inspectorate the opening paragraph counts."""
    team: dict[str, int] = {}
    for match in TEAM_SIZE.finditer(paragraphs[0].opening.text if paragraphs else ""):
        count = number_of(match["count"])
        if count is not None:
            body = "hmi" if "majesty" in match["who"].lower() else "cqc"
            team[body] = team.get(body, 0) + int(count)
    return team


def evidence_base(paragraphs: list[Paragraph]) -> list[dict[str, object]]:
    """Each source of evidence that the report lists, with the sizes of its samples."""
    listed = [p for p in paragraphs if "evidence" in p.opening.text.lower() and p.bullets]
    return [
        {
            "paragraph": paragraph.number,
            "text": bullet.text,
            "samples": [
                {"value": figure.value, "unit": figure.unit} for figure in figures(bullet.text)
            ],
        }
        for paragraph in listed[:1]
        for bullet in paragraph.bullets
    ]


def is_service_information(paragraph: Paragraph) -> bool:
    return (paragraph.heading or "").strip().lower().startswith(SERVICE_HEADING)
