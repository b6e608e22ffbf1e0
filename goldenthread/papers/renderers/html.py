"""A paper as HTML: a part that a page of the site includes, or a whole file that stands alone."""

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

DEEPEST = 6
HEADING_CLASSES = ("xl", "l", "m", "s", "s", "s")
PARAGRAPH_CLASSES = {
    "body": "govuk-body",
    "lead": "govuk-body-l",
    "small": "govuk-body-s",
    "quote": "gt-verbatim",
}


def render(document: Document) -> bytes:
    """A whole page without scripts or anything from elsewhere; the part's words and classes in it.

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
    main.append(_paper(document, top=1))
    return b"<!DOCTYPE html>\n" + etree.tostring(page, method="html", encoding="utf-8")


def part(document: Document, *, top: int = 1) -> str:
    """The paper for a page to include; its title is a heading of level `top`.

    It holds no style and no script, so it is at home under the site's content policy.

    Raises:
        ValueError: the cells of a grid do not fill its columns.
    """
    return etree.tostring(_paper(document, top=top), method="html", encoding="unicode")


def _paper(document: Document, *, top: int) -> etree._Element:
    made = etree.Element("article", {"class": "gt-paper", "lang": document.lang})
    if document.marking:
        _add(made, "p", "gt-paper__marking govuk-body-s", printable(document.marking))
    _heading(made, top, document.title)
    if document.subtitle:
        _add(made, "p", "govuk-body-l", printable(document.subtitle))
    _add(made, "p", "gt-paper__byline govuk-body-s", byline(document))
    for block in stepwise(document.blocks):
        _block(made, block, top=top)
    if document.footer:
        _add(made, "p", "gt-paper__footer govuk-body-s", printable(document.footer))
    return made


def _add(parent: etree._Element, tag: str, look: str, text: str = "") -> etree._Element:
    made = etree.SubElement(parent, tag, {"class": look} if look else {})
    made.text = text
    return made


def _heading(parent: etree._Element, level: int, text: str) -> None:
    look = HEADING_CLASSES[min(level, DEEPEST) - 1]
    _add(parent, f"h{min(level, DEEPEST)}", f"govuk-heading-{look}", printable(text))


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


def _block(parent: etree._Element, block: Block, *, top: int) -> None:
    match block:
        case Heading(level, text):
            _heading(parent, top + level, text)
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
    """A table with roles, for the site shows its rows as cards on a phone."""
    table = _add(parent, "table", "govuk-table gt-table gt-paper__table")
    table.set("role", "table")
    caption = "govuk-table__caption govuk-table__caption--s"
    named = _add(table, "caption", caption, label(grid.caption))
    if grid.summary:
        _add(named, "span", "gt-cell__note", label(grid.summary))
    head = _row(_body(table, "head"))
    for column in grid.columns:
        look = "govuk-table__header"
        look += " govuk-table__header--numeric" if column.align == "right" else ""
        cell = _add(head, "th", look, label(column.title))
        cell.attrib.update({"scope": "col", "role": "columnheader"})
    body = _body(table, "body")
    for places in placed(grid):
        row = _row(body)
        for place, column in zip(places, grid.columns, strict=True):
            if place.begins:
                _cell(row, place, label(column.title), right=column.align == "right")


def _body(table: etree._Element, kind: str) -> etree._Element:
    made = _add(table, f"t{kind}", f"govuk-table__{kind}")
    made.set("role", "rowgroup")
    return made


def _row(body: etree._Element) -> etree._Element:
    made = _add(body, "tr", "govuk-table__row")
    made.set("role", "row")
    return made


def _cell(row: etree._Element, place: Place, title: str, *, right: bool) -> None:
    cell = place.cell
    look = "govuk-table__header gt-table__first" if cell.head else "govuk-table__cell"
    look += " govuk-table__cell--numeric" if right and not cell.head else ""
    look += f" gt-paper__cell--{cell.tone}" if cell.tone else ""
    made = _add(row, "th" if cell.head else "td", look)
    if cell.head:
        made.attrib.update({"scope": _scope(cell), "role": "rowheader"})
    else:
        made.attrib.update({"role": "cell", "data-label": title})
    if cell.rows > 1:
        made.set("rowspan", str(cell.rows))
    # On a phone a cell is two columns, its label and this.
    inner = _add(made, "div", "gt-cell")
    for block in cell.blocks:
        _lines(inner, block, in_cell=True)


def _scope(cell: Cell) -> str:
    return "rowgroup" if cell.rows > 1 else "row"
