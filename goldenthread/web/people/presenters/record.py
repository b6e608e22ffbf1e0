"""A record of these pages: what is known of it, lists that hang on it, what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.pages import Crumb

UNKNOWN = "not known"


@dataclass(frozen=True)
class Fact:
    """A line of what is known: a label, a text and perhaps where it leads."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a record: a heading, its rows or what it says when there are none, ways on."""

    heading: str
    slug: str
    table: Table | None = None
    empty: str = ""
    links: Sequence[Crumb] = ()


@dataclass(frozen=True, kw_only=True)
class Record:
    """The page of one thing."""

    heading: str
    caption: str
    crumbs: Sequence[Crumb]
    facts: Sequence[Fact]
    sections: Sequence[Section] = ()
    links: Sequence[Crumb] = ()


def table(caption: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table | None:
    """A table with plain columns whose caption the heading above says; none without rows."""
    if not rows:
        return None
    columns = [Column(heading=heading) for heading in headings]
    return Table(caption=caption, columns=columns, rows=rows, caption_is_hidden=True)


def since(day: date | None) -> str:
    """The first day of something."""
    return words.day(day) if day else UNKNOWN


def until(day: date | None) -> str:
    """The last day of something that may go on."""
    return words.day(day) if day else "goes on"


def several(texts: Sequence[str]) -> str:
    """Texts beside each other."""
    return ", ".join(texts) or "none"
