"""The folder of loads: each written whole or not at all, hashed, and never changed again."""

import errno
import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from cryptography.fernet import Fernet
from django.conf import settings
from django.utils import timezone

from goldenthread.formats.arrow import columns_of
from goldenthread.formats.reading import Keys, Reading
from goldenthread.people.models import Authority
from goldenthread.sources.errors import NotStored, TamperedFile
from goldenthread.sources.files import NO_ROOM, UNDER_WAY
from goldenthread.sources.models import Load

ARRIVING = "arriving"
NUMBERS = "numbers.sealed"
FAULTS = "faults.json"


@dataclass(frozen=True)
class Written:
    """What a folder holds: its name, and for each table its rows, columns and SHA-256."""

    folder: str
    tables: dict[str, dict[str, Any]]


@contextmanager
def writing(authority: Authority, reading: Reading, keys: Keys, as_at: date) -> Iterator[Written]:
    """The tables of a reading in a folder of their own; without the caller's end it is gone.

    Raises:
        NotStored: there is no room on the disk; nothing is left of it.
    """
    name = uuid.uuid4().hex
    half = _folder(authority) / f"{ARRIVING}-{name}"
    try:
        half.mkdir(parents=True)
        written = Written(name, _write(half, authority, name, reading, keys, as_at))
        half.rename(_folder(authority) / name)
        yield written
    except BaseException as error:
        shutil.rmtree(half, ignore_errors=True)
        shutil.rmtree(_folder(authority) / name, ignore_errors=True)
        if isinstance(error, OSError) and error.errno in NO_ROOM | {errno.EFBIG}:
            raise NotStored(
                "There is no room left on the server's disk. Nothing was loaded. Ask your "
                "administrator to make room, then load again."
            ) from error
        raise


def folder_of(load: Load) -> Path:
    """Where the tables of a load lie."""
    return _folder(load.authority) / load.folder


def path_of(load: Load, table: str) -> Path:
    """The Parquet file of one table of a load."""
    return folder_of(load) / f"{table}.parquet"


def check(load: Load) -> None:
    """Compare each file of a load with what was written.

    Raises:
        TamperedFile: a file is missing or is no longer what was written.
    """
    for table, told in load.tables.items():
        path = path_of(load, table)
        if not path.exists() or _sha256(path) != told["sha256"]:
            raise TamperedFile(
                f"Load {load.pk}, table {table}: The file is missing or not what was written. "
                "Nothing was worked out. Ask your administrator to restore it from a back-up."
            )


def number_of(load: Load, child: str) -> str | None:
    """The case system's own number of a child; who may be told is asked of the verb."""
    sealed = (folder_of(load) / NUMBERS).read_bytes()
    numbers: dict[str, str] = json.loads(_seal().decrypt(sealed))
    return numbers.get(child)


def faults_of(load: Load) -> list[dict[str, str]]:
    """Each bad cell of a load: where, what is wrong, what to do."""
    found: list[dict[str, str]] = json.loads((folder_of(load) / FAULTS).read_text())
    return found


def sweep(authority: Authority) -> int:
    """Remove what killed processes left: half-written folders, and folders without a load."""
    owned = set(Load.objects.filter(authority=authority).values_list("folder", flat=True))
    before = (timezone.now() - UNDER_WAY).timestamp()
    left = [
        path
        for path in _folder(authority).glob("*")
        if path.name not in owned and path.stat().st_mtime < before
    ]
    for path in left:
        shutil.rmtree(path, ignore_errors=True)
    return len(left)


def remove_children(load: Load) -> None:
    """Take the tables of a load and its sealed numbers away; what it said of itself stays."""
    for path in [*folder_of(load).glob("*.parquet"), folder_of(load) / NUMBERS]:
        path.unlink(missing_ok=True)


def keys_for(authority: Authority) -> Keys:
    """The keyed hashes of an authority; the secret lies with the other secrets, outside the data."""
    return Keys(settings.CHILDREN_KEY.encode(), authority.code)


def sha256_of(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Name, size and SHA-256 of files."""
    return [
        {"name": path.name, "size": path.stat().st_size, "sha256": _sha256(path)} for path in paths
    ]


def _write(
    folder: Path, authority: Authority, name: str, reading: Reading, keys: Keys, as_at: date
) -> dict[str, dict[str, Any]]:
    written = {}
    for table, rows in reading.tables.items():
        made = _with_place(columns_of(rows), authority.code, name)
        path = folder / f"{table}.parquet"
        pq.write_table(made, path, compression="zstd")
        _reach_disk(path)
        written[table] = {
            "rows": made.num_rows,
            "columns": list(rows.columns),
            "teams": _teams(made),
            "complete_from": _complete_from(reading, table, as_at),
            "sha256": _sha256(path),
        }
    _put(folder / NUMBERS, _seal().encrypt(json.dumps(dict(keys.numbers)).encode()))
    faults = json.dumps([asdict(fault) for fault in reading.faults], ensure_ascii=False)
    _put(folder / FAULTS, faults.encode())
    return written


def _complete_from(reading: Reading, table: str, as_at: date) -> str | None:
    day = as_at if table in reading.latest_only else reading.complete_from
    return day.isoformat() if day else None


def _teams(rows: Any) -> list[str]:
    """The teams that the rows name, as the extract calls them."""
    if "team" not in rows.column_names:
        return []
    return sorted(name for name in rows["team"].unique().to_pylist() if name)


def _with_place(rows: Any, authority: str, load: str) -> Any:
    height = rows.num_rows
    for name, value in (("authority", authority), ("load", load)):
        column = pa.array([value], pa.string()).take(pa.array([0] * height, pa.int64()))
        rows = rows.append_column(name, column)
    return rows


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    _reach_disk(path)


def _reach_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _seal() -> Fernet:
    return Fernet(settings.NUMBERS_KEY.encode())


def _folder(authority: Authority) -> Path:
    return Path(settings.LOADS_DIR) / authority.code
