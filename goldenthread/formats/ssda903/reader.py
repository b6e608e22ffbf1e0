"""Reads the files of a return together: CSV files known by their columns, or one XML."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.cells import BadCell
from goldenthread.formats.flat import decoded, delimiter_of, heading_of
from goldenthread.formats.reading import Account, Fault, Keys, Reading
from goldenthread.formats.ssda903.files import FILES, IN_XML, Listed, file_with
from goldenthread.formats.ssda903.taking import Taking

FORM = "ssda903"
BEGINNING = 16_384
ROOT = "EXPSSDA903"
LONGEST_CELL = 10_000


def recognises(path: Path) -> bool:
    """Whether a file is of the return: its heading has the columns of one, or it is its XML."""
    with path.open("rb") as file:
        start = file.read(BEGINNING)
    if start.lstrip().startswith(b"<"):
        return f"<{ROOT}".encode() in start
    return file_with(heading_of(path)) is not None


def read(paths: Sequence[Path], keys: Keys) -> Reading:
    """Read the files of one return together.

    Returns:
        The rows by table. `complete_from` is the 1 April on which the newest year of the files
        began. Each fault names the file, the row as the user sees it, and the column.

    Raises:
        UserFacingError: a file breaks off, is no CSV, or declares entities.
    """
    reading = Reading(form=FORM)
    taking = Taking(keys, reading)
    for path in paths:
        is_xml = path.read_bytes()[:BEGINNING].lstrip().startswith(b"<")
        if is_xml:
            _read_xml(path, taking)
        else:
            _read_csv(path, taking)
    taking.finish()
    return reading


def _read_csv(path: Path, taking: Taking) -> None:
    text = decoded(path.read_bytes())
    lines = csv.reader(io.StringIO(text), delimiter=delimiter_of(text.partition("\n")[0]))
    heading = [cell.strip().upper() for cell in next(lines, [])]
    listed = file_with(heading)
    if listed is None:
        raise UserFacingError(f"{path.name}: Its columns are those of no file of the return.")
    columns = _columns(listed, heading, path.name, taking)
    account = taking.account(listed.name)
    try:
        for cells in lines:
            if any(cells):
                where = f"{path.name}, row {lines.line_num}"
                _take(listed, cells, columns, where, account, taking)
    except csv.Error as error:
        raise UserFacingError(
            f"{path.name}, row {lines.line_num}: The file cannot be read as CSV here. Export it "
            "again from the case system."
        ) from error


Columns = Sequence[tuple[int, str, str, Any]]


def _columns(listed: Listed, heading: Sequence[str], file: str, taking: Taking) -> Columns:
    """The columns to read: place, heading, name of the value, reader; missing ones are named."""
    missing = set(listed.fields) - set(heading)
    for column in sorted(missing):
        taking.reading.faults.append(
            Fault(f"{file}, column {column}", "The column is missing.", "Export it as well.")
        )
    taking.open(listed.name, {listed.fields[column][0] for column in missing})
    return [
        (place, column, *listed.fields[column])
        for place, column in enumerate(heading)
        if column in listed.fields
    ]


def _take(
    listed: Listed,
    cells: Sequence[str],
    columns: Columns,
    where: str,
    account: Account,
    taking: Taking,
) -> None:
    row: dict[str, Any] = {}
    bad: list[str] = []
    width = len(cells)
    for place, column, name, read_cell in columns:
        cell = cells[place] if place < width else ""
        if not cell:
            continue
        try:
            row[name] = read_cell(cell)
        except BadCell as fault:
            bad.append(name)
            taking.reading.faults.append(
                Fault(f"{where}, column {column}", fault.problem, fault.fix)
            )
    if taking.take(listed.name, row, bad):
        account.accepted += not bad
        account.refused += bool(bad)
        return
    account.refused += 1
    account.lost += 1
    taking.reading.faults.append(
        Fault(where, "The row names no child, so it was not taken.", "Give it the child's number.")
    )


def _read_xml(path: Path, taking: Taking) -> None:
    start = path.read_bytes()[:BEGINNING]
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise UserFacingError(f"{path.name}: The file declares entities, which no return does.")
    for listed in FILES:
        taking.open(listed.name, set())
    events = etree.iterparse(
        str(path), tag="{*}CHILD", resolve_entities=False, no_network=True, remove_comments=True
    )
    try:
        for _event, child in events:
            for part, line in _parts(child):
                _take_part(part, f"{path.name}, line {line}", taking)
            child.clear()
    except etree.XMLSyntaxError as error:
        raise UserFacingError(
            f"{path.name}, line {error.lineno}: The file breaks off or is not XML here. Export it "
            "again from the case system."
        ) from error


def _parts(child: Any) -> Iterator[tuple[dict[str, str], int]]:
    """The header and the other parts of one child, each with the child's number."""
    number = child.findtext("{*}HEADER/{*}CHILDID") or child.findtext("{*}HEADER/{*}CHILD") or ""
    for part in child:
        values = {_column(each.tag): (each.text or "").strip() for each in part}
        yield {**values, "CHILD": number.strip()}, part.sourceline


def _column(tag: str) -> str:
    plain = tag.rpartition("}")[2].upper()
    return IN_XML.get(plain, plain)


def _take_part(part: Mapping[str, str], where: str, taking: Taking) -> None:
    listed = file_with(part)
    if listed is None:
        taking.unknown_part(where)
        return
    columns = [
        (place, column, *listed.fields[column])
        for place, column in enumerate(part)
        if column in listed.fields
    ]
    _take(listed, list(part.values()), columns, where, taking.account(listed.name), taking)
