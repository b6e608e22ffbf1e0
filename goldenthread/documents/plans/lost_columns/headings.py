"""Finds the row of headings of a plan whose cells were typed one after the other."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from goldenthread.documents.layout import Place
from goldenthread.documents.plans import vocabulary as words
from goldenthread.documents.plans.headings import DATE, fold
from goldenthread.documents.plans.lost_columns.typed import Marks, Typed


class Role(StrEnum):
    """What kind of text the cells of a column hold; OTHER where the heading does not say."""

    NUMBER = "number"
    AREA = "area"
    ACTION = "action"
    TIMESCALE = "timescale"
    LOCAL_TIMESCALE = "local timescale"
    LEAD = "lead"
    DELEGATES = "delegates"
    PROGRESS = "progress"
    TEST = "test"
    EVIDENCE = "evidence"
    COMPLETED = "completed"
    STATUS = "status"
    RESOURCES = "resources"
    MEASURES = "measures of progress"
    IMPACT = "measures of impact"
    DATE = "another date"
    BODY = "a body"
    OTHER = "other"


_ROLES: Mapping[str, Role] = {
    words.NUMBER: Role.NUMBER,
    words.REF: Role.NUMBER,
    words.ITEM: Role.AREA,
    words.ACTION: Role.ACTION,
    words.TIMESCALE: Role.TIMESCALE,
    words.LOCAL: Role.LOCAL_TIMESCALE,
    words.LEADS: Role.LEAD,
    words.DELEGATES: Role.DELEGATES,
    words.PROGRESS: Role.PROGRESS,
    words.UPDATE: Role.PROGRESS,
    words.TEST: Role.TEST,
    words.EVIDENCE: Role.EVIDENCE,
    words.COMPLETED: Role.COMPLETED,
    words.STATUS: Role.STATUS,
    words.MEASURES_OF_PROGRESS: Role.MEASURES,
    words.MEASURES_OF_IMPACT: Role.IMPACT,
    words.MEASURES_OF_BOTH: Role.MEASURES,
}
# Columns that are kept as they are still hold texts of a kind.
_KINDS_OF_OTHER = (
    (Role.STATUS, re.compile(r"\brag\b|\bpercentage\b|\brating\b")),
    (Role.DATE, re.compile(r"\bdate\b|\bdeadline\b|\btimescale\b|\bupdated\b")),
    (Role.RESOURCES, re.compile(r"\bresources?\b|\bcosts?\b|\bbudget\b")),
    (Role.BODY, re.compile(r"\bboard\b|\bteam\b|\bservice\b|\bgovernance\b|\bby\b|\bto\b")),
)
_REPEATABLE = frozenset({Role.OTHER, Role.PROGRESS, Role.DATE, Role.STATUS, Role.BODY})
_LONGEST_HEADING = 8
_FEWEST_COLUMNS = 4
_MOST_HEADING_WORDS = 70
_UNKNOWN_LINES = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the plan, left to right; `key` tells columns of the same role apart."""

    role: Role
    heading: str
    key: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A row of headings: the lines `first` to `last` and the columns that they name."""

    first: int
    last: int
    place: Place
    columns: tuple[Column, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.columns)


@lru_cache(maxsize=4096)
def role_of(heading: str) -> Role | None:
    """The role of a heading that is printed in just these words; None if it is not known."""
    plain = fold(DATE.sub(" ", heading))
    if not plain:
        return None
    column = _phrases().get(plain)
    return _role_of_other(plain) if column == words.OTHER else _ROLES.get(column or "")


def _role_of_other(plain: str) -> Role:
    return next((role for role, kind in _KINDS_OF_OTHER if kind.search(plain)), Role.OTHER)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, str]:
    known = {phrase: column for column, all_ in words.PHRASES.items() for phrase in all_}
    known.update(dict.fromkeys(words.ITEM_IF_NONE_BETTER, words.ITEM))
    known.update(dict.fromkeys(words.DEADLINE_IF_NONE_BETTER, words.LOCAL))
    return known


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    line: int
    starts_line: bool
    ends_line: bool


@dataclass(frozen=True, slots=True)
class _Cell:
    role: Role
    text: str
    after: int


def find_headings(lines: Sequence[Typed], marks: Marks) -> list[Heading]:
    """All rows of headings of a document, in order; those of later pages repeat the first."""
    found: list[Heading] = []
    at = 0
    while at < len(lines):
        heading = _heading_at(lines, at, marks)
        if heading is None:
            at += 1
            continue
        if found and heading.roles != found[-1].roles:
            heading = _repeated(lines, heading, found[-1], marks) or heading
        found.append(heading)
        at = heading.last + 1
    return found


def _repeated(
    lines: Sequence[Typed], heading: Heading, known: Heading, marks: Marks
) -> Heading | None:
    """The known headings, if they begin a little later: a cell's last word looked like one, too."""
    for first in range(heading.first + 1, heading.last):
        later = _heading_at(lines, first, marks)
        if later is not None and later.roles == known.roles:
            return later
    return None


