"""Layouts and pictures of stored files, made in processes of their own with limits, and kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from goldenthread.documents import apart
from goldenthread.documents.proposals import Proposal
from goldenthread.documents.shown import layouts, pictures
from goldenthread.intake.beside.errors import NotShown
from goldenthread.intake.beside.keeping import kept_or_made
from goldenthread.sources import files
from goldenthread.sources.models import StoredFile

# To be raised when a layout is written differently; what was kept before is then not read.
EDITION = 1
# A page takes a twentieth of a second; the longest file's tables half a minute.
SECONDS_TO_DRAW, SECONDS_TO_LAY_OUT = 20.0, 60.0

Job = Callable[[Path], Proposal]


@dataclass(frozen=True, slots=True)
class Laid:
    """A file's layout, as packed; `kept` is False where the disk had no room for it."""

    packed: bytes
    kept: bool

    def index(self) -> dict[str, Any]:
        index: dict[str, Any] = layouts.member(self.packed, layouts.INDEX)
        return index

    def part(self, number: int) -> list[dict[str, Any]]:
        """A part's blocks, or a page's cells; empty where it has none."""
        return layouts.member(self.packed, str(number)) or []


def layout(file: StoredFile) -> Laid:
    """The file's layout: see `layouts.lay_out`.

    Raises:
        NotShown: it cannot be laid out; the text calls the file by its SHA-256.
        DamagedFile: the stored content is not what was uploaded.
    """
    make = partial(_made, file, layouts.lay_out, "layout", SECONDS_TO_LAY_OUT)
    return Laid(*kept_or_made(f"{file.sha256}-layout-{EDITION}", make))


def cells(file: StoredFile) -> Laid:
    """Where a PDF's cells are printed: see `layouts.lay_out_cells`. Raises as `layout` does."""
    make = partial(_made, file, layouts.lay_out_cells, "layout", SECONDS_TO_LAY_OUT)
    return Laid(*kept_or_made(f"{file.sha256}-cells-{EDITION}", make))


def picture(file: StoredFile, *, page: int, width: int) -> bytes:
    """A page of a PDF as PNG. Raises as `layout` does."""
    job = partial(pictures.draw, page=page, width=width)
    make = partial(_made, file, job, "picture", SECONDS_TO_DRAW)
    return kept_or_made(f"{file.sha256}-{page}-{width}.png", make)[0]


def _made(file: StoredFile, job: Job, key: str, seconds: float) -> bytes:
    files.open_file(file)
    done = next(apart.read_all([files.path_of(file)], workers=1, job=job, seconds=seconds))
    if key not in done:
        raise NotShown(done["message"])
    made: bytes = done[key]
    return made
