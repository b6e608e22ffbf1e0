"""Reads extracts of the standard together; each file is known by the standard's own columns."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.flat import heading_of
from goldenthread.formats.named import Filling, Read
from goldenthread.formats.named import reader_of as by_kind
from goldenthread.formats.reading import Keys, Reading, Rows
from goldenthread.formats.ssd.becoming import DERIVED, FIRST, Becoming
from goldenthread.formats.ssd.codes import PLACEHOLDER, reader_of
from goldenthread.tables import left_out
from goldenthread.tables.catalogue import TABLES
from goldenthread.tables.columns import Column, Table

FORM = "ssd"
# So many of the standard's columns must be there; their prefixes are those of one table each.
ENOUGH = 2
OF_THE_STANDARD = {name: table for name, table in TABLES.items() if table.standard}
# By what the tables are known that are not taken.
NOT_TAKEN = {
    "ssd_address": {"addr_table_id", "addr_person_id", "addr_address_type"},
    "ssd_linked_identifiers": {"link_table_id", "link_person_id", "link_identifier_type"},
    "ssd_api_data_staging": {"json_payload", "current_hash", "submission_status"},
    "ssd_version_log": {"version_number", "release_date", "impact_description"},
    "ssd_s251_finance": {"s251_table_id", "s251_cla_placement_id", "s251_placeholder_1"},
}
# Of these the extract tells how things stand on its day.
AS_THEY_STAND = frozenset({"care_leavers", "immunisations", "workers"})


def recognises(path: Path) -> bool:
    """Whether the heading of a file has the columns of one of the standard's tables."""
    heading = heading_of(path)
    return table_of(heading) is not None or not_taken(heading) is not None


def table_of(heading: Sequence[str]) -> Table | None:
    """The table of which a heading has the most of the standard's columns."""
    known = {
        name: len(_standard(table).keys() & set(heading)) for name, table in OF_THE_STANDARD.items()
    }
    best = max(known, key=lambda name: known[name])
    return TABLES[best] if known[best] >= ENOUGH else None


def not_taken(heading: Sequence[str]) -> str | None:
    """The table of the standard that a heading is of and that is not taken."""
    found = (name for name, signs in NOT_TAKEN.items() if len(signs & set(heading)) >= ENOUGH)
    return next(found, None)


def _standard(table: Table) -> dict[str, Column]:
    return {column.standard: column for column in table.columns if column.standard}


def read(paths: Sequence[Path], keys: Keys) -> Reading:
    """Read the files of one extract together; several may fill one table.

    Returns:
        The rows by table. Nothing says from when on they are complete: they tell all there is,
        but for the tables that tell only how things stand.

    Raises:
        UserFacingError: a file is of no table of the standard, or cannot be read to its end.
    """
    reading = Reading(form=FORM)
    files: dict[str, list[Path]] = {}
    for path in paths:
        heading = heading_of(path)
        table = table_of(heading)
        if table is not None:
            files.setdefault(table.name, []).append(path)
            continue
        left = not_taken(heading)
        if left is None:
            raise UserFacingError(
                f"{path.name}: Its heading is that of no table of the Standard Safeguarding "
                "Dataset. Export it with the standard's names of columns."
            )
        reading.notes.append(f"{path.name}: {left} is not taken: {left_out.TABLES[left]}.")
    becoming = Becoming(keys)
    for name in sorted(files, key=_order):
        _fill(TABLES[name], files[name], becoming, keys, reading)
    reading.latest_only = set(AS_THEY_STAND & files.keys())
    return reading


def _order(name: str) -> tuple[int, str]:
    return (FIRST.index(name) if name in FIRST else len(FIRST), name)


def _fill(
    table: Table, paths: Sequence[Path], becoming: Becoming, keys: Keys, reading: Reading
) -> None:
    heading = {name for path in paths for name in heading_of(path)}
    there = {name: column for name, column in _standard(table).items() if name in heading}
    names = {column.name for column in there.values()}
    held: set[str] = set()
    readers = {
        column.name: _unless_held(reader_of(table, column) or by_kind(column, keys), column, held)
        for column in there.values()
    }
    filling = Filling(
        table,
        there,
        keys,
        reading,
        derived=_derived(table.name, names, reading),
        become=becoming.way(table.name),
        readers=readers,
    )
    for path in paths:
        filling.read(path)
    _leave_out_unmade(reading, table, held)
    unknown = sorted(heading - _standard(table).keys() - left_out.FIELDS.keys() - {""})
    if unknown:
        reading.notes.append(f"Table {table.standard}: These were left out: {', '.join(unknown)}.")


def _derived(table: str, names: set[str], reading: Reading) -> list[str]:
    """The columns that can be made of those that are there."""
    if table == "care_episodes" and "legal_statuses" not in reading.tables:
        return []
    ways: Mapping[str, set[str]] = DERIVED.get(table, {})
    return [name for name, of in ways.items() if of <= names]


def _unless_held(read: Read, column: Column, held: set[str]) -> Read:
    """A reader for which the standard's placeholder is nothing, and which says that it came."""

    def read_cell(cell: Any) -> Any:
        if cell == PLACEHOLDER:
            held.add(column.name)
            return None
        return read(cell)

    return read_cell


def _leave_out_unmade(reading: Reading, table: Table, held: set[str]) -> None:
    """Take away the columns that hold the placeholder and nothing else: they are not carried."""
    rows = reading.tables[table.name]
    empty = [
        place
        for place, name in enumerate(rows.columns)
        if name in held and all(row[place] is None for row in rows.rows)
    ]
    if not empty:
        return
    kept = [place for place in range(len(rows.columns)) if place not in empty]
    names = [rows.columns[place] for place in empty]
    reading.tables[table.name] = Rows(
        table.name,
        tuple(rows.columns[place] for place in kept),
        [tuple(row[place] for place in kept) for row in rows.rows],
        rows.unreadable,
    )
    reading.notes.append(
        f"Table {table.standard}: The extract holds only placeholders for {', '.join(names)}."
    )
