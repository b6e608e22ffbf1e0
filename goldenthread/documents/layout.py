"""What every container of a document is read into: pages, lines, paragraphs and tables with places."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands in its file, as a person would look it up. All counts start at 1.

    `page` is of a PDF (or the page an extracted text says it is on); `sheet` is the name
    of a spreadsheet's sheet; `table` counts tables through the document; `row` is the row
    of the sheet or table as the user sees it, its heading included; `cell` is the column's
    letter in a sheet and its number elsewhere; `line` counts lines of a page or text.
    """

    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    cell: str | int | None = None
    line: int | None = None

    def as_dict(self) -> dict[str, str | int]:
        """The parts that are known, in the order in which a person would say them."""
        names = ("page", "sheet", "table", "row", "cell", "line")
        return {n: getattr(self, n) for n in names if getattr(self, n) is not None}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `box`, `size` (points) and `bold` are None where the container has none."""

    text: str
    place: Place
    box: Box | None = None
    size: float | None = None
    bold: bool | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the container marks it. `level` is 1 to 9 for a heading, else None."""

    text: str
    place: Place
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table as printed; paragraphs inside it are parted by a line break.

    A merged cell stands once, at its first row and column, with the rows and columns that
    it covers. An empty text is an empty cell. `formula` says that the sheet holds a formula here.
    """

    text: str
    place: Place
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells in reading order; `row` and `column` of a cell count from 0 here."""

    cells: tuple[Cell, ...]
    place: Place

    @property
    def width(self) -> int:
        return max((c.column + c.columns for c in self.cells), default=0)

    @property
    def height(self) -> int:
        return max((c.row + c.rows for c in self.cells), default=0)

    def grid(self) -> list[list[Cell | None]]:
        """Rows of cells; a merged cell stands at its first place only and None covers the rest."""
        rows: list[list[Cell | None]] = [[None] * self.width for _ in range(self.height)]
        for cell in self.cells:
            rows[cell.row][cell.column] = cell
        return rows


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Page:
    """A page, or a whole text without pages: its lines in reading order, and its size in points."""

    number: int
    lines: tuple[Line, ...]
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file's content. `form` is pdf, docx, xlsx, html, markdown or text.

    `pages` is filled for every form (one page where the form has none), so a reader of lines
    can read all of them. `blocks` holds paragraphs and tables in order where the form marks
    them (docx, xlsx, html, markdown); for a PDF the tables are found on demand, because it is dear.
    `warnings` are for people: what was left out or could not be read, and where.
    `data` is the file itself where more is found in it on demand (a PDF's tables), else None.
    """

    name: str
    form: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    data: bytes | None = field(default=None, repr=False, compare=False)

    def lines(self) -> Iterator[Line]:
        for page in self.pages:
            yield from page.lines

    def tables(self) -> list[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]
