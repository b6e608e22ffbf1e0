"""What a report says twice and differently, and what it is made of: faults that are listed, not mended.

| looked at | fault |
|---|---|
| footers that print dates or the title | they contradict page 1; page 1 is used |
| a later page with the dates of an inspection under a title | two documents in one file |
| printed page numbers that begin again | the same |
| the date in the file's name | it differs from the day of publication, or is before the inspection |
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.basics.days import without_weekday
from goldenthread.documents.layout import Document, Line, Page
from goldenthread.documents.proposals import Issue, Question
from goldenthread.documents.reports import front_page, inspection_days
from goldenthread.documents.reports.folding import clean, squash
from goldenthread.documents.reports.front_page import Front
from goldenthread.documents.reports.strips import FOOT_OF_PAGE

_FILE_DATE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[ _.-]+[a-z]{3,9}[ _.-]+20\d\d|20\d\d-\d\d-\d\d|\d{1,2}[._-]\d{1,2}[._-]20\d\d",
    re.IGNORECASE,
)
_TRAILING_NUMBER = re.compile(r"\s+\d{1,3}$")
_MAY_BE_DATES = re.compile(
    r"\W*(?:re-?\s*)?(?:inspection|review|dates?)\b.*\b(?:date|inspection)", re.I
)
_HEAD_LINES = 15
_PAGE_1_IS_USED = "What page 1 prints is used; tell the inspectorate if page 1 is wrong."
_FIRST_PAGES = 3


def file_date(name: str) -> date | None:
    """The last date in a file's name."""
    found = _FILE_DATE.findall(name)
    return (
        inspection_days.one(found[-1].replace("_", " ").replace("-", " "))
        or (inspection_days.one(found[-1].replace("_", "-")))
        if found
        else None
    )


def issues(document: Document, front: Front) -> list[Issue]:
    """Faults of the source: footers that contradict page 1, and documents stitched into one file."""
    return [*_footers(document, front), *_stitched(document, front)]


def publication_questions(front: Front, name: str) -> list[Question]:
    """What to ask about the day of publication, which is asked first of all."""
    guess = file_date(name)
    if front.published is None:
        if front.published_printed:
            text = f"The report prints “{front.published_printed.text}” as its publication, which is no whole date."
        else:
            text = "The report prints no day of publication."
        return [_about_publication(f"{text} When was it published?", guess)]
    if guess and guess != front.published:
        text = (
            f"Page {front.published_printed.line.place.page if front.published_printed else 1} prints "
            f"{without_weekday(front.published)} as the day of publication, the file's name "
            f"{without_weekday(guess)}. Which holds?"
        )
        return [_about_publication(text, front.published)]
    return []


def day_questions(front: Front, name: str) -> list[Question]:
    """What to ask about the days of the inspection."""
    asked = [
        Question(
            where="inspection_start",
            question=f"The report prints “{front.days_printed.text if front.days_printed else ''}”: {doubt}. "
            "Are the days read right?",
            suggestion=front.days.first.isoformat() if front.days.first else None,
        )
        for doubt in front.days.doubts
    ]
    if front.days.first is None and not asked:
        text = "No days of the inspection were found. When was it?"
        asked.append(Question(where="inspection_start", question=text, suggestion=None))
    if front.days.first and front.days.first == front.days.last:
        text = (
            f"Only {without_weekday(front.days.first)} was found as a day of the inspection. "
            "When did it end?"
        )
        asked.append(Question(where="inspection_end", question=text, suggestion=None))
    published = front.published or file_date(name)
    if published and front.days.last and published <= front.days.last:
        text = (
            f"The inspection ends on {without_weekday(front.days.last)}, but the report's date is "
            f"{without_weekday(published)}. Which is wrong?"
        )
        asked.append(Question(where="inspection_end", question=text, suggestion=None))
    return asked


def _about_publication(text: str, suggestion: date | None) -> Question:
    return Question(
        where="published",
        question=text,
        suggestion=suggestion.isoformat() if suggestion else None,
    )


def _footers(document: Document, front: Front) -> Iterator[Issue]:
    """One issue for each different footer that contradicts page 1, where it is printed first."""
    seen: set[str] = set()
    for page in document.pages:
        for line in _foot(page):
            text = _TRAILING_NUMBER.sub("", clean(line.text))
            if text in seen:
                continue
            seen.add(text)
            problem = _contradiction(text, front)
            if problem:
                where = f"page {page.number}, footer"
                yield Issue(where=where, problem=problem, fix=_PAGE_1_IS_USED)


def _foot(page: Page) -> list[Line]:
    if page.height is None:
        return []
    return [line for line in page.lines if line.box and line.box.top > FOOT_OF_PAGE * page.height]


def _contradiction(text: str, front: Front) -> str | None:
    days = front_page.footer_days(text)
    if days.first and days.first != days.last and front.days.first:
        if (days.first, days.last) != (front.days.first, front.days.last):
            printed = front.days_printed.text if front.days_printed else ""
            return f"The footer prints “{text}”, page 1 “{printed}”."
        return None
    council = front_page.authority_in(text) if "nspection of" in text else None
    if council and front.local_authority and squash(council) != squash(front.local_authority):
        return f"The footer names “{council}”, page 1 “{front.local_authority}”."
    return None


def _stitched(document: Document, front: Front) -> Iterator[Issue]:
    for page in document.pages[_FIRST_PAGES:]:
        if not any(_MAY_BE_DATES.match(line.text) for line in page.lines[:_HEAD_LINES]):
            continue
        head = front_page.read(Document(document.name, document.form, (page,)))
        if head.days.first and head.days_printed:
            yield _second(
                page.number,
                f"a second head with “{head.days_printed.text}” ({head.local_authority or 'no council named'})",
            )
            return
    restart = _restart(document.pages)
    if restart:
        yield _second(restart, "page numbers that begin again")


def _second(page: int, what: str) -> Issue:
    return Issue(
        where=f"page {page}",
        problem=f"Two documents seem to be joined in this file: page {page} has {what}.",
        fix="Check which recommendations belong to which document, or split the file and read each part.",
    )


def _restart(pages: Sequence[Page]) -> int | None:
    """The page on which the printed page numbers begin again at one or two; None if they never do."""
    before = 0
    for page in pages:
        printed = _printed_number(page)
        if printed is None:
            continue
        if printed <= 2 and before >= _FIRST_PAGES:
            return page.number
        before = printed
    return None


def _printed_number(page: Page) -> int | None:
    ends = [line.text.strip() for line in (*page.lines[:1], *page.lines[-1:])]
    return next((int(text) for text in ends if text.isdecimal() and len(text) <= 3), None)
