"""Opens a workbook safely, and finds which of its sheets are which lists."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.annex_a.lists import LISTS, Listed, folded
from goldenthread.formats.cells import BadCell

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# A workbook of this size or more, and packed so tightly, is made to fill the memory.
MOST_BYTES, BIG_MEMBER, TIGHTEST = 2**30, 50 * 2**20, 200
ROWS_TO_HEADINGS, CELLS_OF_A_HEADING = 12, 3
# So much of a list's headings must be there.
ENOUGH = 0.5
ENCRYPTED_PARTS = (
    b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
)
# A cell that holds a failed formula's error, and one whose formula has no stored value: what
# reads the workbook gives both as empty.
ERROR_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*\st="e"')
CELL_WITHOUT_VALUE = re.compile(
    rb'<c r="([A-Z]+)(\d+)"[^>]*>\s*<f[^>]*>[^<]*</f>\s*(?:<v></v>|<v/>)?\s*</c>'
)
FAILED = BadCell("A formula failed in this cell.", "Put the value in place of the formula.")
NOT_STORED = BadCell(
    "The formula in this cell has no stored value.", "Open the workbook in Excel and save it."
)
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LETTERS = 26
Broken = dict[tuple[int, int], BadCell]


@dataclass(frozen=True)
class Sheet:
    """A sheet that is one of the lists.

    Attributes:
        listed:   which.
        name:     as the workbook calls it.
        headings: the headings of its columns, as they stand there.
        first:    the number of the first row below the headings, as the user sees it.
        rows:     the rows below the headings.
        broken:   cells that look empty and are not, by row as the user sees it and column.
    """

    listed: Listed
    name: str
    headings: list[Any]
    first: int
    rows: list[list[Any]]
    broken: Broken


def is_workbook(path: Path) -> bool:
    """Whether the content begins as a workbook of either age does."""
    with path.open("rb") as file:
        return file.read(4) in (ZIP, OLE)


def sheets(path: Path) -> Iterator[Sheet]:
    """Each sheet that is a list; cover sheets, guidance and lists of codes are passed over.

    Raises:
        UserFacingError: it is no workbook that can be opened, or is made to fill the memory.
    """
    book = _opened(path)
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found = _list_in(name, rows)
        if found:
            listed, place = found
            broken = _broken(path, name)
            yield Sheet(listed, name, rows[place], place + 2, rows[place + 1 :], broken)


def _broken(path: Path, name: str) -> Broken:
    """The broken cells of a sheet; a workbook of the older age does not tell."""
    if not zipfile.is_zipfile(path):
        return {}
    with zipfile.ZipFile(path) as archive:
        content = archive.read(_part_of(archive, name))
    found: Broken = {}
    if b't="e"' in content:
        found.update(_places(ERROR_CELL, content, FAILED))
    if b"<f" in content:
        found.update(_places(CELL_WITHOUT_VALUE, content, NOT_STORED))
    return found


def _places(cell: re.Pattern[bytes], content: bytes, fault: BadCell) -> Broken:
    return {(int(row), _column(letters.decode())): fault for letters, row in cell.findall(content)}


def _column(letters: str) -> int:
    """The place of a column, from nought: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * LETTERS + ord(letter) - ord("A") + 1
    return place - 1


def _part_of(archive: zipfile.ZipFile, name: str) -> str:
    """The part of the workbook that holds a sheet."""
    book = _tree(archive, "xl/workbook.xml")
    wanted = next(each.get(RELATION) for each in book.iter("{*}sheet") if each.get("name") == name)
    relations = _tree(archive, "xl/_rels/workbook.xml.rels")
    target = next(str(each.get("Target")) for each in relations if each.get("Id") == wanted)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _tree(archive: zipfile.ZipFile, part: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(part), parser)


def _opened(path: Path) -> CalamineWorkbook:
    _refuse_bombs(path)
    try:
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError) as error:
        with path.open("rb") as file:
            locked = ENCRYPTED_PARTS in file.read()
        why = "It is protected by a password" if locked else "It is damaged or no workbook"
        fix = "Save it without a password" if locked else "Open and save it in Excel"
        raise UserFacingError(f"{path.name}: {why}. {fix}, and load it again.") from error


def _refuse_bombs(path: Path) -> None:
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    tight = any(
        member.file_size > BIG_MEMBER and member.file_size > TIGHTEST * max(member.compress_size, 1)
        for member in members
    )
    if tight or sum(member.file_size for member in members) > MOST_BYTES:
        raise UserFacingError(
            f"{path.name}: Unpacked, this workbook would be far larger than any list of children. "
            "Nothing was read. Copy the lists into a new workbook, and load that."
        )


def _list_in(name: str, rows: list[list[Any]]) -> tuple[Listed, int] | None:
    """The list whose headings stand in one of the first rows, and in which."""
    best: tuple[float, bool, int, Listed] | None = None
    for place, row in enumerate(rows[:ROWS_TO_HEADINGS]):
        there = {folded(cell) for cell in row if cell not in ("", None)}
        if len(there) <= CELLS_OF_A_HEADING:
            continue
        for listed in LISTS:
            known = set(listed.fields) | set(listed.left_out)
            score = len(there & known) / len(known), _is_named(name, listed.number)
            if score[0] >= ENOUGH and (best is None or score > best[:2]):
                best = (*score, place, listed)
    return (best[3], best[2]) if best else None


def _is_named(name: str, number: int) -> bool:
    return re.fullmatch(rf"\D*0?{number}(\D.*)?", name) is not None
