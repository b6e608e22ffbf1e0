"""Draws made-up documents from indented text, with a box, size and weight of type a line."""

from goldenthread.documents.layout import Box, Document, Line, Page, Place

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP = 72.0, 96.0
INDENT = 6.0
"""Points to the right for each space at the start of a line."""
CHARACTER = 5.5
PITCH = 14.4
GAP = 12.0
"""Points that a blank line adds between two lines."""
BODY, HEADING, LARGE = 12.0, 14.0, 16.0
MARKS = (("## ", HEADING, True), ("# ", LARGE, True), ("** ", BODY, True), ("~ ", 8.0, False))


def drawn(*pages, feet=(), heads=(), name="drawn.pdf", boxes=True, sizes=True, bolds=True):
    """A document of one page for each text.

    Spaces at the start of a line indent it, a blank line is a gap, "# " and "## " begin
    headings of 16 and 14 points, "** " a bold line of the body's size, "~ " a small line.
    "{page}" in `feet` and `heads` becomes the page's number. `boxes`, `sizes` and `bolds`
    say whether the container knows them.
    """
    known = {"boxes": boxes, "sizes": sizes, "bolds": bolds}
    return Document(
        name=name,
        form="pdf",
        pages=tuple(
            _page(text, number=number, feet=feet, heads=heads, known=known)
            for number, text in enumerate(pages, start=1)
        ),
    )


def _page(text, *, number, feet, heads, known):
    placed = [
        *_at(heads, number=number, top=36.0),
        *_flow(text),
        *_at(feet, number=number, top=796.0),
    ]
    lines = tuple(
        _line(*one, number=number, count=count, known=known)
        for count, one in enumerate(placed, start=1)
    )
    return Page(number=number, lines=lines, width=WIDTH, height=HEIGHT)


def _at(texts, *, number, top):
    for offset, text in enumerate(texts):
        yield "~ " + text.replace("{page}", str(number)), top + 10 * offset


def _flow(text):
    top = TOP
    for row in text.strip("\n").split("\n"):
        if row.strip():
            yield row.rstrip(), top
            top += PITCH
        else:
            top += GAP


def _line(row, top, *, number, count, known):
    stripped = row.lstrip(" ")
    left = LEFT + INDENT * (len(row) - len(stripped))
    size, bold = BODY, False
    for mark, its_size, its_weight in MARKS:
        if stripped.startswith(mark):
            stripped, size, bold = stripped.removeprefix(mark), its_size, its_weight
            break
    box = Box(left, top, left + CHARACTER * len(stripped), top + size * 0.75)
    return Line(
        text=stripped,
        place=Place(page=number, line=count),
        box=box if known["boxes"] else None,
        size=size if known["sizes"] else None,
        bold=bold if known["bolds"] else None,
    )
