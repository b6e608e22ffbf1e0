"""The words of a PDF's pages, each with its box, and the rules drawn on them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pdfplumber

# A space is about a quarter of the type's size; letters closer than this are of one word.
GAP_IN_A_WORD = 0.15
# Joins the pieces of a rule that is drawn cell by cell (points).
TOUCH = 2.5


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points from the page's top left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def middle_x(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: `at` is its y (across) or x (down), from `start` to `end` along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Marks:
    """What is on a page: its words from top to bottom, rules across and rules down."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


def marks(data: bytes, pages: list[int] | None = None) -> list[Marks]:
    """The marks of all pages, or of those numbered (from 1). Cost: about 0.1 s a page."""
    with pdfplumber.open(io.BytesIO(data), pages=pages) as pdf:
        return [_page(page) for page in pdf.pages]


def _page(page: Any) -> Marks:
    found = page.extract_words(
        x_tolerance_ratio=GAP_IN_A_WORD,
        y_tolerance=2,
        keep_blank_chars=False,
        use_text_flow=False,
        extra_attrs=["size"],
    )
    words = [_word(one) for one in found if one["upright"]]
    return Marks(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(sorted(words, key=lambda w: (w.top, w.left))),
        across=tuple(_joined(_edges(page, "h"))),
        down=tuple(_joined(_edges(page, "v"))),
    )


def _word(one: dict[str, Any]) -> Word:
    return Word(
        text=str(one["text"]),
        left=float(one["x0"]),
        right=float(one["x1"]),
        top=float(one["top"]),
        bottom=float(one["bottom"]),
        size=float(one["size"]),
    )


def _edges(page: Any, way: str) -> Iterator[Rule]:
    for edge in page.edges:
        if edge["orientation"] != way:
            continue
        if way == "h":
            yield Rule(float(edge["top"]), float(edge["x0"]), float(edge["x1"]))
        else:
            yield Rule(float(edge["x0"]), float(edge["top"]), float(edge["bottom"]))


def _joined(rules: Iterator[Rule]) -> list[Rule]:
    """Rules in one line that touch, as one: tables are often drawn cell by cell."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if rows and rule.at - rows[-1][0].at <= TOUCH:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return [joined for row in rows for joined in _pieces(row)]


def _pieces(row: list[Rule]) -> list[Rule]:
    at = sum(rule.at for rule in row) / len(row)
    pieces: list[Rule] = []
    for rule in sorted(row, key=lambda r: r.start):
        if pieces and rule.start <= pieces[-1].end + TOUCH:
            last = pieces.pop()
            pieces.append(Rule(at, last.start, max(last.end, rule.end)))
        else:
            pieces.append(Rule(at, rule.start, rule.end))
    return pieces
