"""The words of a PDF's pages, each with its box, and the rules drawn on them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# A space is about a quarter of the type's size; letters closer than this are of one word.
GAP_IN_A_WORD = 0.15
# A rectangle thinner than this is a drawn line (points).
THIN = 2.0
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
    """A straight line: `at` is its y (across) or x (down), from `start` to `end` along it.

    `shade` says that it is no drawn line but the edge of a shaded cell.
    """

    at: float
    start: float
    end: float
    shade: bool = False


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
    # Not above: it takes a second to load, and every command and worker would pay for it.
    import pdfplumber

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
        across=tuple(_rules(page, "h")),
        down=tuple(_rules(page, "v")),
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


def _rules(page: Any, way: str) -> list[Rule]:
    found = list(_edges(page, way))
    drawn = (rule for rule in found if not rule.shade)
    shades = (rule for rule in found if rule.shade)
    return [*_joined(drawn), *_joined(shades)]


def _edges(page: Any, way: str) -> Iterator[Rule]:
    for edge in page.edges:
        if edge["orientation"] != way or edge["object_type"] == "rect_edge":
            continue
        if way == "h":
            yield Rule(float(edge["top"]), float(edge["x0"]), float(edge["x1"]))
        else:
            yield Rule(float(edge["x0"]), float(edge["top"]), float(edge["bottom"]))
    for rect in page.rects:
        yield from _sides(rect, way)


def _sides(rect: dict[str, Any], way: str) -> Iterator[Rule]:
    """The sides of a rectangle: of a thin one the line that it draws, else its two edges."""
    left, right = float(rect["x0"]), float(rect["x1"])
    top, bottom = float(rect["top"]), float(rect["bottom"])
    thickness, start, end = (
        (bottom - top, left, right) if way == "h" else (right - left, top, bottom)
    )
    first, last = (top, bottom) if way == "h" else (left, right)
    if thickness <= THIN < end - start:
        yield Rule((first + last) / 2, start, end)
    elif end - start > THIN:
        shade = not rect.get("stroke")
        yield Rule(first, start, end, shade)
        yield Rule(last, start, end, shade)


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
    at, shade = sum(rule.at for rule in row) / len(row), row[0].shade
    pieces: list[Rule] = []
    for rule in sorted(row, key=lambda r: r.start):
        if pieces and rule.start <= pieces[-1].end + TOUCH:
            last = pieces.pop()
            pieces.append(Rule(at, last.start, max(last.end, rule.end), shade))
        else:
            pieces.append(Rule(at, rule.start, rule.end, shade))
    return pieces
