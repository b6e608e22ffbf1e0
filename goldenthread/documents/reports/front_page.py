"""What stands at the head of a report: its title, the council, the days, the day of publication.

| assumed | because |
|---|---|
| the title is what stands above the first line of dates or names on the first page with text | true of every form since 2013 |
| a council's name stands before "Inspection of ..." (until 2020), or inside it: "Inspection of [the] X local authority children's services" (since 2021) | |
| names and titles wrap; footnote marks are glued to the last word ("Board1") | |
| a label ("Inspection dates", "Report published") begins a line; its value may wrap or stand on the next line | |
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from goldenthread.documents.layout import Document, Line, Page
from goldenthread.documents.reports import inspection_days
from goldenthread.documents.reports.folding import clean, joined, mended, squash
from goldenthread.documents.reports.furniture import HEAD_FOR_SURE
from goldenthread.documents.reports.inspection_days import Days
from goldenthread.documents.reports.strips import is_furniture

FRONT_PAGES = 3
LATEST_FRONT = 5
_MOST_TITLE_LINES = 12
_MOST_LINES_OF_HEAD = 20
_MOST_LINES_OF_DATES = 3

_DATES = re.compile(
    r"(?:onsite)?(?:re)?(?:inspection|review|visit)(?:and(?:re)?(?:view|inspection))?(?:dates?|period|took?place)"
    r"|dates?of(?:the|this)?(?:re)?(?:inspection|review|visit)|inspected|inspection(?=[0-9])"
    r"|(?:onsite|fieldwork)(?:visit)?dates?|dates?onsite|dates(?=[0-9])"
)
_PUBLISHED = re.compile(
    r"(?:thisreportwas|report|reportwas|date|first)?publish(?:ed)(?:date|on)?|(?:dateof)?(?:report)?publication(?:date)?|reportdate"
)
_NAMES = re.compile(r"(?:lead|reporting|managing)(?:hmi|inspectors?)|agegroup|judge?ments?grade")
_TITLE = re.compile(
    r"\b(?:re-?\s*)?(?:joint\s+)?inspections?\s+of\b|\breview\s+of\s+the\s+effectiveness\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\binspection\s+of\s+(?:the\s+)?(?P<name>.+?)\s*(?:(?<=\w)['’]s)?(?:,?\s+local\s+authority)?(?:['’]s)?"
    r"\s+children\s?['’]?\s?s?['’]?\s+(?:social\s+care\s+)?services\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"inspection of (?:the )?(?P<name>(?!services|children|local).+)", re.IGNORECASE
)
_NO_NAME = frozenset({"", "localauthority", "children", "services", "servicesfor", "childrens"})
_SUBJECT = re.compile(
    r"\b(?:need of help|looked[\s-]after|safeguarding|protection of|care leavers|fostering|adoption)\b",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^(?:ofsted|appendix\s+\w+|annex\s+\w+|draft(?:\s+report)?|official(?:[\s-]+sensitive)?|www\.\S+"
    r"|(?:ofsted\W+)?raising standards\W*|improving lives|(?:ofsted\W+)?raising standards\W+improving lives)\W*$",
    re.IGNORECASE,
)
_KNOWN_TITLE = re.compile(
    r"\b(?:re-?\s*)?inspection of (?:local authority )?(?:children['’]s (?:social care )?services"
    r"|(?:services for )?(?:looked[ -]after children|children looked after)(?: services)?"
    r"|services for children in need of help and protection, children looked after and care leavers)"
    r"|\b(?:and )?review of the effectiveness of the local safeguarding children['’]?s? board(?: \(lscb\))?",
    re.IGNORECASE,
)
_HAS_YEAR = re.compile(r"20\d\d|\d[./-]\d\d\b")
_LABEL_INSIDE = re.compile(
    r"(?<=\S)\s+(?=(?:report published|publication date|lead inspectors?|inspection dates?)\s*:)",
    re.IGNORECASE,
)
_TRAILING_NUMBER = re.compile(r"\s+\d{1,3}$")
_TITLE_WORDS = re.compile(
    r"\b(?:inspections?|re-?inspection|services|children|protection|review|effectiveness|board|leavers|looked)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?<=[a-z])\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Printed:
    """A text as printed and the line on which it begins."""

    text: str
    line: Line


@dataclass(frozen=True, slots=True)
class Front:
    """The head of a report; what is not printed is None or empty."""

    title: str
    local_authority: str | None
    title_line: Line | None
    days: Days
    days_printed: Printed | None
    published: date | None
    published_printed: Printed | None


def read(document: Document, *, year: int | None = None) -> Front:
    """The head of a report; `year` helps where the days are printed without one."""
    pages = pages_of(document)
    lines = [
        part
        for page in pages
        for line in page.lines
        if not is_furniture(line, page)
        for part in _labelled_parts(line)
    ]
    head = title_lines(pages)
    title = title_of(head)
    days_printed = labelled(lines, _DATES) or _unlabelled(lines) or _in_a_footer(document)
    published = labelled(lines, _PUBLISHED)
    published_on = inspection_days.one(published.text) if published else None
    known_year = published_on.year if published_on else year
    return Front(
        title=title,
        local_authority=authority_in(title, head),
        title_line=head[0] if head else None,
        days=inspection_days.read(days_printed.text, year=known_year) if days_printed else Days(),
        days_printed=days_printed,
        published=published_on,
        published_printed=published,
    )


def pages_of(document: Document) -> list[Page]:
    """The first pages of the report: from the first that has a title or dates (a letter may precede)."""
    pages = [page for page in document.pages if page.lines]
    starts = (n for n, page in enumerate(pages[:LATEST_FRONT]) if _is_front(page))
    start = next(starts, 0)
    return pages[start : start + FRONT_PAGES]


def title_lines(pages: Sequence[Page]) -> list[Line]:
    """The lines above the first line of dates or names on the first page, from top to bottom."""
    if not pages:
        return []
    lines = [line for line in pages[0].lines if not is_furniture(line, pages[0])]
    if all(line.box for line in lines):
        lines.sort(key=lambda line: line.box.top if line.box else 0.0)
    head: list[Line] = []
    for line in lines[:_MOST_TITLE_LINES]:
        if is_labelled(line.text):
            break
        head.append(line)
    running = _running_heads(head, pages[0])
    return [line for line in head[running:] if not _NOISE.match(clean(line.text))]


def _running_heads(lines: Sequence[Line], page: Page) -> int:
    """How many lines stand in the head of the page in smaller type than all below them."""
    for number, line in enumerate(lines):
        sizes = [below.size for below in lines[number + 1 :] if below.size]
        in_head = bool(line.box and page.height and line.box.bottom <= HEAD_FOR_SURE * page.height)
        if not (in_head and line.size and sizes and line.size < min(sizes)):
            return number
    return 0


def title_of(lines: Sequence[Line]) -> str:
    """The title on one line, without footnote marks."""
    return _MARK.sub("", joined([mended(line.text) for line in lines]))


def is_about_one(title: str) -> bool:
    """Whether a title only speaks of an inspection: a paper that names its fields first ("SUBJECT: ...")."""
    start = _TITLE.search(title)
    return start is not None and ":" in title[: start.start()]


def authority_in(title: str, lines: Sequence[Line] = ()) -> str | None:
    """The council's name as the title prints it; None where it prints none."""
    inside = _INSIDE.search(title)
    if inside and not _is_subject(inside["name"]):
        return inside["name"].strip()
    start = _TITLE.search(title)
    if start and title[: start.start()].strip():
        return title[: start.start()].strip(" ,:–-")
    after = _KNOWN_TITLE.sub("", title).strip(" ,:–-") if start else ""
    if after and not _TITLE.search(after):
        return after
    other = _OTHER.fullmatch(title)
    if other and not _TITLE_WORDS.search(other["name"]):
        return other["name"].strip()
    others = [mended(line.text) for line in lines if not _TITLE_WORDS.search(line.text)]
    return joined([line for line in others if len(squash(line)) > len("and")]) or None


