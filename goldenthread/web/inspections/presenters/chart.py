"""A small chart of one scale: for each inspection, how many areas had each grade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.web import words

WIDE, HIGH = 84, 40
# Room for the names of the grades on the left and for the years on top.
LEFT, TOP = 220, 30
LARGEST = 17.0


@dataclass(frozen=True)
class Column:
    """One inspection: its year, and how many areas had each grade."""

    year: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Mark:
    """A number in a circle whose area grows with the number."""

    x: float
    y: float
    radius: float
    number: int


@dataclass(frozen=True)
class Label:
    """A word at a place."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The chart in SVG's own units, and the same in a sentence for each inspection."""

    width: int
    height: int
    marks: Sequence[Mark]
    grades: Sequence[Label]
    years: Sequence[Label]
    lines: Sequence[float]
    sentences: Sequence[str]

    @property
    def alt(self) -> str:
        return " ".join(self.sentences)


def picture(grades: Sequence[str], columns: Sequence[Column]) -> Picture:
    """Grades from the best, on top, to the worst; inspections from the oldest to the latest."""
    most = max((n for column in columns for n in column.counts.values()), default=1)
    marks = [
        _mark(x, y, column.counts[grade], most)
        for x, column in enumerate(columns)
        for y, grade in enumerate(grades)
        if column.counts.get(grade)
    ]
    return Picture(
        width=LEFT + WIDE * len(columns),
        height=TOP + HIGH * len(grades),
        marks=marks,
        grades=[Label(grade, 0, _y(n) + 5) for n, grade in enumerate(grades)],
        years=[Label(column.year, _x(n), TOP - 12) for n, column in enumerate(columns)],
        lines=[float(TOP + HIGH * n) for n in range(len(grades) + 1)],
        sentences=[_sentence(grades, column) for column in columns],
    )


def _mark(x: int, y: int, number: int, most: int) -> Mark:
    return Mark(_x(x), _y(y), LARGEST * max(number / most, 0.3) ** 0.5, number)


def _x(column: int) -> float:
    return LEFT + WIDE * (column + 0.5)


def _y(row: int) -> float:
    return TOP + HIGH * (row + 0.5)


def _sentence(grades: Sequence[str], column: Column) -> str:
    found = [
        f"{words.number(column.counts[one])} {one}" for one in grades if column.counts.get(one)
    ]
    return f"{column.year}: {', '.join(found) or 'no area of the council graded'}."
