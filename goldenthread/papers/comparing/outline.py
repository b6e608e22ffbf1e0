"""A paper as sections with their paragraphs and tables, whatever form it is in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from goldenthread.documents import layout
from goldenthread.papers.comparing.figures import plain

# What a list puts before its points; another point before them would count on.
_LABEL = re.compile(r"^\s*(?:[•·▪◦*–-]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s+")


@dataclass(frozen=True)
class Grid:
    """A table: the titles of its columns, and its rows with a text for each column.

    A merged cell stands in its first row and column; the places that it covers are "".
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join("\t".join(row) for row in (self.titles, *self.rows))


@dataclass
class Section:
    """A heading of a level with what stands below it, up to the next heading.

    Attributes:
        title: "" before the first heading.
        above: the title of the section that this one is a part of.
    """

    title: str
    level: int = 0
    above: str = ""
    paragraphs: list[str] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its words, those of its title first."""
        return "\n".join([self.title, *self.paragraphs, *(grid.text for grid in self.grids)])


def sections(blocks: Iterable[layout.Block]) -> list[Section]:
    """The sections in order; the first may stand before all headings."""
    found = [Section("")]
    for block in blocks:
        if isinstance(block, layout.Table):
            found[-1].grids.append(grid(block))
        elif block.level:
            title = plain(block.text)
            found.append(Section(title, block.level, _above(found, block.level)))
        else:
            found[-1].paragraphs += lines(block.text)
    return found if found[0].paragraphs or found[0].grids else found[1:]


def _above(found: Sequence[Section], level: int) -> str:
    higher = (section for section in reversed(found) if section.level < level)
    return next((section.title for section in higher), "")


def grid(table: layout.Table) -> Grid:
    """A table of the reader; its first row has the titles."""
    rows = [tuple(words(cell.text) if cell else "" for cell in row) for row in table.grid()]
    return Grid(titles=rows[0], rows=tuple(rows[1:])) if rows else Grid((), ())


def words(text: str) -> str:
    """The words of a cell, without the labels of its lists."""
    return " ".join(lines(text))


def lines(text: str) -> Iterator[str]:
    """The lines of a text that say something, without the labels of lists."""
    for line in text.splitlines():
        if said := plain(_LABEL.sub("", line)):
            yield said
