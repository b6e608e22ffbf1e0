"""Types a plan's table out as a PDF's text extractor does: cell after cell, the columns lost."""

from dataclasses import dataclass
from random import Random

from goldenthread.documents.layout import Document, Line, Page, Place
from goldenthread.documents.plans.lost_columns.widths import width_of

OF_ITEM = ("number", "area")
CUT = "\0"


@dataclass
class Manner:
    """How the text is typed.

    `by_letters`: columns wrap at a count of letters, else at a printed width; `marks`: blanks
    are left of empty cells; `lines_a_page`: rows go on over a page; `untidy`: how often
    authors leave an empty paragraph in a cell; `headings_repeated`: on each page.
    """

    by_letters: bool = False
    marks: bool = True
    lines_a_page: int = 40
    untidy: float = 0.3
    empty_between: bool = True
    headings_repeated: bool = True


@dataclass
class Piece:
    """A cell's lines that stand on one page: the first one's height and the lines."""

    column: int
    top: int
    lines: list[str]


class Typist:
    """Types plans one below the other."""

    def __init__(self, seed, manner):
        self.random = Random(seed)
        self.manner = manner
        self.out = []
        self.y = 0

    def text(self, plans):
        for plan in plans:
            self._plan(plan)
        return "".join(self.out)

    def _plan(self, plan):
        self._page_break()
        self._line(plan.title)
        self._line("Overall Effectiveness   Adequate")
        self._heading(plan)
        for item in plan.items:
            self._item(plan, item)

    # Lines and pages

    def _newline(self):
        several = self.manner.empty_between and self.random.random() < 0.9
        self.out.append("\n\n" if several else "\n")

    def _line(self, text):
        self._type(text)
        self._newline()

    def _type(self, line):
        self.out.append(line.removesuffix(CUT) if line.endswith(CUT) else line + " ")

    def _page_break(self):
        self.out.append("\n\n\n\n")
        self.y = 0

    def _next_page(self, plan):
        self._page_break()
        if self.manner.headings_repeated:
            self._heading(plan)

    def _heading(self, plan):
        for _, heading, width in plan.shape.columns:
            for line in self._wrap(heading, width):
                self._line(line)

    # Cells

    def _measure(self, text):
        return len(text) if self.manner.by_letters else width_of(text) / 0.5

    def _wrap(self, text, width):
        lines, line = [], ""
        for word in text.split():
            together = f"{line} {word}".strip()
            if line and self._measure(together) > width:
                lines.append(line)
                together = word
            *cut, line = self._cut(together, width)
            lines.extend(cut)
        return [*lines, line]

    def _cut(self, word, width):
        """A word that is wider than its column is cut where the column ends."""
        pieces = []
        while self._measure(word) > width and " " not in word:
            fits = max(k for k in range(1, len(word)) if self._measure(word[:k]) <= width or k == 1)
            pieces.append(word[:fits] + CUT)
            word = word[fits:]
        return [*pieces, word]

    def _cell(self, paragraphs, width):
        lines = [line for p in paragraphs for line in self._wrap(p, width)] or [""]
        while self.random.random() < self.manner.untidy:
            lines.append("")
        return lines

    # Items: merged cells begin with the item's first row and stand beside all of its rows

    def _item(self, plan, item):
        merged, rows = self._cells_of(plan, item)
        heights = [max(len(lines) for lines in row.values()) for row in rows]
        heights[-1] += max(0, *(len(m) - sum(heights) for m in merged.values()), 0)
        tops = [self.y + sum(heights[:n]) for n in range(len(rows))]
        cells = [Piece(column, self.y, lines) for column, lines in merged.items()]
        end = self.y + sum(heights)
        page = 0
        while page * self.manner.lines_a_page < end:
            if page:
                self._next_page(plan)
            self._page_of_item(page, cells, tops, rows)
            page += 1
        self.y = end % self.manner.lines_a_page
        if self.y == 0:
            self._next_page(plan)

    def _cells_of(self, plan, item):
        merged, rows = {}, []
        for n, action in enumerate(item.actions):
            rows.append({})
            for column, (kind, _, width) in enumerate(plan.shape.columns):
                own = item.cells.get(kind, action.cells.get(kind, []))
                if kind in OF_ITEM and plan.shape.merged:
                    if n == 0:
                        merged[column] = self._cell(own, width)
                    continue
                rows[-1][column] = self._cell([] if n and kind in item.cells else own, width)
        return merged, rows

    def _page_of_item(self, page, merged, tops, rows):
        first = True
        for top, row in zip(tops, rows, strict=True):
            pieces = [Piece(column, top, lines) for column, lines in row.items()]
            here = self._on_page(page, pieces)
            if here and first:
                here = [*self._on_page(page, merged), *here]
                first = False
            self._emit(here)
        if first:
            self._emit(self._on_page(page, merged))

    def _on_page(self, page, pieces):
        size = self.manner.lines_a_page
        found = []
        for piece in pieces:
            start, end = page * size, (page + 1) * size
            lines = [
                (piece.top + k, line)
                for k, line in enumerate(piece.lines)
                if start <= piece.top + k < end
            ]
            if lines:
                found.append(Piece(piece.column, lines[0][0], [line for _, line in lines]))
        return found

    def _emit(self, pieces):
        """Cells in order; what stands on the height of the piece before follows on its line."""
        at = None
        for piece in sorted(pieces, key=lambda p: p.column):
            for k, line in enumerate(piece.lines):
                if not self.manner.marks and not line:
                    continue
                if at is not None and (piece.top + k != at or not self.manner.marks):
                    self._newline()
                at = piece.top + k
                self._type(line)
        if at is not None:
            self._newline()


def document(text, name="plan.txt"):
    """A flattened text as the container of plain text lays it out."""
    lines = tuple(Line(line, Place(line=n)) for n, line in enumerate(text.split("\n"), 1))
    return Document(name=name, form="text", pages=(Page(1, lines),))
