"""The folder of stored contents: written at once or not at all, and checked when read."""

import errno
import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread.documents.containers import sniff
from goldenthread.documents.containers.opening import MEBIBYTE, SIZE_LIMIT
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.people.models import Authority
from goldenthread.sources.errors import DamagedFile, LostFile, NotStored, TamperedFile
from goldenthread.sources.models import StoredFile
from goldenthread.sources.screening import masked

CHUNK = 2**20
ARRIVING = "arriving"
# Longer than any upload takes to be written, so that nothing under way is swept.
UNDER_WAY = timedelta(hours=1)
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
Content = bytes | Path | BinaryIO


@dataclass(frozen=True, slots=True)
class Arrived:
    """A content that lies complete in a temporary file, and what it is."""

    path: Path
    sha256: str
    size: int
    form: str
    nature: str


@dataclass(frozen=True, slots=True)
class Swept:
    """How many files `sweep` took away: half-written ones, and contents that nobody stored."""

    unfinished: int
    unowned: int


@contextmanager
def arriving(authority: Authority, name: str, data: Content) -> Iterator[Arrived]:
    """The content in a temporary file of the authority's folder, which is gone afterwards.

    Args:
        name: the file's name, for messages only.
        data: the content, where it lies, or an open file to read it from.

    Raises:
        NotStored: it is empty or too large, or there is no room for it.
    """
    path: Path | None = None
    try:
        descriptor, made = tempfile.mkstemp(dir=_folder(authority, ARRIVING))
        path = Path(made)
        with os.fdopen(descriptor, "wb") as target, _opened(data) as source:
            sha256, size = _copy(source, target, name)
        yield Arrived(path, sha256, size, *_form_of(path))
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        raise NotStored(
            f"{masked(name)}: There is no room left on the server's disk. Nothing was stored. "
            "Ask your administrator to make room, then upload the file again."
        ) from error
    finally:
        if path is not None:
            path.unlink(missing_ok=True)


def keep(file: StoredFile, arrived: Arrived) -> None:
    """Put the content in its place at one blow; one that lay there before is replaced."""
    place = path_of(file)
    place.parent.mkdir(parents=True, exist_ok=True)
    arrived.path.replace(place)
    _reach_disk(place.parent)


def path_of(file: StoredFile) -> Path:
    """Where the content lies: the authority's code, two digits of the SHA-256, the SHA-256."""
    return Path(settings.FILES_DIR) / file.authority.code / file.sha256[:2] / file.sha256


def open_file(file: StoredFile) -> bytes:
    """The content as it was uploaded. May the reader? Ask `readable_by` first.

    Raises:
        LostFile:     it is not in its place.
        TamperedFile: it is no longer what was uploaded.
    """
    try:
        data = path_of(file).read_bytes()
    except FileNotFoundError as error:
        raise LostFile(
            f"{_said(file)}: The stored file is missing. Upload it again, or ask your "
            f"administrator to restore {_within(file)} from a back-up."
        ) from error
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise TamperedFile(
            f"{_said(file)}: The stored file is not what was uploaded (its SHA-256 differs). It "
            f"was not opened. Ask your administrator to restore {_within(file)} from a back-up."
        )
    return data


def sweep(*, older_than: timedelta = UNDER_WAY) -> Swept:
    """Remove what killed processes left: temporary files, and contents without a row."""
    before = (timezone.now() - older_than).timestamp()
    unfinished = unowned = 0
    for folder in sorted(Path(settings.FILES_DIR).glob("[0-9][0-9][0-9]")):
        unfinished += sum(_remove(path, before) for path in folder.glob(f"{ARRIVING}/*"))
        contents = [path for path in folder.glob("??/*") if _older(path, before)]
        unowned += sum(_remove_unowned(folder.name, path, before) for path in contents)
    return Swept(unfinished, unowned)


def damaged() -> Iterator[DamagedFile]:
    """Every stored file whose content is lost or tampered with, as the error that names it."""
    for file in StoredFile.objects.select_related("authority").order_by("pk").iterator():
        try:
            open_file(file)
        except DamagedFile as fault:
            yield fault


def _copy(source: BinaryIO, target: BinaryIO, name: str) -> tuple[str, int]:
    """Copy to the disk itself, not only to its cache; the SHA-256 and the bytes copied."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        size += len(chunk)
        if size > SIZE_LIMIT:
            raise NotStored(
                f"{masked(name)}: The file is larger than {SIZE_LIMIT // MEBIBYTE} MB. Nothing "
                "was stored. Save a smaller copy, for example without pictures, and upload that."
            )
        digest.update(chunk)
        target.write(chunk)
    if not size:
        raise NotStored(f"{masked(name)}: The file is empty. Save or download it again.")
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest(), size


@contextmanager
def _opened(data: Content) -> Iterator[BinaryIO]:
    if isinstance(data, Path):
        with data.open("rb") as file:
            yield file
    elif isinstance(data, bytes):
        yield io.BytesIO(data)
    else:
        yield data


def _form_of(path: Path) -> tuple[str, str]:
    """The form that a reader opens, or else what the file is; one of the two is empty."""
    try:
        return sniff.form_of(path.read_bytes(), ""), ""
    except UnreadableDocument as error:
        return "", error.found


def _folder(authority: Authority, name: str) -> Path:
    folder = Path(settings.FILES_DIR) / authority.code / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _reach_disk(folder: Path) -> None:
    """A name in a folder outlives a power cut only when the folder was written out as well."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove_unowned(code: str, path: Path, before: float) -> bool:
    # `actions.store` holds the same lock from before it moves a content here to its commit.
    with transaction.atomic():
        authority = Authority.objects.select_for_update().filter(code=code).first()
        owned = StoredFile.objects.filter(authority=authority, sha256=path.name).exists()
        return not owned and _remove(path, before)


def _remove(path: Path, before: float) -> bool:
    if not _older(path, before):
        return False
    path.unlink(missing_ok=True)
    return True


def _older(path: Path, before: float) -> bool:
    with suppress(FileNotFoundError):
        return path.stat().st_mtime < before
    return False


def _said(file: StoredFile) -> str:
    upload = file.uploads.order_by("pk").first()
    return f"{masked(upload.name) if upload else file}"


def _within(file: StoredFile) -> Path:
    return path_of(file).relative_to(settings.FILES_DIR)
