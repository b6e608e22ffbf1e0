"""The labels that councils print on the front of a report, and finding one in lines that wrap it."""

import re
from dataclasses import dataclass
from functools import cache

from goldenthread.documents.papers.rows import Row

# Each line: what the label means to us, and the wordings of it that councils print.
MEANINGS: dict[str, tuple[str, ...]] = {
    "decision_maker": (
        "Decision of", "Decision maker", "Final decision-maker", "Report to", "Meeting", "Committee",
        "Name of committee", "Committee name", "To", "Decision to be taken by", "Decision making body",
    ),
    "date": (
        "Date", "Date of meeting", "Meeting date", "Date of decision", "Decision date",
        "Date of report", "Decision due date", "Date of Cabinet", "Date of Committee",
    ),
    "title": (
        "Subject", "Title", "Report title", "Title of report", "Subject of report", "Report subject",
        "Subject/report title", "Report name", "Subject matter", "Item title",
    ),
    "report_from": (
        "Report from", "Report of", "Report by", "From", "Portfolio holder", "Portfolio",
        "Cabinet member", "Lead member", "Executive member", "Lead Cabinet member",
        "Portfolio holder(s)", "Relevant portfolio holder", "Cabinet portfolio", "Responsible member",
        "Cabinet member(s)", "Lead member(s)", "Executive portfolio holder", "Member portfolio",
        "Portfolio area", "Portfolio area and holder",
    ),
    "contact": (
        "Contact officer", "Contact", "Report author", "Author", "Lead officer", "Officer contact",
        "Report author and contact details", "Contact officers", "Author of report",
        "Lead officer and report author", "Lead director", "Responsible officer", "Contact details",
        "Contact officer(s)", "Report author(s)", "Corporate director", "Director", "Lead head of service",
        "Responsible director", "Responsible officers", "Report author and job title",
        "Report contact", "Contact for further information", "Accountable director",
        "Report sponsor", "Report authorised by", "Contact for enquiries", "Strategic director",
    ),
    "decision_type": (
        "Type of decision", "Key decision", "Is this a key decision", "Key decision reference",
        "Is it a key decision", "Key or non-key decision", "Key decision?", "Decision type",
        "Is the decision a key decision", "Key/non-key decision", "Forward plan reference",
        "Forward plan ref", "Forward plan reference number", "Notice of key decision",
    ),
    "publication": (
        "Freedom of information/status", "Exempt information",
        "Exempt", "Confidential or exempt", "Is this report exempt", "Public or private",
        "Publication status", "Exempt/confidential", "Private or public", "Confidentiality",
        "Exempt from publication", "Report status", "Access to information", "Part exempt",
        "Exempt/confidential report", "Is this a private report", "Public/private", "Open or exempt",
        "Exempt information and reasons", "Classification",
    ),
    "summary": (
        "Summary", "Executive summary", "Report summary", "Purpose", "Purpose of report",
        "Purpose of the report", "Reason for report", "Summary of report", "Reason for the report",
        "Purpose and summary", "Summary and purpose", "Brief summary", "What is this report about",
    ),
    "recommended": (
        "Options & recommended option", "Recommended option", "Recommendation", "Recommendations",
        "Recommendation(s)", "Options and recommended option", "Recommended", "Decision required",
        "Decisions required", "Recommended decision", "Decision requested", "Proposed decision",
        "Recommendations to Cabinet", "Officer recommendation", "Recommended decisions",
        "Recommended action", "Action required", "Decision sought", "Decisions sought",
    ),
    "alternatives": (
        "Alternative options", "Alternative options considered", "Options considered", "Options",
        "Other options considered", "Alternatives considered", "Options considered and rejected",
        "Alternative options considered and rejected",
    ),
    "reasons": (
        "Reason for decision", "Reasons for decision", "Reasons for recommendation",
        "Reasons for recommendations", "Reason for recommendation", "Reasons for the decision",
        "Reason for recommendations", "Reason(s) for recommendation(s)",
    ),
    "implications": (
        "Implications", "Corporate implications", "Other implications", "Corporate aims/policy framework",
        "Corporate priorities", "Corporate plan", "Policy framework", "Council priorities",
        "Statement by the S151 Officer: Financial implications and risk considerations",
        "Statement by the S151 Officer", "Financial implications and risk considerations",
        "Statement by Executive Director of Resources (including Health and Safety implications)",
        "Statement by Executive Director of Resources", "Statement by Director of Finance",
        "Statement by Director of Finance and E-Government", "Statement by Director of Resources",
        "Statement by Executive Director of Finance", "Community/health impact",
        "Financial implications", "Finance implications", "Financial and resource implications",
        "Resource implications", "Legal implications", "Equality/diversity implications",
        "Equality implications", "Equalities implications", "Equality and diversity implications",
        "Equality and diversity", "Equality impact assessment", "Equality impact", "Equalities",
        "HR implications", "Human resources implications", "Staffing implications", "Risk management",
        "Workforce implications", "Risk implications", "Risks", "Risk assessment", "Risk and opportunities",
        "Human resource implications", "Health and safety implications", "Climate implications",
        "Environmental implications", "Carbon implications", "Climate change implications",
        "Community safety implications", "Crime and disorder implications", "Public health implications",
        "Safeguarding implications", "Property implications", "Procurement implications",
        "Financial, legal and HR implications", "Financial comments", "Legal comments", "Consultation",
        "Consultees", "Background papers", "Link to corporate plan", "Links to corporate priorities",
        "Legal implications and monitoring officer comments", "Financial implications and S151 comments",
        "Comments of the section 151 officer", "Comments of the monitoring officer",
    ),
    "monitoring_officer": ("Considered by Monitoring Officer", "Monitoring Officer", "Monitoring officer comments"),
    "wards": (
        "Wards affected", "Ward(s) affected", "Ward(s)", "Wards", "Ward", "Electoral divisions affected",
        "Electoral wards affected", "Affected wards", "Divisions affected", "Areas affected",
        "Electoral divisions", "Electoral wards affected and ward councillors consulted", "Wards/areas affected",
        "Affected ward(s)", "Local members", "Areas or wards affected",
    ),
    "scrutiny": (
        "Scrutiny interest", "Overview and scrutiny", "Scrutiny", "Scrutiny committee interest",
        "Relevant scrutiny committee", "Call-in", "Call in", "Eligible for call-in", "Is it eligible for call-in",
        "Subject to call-in", "Is the decision eligible for call in", "Scrutiny consultation",
    ),
    "tracking": ("Tracking/process", "Tracking", "Process/tracking"),
    "attachments": ("Appendices", "Appendix", "Attachments", "Annexes", "Enclosures", "Agenda item", "Item no", "Item number"),
}
# Columns of the grid that follows "Tracking"; elsewhere these words are no labels.
STEPS = (
    "Director", "Executive Director", "Chief Executive/ Strategic Leadership Team", "Chief Executive",
    "Strategic Leadership Team", "Senior Leadership Team", "Cabinet Member/Chair", "Cabinet Member",
    "Ward Members", "Partners", "Scrutiny Committee", "Overview & Scrutiny Committee", "Scrutiny",
    "Cabinet/Committee", "Cabinet", "Committee", "Council", "Chief Executive/ Management Board",
)
# Single everyday words count as labels only with a colon or alone in a table's cell.
LONGEST_LABEL_ROWS = 8


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a row: as printed, the rows it takes, and what follows it.

    `rest` is the text after the label in its last row; `meaning` is a key of `MEANINGS`,
    "step" for a column of the tracking grid, or empty for a label that we do not know.
    """

    printed: str
    rows: int
    rest: str
    meaning: str


def folded(text: str) -> str:
    """The letters and digits alone, so that wraps and punctuation make no difference."""
    return re.sub(r"[^a-z0-9]", "", text.lower().replace("&", "and"))


@cache
def known() -> dict[str, tuple[str, str]]:
    """Folded wording -> (its meaning, the wording with its blanks)."""
    return {folded(w): (meaning, w) for meaning, words in MEANINGS.items() for w in words}


@cache
def steps() -> dict[str, tuple[str, str]]:
    return {folded(w): ("step", w) for w in STEPS}


def meaning_of(printed: str) -> str:
    """What a label means; empty for one that we do not know."""
    return known().get(folded(printed), ("", ""))[0]


def find(rows: list[Row], at: int, *, grid: bool) -> Label | None:
    """The longest known label that begins with row `at`, over as many rows as it wraps."""
    lexicon = {**known(), **steps()} if grid else known()
    best: Label | None = None
    text = ""
    for count, row in enumerate(rows[at : at + LONGEST_LABEL_ROWS], start=1):
        if row.cells or (count > 1 and row.bullet and row.side not in {"label", "both"}):
            break
        head = folded(text)
        best = _ending_in(row, text=text, head=head, count=count, lexicon=lexicon, grid=grid) or best
        text = f"{text} {row.text}".strip()
        if not _may_go_on(folded(text), lexicon):
            break
    return best


def _may_go_on(so_far: str, lexicon: dict[str, tuple[str, str]]) -> bool:
    return any(len(word) > len(so_far) and word.startswith(so_far) for word in lexicon)


def _ending_in(
    row: Row, *, text: str, head: str, count: int, lexicon: dict[str, tuple[str, str]], grid: bool
) -> Label | None:
    """The longest label that ends in this row, `head` being what of it stood in rows before."""
    found: Label | None = None
    for end in _ends(row.text):
        word = head + folded(row.text[:end])
        entry = lexicon.get(word)
        if entry is None or not _is_end(row, end, word=entry[1], count=count, grid=grid):
            continue
        printed = _spaced(f"{text} {row.text[:end]}", entry[1])
        found = Label(printed, count, row.text[end:].lstrip(" :\t"), entry[0])
    return found


def _ends(text: str) -> list[int]:
    """Where a label may end in a row: after each of its words."""
    return [found.end() for found in re.finditer(r"[\w)]+(?:\s*[?)])?", text)]


def _is_end(row: Row, end: int, *, word: str, count: int, grid: bool) -> bool:
    """Whether what follows lets the words before be a label rather than running text."""
    rest = row.text[end:]
    if not rest.strip() or re.match(r"\s*:", rest) or re.match(r"\s*(?: {3,}|\t)", rest):
        return bool(rest.strip()) or _stands_alone(row, word, count=count, grid=grid)
    if grid:
        return rest.startswith(" ")
    if word.lower().startswith("tracking"):
        return bool(steps().get(folded(rest)))
    return bool(row.side) and " " in word and bool(re.match(r"\s+[A-Z0-9£]", rest))


def _stands_alone(row: Row, word: str, *, count: int, grid: bool) -> bool:
    """A label without a colon: of several words, or parted from what is before."""
    return grid or " " in word or "/" in word or row.gap or row.side == "label" or count > 1


def _spaced(printed: str, wording: str) -> str:
    """The printed signs with the blanks of the known wording: a wrap may break a word in two."""
    breaks, made, letters = _breaks(wording), "", 0
    for sign in "".join(printed.split()):
        if made and letters in breaks and (sign.isalnum() or sign in "(&"):
            breaks.discard(letters)
            made += " "
        made += sign
        letters += len(folded(sign))
    return made


def _breaks(wording: str) -> set[int]:
    """After how many letters the wording has a blank."""
    return {len(folded(wording[:at])) for at, sign in enumerate(wording) if sign == " "}
