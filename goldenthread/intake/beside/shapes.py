"""What a page is given to show a source beside its reading; plain values, ready for a template."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PlaceParts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file that is shown at once: a page of a PDF, rows of a sheet, a piece of a text.

    `number` counts from 1 through the file; `label` says it in words ("Page 3",
    "Sheet “Plan”, rows 1 to 100").
    """

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A file's parts in order. `pictured` says that each part is a page with a picture.

    `form` is pdf, docx, xlsx, html, markdown or text; `warnings` are for people.
    """

    form: str
    parts: tuple[Part, ...]
    pictured: bool
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A marked rectangle in percent of the page's width and height, from its top left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, a printed line or a cell, with its place and what it means to the looker.

    `marked` says that it is what was asked for. `decision` is "restricted", "removed" or ""
    (nothing was decided); `blanked` says that the looker may not read it, and `text` then only
    says so. `rows` and `columns` are what a cell covers; `level` is 1 to 9 for a heading.
    """

    text: str
    place: PlaceParts = field(default_factory=dict)
    marked: bool = False
    decision: str = ""
    blanked: bool = False
    rows: int = 1
    columns: int = 1
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `number` is its number as the user sees it. `marked`: the whole row is."""

    number: int
    cells: tuple[Text, ...]
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Either a paragraph or line (`text`), or the rows of one table (`rows`)."""

    text: Text | None = None
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One part of a file with what was asked for marked.

    `found` is False where nothing in this part stands at the place asked for (or none was
    asked for). `picture_width` x `picture_height` are the page's proportions in points, None
    where the part has no picture or the looker may not see it (`hidden` then says why).
    `boxes` lie over the picture; `blocks` are the same part as text, which screen readers need
    also beside a picture. `notice` is a sentence about the server, such as a full disk, or "".
    """

    contents: Contents
    part: Part
    blocks: tuple[Block, ...]
    found: bool = False
    boxes: tuple[Box, ...] = ()
    picture_width: float | None = None
    picture_height: float | None = None
    hidden: str = ""
    notice: str = ""

    @property
    def has_picture(self) -> bool:
        return self.picture_width is not None
