"""A line of a paper, or a row of one of its tables, whatever file it came from."""

from dataclasses import dataclass

from goldenthread.documents.layout import Place


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a row of a table.

    Attributes:
        text:    without bullet and outer blanks; the cells joined where it is a table's row.
        place:   where it stands.
        gap:     blank space, or a new page, stands before it.
        bullet:  the mark it began with; None without one.
        cells:   the filled cells of a table's row, each with its place; empty for a line.
        whole:   the container marks it as a paragraph, so no line after continues it.
        heading: the container marks it as a heading, or it is set in bold as a whole.
        side:    "label" or "value" where a PDF's line stands in one of two columns, "both" where
                 it runs through both.
        left:    the left edge in points, where it is known; so for `right`.
        size:    of the type in points, where it is known.
    """

    text: str
    place: Place
    gap: bool = False
    bullet: str | None = None
    cells: tuple[tuple[str, Place], ...] = ()
    whole: bool = False
    heading: bool = False
    side: str = ""
    left: float | None = None
    right: float | None = None
    size: float | None = None
