"""A typed line as words and the blanks between them, which are all that is left of empty cells."""

import re
from dataclasses import dataclass
from functools import cached_property

from goldenthread.documents.layout import Line, Place

_WORD = re.compile(r"\S+")
# Some extractors write other blanks than the plain one.
_BLANKS = re.compile(r"[\t\u00a0\u2007\u202f]")
# Control characters and private-use glyphs stand where a bullet was.
_GLYPHS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ue000-\uf8ff]")
_LINES_WITH_MARKS = 0.3
_LINES_THAT_LEAD, _FEW_LINES_THAT_LEAD = 0.02, 0.005
_SKIP, _SKIP_WHEN_STRIPPED = -5.0, -1.0
_NEW_LINE, _NEW_LINE_WHEN_STRIPPED, _NEW_LINE_WITHOUT_MARKS = -3.0, -0.8, -0.3


@dataclass(frozen=True)
class Typed:
    """A line's words; `gaps[k]` blanks stand before word k, `trailing` after the last.

    A line without words has all its blanks in `trailing`. `starts_page` says that a page
    (and so a new part of a row) begins here.
    """

    words: tuple[str, ...]
    gaps: tuple[int, ...]
    trailing: int
    place: Place
    number: int
    starts_page: bool = False
    ends_page: bool = False

    @cached_property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def leading(self) -> int:
        return self.gaps[0] if self.gaps else self.trailing


@dataclass(frozen=True, slots=True)
class Marks:
    """What the extractor left of empty cells in this text.

    `leading`: empty cells before a text are blanks in front of it; `trailing`: those after
    a text are blanks behind it, and a line broken inside a word has none.
    """

    leading: bool
    trailing: bool

    @property
    def skip(self) -> float:
        """What it costs that an empty cell has left no mark, as a log score."""
        if not self.leading:
            return 0.0
        return _SKIP if self.trailing else _SKIP_WHEN_STRIPPED

    @property
    def new_line(self) -> float:
        """What it costs that a cell does not follow a one-line cell on the same line."""
        if not self.leading:
            return _NEW_LINE_WITHOUT_MARKS
        return _NEW_LINE if self.trailing else _NEW_LINE_WHEN_STRIPPED


def typed(line: Line, number: int) -> Typed:
    """The words and blanks of a line, which is the `number`th of the document."""
    text = _GLYPHS.sub(" ", _BLANKS.sub(" ", line.text))
    words, gaps, end = [], [], 0
    for match in _WORD.finditer(text):
        gaps.append(match.start() - end)
        words.append(match.group())
        end = match.end()
    return Typed(
        words=tuple(words),
        gaps=tuple(gaps),
        trailing=len(text) - end,
        place=line.place,
        number=number,
    )


def marks_of(lines: list[Typed]) -> Marks:
    """Which marks of empty cells this text has, judged over all its lines."""
    filled = [line for line in lines if line.words]
    if not filled:
        return Marks(leading=False, trailing=False)
    trailing = sum(line.trailing > 0 for line in filled) > _LINES_WITH_MARKS * len(filled)
    marked = sum(line.leading > 0 for line in lines)
    # Where the blanks behind the texts are kept, the few before them are no accident.
    if trailing:
        marked += sum(line.trailing > 1 for line in filled)
    least = _FEW_LINES_THAT_LEAD if trailing else _LINES_THAT_LEAD
    return Marks(leading=marked > least * len(filled), trailing=trailing)