def _is_subject(name: str) -> bool:
    """Whether what stands in a council's place says whom the services are for ("looked after")."""
    return squash(name) in _NO_NAME or _SUBJECT.search(name) is not None


def labelled(lines: Sequence[Line], label: re.Pattern[str]) -> Printed | None:
    """The value after a label that begins a line, and its wrapped rest; None where there is none."""
    for number, line in enumerate(lines):
        found = label.match(squash(line.text))
        if found and (":" in line.text or _is_short(_behind(clean(line.text), found.end()))):
            value = _value(lines, number, label_ends=found.end())
            if value:
                return Printed(value, line)
    return None


def footer_days(text: str) -> Days:
    """The days that a footer prints; none unless the footer is nothing but dates."""
    if not _HAS_YEAR.search(text):
        return Days()
    return inspection_days.read(text) if inspection_days.is_all_dates(text) else Days()


def _is_front(page: Page) -> bool:
    head = page.lines[:_MOST_LINES_OF_HEAD]
    text = " ".join(line.text for line in head)
    return bool(_TITLE.search(text)) or any(_DATES.match(squash(line.text)) for line in head)


def _labelled_parts(line: Line) -> list[Line]:
    """A line that holds two labels ("Inspection date: ... Report published: ...") as two."""
    parts = [part for part in _LABEL_INSIDE.split(line.text) if part.strip()]
    return [replace(line, text=part) for part in parts] if len(parts) > 1 else [line]


