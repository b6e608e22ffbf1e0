"""How much a document looks like an action plan, found cheaply."""

from collections.abc import Iterable, Sequence

from goldenthread.documents.layout import Document, Line, Page, Table
from goldenthread.documents.plans import frame, headings
from goldenthread.documents.plans import vocabulary as words

# Headings of one table stand within so many points of a page's height.
BAND = 75.0
FEWEST_COLUMNS = 4
# So much of a line must be words of headings, or it is a sentence that uses some of them.
MOSTLY = 0.75
LONGEST_LINE = 90
# An upright page further on is of a report's text; a plan's table begins before.
FIRST_PAGES = 10
LANDSCAPE, PORTRAIT = 0.95, 0.8
WHO_OR_WHEN = {words.LEADS, words.LOCAL, words.TIMESCALE}


def looks_like(document: Document) -> float:
    """From 0 to 1. Tables decide where the container marks them; a PDF's lines where not."""
    if document.form == "pdf":
        pages = (p for p in document.pages if p.number <= FIRST_PAGES or _is_landscape(p))
        return max((_of_page(page) for page in pages), default=0.0)
    return max((_of_table(table) for table in document.tables()), default=0.0)


def _of_table(table: Table) -> float:
    read = frame.read(table)
    if read is None or not read.rows:
        return 0.0
    return _of_columns({column.name for column in read.columns}, landscape=True)


def _of_page(page: Page) -> float:
    lines = [line for line in page.lines if line.box and len(line.text) <= LONGEST_LINE]
    found = [(line, _columns_of(line.text)) for line in lines]
    found = [(line, columns) for line, columns in found if columns]
    landscape = _is_landscape(page)
    return max((_of_columns(c, landscape=landscape) for c in _bands(found)), default=0.0)


def _is_landscape(page: Page) -> bool:
    return (page.width or 0) > (page.height or 0)


def _bands(found: Sequence[tuple[Line, set[str]]]) -> Iterable[set[str]]:
    """The columns named within each stretch of a page."""
    for first, _ in found:
        yield {
            name
            for line, columns in found
            if line.box and first.box and 0 <= line.box.top - first.box.top <= BAND
            for name in columns
        }


def _of_columns(columns: set[str], *, landscape: bool) -> float:
    known = columns - {words.OTHER}
    if words.ACTION not in known or not known & WHO_OR_WHEN:
        return 0.0
    if len(known) < FEWEST_COLUMNS:
        return 0.55 if len(known) == FEWEST_COLUMNS - 1 and landscape else 0.0
    return LANDSCAPE if landscape else PORTRAIT


def _columns_of(text: str) -> set[str]:
    """The columns that a printed line names, if it holds little but headings."""
    tokens = headings.fold(text).split()
    found: set[str] = set()
    used = start = 0
    while start < len(tokens):
        # "Action Lead" side by side are two headings, though "action lead" is one, too.
        columns, length = headings.columns_at(tokens, start)
        if columns:
            found |= columns
            used += length
        elif begun := headings.columns_begun(tokens[start:]):
            # A heading that goes on in the next line of its cell.
            found |= begun
            used += len(tokens) - start
            break
        start += max(1, length)
    return found if tokens and used >= MOSTLY * len(tokens) else set()
