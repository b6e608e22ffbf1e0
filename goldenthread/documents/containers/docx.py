"""A Word document as paragraphs and tables in the order of its body. Macros never run."""

from collections.abc import Iterator

from lxml import etree

from goldenthread.documents.containers import flow, spans
from goldenthread.documents.containers.numbering import Numbering, numbering
from goldenthread.documents.containers.package import Package, attribute, child, local, whole
from goldenthread.documents.containers.text import LINES_LIMIT, too_long
from goldenthread.documents.containers.word_styles import Styles
from goldenthread.documents.containers.word_text import Notes, boxes_of, text_of
from goldenthread.documents.layout import Block, Cell, Document, Paragraph, Place, Table

FOLDER = "word"
MACROS = "word/vbaProject.bin"
NESTING_LIMIT = 10
WRAPPERS = frozenset(
    ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice")
)


def read(data: bytes, name: str) -> Document:
    """The body's blocks; the label of an automatic list ("1.", "•") is put before its paragraph.

    A merged cell stands once. A table inside a cell becomes lines of that cell.

    Raises:
        UnreadableDocument: the file is damaged, protected, or unpacks to too much.
    """
    package = Package(data, name)
    root = package.xml(package.main(FOLDER))
    body = child(root, "body")
    if body is None:
        raise package.damaged()
    reading = _Reading(package)
    blocks = tuple(reading.blocks(body))
    return Document(
        name=name,
        form="docx",
        pages=flow.one_page(blocks),
        blocks=blocks,
        warnings=reading.warnings(),
    )


class _Reading:
    """Walks the body once, counting lines, tables and list numbers on the way."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.notes = Notes()
        self.styles = Styles(package.xml("word/styles.xml"))
        self.numbering: Numbering = numbering(package.xml("word/numbering.xml"))
        self.line = 1
        self.tables = 0

    def warnings(self) -> tuple[str, ...]:
        name = self.package.name
        if self._has_headers():
            self.notes.add("header")
        macros = f"{name}: The document holds macros. Its text was read; the macros were not run."
        found = (macros,) if MACROS in self.package.paths else ()
        return found + self.notes.warnings(name)

    def _has_headers(self) -> bool:
        paths = [p for p in self.package.paths if p.startswith(("word/header", "word/footer"))]
        parts = (self.package.xml(path) for path in paths if path.endswith(".xml"))
        return any(
            (t.text or "").strip() for part in parts if part is not None for t in part.iter("{*}t")
        )

    def blocks(self, element: etree._Element) -> Iterator[Block]:
        for part in element.iterchildren("*"):
            name = local(part)
            if name == "p":
                yield from self._paragraph(part)
            elif name == "tbl":
                self.tables += 1
                yield self._table(part, number=self.tables)
            elif name in WRAPPERS:
                yield from self.blocks(part)
            elif name == "altChunk":
                self.notes.add("altChunk")

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        text = self._text(paragraph)
        if self.line > LINES_LIMIT:
            raise too_long(self.package.name)
        if text.strip():
            place = Place(line=self.line)
            yield Paragraph(text=text.strip(), place=place, level=self.styles.level(paragraph))
            self.line += text.strip().count("\n") + 1
        for box in boxes_of(paragraph):
            self.notes.add("txbxContent")
            yield from self.blocks(box)

    def _text(self, paragraph: etree._Element) -> str:
        """The text with its list label; a paragraph without text counts in no list, as in Word."""
        text = text_of(paragraph, self.notes)
        label = ""
        number, depth = self.styles.list_of(paragraph)
        if number and text.strip():
            label = self.numbering.label(number, depth)
        return f"{label} {text}" if label else text

    def _table(self, table: etree._Element, *, number: int) -> Table:
        cells: list[Cell] = []
        open_cells: dict[int, int] = {}
        rows = list(self._rows(table))
        spans.check_rows(len(rows), self.package.name)
        for row, element in enumerate(rows):
            open_cells = self._row(element, row=row, cells=cells, above=open_cells, number=number)
        made = Table(cells=tuple(cells), place=Place(table=number))
        if made.width > spans.COLUMNS_LIMIT or made.width * made.height > spans.GRID_LIMIT:
            raise spans.too_large(self.package.name)
        return made

    def _row(
        self,
        row_element: etree._Element,
        *,
        row: int,
        cells: list[Cell],
        above: dict[int, int],
        number: int,
    ) -> dict[int, int]:
        """Adds a row's cells; `above` and the answer say which cell covers which column."""
        covers: dict[int, int] = {}
        column = whole(attribute(child(row_element, "trPr", "gridBefore"), "val"), otherwise=0)
        for element in _inner(row_element, "tc"):
            width = min(_width(element), spans.COLUMNS_LIMIT + 1)
            if _continues(element) and column in above:
                origin = above[column]
                cells[origin] = _taller(cells[origin], row)
            else:
                origin = len(cells)
                place = Place(table=number, row=row + 1, cell=column + 1)
                text = self._cell_text(element, depth=1)
                cells.append(Cell(text, place, row=row, column=column, columns=width))
            covers.update(dict.fromkeys(range(column, column + width), origin))
            column += width
        return covers

    def _rows(self, table: etree._Element) -> Iterator[etree._Element]:
        for row in _inner(table, "tr"):
            if child(row, "trPr", "del") is None:
                yield row
            else:
                self.notes.add("del")

    def _cell_text(self, cell: etree._Element, *, depth: int) -> str:
        if depth > NESTING_LIMIT:
            self.notes.add("deep")
            return ""
        lines: list[str] = []
        for part in _inner(cell, "p", "tbl"):
            if local(part) == "p":
                lines.append(self._text(part).strip())
                lines += [self._cell_text(box, depth=depth + 1) for box in boxes_of(part)]
            else:
                lines += [self._nested_row(row, depth=depth + 1) for row in self._rows(part)]
        return "\n".join(line for line in lines if line.strip())

    def _nested_row(self, row: etree._Element, *, depth: int) -> str:
        return "\t".join(self._cell_text(cell, depth=depth) for cell in _inner(row, "tc"))


def _inner(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Children of those names, also inside content controls and tracked insertions."""
    for part in element.iterchildren("*"):
        if local(part) in names:
            yield part
        elif local(part) in WRAPPERS:
            yield from _inner(part, *names)


def _width(cell: etree._Element) -> int:
    return max(1, whole(attribute(child(cell, "tcPr", "gridSpan"), "val"), otherwise=1))


def _continues(cell: etree._Element) -> bool:
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _taller(cell: Cell, row: int) -> Cell:
    return Cell(
        text=cell.text,
        place=cell.place,
        row=cell.row,
        column=cell.column,
        rows=row - cell.row + 1,
        columns=cell.columns,
    )
