"""What presenters hand to the components of our own: words, numbers and addresses, no HTML."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from goldenthread.plans import rungs
from goldenthread.web import words

# The colours of GOV.UK tags by the colour of the status rule (DESIGN §3).
STATUS_TAGS = {
    "grey": "govuk-tag--grey",
    "red": "govuk-tag--red",
    "amber": "govuk-tag--orange",
    "blue": "govuk-tag--blue",
    "green": "govuk-tag--green",
}
RUNGS = tuple(rungs.NAMES.values())


@dataclass(frozen=True)
class Tag:
    """A short word in a coloured box; the word always says what the colour says."""

    text: str
    classes: str = ""

    @classmethod
    def status(cls, colour: str, text: str) -> "Tag":
        """The tag of a status, by the colour that its rule names."""
        return cls(text, STATUS_TAGS[colour])

    @classmethod
    def rung(cls, number: int) -> "Tag":
        """The tag of a rung of the ladder: '3 evidence checked'."""
        return cls(f"{number} {RUNGS[number]}", f"gt-rung gt-rung--{number}")


@dataclass(frozen=True, kw_only=True)
class Count:
    """One number in the row of counts; with `href` it filters the list below by a click."""

    number: int
    label: str
    href: str = ""
    note: str = ""
    tone: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Part:
    """One part of a count bar; `tone` is one of good, waiting, bad, plain."""

    number: int
    label: str
    tone: str = "plain"


@dataclass(frozen=True)
class CountBar:
    """A total and the parts that must make it up, as a bar and as a sentence.

    The bar is amber while the parts do not make up the total and green once they do.
    """

    total: int
    noun: str
    parts: Sequence[Part]

    @property
    def holds(self) -> bool:
        return self.total == sum(part.number for part in self.parts)

    @property
    def sentence(self) -> str:
        """'68 rows found = 66 accepted + 2 refused.'; when it does not hold, by how many."""
        found = words.counted(self.total, self.noun)
        sum_ = " + ".join(f"{words.number(part.number)} {part.label}" for part in self.parts)
        if self.holds:
            return f"{found} found = {sum_}."
        apart = abs(self.total - sum(part.number for part in self.parts))
        return f"{found} found, but {sum_}: {words.number(apart)} not accounted for."

    @property
    def segments(self) -> list[tuple[float, float, Part]]:
        """Where each part starts and how wide it is, in hundredths of the whole bar."""
        whole = max(self.total, sum(part.number for part in self.parts), 1)
        segments, start = [], 0.0
        for part in self.parts:
            width = 100 * part.number / whole
            segments.append((round(start, 2), round(width, 2), part))
            start += width
        return segments


@dataclass(frozen=True)
class Cell:
    """One cell of a table: a text, and at most a link, a tag or a second, smaller line."""

    text: str = ""
    href: str = ""
    tag: Tag | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table; a numeric one is set to the right.

    With `sort_href` its heading is a link; `sorted` is "ascending", "descending" or empty.
    """

    heading: str
    numeric: bool = False
    sort_href: str = ""
    sorted: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table that becomes cards on a phone; the first cell of a row is its heading."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    caption_is_hidden: bool = False

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"Each row of “{self.caption}” needs {len(self.columns)} cells")

    @property
    def lines(self) -> list[list[tuple[Column, Cell]]]:
        """The rows, each cell beside its column."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, kw_only=True)
class Empty:
    """What a page says that has nothing to show yet: never a dead end."""

    heading: str
    text: str
    action: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a long work has come. The page asks `href` again until it is finished.

    `next_text` and `next_href` lead on when it is finished; `problem` says why it stopped.
    """

    heading: str
    words: str
    done: int
    total: int
    href: str
    next_text: str = ""
    next_href: str = ""
    problem: str = ""

    @property
    def is_running(self) -> bool:
        return not self.problem and self.done < self.total


@dataclass(frozen=True)
class Ladder:
    """The six rungs with the one that is reached, and what the next one needs."""

    rung: int
    next_needs: str
    rungs: Sequence[tuple[int, str]] = field(default=tuple(enumerate(RUNGS)))


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number with its unit and the number of cases that it rests on."""

    value: str
    unit: str = ""
    n: int | None = None


@dataclass(frozen=True, kw_only=True)
class Confirm:
    """A question before something happens: what it changes, and the two ways on.

    `undo` says whether the change can be undone, because every change must say so.
    """

    text: str
    undo: str
    yes: str
    cancel_href: str
    is_grave: bool = False
