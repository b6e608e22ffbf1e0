"""Lines as the readers of tables and headings use them: cleaned, split at a grade, furniture left out.

Furniture is told here from one page alone and by place only: the front page is looked at
before the rest, and a table's cells must not be lost because they stand on several pages.
`furniture` tells the running heads and footnotes of a whole report.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.documents.layout import Line, Page
from goldenthread.documents.reports import grades
from goldenthread.documents.reports.folding import mended, squash
from goldenthread.documents.reports.furniture import page_number

# Page numbers and footers stand in the lowest part of a page; the last line of text ends above it.
FOOT_OF_PAGE = 0.935
_LISTED = re.compile(r"\S(?: ?[._]{2,}| {1,}| *\t)\s*\d{1,3}$")
_HEADERS = frozenset(
    {"judgement", "grade", "judgementgrade", "keyjudgement", "keyjudgementjudgementgrade"}
)


@dataclass(frozen=True, slots=True)
class Strip:
    """A line: its text, the text before a grade that ends it (`label`; `squashed`), and that (part of a) grade.

    `top` and `bottom` are in points from the top of the first page, pages end to end; these and
    `left` are None where the container has no boxes.
    """

    text: str
    label: str
    squashed: str
    grade: str
    line: Line
    page: int
    top: float | None
    bottom: float | None
    left: float | None

    @property
    def alone(self) -> bool:
        """Whether the line holds nothing but (a part of) a grade."""
        return bool(self.grade) and not self.label


def of_pages(pages: Iterable[Page]) -> list[Strip]:
    """The strips of pages in reading order, without page numbers, footers and table headers."""
    found: list[Strip] = []
    offset = 0.0
    for page in pages:
        found += [
            strip(line, page=page.number, offset=offset)
            for line in page.lines
            if not is_furniture(line, page) and not is_header(line.text)
        ]
        offset += page.height or 0.0
    return found


def strip(line: Line, *, page: int, offset: float = 0.0) -> Strip:
    """One line as a strip; `offset` is the height of the pages before it in points."""
    text = mended(line.text)
    label, grade = grades.split(text)
    box = line.box
    return Strip(
        text=text,
        label=label,
        squashed=squash(label),
        grade=grade,
        line=line,
        page=page,
        top=box.top + offset if box else None,
        bottom=box.bottom + offset if box else None,
        left=box.left if box else None,
    )


def is_furniture(line: Line, page: Page) -> bool:
    """Whether a line is a page number or stands in the foot of its page."""
    if page_number(line.text) is not None:
        return True
    return bool(line.box and page.height and line.box.top > FOOT_OF_PAGE * page.height)


def is_header(text: str) -> bool:
    """Whether a line is the header of a table of judgements."""
    return squash(text).replace("judgment", "judgement") in _HEADERS


def is_listed(text: str) -> bool:
    """Whether a line ends like one of a table of contents, with a page number."""
    return _LISTED.search(text) is not None