def _in_a_footer(document: Document) -> Printed | None:
    """The days that footers print, where the head prints none."""
    for page in document.pages[1 : 1 + FRONT_PAGES]:
        for line in page.lines:
            text = _TRAILING_NUMBER.sub("", clean(line.text))
            if is_furniture(line, page) and footer_days(text).first:
                return Printed(text, line)
    return None


def is_labelled(text: str) -> bool:
    """Whether a line begins with the label of a date or a name, so that no title or sentence goes on."""
    squashed = squash(text)
    return any(pattern.match(squashed) for pattern in (_DATES, _PUBLISHED, _NAMES))


def _is_short(rest: str) -> bool:
    """Whether what follows a label without a colon can be a date: nothing, or figures first."""
    return not rest or rest[0].isdigit() or inspection_days.is_all_dates(rest)


def _behind(text: str, letters: int) -> str:
    """What stands behind the first so many letters and digits of a text."""
    end = 0
    while letters > 0 and end < len(text):
        letters -= text[end].isalnum()
        end += 1
    return text[end:].strip(" ;.–—-")


def _value(lines: Sequence[Line], number: int, *, label_ends: int) -> str:
    """The dates of a labelled line and of the lines after it that hold dates and nothing else."""
    text = clean(lines[number].text)
    value = _after_label(text, label_ends=label_ends)
    for line in lines[number + 1 : number + _MOST_LINES_OF_DATES]:
        following = clean(line.text)
        if not inspection_days.is_all_dates(following) or (
            value and _is_complete(value, following)
        ):
            break
        value = f"{value} {following}".strip()
    return value


def _after_label(text: str, *, label_ends: int) -> str:
    before, colon, after = text.partition(":")
    if colon and not any(letter.isdigit() for letter in before):
        return after.strip()
    return _behind(text, label_ends)


def _is_complete(value: str, following: str) -> bool:
    """Whether a value needs no more: it ends a date, hangs on no dash, and the next line does not join on."""
    ends = re.search(r"(?:20\d\d|\d[./-]\d{1,2}[./-]\d\d)[\s.;)\]]*$", value) is not None
    joins = (
        re.match(r"(?:and|to|until|till|through)\b|[&,—–-]", following, re.IGNORECASE) is not None
    )
    return ends and not joins


def _unlabelled(lines: Sequence[Line]) -> Printed | None:
    """A range of whole dates on a line of its own, where the label was lost."""
    for line in lines:
        days = footer_days(clean(line.text))
        if days.first and days.first != days.last:
            return Printed(clean(line.text), line)
    return None
