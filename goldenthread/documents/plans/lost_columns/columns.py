"""What each column of a plan is likely to hold: at first by its heading, then by what was read."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from goldenthread.documents.plans.lost_columns.headings import Column, Role
from goldenthread.documents.plans.lost_columns.shapes import Look, Shape

S = Shape
# By hand: of a hundred filled cells of such a column, about so many look like this.
_LOOKS: Mapping[Role, Mapping[Shape, float]] = {
    Role.NUMBER: {S.NUMBER: 97},
    Role.AREA: {S.DOING: 45, S.SAYING: 38, S.DONE: 8, S.PROVING: 6},
    Role.ACTION: {S.DOING: 58, S.SAYING: 20, S.PROVING: 12, S.DONE: 6, S.DATED: 1},
    Role.TIMESCALE: {S.PERIOD: 58, S.DATE: 32, S.DATED: 3, S.SAYING: 1},
    Role.LOCAL_TIMESCALE: {S.DATE: 62, S.PERIOD: 28, S.DATED: 4, S.SAYING: 3, S.DONE: 1},
    Role.LEAD: {S.NAMES: 72, S.POST: 24, S.SAYING: 2},
    Role.DELEGATES: {S.NAMES: 65, S.POST: 30, S.SAYING: 3},
    Role.PROGRESS: {S.DONE: 58, S.SAYING: 20, S.DATED: 12, S.DOING: 3, S.PROVING: 6, S.RAG: 2},
    Role.TEST: {S.PROVING: 56, S.SAYING: 24, S.DOING: 5, S.DONE: 12, S.MONEY: 1},
    Role.EVIDENCE: {S.YES_NO: 60, S.PROVING: 20, S.SAYING: 8, S.DONE: 5, S.DATE: 1},
    Role.COMPLETED: {S.DATE: 84, S.YES_NO: 3, S.RAG: 5, S.PERIOD: 3, S.DATED: 2},
    Role.STATUS: {S.RAG: 85, S.YES_NO: 4, S.SAYING: 4, S.PERIOD: 2},
    Role.RESOURCES: {S.MONEY: 45, S.SAYING: 30, S.PERIOD: 6, S.NAMES: 3, S.POST: 5, S.DOING: 4},
    Role.MEASURES: {S.PROVING: 30, S.SAYING: 40, S.DONE: 12, S.DOING: 10, S.MONEY: 2},
    Role.IMPACT: {S.PROVING: 18, S.SAYING: 52, S.DONE: 14, S.DOING: 8, S.MONEY: 2},
    Role.DATE: {S.DATE: 75, S.PERIOD: 15, S.DATED: 3, S.SAYING: 2},
    Role.BODY: {S.POST: 50, S.NAMES: 15, S.SAYING: 15, S.PROVING: 5},
    Role.OTHER: {S.SAYING: 25, S.PROVING: 12, S.DONE: 12, S.DOING: 12, S.POST: 8, S.NAMES: 6},
}
# By hand: how often a cell of the column is filled.
_FILLED: Mapping[Role, float] = {
    Role.NUMBER: 0.9,
    Role.AREA: 0.9,
    Role.ACTION: 0.99,
    Role.TIMESCALE: 0.5,
    Role.LOCAL_TIMESCALE: 0.75,
    Role.LEAD: 0.9,
    Role.DELEGATES: 0.5,
    Role.PROGRESS: 0.45,
    Role.TEST: 0.85,
    Role.EVIDENCE: 0.3,
    Role.COMPLETED: 0.25,
    Role.STATUS: 0.7,
}
_USUALLY_FILLED = 0.6
_RARE = 0.4
_PRIOR_WEIGHT = 12.0
_PRIOR_ROWS = 6.0
_WORD_WEIGHT = 1.0
_MOST_WORD_BONUS = 2.0
_LEAST_WORD_BONUS = -1.0
_STARTS_LOW = -2.2
_WORDS_OF_PEOPLE, _WORDS_OF_TIME, _WORDS_OF_TEXT = 6, 4, 40
_WORD_TOO_MANY = -0.4
_WORD_TOO_MANY_OF_TEXT = -0.08
_LEFT_OPEN = -3.5
_CUT_SHORT = -2.5
_YEAR = re.compile(r"(?:19|20)\d\d")
_STARTS_WITH_YEAR = -3.0
# A lead mostly stands alone; those who help are often several.
_PERSON_MORE = {Role.LEAD: -1.6, Role.DELEGATES: -0.5}
PEOPLE = frozenset({Role.LEAD, Role.DELEGATES})
TIMES = frozenset({Role.TIMESCALE, Role.LOCAL_TIMESCALE, Role.COMPLETED, Role.DATE})
PROSE = frozenset({Role.AREA, Role.ACTION, Role.PROGRESS, Role.TEST, Role.MEASURES, Role.IMPACT})
SHORT = PEOPLE | TIMES | {Role.NUMBER, Role.STATUS, Role.EVIDENCE}


@dataclass
class ColumnModel:
    """Log probabilities of one column's cells, and the width at which they wrap (None: not known)."""

    column: Column
    looks: dict[Shape, float]
    filled: float
    first_words: dict[str, float] = field(default_factory=dict)
    width: float | None = None

    @property
    def role(self) -> Role:
        return self.column.role

    def empty(self) -> float:
        return math.log(1 - self.filled)

    def cell(self, look: Look) -> float:
        """How well a filled cell fits the column, whatever may follow it."""
        score = math.log(self.filled) + self.looks[look.shape]
        if _YEAR.fullmatch(look.first_word):
            score += _STARTS_WITH_YEAR
        score += self.first_words.get(look.first_word, 0.0) + self._length(look.count)
        if self.role in PEOPLE:
            score += look.names + _PERSON_MORE[self.role] * (look.people - 1)
        elif look.starts_lower and self.role not in TIMES:
            score += _STARTS_LOW
        return score

    def cell_cut_short(self, look: Look) -> float:
        """How well the part of a cell that the page's end may have cut fits the column."""
        lenient = max(self.looks[look.shape], _CUT_SHORT) - self.looks[look.shape]
        return self.cell(look) + lenient

    def _length(self, words: int) -> float:
        """What it costs that a cell has more words than such cells mostly have."""
        if self.role in PEOPLE:
            return _WORD_TOO_MANY * max(0, words - _WORDS_OF_PEOPLE)
        if self.role in SHORT:
            return _WORD_TOO_MANY * max(0, words - _WORDS_OF_TIME)
        return _WORD_TOO_MANY_OF_TEXT * max(0, words - _WORDS_OF_TEXT)

    def ending(self, look: Look) -> float:
        """What it costs if the cell's text is to end here."""
        return _LEFT_OPEN if look.left_open else 0.0


