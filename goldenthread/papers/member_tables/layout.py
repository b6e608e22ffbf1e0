"""How the tables for members are laid out."""

from collections.abc import Iterable, Sequence

from goldenthread.basics.days import without_weekday
from goldenthread.papers.document import Block, Cell, Column, Grid, Heading, Note, cell, words
from goldenthread.papers.member_tables.gathering import Line, Tables
from goldenthread.papers.member_tables.sorting import COMPLETED, EXTENDED, OUTSTANDING, TITLES

NOBODY = "No action stands here."
FOR_STATEMENT = "For the annual governance statement"
NOT_MARKED = (
    "Cannot be worked out: no action is marked for the annual governance statement. Give those that "
    "are the workstream “Annual governance statement”."
)
SAID = {
    COMPLETED: "Completed, and how far that is checked",
    EXTENDED: "More time",
    OUTSTANDING: "How it stands",
}


def blocks(tables: Tables) -> Iterable[Block]:
    """The counts, then the five tables."""
    yield words(tables.since_words)
    yield words(tables.sentence, "lead")
    for note in tables.notes:
        yield Note(note, "info")
    for name, title in TITLES.items():
        yield Heading(1, f"Table {name}: {title}")
        found = tables.of(name)
        yield _grid(name, title, found) if found else words(NOBODY)
    yield Heading(1, f"Table E: {FOR_STATEMENT}")
    marked = tables.for_statement
    yield _grid("E", FOR_STATEMENT, marked) if marked else Note(NOT_MARKED, "missing")


def _grid(name: str, title: str, found: Sequence[Line]) -> Grid:
    return Grid(
        columns=(
            Column("Id", 0.9),
            Column("Action", 4.0),
            Column("Lead", 1.6),
            Column("Due", 1.2),
            Column(SAID.get(name, "How it stands"), 2.4),
        ),
        rows=tuple(_row(one) for one in found),
        caption=f"Table {name}: {title} ({len(found)})",
        summary="A row for each action: its lead by post, when it is due, how it stands.",
        sheet=f"Table {name}",
    )


def _row(one: Line) -> tuple[Cell, ...]:
    return (
        cell(one.public_id, head=True),
        cell(one.text),
        cell(one.lead),
        Cell(blocks=(words(without_weekday(one.due) if one.due else "no day"),), day=one.due),
        cell(one.said, tone="bad" if one.table == OUTSTANDING else ""),
    )
