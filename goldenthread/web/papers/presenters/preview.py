"""A paper as parts of a page: what its template prints, in order, with nothing left to work out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goldenthread.papers.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Run,
)
from goldenthread.papers.renderers.placing import label, placed
from goldenthread.papers.renderers.wording import byline, note_runs, runs_of, stepwise

# What a page shows: where paper breaks, it does not.
Shows = Heading | Paragraph | Bullets | Grid | Facts | Note
# The page's own heading is the first, the paper's title the second.
ABOVE = 2
NOTES = {"missing": "gt-note gt-note--missing", "warning": "gt-note gt-note--warning"}


@dataclass(frozen=True)
class CellShown:
    """A cell of a table: its parts, the heading that a phone prints before it, how it looks."""

    parts: Sequence["Part"]
    label: str
    rows: int
    is_head: bool
    classes: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a paper: its kind names what its template prints; the rest is as that needs."""

    kind: str
    classes: str = ""
    tag: str = ""
    runs: Sequence[Run] = ()
    points: Sequence[Sequence[Run]] = ()
    pairs: Sequence[tuple[str, Sequence[Run]]] = ()
    caption: str = ""
    caption_is_hidden: bool = False
    columns: Sequence[Column] = ()
    lines: Sequence[Sequence[CellShown]] = ()


@dataclass(frozen=True)
class Shown:
    """A paper on a page: its head, and its parts."""

    title: str
    subtitle: str
    byline: str
    marking: str
    footer: str
    landscape: bool
    parts: Sequence[Part]


def shown(document: Document) -> Shown:
    """A paper in the order in which it prints."""
    return Shown(
        title=label(document.title),
        subtitle=label(document.subtitle),
        byline=byline(document),
        marking=label(document.marking),
        footer=label(document.footer),
        landscape=document.landscape,
        parts=parts_of(stepwise(document.blocks)),
    )


def parts_of(blocks: Iterable[Block]) -> list[Part]:
    """The parts of a page; where paper breaks, a page does not.

    A caption that only says the heading above it again is left to who cannot see the table.
    """
    parts: list[Part] = []
    for block in [one for one in blocks if not isinstance(one, PageBreak)]:
        part = _part(block)
        if part.kind == "grid" and part.caption == _heading_above(parts):
            part = replace(part, caption_is_hidden=True)
        parts.append(part)
    return parts


def _heading_above(parts: Sequence[Part]) -> str:
    headings = (part for part in reversed(parts) if part.kind == "heading")
    return "".join(run.text for run in next(headings, Part(kind="")).runs)


def _part(block: Shows) -> Part:
    match block:
        case Heading():
            tag = f"h{block.level + ABOVE}"
            size = "m" if block.level == 1 else "s"
            runs = runs_of([Run(block.text)])
            return Part(kind="heading", tag=tag, classes=f"govuk-heading-{size}", runs=runs)
        case Bullets():
            points = [runs_of(point) for point in block.points]
            style = "number" if block.numbered else "bullet"
            tag = "ol" if block.numbered else "ul"
            return Part(kind="points", tag=tag, points=points, classes=f"govuk-list--{style}")
        case Facts():
            pairs = [(label(term), runs_of(runs)) for term, runs in block.pairs]
            return Part(kind="facts", pairs=pairs)
        case Note():
            return Part(
                kind="words", runs=note_runs(block), classes=NOTES.get(block.kind, "gt-note")
            )
        case Grid():
            return _grid(block)
        case Paragraph():
            return Part(kind="words", runs=runs_of(block.runs), classes=f"gt-words--{block.style}")


def _grid(grid: Grid) -> Part:
    lines = [
        [
            _cell(place.cell, column)
            for place, column in zip(row, grid.columns, strict=True)
            if place.begins
        ]
        for row in placed(grid)
    ]
    caption = label(grid.caption)
    return Part(kind="grid", caption=caption, columns=grid.columns, lines=lines)


def _cell(cell: Cell, column: Column) -> CellShown:
    tone = f"gt-tone gt-tone--{cell.tone}" if cell.tone else ""
    side = "govuk-table__cell--numeric" if column.align == "right" else ""
    empty = "" if cell.blocks else "gt-grid__empty"
    return CellShown(
        parts=parts_of(cell.blocks),
        label=label(column.title),
        rows=cell.rows,
        is_head=cell.head,
        classes=" ".join(filter(None, (tone, side, empty))),
    )