def first_models(columns: Sequence[Column]) -> list[ColumnModel]:
    """Models by heading alone."""
    return [
        ColumnModel(
            column=column,
            looks=_log_looks(_LOOKS[column.role]),
            filled=_FILLED.get(column.role, _USUALLY_FILLED),
        )
        for column in columns
    ]


def _log_looks(weights: Mapping[Shape, float]) -> dict[Shape, float]:
    full = {shape: weights.get(shape, 0.0) + _RARE for shape in Shape}
    total = sum(full.values())
    return {shape: math.log(weight / total) for shape, weight in full.items()}


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read in one column: the looks of its filled cells, and the rows in all."""

    looks: tuple[Look, ...]
    rows: int


def learned(model: ColumnModel, seen: Seen, *, all_first: Counter[str]) -> ColumnModel:
    """The model after a reading: the heading's expectation weighed against what was found.

    Args:
        model:     the column's first model.
        seen:      the column's cells in the latest reading.
        all_first: how often each word starts a cell, over all columns.
    """
    prior = _LOOKS[model.role]
    scale = _PRIOR_WEIGHT / sum(prior.values())
    weights = {shape: share * scale for shape, share in prior.items()}
    # What is seen only once may be a slip of the reading before.
    for shape, n in Counter(look.shape for look in seen.looks).items():
        weights[shape] = weights.get(shape, 0.0) + n - 1
    heading_says = _FILLED.get(model.role, _USUALLY_FILLED)
    filled = (len(seen.looks) + heading_says * _PRIOR_ROWS) / (seen.rows + _PRIOR_ROWS)
    return ColumnModel(
        column=model.column,
        looks=_log_looks({s: w * 100 / (sum(weights.values())) for s, w in weights.items()}),
        filled=min(0.99, max(0.01, filled)),
        first_words=_first_words(seen, all_first) if model.role not in SHORT else {},
        width=model.width,
    )


def _first_words(seen: Seen, all_first: Counter[str]) -> dict[str, float]:
    """For each first word, how much more it starts cells of this column than cells at large."""
    here = Counter(look.first_word for look in seen.looks)
    total, total_here = sum(all_first.values()), sum(here.values())
    if not total_here:
        return {}
    share = total_here / total
    scores = {}
    for word, n in all_first.items():
        expected = (n + _WORD_WEIGHT) * share
        ratio = math.log((here[word] + _WORD_WEIGHT * share) / expected)
        scores[word] = min(_MOST_WORD_BONUS, max(_LEAST_WORD_BONUS, ratio))
    return scores
