"""The cover of a workbook: all that a paper says outside its tables, line by line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from goldenthread.papers.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    Paragraph,
    Run,
)
from goldenthread.papers.renderers.placing import label
from goldenthread.papers.renderers.wording import byline, note_runs, printable, runs_of, stepwise

Look = dict[str, object]

# Excel does not reckon the height of a line that takes both columns.
LETTERS_A_LINE, POINTS_A_LINE = 105, 13.5
LINKS: Look = {"font_color": "#1D4F91", "underline": 1}
HEADINGS: dict[int, Look] = {
    1: {"bold": True, "font_size": 14, "font_color": "#12395A", "text_wrap": False},
    2: {"bold": True, "font_size": 12, "font_color": "#12395A", "text_wrap": False},
    3: {"bold": True, "font_size": 11, "text_wrap": False},
    4: {"bold": True, "text_wrap": False},
}
NOTES: dict[str, Look] = {
    "missing": {"bg_color": "#FBEEED"},
    "warning": {"bg_color": "#FDF4E3"},
    "info": {"bg_color": "#EEF3F8"},
}


@dataclass(frozen=True)
class Line:
    """A row of the cover; `wide` words take both columns, `sheet` is where `beside` leads."""

    text: str
    look: Look = field(default_factory=dict)
    beside: str = ""
    sheet: str = ""
    wide: bool = False
    height: float | None = None


def lines(document: Document, sheets: list[str]) -> list[Line]:
    """The cover's rows; `sheets` are the names of the sheets of the document's grids."""
    found = [Line(printable(document.title), {**HEADINGS[1], "font_size": 18}, height=26)]
    if document.subtitle:
        found.append(Line(printable(document.subtitle), HEADINGS[3]))
    found.append(Line(byline(document), {"text_wrap": False, "font_color": "#505A5F"}))
    names = iter(sheets)
    for block in stepwise(document.blocks):
        found += _lines(block, names)
    return found


def _lines(block: Block, names: Iterator[str]) -> Iterator[Line]:
    match block:
        case Heading(level, text):
            yield Line("")
            yield Line(text, HEADINGS[level])
        case Paragraph():
            yield _wide(_said(block.runs), {})
        case Note():
            yield _wide(_said(note_runs(block)), NOTES[block.kind])
        case Facts():
            yield from _facts(block)
        case Bullets():
            yield from _points(block)
        case Grid():
            name = next(names)
            yield Line(f"Sheet “{name}”", beside=label(block.caption), sheet=name)
            yield Line("", beside=label(block.summary))


def _said(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs_of(runs))


def _facts(facts: Facts) -> Iterator[Line]:
    for term, runs in facts.pairs:
        yield Line(printable(term), {"bold": True}, beside=_said(runs))


def _points(bullets: Bullets) -> Iterator[Line]:
    for n, point in enumerate(bullets.points, start=1):
        mark = f"{n}. " if bullets.numbered else "• "
        yield _wide(mark + _said(point), {})


def _wide(text: str, look: Look) -> Line:
    high = POINTS_A_LINE * (1 + len(text) // LETTERS_A_LINE)
    return Line(text, look, wide=True, height=high)
