"""Whether a signed paper still holds: the line of history that it prints, and its files."""

from dataclasses import dataclass
from typing import Literal

from goldenthread.papers.models import FrozenFile, SignedPaper
from goldenthread.people.models import HistoryLine
from goldenthread.sources.errors import DamagedFile
from goldenthread.sources.files import open_file

Line = Literal["holds", "differs", "missing"]


@dataclass(frozen=True)
class FileState:
    """A frozen file, and what is wrong with it; empty where it is byte for byte what it was."""

    file: FrozenFile
    wrong: str


def line_of(paper: SignedPaper) -> Line:
    """Whether the history still has the line whose number and hash the paper prints."""
    found = HistoryLine.objects.filter(number=paper.history_count)
    line_hash = found.values_list("hash", flat=True).first()
    if line_hash is None:
        return "missing"
    return "holds" if line_hash == paper.history_hash else "differs"


def files_of(paper: SignedPaper) -> list[FileState]:
    """Each frozen file as it lies there now; reads all of them."""
    rows = paper.files.select_related("upload__file__authority").order_by("pk")
    return [FileState(row, _wrong(row)) for row in rows]


def content_of(file: FrozenFile) -> bytes:
    """The frozen bytes. May the reader? Ask `FrozenFile.objects.visible_to` first.

    Raises:
        DamagedFile: they are lost, or no longer what was signed.
    """
    if wrong := _differs(file):
        raise DamagedFile(wrong)
    return open_file(file.upload.file)


def printed_heads() -> list[tuple[int, str]]:
    """The heads of the history that signed papers print, for `history.verifying.verify`."""
    rows = SignedPaper.objects.order_by("pk")
    return list(rows.values_list("history_count", "history_hash"))


def _wrong(file: FrozenFile) -> str:
    try:
        content_of(file)
    except DamagedFile as error:
        return str(error)
    return ""


def _differs(file: FrozenFile) -> str:
    if file.upload.file.sha256 == file.sha256:
        return ""
    return (
        f"{file}: The stored file is not the one that was signed (its SHA-256 differs). Ask your "
        "administrator to restore the database from a back-up."
    )
