"""A paper as the data that paper.typ sets; texts stay texts."""

from goldenthread.papers.document import (
    Block,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    PageBreak,
)
from goldenthread.papers.renderers.pdf_grid import Data, grid_data, lines_data, runs_data
from goldenthread.papers.renderers.wording import byline, note_runs, printable, stepwise

LONG_CM, SHORT_CM = 29.7, 21.0
MARGIN_CM, NARROW_MARGIN_CM = 2.0, 1.5
FONTS = ("Arial", "Liberation Sans", "DejaVu Sans", "Libertinus Serif")


def data_of(document: Document) -> Data:
    """The whole paper in lists, texts and numbers; lengths in cm, sizes of type in points.

    Raises:
        ValueError: the cells of a grid do not fill its columns.
    """
    lang, _, region = document.lang.partition("-")
    margin = NARROW_MARGIN_CM if document.landscape else MARGIN_CM
    width, height = (LONG_CM, SHORT_CM) if document.landscape else (SHORT_CM, LONG_CM)
    page = _Page(width=width - 2 * margin, height=height - 2 * MARGIN_CM)
    return {
        "title": printable(document.title),
        "subtitle": printable(document.subtitle),
        "authority": printable(document.authority),
        "byline": byline(document),
        "marking": printable(document.marking),
        "footer": printable(document.footer),
        "lang": lang,
        "region": region or None,
        "day": [document.as_at.year, document.as_at.month, document.as_at.day],
        "landscape": document.landscape,
        "margin": margin,
        "fonts": FONTS,
        "blocks": [page.block(block) for block in stepwise(document.blocks)],
    }


class _Page:
    """The room in cm that a page's text has."""

    def __init__(self, *, width: float, height: float) -> None:
        self.width = width
        self.height = height

    def block(self, block: Block) -> Data:
        match block:
            case Heading(level, text):
                return {"kind": "heading", "level": level, "text": text}
            case Note():
                return {"kind": "note", "tone": block.kind, "runs": runs_data(note_runs(block))}
            case Facts(pairs):
                said = [(printable(term), runs_data(runs)) for term, runs in pairs]
                return {"kind": "facts", "pairs": said}
            case PageBreak():
                return {"kind": "break"}
            case Grid():
                return grid_data(block, width=self.width, height=self.height)
            case _:
                return lines_data(block)