def _heading_at(lines: Sequence[Typed], first: int, marks: Marks) -> Heading | None:
    if not _may_begin(lines[first]):
        return None
    printed = _words_from(lines, first, marks)
    cells = _Splitter(printed).best()
    if len({cell.role for cell in cells} - {Role.OTHER}) < _FEWEST_COLUMNS:
        return None
    if not {Role.ACTION, Role.AREA} & {cell.role for cell in cells}:
        return None
    last = printed[cells[-1].after - 1].line
    return Heading(first=first, last=last, place=lines[first].place, columns=_columns(cells))


def _may_begin(line: Typed) -> bool:
    """Whether a line's first word is the first one of any heading."""
    if not line.words:
        return False
    word = fold(line.words[0])
    return not word or any(first.startswith(word) for first in _first_words())


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _phrases())


def _words_from(lines: Sequence[Typed], first: int, marks: Marks) -> list[_Word]:
    found: list[_Word] = []
    for number in range(first, len(lines)):
        line = lines[number].words
        for k, text in enumerate(line):
            # No blank at the end of a line means that the column's edge cut a word.
            if k == 0 and found and marks.trailing and lines[found[-1].line].trailing == 0:
                text = found.pop().text + text
            found.append(_Word(text, number, k == 0, k == len(line) - 1))
        if len(found) > _MOST_HEADING_WORDS:
            break
    return found


def _columns(cells: Sequence[_Cell]) -> tuple[Column, ...]:
    seen: dict[Role, int] = {}
    columns = []
    for cell in cells:
        seen[cell.role] = seen.get(cell.role, 0) + 1
        key = cell.role.value if seen[cell.role] == 1 else f"{cell.role.value} {seen[cell.role]}"
        columns.append(Column(role=cell.role, heading=cell.text, key=key))
    return tuple(columns)


class _Splitter:
    """Splits words into headings so that most words are covered by the fewest headings."""

    def __init__(self, printed: Sequence[_Word]) -> None:
        self._words = printed
        self._memo: dict[tuple[int, frozenset[Role], bool], tuple[float, tuple[_Cell, ...]]] = {}

    def best(self) -> tuple[_Cell, ...]:
        return self._from(0, frozenset(), unknown_before=False)[1]

    def _from(
        self, at: int, used: frozenset[Role], *, unknown_before: bool
    ) -> tuple[float, tuple[_Cell, ...]]:
        key = (at, used, unknown_before)
        if key not in self._memo:
            self._memo[key] = self._search(at, used, unknown_before=unknown_before)
        return self._memo[key]

    def _search(
        self, at: int, used: frozenset[Role], *, unknown_before: bool
    ) -> tuple[float, tuple[_Cell, ...]]:
        best: tuple[float, tuple[_Cell, ...]] = (0.0, ())
        if not self._may_end(at):
            best = (-99.0, ())
        for cell in self._known(at, used):
            gain = cell.after - at - 0.5
            score, rest = self._from(cell.after, used | {cell.role}, unknown_before=False)
            best = max(best, (score + gain, (cell, *rest)), key=lambda b: b[0])
        if used and not unknown_before:
            for cell in self._unknown(at):
                score, rest = self._from(cell.after, used, unknown_before=True)
                if rest and len({c.role for c in rest}) > 1:
                    best = max(best, (score - 1.5, (cell, *rest)), key=lambda b: b[0])
        return best

    def _may_end(self, at: int) -> bool:
        return at == 0 or at == len(self._words) or self._words[at].starts_line

    def _known(self, at: int, used: frozenset[Role]) -> list[_Cell]:
        cells = []
        for after in range(at + 1, min(at + _LONGEST_HEADING, len(self._words)) + 1):
            text = " ".join(word.text for word in self._words[at:after])
            role = role_of(text)
            if role is not None and (role not in used or role in _REPEATABLE):
                cells.append(_Cell(role, text, after))
        return cells

    def _unknown(self, at: int) -> list[_Cell]:
        """One or two whole lines that are no heading we know, between two that are."""
        if at >= len(self._words) or not self._words[at].starts_line:
            return []
        cells, lines = [], 0
        for after in range(at + 1, min(at + 5, len(self._words)) + 1):
            if self._words[after - 1].ends_line:
                lines += 1
                text = " ".join(word.text for word in self._words[at:after])
                cells.append(_Cell(Role.OTHER, text, after))
            if lines == _UNKNOWN_LINES:
                break
        return cells
