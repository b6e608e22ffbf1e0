"""A paper as an HTML file that stands alone, without scripts or anything from elsewhere."""

from collections.abc import Iterable

from lxml import etree

from goldenthread.papers.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Run,
)
from goldenthread.papers.renderers.html_style import CSS
from goldenthread.papers.renderers.placing import Place, label, placed
from goldenthread.papers.renderers.wording import (
    byline,
    note_runs,
    printable,
    runs_of,
    stepwise,
)

HEADING_CLASSES = ("xl", "l", "m", "s", "s")
PARAGRAPH_CLASSES = {
    "body": "govuk-body",
    "lead": "govuk-body-l",
    "small": "govuk-body-s",
    "quote": "gt-verbatim",
}


def render(document: Document) -> bytes:
    """A whole page; its style is in it.

    Raises:
        ValueError: the cells of a grid do not fill its columns.
    """
    page = etree.Element("html", lang=document.lang)
    head = etree.SubElement(page, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    etree.SubElement(head, "title").text = printable(document.title)
    etree.SubElement(head, "style").text = CSS
    main = etree.SubElement(etree.SubElement(page, "body"), "main")
    main.append(_paper(document))
    return b"<!DOCTYPE html>\n" + etree.tostring(page, method="html", encoding="utf-8")


def _paper(document: Document) -> etree._Element:
    made = etree.Element("article", {"class": "gt-paper", "lang": document.lang})
    if document.marking:
        _add(made, "p", "gt-paper__marking govuk-body-s", printable(document.marking))
    _heading(made, 1, document.title)
    if document.subtitle:
        _add(made, "p", "govuk-body-l", printable(document.subtitle))
    _add(made, "p", "gt-paper__byline govuk-body-s", byline(document))
    for block in stepwise(document.blocks):
        _block(made, block)
    if document.footer:
        _add(made, "p", "gt-paper__footer govuk-body-s", printable(document.footer))
    return made


def _add(parent: etree._Element, tag: str, look: str, text: str = "") -> etree._Element:
    made = etree.SubElement(parent, tag, {"class": look} if look else {})
    made.text = text
    return made


def _heading(parent: etree._Element, level: int, text: str) -> None:
    _add(parent, f"h{level}", f"govuk-heading-{HEADING_CLASSES[level - 1]}", printable(text))


def _said(parent: etree._Element, runs: Iterable[Run]) -> None:
    """Appends runs; strong ones as such."""
    last: etree._Element | None = None
    for run in runs_of(runs):
        if run.strong:
            last = _add(parent, "strong", "", run.text)
        elif last is None:
            parent.text = (parent.text or "") + run.text
        else:
            last.tail = (last.tail or "") + run.text


def _block(parent: etree._Element, block: Block) -> None:
    match block:
        case Heading(level, text):
            _heading(parent, 1 + level, text)
        case Note():
            note = _add(parent, "div", f"gt-paper__note gt-paper__note--{block.kind}")
            _said(_add(note, "p", "govuk-body"), note_runs(block))
        case Facts():
            _facts(parent, block)
        case PageBreak():
            _add(parent, "hr", "gt-paper__break govuk-section-break govuk-section-break--l")
        case Grid():
            _grid(parent, block)
        case _:
            _lines(parent, block)


def _lines(parent: etree._Element, block: Paragraph | Bullets, *, in_cell: bool = False) -> None:
    if isinstance(block, Paragraph):
        look = "gt-paper__line" if in_cell else PARAGRAPH_CLASSES[block.style]
        tag = "blockquote" if block.style == "quote" and not in_cell else "p"
        _said(_add(parent, tag, look), block.runs)
        return
    kind = "number" if block.numbered else "bullet"
    points = _add(parent, "ol" if block.numbered else "ul", f"govuk-list govuk-list--{kind}")
    for point in block.points:
        _said(_add(points, "li", ""), point)


def _facts(parent: etree._Element, facts: Facts) -> None:
    terms = _add(parent, "dl", "govuk-summary-list")
    for term, runs in facts.pairs:
        row = _add(terms, "div", "govuk-summary-list__row")
        _add(row, "dt", "govuk-summary-list__key", printable(term))
        _said(_add(row, "dd", "govuk-summary-list__value"), runs)


def _grid(parent: etree._Element, grid: Grid) -> None:
    """A table in the classes of the site, each heading with what it names."""
    table = _add(parent, "table", "govuk-table gt-table gt-paper__table")
    caption = "govuk-table__caption govuk-table__caption--s"
    named = _add(table, "caption", caption, label(grid.caption))
    if grid.summary:
        _add(named, "span", "gt-cell__note", label(grid.summary))
    head = _add(_add(table, "thead", "govuk-table__head"), "tr", "govuk-table__row")
    for column in grid.columns:
        look = "govuk-table__header"
        look += " govuk-table__header--numeric" if column.align == "right" else ""
        cell = _add(head, "th", look, label(column.title))
        cell.set("scope", "col")
    body = _add(table, "tbody", "govuk-table__body")
    for places in placed(grid):
        row = _add(body, "tr", "govuk-table__row")
        for place, column in zip(places, grid.columns, strict=True):
            if place.begins:
                _cell(row, place, right=column.align == "right")


def _cell(row: etree._Element, place: Place, *, right: bool) -> None:
    cell = place.cell
    look = "govuk-table__header gt-table__first" if cell.head else "govuk-table__cell"
    look += " govuk-table__cell--numeric" if right and not cell.head else ""
    look += f" gt-paper__cell--{cell.tone}" if cell.tone else ""
    made = _add(row, "th" if cell.head else "td", look)
    if cell.head:
        made.set("scope", _scope(cell))
    if cell.rows > 1:
        made.set("rowspan", str(cell.rows))
    for block in cell.blocks:
        _lines(made, block, in_cell=True)


def _scope(cell: Cell) -> str:
    return "rowgroup" if cell.rows > 1 else "row"
