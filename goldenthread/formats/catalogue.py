"""Every format by its name; a new one is one line. A file is known by its content."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.annex_a import reader as annex_a
from goldenthread.formats.cin_census import reader as cin_census
from goldenthread.formats.plain import reader as plain
from goldenthread.formats.reading import Keys, Reading
from goldenthread.formats.ssd import reader as ssd
from goldenthread.formats.ssda903 import reader as ssda903

BEGINNING = 4096
HIDDEN = (".", "~$")
# What a file is that is none of the formats, by its first bytes.
SIGNS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"PK\x03\x04", "a workbook, Word document or zip archive"),
    (b"\xd0\xcf\x11\xe0", "an older Office document"),
    (b"PAR1", "a Parquet file"),
    (b"{", "a JSON file"),
)


@dataclass(frozen=True)
class Format:
    """A format of children's data.

    Attributes:
        name:       as loads keep it, such as "cin-census".
        title:      as people call it.
        recognises: whether a file's content is of it.
        read:       reads the files of one load together.
        alone:      whether each file is a load of its own.
    """

    name: str
    title: str
    recognises: Callable[[Path], bool]
    read: Callable[[Sequence[Path], Keys], Reading]
    alone: bool = True


def _one(read: Callable[[Path, Keys], Reading]) -> Callable[[Sequence[Path], Keys], Reading]:
    def read_one(paths: Sequence[Path], keys: Keys) -> Reading:
        (path,) = paths
        return read(path, keys)

    return read_one


# In this order a table is taken where several formats carry it: the fullest first.
FORMATS: tuple[Format, ...] = (
    Format(
        "ssd",
        "Standard Safeguarding Dataset (CSV or Parquet)",
        ssd.recognises,
        ssd.read,
        alone=False,
    ),
    Format(
        "cin-census",
        "children in need census (XML)",
        cin_census.recognises,
        _one(cin_census.read),
    ),
    Format(
        "ssda903",
        "return on children looked after (SSDA903, CSV or XML)",
        ssda903.recognises,
        ssda903.read,
        alone=False,
    ),
    Format("annex-a", "Ofsted's Annex A workbook", annex_a.recognises, _one(annex_a.read)),
    Format("plain", "list in the plain form (CSV)", plain.recognises, plain.read, alone=False),
)
BY_NAME = {each.name: each for each in FORMATS}


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and those in the folders, by name; hidden ones are left out.

    Raises:
        UserFacingError: there is none.
    """
    found: list[Path] = []
    for path in paths:
        found += (
            sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
        )
    shown = [path for path in found if not path.name.startswith(HIDDEN)]
    if not shown:
        raise UserFacingError("There are no files here. Name an extract, or a folder of extracts.")
    return shown


def sorted_out(paths: Sequence[Path]) -> list[tuple[Format, list[Path]]]:
    """The files put together as loads: those that belong together, each with its format.

    Raises:
        UserFacingError: a file is of no format that is known here; it is named as what it is.
    """
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(format_of(path).name, []).append(path)
    loads: list[tuple[Format, list[Path]]] = []
    for name, files in found.items():
        form = BY_NAME[name]
        loads += [(form, [path]) for path in files] if form.alone else [(form, files)]
    return loads


def format_of(path: Path) -> Format:
    """The format of a file, by its content.

    Raises:
        UserFacingError: it cannot be opened, is empty, or is of none.
    """
    try:
        with path.open("rb") as file:
            start = file.read(BEGINNING)
    except OSError as error:
        raise UserFacingError(f"{path.name}: It cannot be opened. Check the path.") from error
    if not start.strip():
        raise UserFacingError(f"{path.name}: The file is empty. Export it again.")
    for form in FORMATS:
        if form.recognises(path):
            return form
    raise UserFacingError(
        f"{path.name}: This is {_kind_of(start)} and none of the extracts that are known here. "
        f"Load one of: {'; '.join(each.title for each in FORMATS)}."
    )


def _kind_of(start: bytes) -> str:
    for sign, kind in SIGNS:
        if start.lstrip().startswith(sign):
            return kind
    if start.lstrip().startswith(b"<"):
        return "an XML or HTML file"
    try:
        start[:-3].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "a file of another kind"
    return "a text or CSV file"
