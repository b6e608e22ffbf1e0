"""Stretches of lines that may be one cell: their text, their breaks, and how well they fit a column."""

from typing import NamedTuple

from goldenthread.documents.plans.lost_columns.columns import PEOPLE, PROSE, TIMES, ColumnModel
from goldenthread.documents.plans.lost_columns.names import NameBook
from goldenthread.documents.plans.lost_columns.shapes import Look, Shape, is_left_open, look_at
from goldenthread.documents.plans.lost_columns.typed import Marks, Typed
from goldenthread.documents.plans.lost_columns.vocabulary import DOING, PROVING
from goldenthread.documents.plans.lost_columns.widths import SPACE, softly, width_of

OPENING_WORDS = DOING | PROVING
_PARAGRAPH = -2.4
_PARAGRAPH_AFTER_STOP = -1.8
_NEXT_IN_LIST = -0.7
_PARAGRAPH_OF_PEOPLE = -0.6
_AFTER_EMPTY = -0.8
_AFTER_MORE_EMPTY = -0.5
_EMPTY_FIRST = -1.5
_EMPTY_LINE = -0.05
# Several blanks on a line of their own are several empty cells side by side.
_BLANK_TOO_MANY = -2.5
_PARAGRAPH_LOWER = -1.6
_PARAGRAPH_LEFT_OPEN = -2.5
_CAPITAL = -2.2
_CAPITAL_OF_NAME = -0.6
_TYPED_TWICE = -1.2
_TYPED_BEHIND = -0.8
_LED_BY_BLANK = -1.2
_TOLERANCE = 0.3
_SHARPNESS = 1.2
_UNSURE_SHARPNESS = 0.5
_MOST_COST = -6.0
_MOST_COST_IF_UNSURE = -1.2
_MOST_OVERFLOW = -15.0
_FOREIGN = -2.5
_HALF = 0.4
_MOST_UNLIKE = -1.5
_LINES_OF_PARAGRAPH = 3
_NOBODY = -3.0
_NO_TIME = -0.7
_OF_ITS_OWN = frozenset(
    {Shape.NUMBER, Shape.DATE, Shape.PERIOD, Shape.NAMES, Shape.YES_NO, Shape.RAG}
)


class Span(NamedTuple):
    """Lines `first` to `last`; of the first line only the words from `start`, of a single line to `stop`."""

    first: int
    start: int
    last: int
    stop: int

    @property
    def lines(self) -> int:
        return self.last - self.first + 1


Looks = dict[tuple[Span, ...], Look | None]


