"""Reads an Annex A workbook: every list it has, every bad cell named by sheet, row and column."""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.basics.days import add_months
from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.annex_a.lists import Listed, folded
from goldenthread.formats.annex_a.taking import LATEST_ONLY, TAKE, Taking, adopter
from goldenthread.formats.annex_a.values import Read
from goldenthread.formats.annex_a.workbook import (
    Broken,
    Sheet,
    is_workbook,
    sheets,
)
from goldenthread.formats.cells import BadCell
from goldenthread.formats.reading import Account, Fault, Keys, Reading

FORM = "annex-a"
LISTS_OF_ADOPTERS = 11
MONTHS_TOLD = 6
Row = dict[str, Any]


def recognises(path: Path) -> bool:
    """Whether it is a workbook in which at least one sheet has the headings of a list."""
    if not is_workbook(path):
        return False
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return False
    return next(sheets(path), None) is not None


def read(path: Path, keys: Keys) -> Reading:
    """Read a workbook, every list it has.

    Returns:
        The rows by table. `complete_from` lies six months before the newest event of the lists,
        since that is as far as they reach; of `latest_only` tables they tell what stood last.

    Raises:
        UserFacingError: it cannot be opened, is made to fill the memory, or has no list.
    """
    reading = Reading(form=FORM, latest_only=set(LATEST_ONLY))
    taking = Taking(keys, reading)
    newest: date | None = None
    found = False
    for sheet in sheets(path):
        found = True
        newest = max(filter(None, [newest, _take(sheet, path.name, taking)]), default=None)
    if not found:
        raise UserFacingError(
            f"{path.name}: None of its sheets has the headings of an Annex A list. Use Ofsted's "
            "template without changing its headings."
        )
    if newest is not None:
        reading.complete_from = add_months(newest, -MONTHS_TOLD)
    taking.finish()
    return reading


def _take(sheet: Sheet, file: str, taking: Taking) -> date | None:
    """Take a sheet in; the newest day of an event that it tells."""
    columns = _columns(sheet, file, taking)
    account = Account(f"List {sheet.listed.number} {sheet.listed.title}")
    taking.reading.accounts.append(account)
    newest: date | None = None
    where = f"{file}, sheet “{sheet.name}”"
    for number, cells in enumerate(sheet.rows, start=sheet.first):
        if not any(cell not in ("", None) for cell in cells):
            continue
        row, bad = _read(cells, columns, f"{where}, row {number}", taking.reading)
        if sheet.broken:
            _mark(sheet.broken, number, columns, f"{where}, row {number}", taking.reading, bad)
        if not _keep(sheet.listed, row, bad, taking):
            account.refused += 1
            account.lost += 1
            taking.reading.faults.append(_nobody(sheet.listed, f"{where}, row {number}"))
            continue
        if bad:
            account.refused += 1
        else:
            account.accepted += 1
        newest = _newest(newest, row)
    return newest


# Days that lie ahead or far back, or are no events.
NOT_EVENTS = frozenset({"birth_day"})


def _newest(newest: date | None, row: Row) -> date | None:
    days = [value for name, value in row.items() if type(value) is date and name not in NOT_EVENTS]
    return max(days if newest is None else [*days, newest], default=None)


def _columns(sheet: Sheet, file: str, taking: Taking) -> list[tuple[int, str, str, Read]]:
    """The columns to read: place, heading as it stands, name of the value, reader."""
    found: list[tuple[int, str, str, Read]] = []
    for place, heading in enumerate(sheet.headings):
        field = sheet.listed.fields.get(folded(heading))
        if field:
            found.append((place, str(heading).strip(), *field))
    there = {name for _, _, name, _ in found}
    missing = {name for name, _ in sheet.listed.fields.values()} - there
    for heading in _missing_headings(sheet.listed, missing):
        taking.reading.faults.append(
            Fault(
                f"{file}, sheet “{sheet.name}”, column “{heading}”",
                "The column is missing.",
                "Add it, or use Ofsted's template without changing its headings.",
            )
        )
    taking.open(sheet.listed.number, missing)
    return found


def _missing_headings(listed: Listed, missing: set[str]) -> Iterable[str]:
    for heading in listed.headings:
        field = listed.fields.get(folded(heading))
        if field and field[0] in missing:
            yield heading


def _read(
    cells: Sequence[Any],
    columns: Sequence[tuple[int, str, str, Read]],
    where: str,
    reading: Reading,
) -> tuple[Row, set[str]]:
    row: Row = {}
    bad: set[str] = set()
    width = len(cells)
    for place, heading, name, read_cell in columns:
        cell = cells[place] if place < width else None
        if cell == "":
            row[name] = None
            continue
        try:
            row[name] = read_cell(cell)
        except BadCell as fault:
            row[name] = None
            bad.add(name)
            place_said = f"{where}, column “{heading}”"
            reading.faults.append(Fault(place_said, fault.problem, fault.fix))
    return row, bad


def _mark(
    broken: Broken,
    number: int,
    columns: Sequence[tuple[int, str, str, Read]],
    where: str,
    reading: Reading,
    bad: set[str],
) -> None:
    """Name the cells of a row that look empty and are not."""
    for place, heading, name, _ in columns:
        fault = broken.get((number, place))
        if fault is not None and name not in bad:
            bad.add(name)
            place_said = f"{where}, column “{heading}”"
            reading.faults.append(Fault(place_said, fault.problem, fault.fix))


def _keep(listed: Listed, row: Row, bad: set[str], taking: Taking) -> bool:
    """Take a row in; whether it names somebody at all."""
    if listed.number == LISTS_OF_ADOPTERS:
        if row.get("adopter") is None:
            return False
        adopter(taking, row, bad)
        return True
    number = row.pop("child", None)
    if number is None:
        return False
    child = taking.keys.child(number)
    row["worker"] = taking.worker(row.get("worker"))
    taking.person(child, row, bad)
    TAKE[listed.number](taking, child, row, bad)
    return True


def _nobody(listed: Listed, where: str) -> Fault:
    whom = "adopter" if listed.number == LISTS_OF_ADOPTERS else "child"
    return Fault(
        where,
        f"The row names no {whom}, so it was not taken.",
        f"Give the {whom} its number in the case system.",
    )
