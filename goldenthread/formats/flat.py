"""Opens files of one heading and rows below it: CSV in the usual encodings, or Parquet."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.basics.errors import UserFacingError

BEGINNING = 65_536
PARQUET = b"PAR1"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = ",;\t|"
# Times to the billionth of a second are more than a Python time can hold.
FINE_ENOUGH = pa.timestamp("us")
# The number of a row as the user sees it, and its cells; no cells where they do not fit the heading.
Numbered = tuple[int, Sequence[Any] | None]


def heading_of(path: Path) -> list[str]:
    """The names of the columns, in lower case; none where the file is neither CSV nor Parquet."""
    with path.open("rb") as file:
        start = file.read(BEGINNING)
    if start.startswith(PARQUET):
        return _heading_of_parquet(path)
    line = decoded(start, partly=True).partition("\n")[0]
    try:
        cells = next(csv.reader([line.rstrip("\r")], delimiter=delimiter_of(line)), [])
    except csv.Error:
        # No heading of a CSV file: a workbook, a picture, something else.
        return []
    return [_plain(cell) for cell in cells]


def rows_of(path: Path, wanted: Sequence[str]) -> Iterator[Numbered]:
    """The rows, each with its number as the user sees it and its cells in the order `wanted`.

    Nothing is read of the other columns. Lists inside a cell come as JSON. Empty rows are no rows. A row with more or fewer cells
    than the heading comes without any: which is which cannot be told.

    Raises:
        UserFacingError: the file breaks off.
    """
    with path.open("rb") as file:
        is_parquet = file.read(len(PARQUET)) == PARQUET
    return _rows_of_parquet(path, wanted) if is_parquet else _rows_of_csv(path, wanted)


def _plain(name: str) -> str:
    return name.strip().strip("[]\"'").casefold().replace(" ", "_")


def delimiter_of(line: str) -> str:
    return max(DELIMITERS, key=line.count)


def decoded(data: bytes, *, partly: bool = False) -> str:
    """The text; `partly` where its last letter may be cut in two."""
    if data.startswith(WIDE_MARKS):
        return data.decode("utf-16", errors="ignore" if partly else "replace")
    try:
        return data.decode("utf-8-sig", errors="ignore" if partly else "strict")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _rows_of_csv(path: Path, wanted: Sequence[str]) -> Iterator[Numbered]:
    text = decoded(path.read_bytes())
    delimiter = delimiter_of(text.partition("\n")[0])
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        heading = [_plain(cell) for cell in next(lines)]
        places = [heading.index(name) for name in wanted]
        width = len(heading)
        for cells in lines:
            if not any(cells):
                continue
            fits = len(cells) >= width and not any(cells[width:])
            yield lines.line_num, [cells[place] for place in places] if fits else None
    except csv.Error as error:
        raise UserFacingError(
            f"{path.name}, row {lines.line_num}: The file cannot be read as CSV here, perhaps "
            "because it breaks off. Nothing of it was taken. Export it again."
        ) from error


def _heading_of_parquet(path: Path) -> list[str]:
    try:
        return [_plain(name) for name in pq.read_schema(path).names]
    except (pa.ArrowException, OSError):
        return []


def _rows_of_parquet(path: Path, wanted: Sequence[str]) -> Iterator[Numbered]:
    number = 0
    try:
        with pq.ParquetFile(path) as file:
            names = {_plain(name): name for name in file.schema_arrow.names}
            asked = [names[name] for name in wanted]
            for batch in file.iter_batches(columns=asked):
                columns = [_cells(batch.column(name)) for name in asked]
                for cells in zip(*columns, strict=True):
                    number += 1
                    yield number, cells
    except (pa.ArrowException, OSError) as error:
        raise UserFacingError(
            f"{path.name}, row {number + 1}: The file breaks off or is damaged here. Nothing of it "
            "was taken. Export it again."
        ) from error


def _cells(column: Any) -> list[Any]:
    if pa.types.is_timestamp(column.type):
        column = column.cast(FINE_ENOUGH, safe=False)
    found: list[Any] = column.to_pylist()
    if pa.types.is_nested(column.type):
        return [None if cell is None else json.dumps(cell, default=str) for cell in found]
    return found
