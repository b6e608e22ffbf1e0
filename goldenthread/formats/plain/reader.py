"""Reads lists in the plain form, for what no return carries; a file is known by its heading."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.flat import heading_of
from goldenthread.formats.named import Filling, code, is_needed
from goldenthread.formats.plain.tables import TABLES
from goldenthread.formats.reading import Keys, Reading
from goldenthread.tables.columns import Kind, Table

FORM = "plain"
# So much of a heading must be known, and so much of a table's columns must be there.
ENOUGH = 0.5
# Only with the day on which somebody left does a list of staff tell more than the day it is of.
STAFF, UNTIL = "workers", "left_on"
STAGE = "STAGE_"


def recognises(path: Path) -> bool:
    """Whether the heading of a file is that of a table that the plain form carries."""
    return table_of(path) is not None


def table_of(path: Path) -> Table | None:
    """The table that a file fills: that which its heading fits best; the file's name breaks ties."""
    heading = frozenset(heading_of(path))
    fitting = [(_fit(table, heading), table.name == path.stem, table) for table in TABLES]
    best = max(fitting, key=lambda each: each[:2])
    return best[2] if best[0] else None


def _fit(table: Table, heading: frozenset[str]) -> float:
    """How well a heading fits a table, 0 to 2; 0 where it is not of the table at all."""
    own = table.columns[0]
    wanted = {c.name for c in table.columns if c is not own or c.kind is not Kind.KEY}
    needed = {c.name for c in table.columns if is_needed(table, c)}
    known = heading & set(table.by_name)
    if not heading or needed - heading:
        return 0
    of_heading, of_table = len(known) / len(heading), len(known & wanted) / len(wanted)
    return of_heading + of_table if min(of_heading, of_table) >= ENOUGH else 0


def read(paths: Sequence[Path], keys: Keys) -> Reading:
    """Read lists in the plain form together; several files may fill one table.

    Returns:
        The rows by table. Nothing says from when on they are complete: they tell all there is.

    Raises:
        UserFacingError: a file has the heading of no table, no rows, or cannot be read to its end.
    """
    reading = Reading(form=FORM)
    files: dict[str, list[Path]] = {}
    by_name = {table.name: table for table in TABLES}
    for path in paths:
        table = table_of(path)
        if table is None:
            raise UserFacingError(
                f"{path.name}: Its heading is that of no list in the plain form. Begin with a "
                "template, and keep its heading."
            )
        files.setdefault(table.name, []).append(path)
    for name, of_table in files.items():
        _fill(by_name[name], of_table, keys, reading)
    return reading


def stage(cell: Any) -> str | None:
    """The number of a stage, with or without the word before it."""
    found = code(cell)
    return found and found.removeprefix(STAGE)


def _fill(table: Table, paths: Sequence[Path], keys: Keys, reading: Reading) -> None:
    heading = {name for path in paths for name in heading_of(path)}
    there = {name: column for name, column in table.by_name.items() if name in heading}
    filling = Filling(table, there, keys, reading, readers={"stage": stage})
    for path in paths:
        filling.read(path)
        if not reading.accounts[-1].rows:
            raise UserFacingError(
                f"{path.name}: It has a heading and no rows. Fill it, or leave it out: loaded "
                "empty, it would say that there were none."
            )
    if table.name == STAFF and UNTIL not in there:
        reading.latest_only.add(STAFF)
    missing = [c.name for c in table.columns[1:] if c.name not in there]
    _note(reading, table, missing, "These columns are not there, and what needs them stays open")
    _note(reading, table, sorted(heading - set(table.by_name) - {""}), "These were left out")


def _note(reading: Reading, table: Table, names: Sequence[str], what: str) -> None:
    if names:
        reading.notes.append(f"Table {table.name}: {what}: {', '.join(names)}.")
