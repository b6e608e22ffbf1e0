"""A paper without a format: what it says, in order. Renderers turn it into Word, PDF, Excel, HTML.

Nothing here knows of pages, fonts or files, and no renderer knows of plans. A tone is never the
only carrier of what it means: the words say it too.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Tone = Literal["", "good", "warn", "bad", "none"]


@dataclass(frozen=True)
class Run:
    """Words of one line in one type; `strong` is bold."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Runs, one after another; a run's text holds no line break."""

    runs: tuple[Run, ...]
    style: Literal["body", "lead", "small", "quote"] = "body"

    @property
    def text(self) -> str:
        """Its words without their type."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4; the title of the document stands above level 1."""

    level: int
    text: str


@dataclass(frozen=True)
class Bullets:
    """Points of a list, each of runs."""

    points: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a grid: its paragraphs and lists, and what a spreadsheet may reckon with.

    Attributes:
        head:   it names its row or column.
        rows:   how many rows it spans; the rows below leave it out.
        number: the same as the words, for a spreadsheet; likewise `day`.
    """

    blocks: tuple["Paragraph | Bullets", ...] = ()
    tone: Tone = ""
    head: bool = False
    rows: int = 1
    number: Decimal | None = None
    day: date | None = None

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph and point."""
        lines: list[str] = []
        for block in self.blocks:
            if isinstance(block, Paragraph):
                lines.append(block.text)
            else:
                lines += ["".join(run.text for run in point) for point in block.points]
        return "\n".join(lines)


@dataclass(frozen=True)
class Column:
    """A column: its heading, its share of the width, and the side to which it keeps."""

    title: str
    width: float = 1.0
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table; its headings are repeated on every page, and it is a sheet of its own in Excel.

    Attributes:
        caption: what it is; its name for who cannot see it, too.
        summary: how it is to be read, for who cannot see it.
        sheet:   the name of its sheet; "" takes the caption.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    summary: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class Facts:
    """Terms, each with what it is."""

    pairs: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True)
class Note:
    """Something that stands out: what is missing, a warning, or how to read it."""

    text: str
    kind: Literal["missing", "warning", "info"] = "info"


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Grid | Facts | Note | PageBreak


@dataclass(frozen=True, kw_only=True)
class Document:
    """A whole paper.

    Attributes:
        title, subtitle: as printed on top.
        authority: whose paper it is.
        as_at:     the day of which everything is told.
        landscape: whether it lies on its side.
        marking:   printed on every page where there is one.
        footer:    printed on every page with 'page 2 of 9'.
        blocks:    in order.
    """

    title: str
    authority: str
    as_at: date
    subtitle: str = ""
    lang: str = "en-GB"
    landscape: bool = False
    marking: str = ""
    footer: str = ""
    blocks: tuple[Block, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What the paper says that it lacks."""
        return tuple(
            block.text
            for block in self.blocks
            if isinstance(block, Note) and block.kind == "missing"
        )


def words(text: str, style: Literal["body", "lead", "small", "quote"] = "body") -> Paragraph:
    """A paragraph in plain type; a line break becomes a space."""
    return Paragraph((Run(" ".join(text.splitlines())),), style)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A paragraph for each line of a text; none for an empty one."""
    return tuple(words(line) for line in text.splitlines() if line.strip())


def cell(text: str, *, tone: Tone = "", head: bool = False) -> Cell:
    """A cell of plain words, a paragraph for each line."""
    return Cell(blocks=paragraphs(text), tone=tone, head=head)
