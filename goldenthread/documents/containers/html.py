"""HTML as headings, paragraphs and tables; scripts and hidden parts are left out."""

from collections.abc import Iterator
from itertools import islice

import lxml.html
from lxml import etree

from goldenthread.documents.containers import flow, spans, text
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Block, Document, Paragraph, Place, Table

NESTING_LIMIT = 20
LEFT_OUT = frozenset({"script", "style", "head", "template", "noscript", "svg", "select", "button"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "o:p",
    ]
)


def read(data: bytes, name: str) -> Document:
    """The page's blocks in order.

    Raises:
        UnreadableDocument: it holds no text, or tables too large or too deep to read.
    """
    source, warnings = text.decode(data, name)
    blocks = tuple(islice(blocks_of(source, name), text.LINES_LIMIT + 1))
    if len(blocks) > text.LINES_LIMIT:
        raise text.too_long(name)
    if not blocks:
        raise _empty(name)
    return Document(
        name=name, form="html", pages=flow.one_page(blocks), blocks=blocks, warnings=warnings
    )


def blocks_of(source: str, name: str) -> Iterator[Block]:
    """Headings, paragraphs and tables of an HTML text; a place's line counts printed lines."""
    root = _root(source, name)
    line = 1
    tables = 0
    for piece in _pieces(root):
        if isinstance(piece, etree._Element):
            tables += 1
            yield table_of(piece, number=tables, name=name)
        else:
            printed, level = piece
            yield Paragraph(text=printed, place=Place(line=line), level=level)
            line += printed.count("\n") + 1


def text_of(source: str) -> str:
    """The text of a fragment of HTML, its paragraphs parted by line breaks."""
    if "<" not in source and "&" not in source:
        return " ".join(source.split())
    return _text(lxml.html.fragment_fromstring(source, create_parent="div", parser=_parser()))


def table_of(table: etree._Element, *, number: int, name: str) -> Table:
    """A table element as a table; tables inside its cells become lines of their cell."""
    if _depth(table) > NESTING_LIMIT:
        raise _too_deep(name)
    own = _own(table, "tr")
    spans.check_rows(len(own), name)
    rows = [[_span(cell) for cell in _own(row, "td", "th")] for row in own]
    return spans.lay_out(rows, number=number, name=name)


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )


def _root(source: str, name: str) -> etree._Element:
    try:
        parser = _parser()
        root = lxml.html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise _empty(name) from error
    # The parser leaves out what stands deeper and says so only here.
    if any("depth" in entry.message for entry in parser.error_log):
        raise _too_deep(name)
    return root


def _empty(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{name}: The HTML page holds no text. Save the page again from the browser.",
        found="empty HTML page",
    )


def _too_deep(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{name}: Parts of the page, such as tables, stand inside one another too deep to be read. "
        "Copy the table that matters into a Word file and try that.",
        found="HTML page nested too deep",
    )


Piece = tuple[str, int | None] | etree._Element


def _pieces(element: etree._Element) -> Iterator[Piece]:
    """Runs of text with their heading level, and tables, in order."""
    level = HEADINGS.get(_name(element))
    run: list[str] = [element.text or ""]
    number = _first_number(element)
    for part in element:
        if _is_inline(part):
            run.append(_inline(part))
        else:
            yield from _printed(run, level)
            run = []
            yield from _block(part, number=number)
            number += _name(part) == "li"
        run.append(part.tail or "")
    yield from _printed(run, level)


def _block(part: etree._Element, *, number: int) -> Iterator[Piece]:
    name = _name(part)
    if name in LEFT_OUT or _hidden(part):
        return
    if name == "table":
        for caption in part.iterchildren("caption"):
            yield from _pieces(caption)
        yield part
    elif name == "li":
        yield from _item(part, number=number)
    else:
        yield from _pieces(part)


def _item(part: etree._Element, *, number: int) -> Iterator[Piece]:
    """A list item: its first run of text takes the bullet or number that a browser prints."""
    parent = part.getparent()
    mark = f"{number}." if parent is not None and _name(parent) == "ol" else "•"
    for piece in _pieces(part):
        if mark and not isinstance(piece, etree._Element):
            yield f"{mark} {piece[0]}", piece[1]
            mark = ""
        else:
            yield piece


def _first_number(element: etree._Element) -> int:
    """Where a list starts to count."""
    start = element.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1


def _printed(run: list[str], level: int | None) -> Iterator[Piece]:
    lines = (" ".join(line.split()) for line in "".join(run).split(BREAK))
    printed = "\n".join(lines).strip("\n")
    if printed:
        yield printed, level


# Stands for <br> until white space has been folded: a line break in the source is a blank.
BREAK = "\x1e"


def _is_inline(part: etree._Element) -> bool:
    if _name(part) in ("br", "img", "input"):
        return True
    inline = _name(part) in INLINE and not _hidden(part)
    return inline and all(_is_inline(below) for below in part)


def _inline(part: etree._Element) -> str:
    if _name(part) == "br":
        return BREAK
    inner = "".join(_inline(below) + (below.tail or "") for below in part)
    return (part.text or "") + inner


def _name(element: etree._Element) -> str:
    return str(element.tag).lower()


def _hidden(element: etree._Element) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def _text(element: etree._Element) -> str:
    """All that stands in an element; a table inside becomes one line a row, cells parted by tabs."""
    lines: list[str] = []
    for piece in _pieces(element):
        if isinstance(piece, etree._Element):
            for row in _own(piece, "tr"):
                lines.append("\t".join(_text(cell) for cell in _own(row, "td", "th")))
        else:
            lines.append(piece[0])
    return "\n".join(lines)


def _own(element: etree._Element, *names: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, not those of tables inside it."""
    found: list[etree._Element] = []
    for part in element:
        if _name(part) in names:
            found.append(part)
        elif _name(part) in ("thead", "tbody", "tfoot", "form"):
            found += _own(part, *names)
    return found


def _depth(table: etree._Element) -> int:
    """How many tables stand around or are the deepest table inside this one."""
    inner = (each for each in table.iter("table"))
    return max(sum(1 for _ in each.iterancestors("table")) + 1 for each in inner)


def _span(cell: etree._Element) -> spans.Span:
    return spans.Span(
        text=_text(cell), rows=_reach(cell, "rowspan"), columns=_reach(cell, "colspan")
    )


def _reach(cell: etree._Element, name: str) -> int:
    """A span as written; `rowspan="0"` means to the table's end."""
    written = cell.get(name, "1").strip()
    if not (written.isascii() and written.isdigit()) or len(written) > 6:
        return 1
    return int(written) or (spans.GRID_LIMIT if name == "rowspan" else 1)