class Cells:
    """Scores stretches of a section's lines as cells; whatever it works out it keeps."""

    def __init__(
        self,
        lines: tuple[Typed, ...],
        models: list[ColumnModel],
        names: NameBook,
        marks: Marks,
        *,
        usual_width: float,
        looks: Looks | None = None,
    ) -> None:
        self.lines = lines
        self.models = models
        self.names = names
        self._usual_width = usual_width
        self.marks = marks
        self.sharpness = [_SHARPNESS if m.width else _UNSURE_SHARPNESS for m in models]
        self.widths = [m.width or _first_width(m, usual_width) for m in models]
        self.looks: Looks = {} if looks is None else looks
        self._scores: dict[tuple[int, Span], float] = {}
        self._breaks: dict[tuple[int, int, int], float] = {}
        self._overflows: dict[tuple[int, int, int], float] = {}

    def with_models(self, models: list[ColumnModel]) -> "Cells":
        """The same lines under other models; what their texts look like is not worked out anew."""
        return Cells(
            self.lines,
            models,
            self.names,
            self.marks,
            usual_width=self._usual_width,
            looks=self.looks,
        )

    def words(self, span: Span, line: int) -> tuple[str, ...]:
        """The words of a span on one of its lines."""
        words = self.lines[line].words
        if line > span.first:
            return words
        return words[span.start : span.stop if span.first == span.last else len(words)]

    def is_blank(self, span: Span) -> bool:
        return not any(self.words(span, line) for line in range(span.first, span.last + 1))

    def look(self, *spans: Span) -> Look | None:
        """The look of one cell's text, which may stand on two pages; None if it is empty."""
        if spans not in self.looks:
            text = self.joined(spans)
            self.looks[spans] = look_at(text, self.names) if text else None
        return self.looks[spans]

    def joined(self, spans: tuple[Span, ...]) -> str:
        """A cell's text on one line, with words that the column's edge broke joined again."""
        text = ""
        for span in spans:
            for line in range(span.first, span.last + 1):
                words = self.words(span, line)
                if words:
                    text += " ".join(words)
                    text += "" if self.breaks_word(span, line) else " "
        return text.strip()

    def breaks_word(self, span: Span, line: int) -> bool:
        """Whether the column's edge cut a word at the end of this line."""
        typed = self.lines[line]
        if line == span.last and span.stop < len(typed.words):
            return False
        if self.marks.trailing:
            return typed.trailing == 0
        return typed.words[-1].endswith("-") and len(typed.words[-1]) > 1

    def score(self, column: int, span: Span) -> float:
        """How well a whole cell fits the column, its end included."""
        key = (column, span)
        if key not in self._scores:
            self._scores[key] = self.score_of(column, (span,))
        return self._scores[key]

    def score_of(self, column: int, spans: tuple[Span, ...]) -> float:
        model = self.models[column]
        look = self.look(*spans)
        if look is None:
            return model.empty()
        if self.lines[spans[-1].last].ends_page:
            return model.cell_cut_short(look)
        return model.cell(look) + model.ending(look)

    def ends_page(self, span: Span) -> bool:
        """Whether a cell reaches the page's last line, so that its end is not yet judged."""
        return self.lines[span.last].ends_page

    def ending(self, column: int, span: Span) -> float:
        """What it costs that the cell's text ends where it does."""
        look = self.look(span)
        return self.models[column].ending(look) if look else 0.0

    def overflow(self, column: int, line: int, start: int, stop: int) -> float:
        """What it costs that a line's words are wider than the column."""
        key = (column, line, start * 100 + stop)
        if key not in self._overflows:
            width = width_of(" ".join(self.lines[line].words[start:stop]))
            excess = width - self.widths[column]
            cost = softly(excess - _TOLERANCE, sharpness=2 * self.sharpness[column])
            self._overflows[key] = max(_MOST_OVERFLOW, cost)
        return self._overflows[key]

    def continued(self, column: int, line: int, start: int, *, filled: bool) -> float:
        """What it costs that a cell goes on from the line before into this line.

        Args:
            column: the cell's column.
            line:   the line into which it goes on.
            start:  the word of the line before at which the cell begins there, else 0.
            filled: whether the cell has had any text yet.
        """
        key = (column, line, start if filled else -1)
        if key not in self._breaks:
            self._breaks[key] = self._continued(column, line, start, filled=filled)
        return self._breaks[key]

    def _continued(self, column: int, line: int, start: int, *, filled: bool) -> float:
        this = self.lines[line]
        if not this.words:
            return _EMPTY_LINE + _BLANK_TOO_MANY * (this.trailing - 1)
        cost = self.overflow(column, line, 0, len(this.words))
        before = self.lines[line - 1]
        foreign = self._foreign(column, line)
        cost += _typing(this) + foreign * (_HALF if self.is_left_open(line - 1) else 1)
        if not filled:
            return cost + _EMPTY_FIRST
        if not before.words:
            last = next(k for k in range(line - 2, -1, -1) if self.lines[k].words)
            cost += _AFTER_EMPTY + _AFTER_MORE_EMPTY * (line - last - 2)
            return cost + self._paragraph(column, self.lines[last].words, line)
        return cost + self.break_between(column, before, before.words[start:], line)

    def _foreign(self, column: int, line: int) -> float:
        """What it costs that a line by itself looks like no part of such a cell."""
        last = line
        while self._is_cut(last) and last + 1 < len(self.lines):
            last += 1
        look = self.look(Span(line, 0, last, len(self.lines[last].words)))
        shape = look.shape if look else Shape.SAYING
        role = self.models[column].role
        if role in PEOPLE:
            return 0.0 if shape in (Shape.NAMES, Shape.POST) else _NOBODY
        if role in TIMES:
            return 0.0 if shape in (Shape.DATE, Shape.PERIOD, Shape.NUMBER) else _NO_TIME
        return _FOREIGN if shape in _OF_ITS_OWN else 0.0

    def is_left_open(self, line: int) -> bool:
        """Whether a line stops where no sentence or phrase stops."""
        words = self.lines[line].words
        return bool(words) and is_left_open(" ".join(words[-2:]))

    def _is_cut(self, line: int) -> bool:
        typed = self.lines[line]
        return bool(self.marks.trailing and typed.words and typed.trailing == 0)

    def break_between(
        self, column: int, before: Typed, words: tuple[str, ...], line: int, start: int = 0
    ) -> float:
        """What a break between two filled lines of a cell costs: wrapped, or a new paragraph."""
        if self.marks.trailing and before.trailing == 0:
            return 0.0
        then = self.lines[line].words[start:]
        wrapped = self._wrapped(column, words, then)
        return max(wrapped, self._paragraph(column, words, line, start))

    def _wrapped(self, column: int, words: tuple[str, ...], then: tuple[str, ...]) -> float:
        together = width_of(" ".join(words)) + SPACE + width_of(then[0])
        room = self.widths[column] - together
        known = self.models[column].width is not None
        least = _MOST_COST if known else _MOST_COST_IF_UNSURE
        cost = max(least, softly(room - _TOLERANCE, sharpness=self.sharpness[column]))
        return cost + self._capital(column, then[0], words[-1])

    def _capital(self, column: int, word: str, last: str) -> float:
        """What it costs that a line that goes on begins with a capital."""
        if not word[0].isupper() or self.models[column].role in PEOPLE | TIMES:
            return 0.0
        if last[-1] in ".:;!?":
            return 0.0
        bare = word.strip(".,;:()").lower()
        if bare in OPENING_WORDS:
            return _CAPITAL
        if last[0].isupper() and last[-1].isalnum():
            return _CAPITAL_OF_NAME
        return _CAPITAL if bare in self.names.lower else _CAPITAL_OF_NAME

    def _paragraph(self, column: int, words: tuple[str, ...], line: int, start: int = 0) -> float:
        then = self.lines[line].words[start:]
        if self.models[column].role in PEOPLE:
            return _PARAGRAPH_OF_PEOPLE
        last = words[-1] if words else "."
        if last[-1] in ":;":
            return _NEXT_IN_LIST
        cost = _PARAGRAPH_AFTER_STOP if last[-1] in ".!?" else _PARAGRAPH
        if then[0][0].islower():
            cost += _PARAGRAPH_LOWER
        if is_left_open(last):
            cost += _PARAGRAPH_LEFT_OPEN
        return cost + self._unlike(column, line)

    def _unlike(self, column: int, line: int) -> float:
        """What it costs that a paragraph looks unlike the cells of its column."""
        look = self._look_of_paragraph(line)
        looks = self.models[column].looks
        if look is None or self.models[column].role not in PROSE:
            return 0.0
        return max(_MOST_UNLIKE, _HALF * (looks[look.shape] - max(looks.values())))

    def _look_of_paragraph(self, line: int) -> Look | None:
        """The look of a line and of the few after it that start small and so go on."""
        last = line
        while last + 1 < len(self.lines) and last < line + _LINES_OF_PARAGRAPH:
            words = self.lines[last + 1].words
            if not words or not words[0][0].islower():
                break
            last += 1
        return self.look(Span(line, 0, last, len(self.lines[last].words)))

    def is_wrapped(self, column: int, before: int, start: int, line: int) -> bool:
        """Whether a break inside a cell is more likely the column's edge than a new paragraph."""
        words, then = self.lines[before].words[start:], self.lines[line].words
        if line - before > 1:
            return self._wrapped(column, words, then) > self._paragraph(column, words, line) + 1.5
        return self._wrapped(column, words, then) >= self._paragraph(column, words, line)


def _typing(line: Typed) -> float:
    """What it costs that the blanks of a line are typed and no marks of empty cells."""
    inner = sum(gap > 1 for gap in line.gaps[1:])
    cost = _TYPED_TWICE * inner + (_LED_BY_BLANK if line.gaps[0] else 0.0)
    return cost + _TYPED_BEHIND * max(0, line.trailing - 1)


def _first_width(model: ColumnModel, usual: float) -> float:
    """A width before anything is known: that of running text, or at most that of a name."""
    role = model.role
    if role in PEOPLE:
        return min(usual, 9.0)
    if role in TIMES:
        return min(usual, 7.0)
    return usual
