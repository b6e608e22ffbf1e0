"""What an action plan prints, as plain values: the columns, and the cells of each row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from goldenthread.documents.plans import vocabulary as words
from goldenthread.papers.document import Tone
from goldenthread.papers.stand import Stand

# By column the text of a cell, a line for each of its paragraphs.
Cells = Mapping[str, str]


@dataclass(frozen=True)
class Head:
    """A printed heading and the column that stands under it; `dated` is an update's own day."""

    title: str
    column: str
    dated: str = ""

    @property
    def key(self) -> str:
        """Under what its cells are found."""
        return f"{self.column} {self.dated}" if self.column == words.UPDATE else self.column


@dataclass(frozen=True, kw_only=True)
class ActionRow:
    """A row of the table: an action's cells, and the tone of its status."""

    ref: str
    text: str
    cells: Cells = field(default_factory=dict)
    tone: Tone = ""


@dataclass(frozen=True, kw_only=True)
class ItemRow:
    """An item: its number, text and cells."""

    number: str
    text: str
    section: str = ""
    cells: Cells = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Items that share their actions, mostly one, and those actions."""

    items: tuple[ItemRow, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, kw_only=True)
class PartRows:
    """A part of the plan: its title, the judgements that it prints, and its groups."""

    title: str
    judgements: tuple[tuple[str, str], ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanRows:
    """The whole plan as at a day."""

    public_id: str
    title: str
    authority: str
    as_at: date
    heads: tuple[Head, ...]
    parts: tuple[PartRows, ...]
    stand: Stand
    missing: tuple[str, ...] = ()
