"""Compares the figures of a paper that was finished elsewhere with those of the frozen one."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

from goldenthread.documents import apart
from goldenthread.documents.containers import sniff
from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.containers.sniff import Form
from goldenthread.documents.containers.word_text import NOTED
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Document
from goldenthread.papers.comparing import flowing, outline, papers
from goldenthread.papers.comparing.differing import Difference

SAME, DIFFERS, CANNOT = "same figures", "differs", "cannot be compared"
FROZEN = "The frozen paper.docx"
STATE, WHY, ROWS, MESSAGE = "state", "why", "rows", "message"
# What is never compared is no news.
EXPECTED = tuple(NOTED[kind] for kind in ("header", "commentReference", "del", "ins"))


@dataclass(frozen=True)
class Comparison:
    """What came of comparing two papers.

    Attributes:
        why:  in sentences: what was found, and what of the papers was not read; or why they
              cannot be compared and what to do.
        rows: in the order of the frozen paper; none unless `state` is "differs".
    """

    state: Literal["same figures", "differs", "cannot be compared"]
    why: str
    rows: tuple[Difference, ...] = ()


def differences(frozen: Path, finished: Path, *, finished_name: str) -> Comparison:
    """The figures in which a finished paper differs from the frozen one.

    Args:
        frozen:        the paper in Word as this house made it.
        finished:      what came back, in Word or PDF; it is trusted in nothing.
        finished_name: what its owner calls it; messages say so.

    Other words are no difference, other figures are: see `figures.figures`. Both files are read
    and compared in a process of their own with its limits of time and memory; a file that
    cannot be read "cannot be compared". Page heads and feet and comments are not compared, and
    tracked changes count as accepted. Cost: under a second to start, then seconds for the
    largest papers; a PDF takes about 0.1 s a page.
    """
    job = partial(answer, frozen=frozen, finished_name=finished_name)
    answered = next(apart.read_all([finished], workers=1, job=job))
    if STATE in answered:
        rows = tuple(Difference(**row) for row in answered[ROWS])
        return Comparison(answered[STATE], answered[WHY], rows)
    why = str(answered[MESSAGE]).removeprefix(f"{finished.name}: ")
    return Comparison("cannot be compared", f"{finished_name}: {why}")


def answer(finished: Path, *, frozen: Path, finished_name: str) -> dict[str, Any]:
    """The comparison as plain values; runs in the other process."""
    try:
        before = _opened(frozen, FROZEN, forms=(Form.DOCX,))
        after = _opened(finished, finished_name, forms=(Form.DOCX, Form.PDF))
    except UnreadableDocument as error:
        return _answer(CANNOT, str(error))
    return _compared(before, after)


def _opened(path: Path, name: str, *, forms: tuple[Form, ...]) -> Document:
    """The document with its words.

    Raises:
        UnreadableDocument: it cannot be opened, is in another form, or has no words.
    """
    data = _content(path, name)
    if sniff.form_of(data, name) not in forms:
        raise UnreadableDocument(
            f"{name}: This is neither a Word document (.docx) nor a PDF. Save it as one of them "
            "and try that.",
            found="document in another form",
        )
    document = open_bytes(data, name)
    if not any(line.text.strip() for line in document.lines()):
        raise UnreadableDocument(
            f"{name}: No words are in it; pictures are not read. Save it with its text and try "
            "that.",
            found="document without words",
        )
    return document


def _content(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            f"{name}: {error.strerror or 'It cannot be opened'}. Upload it again.",
            found="file that cannot be opened",
        ) from error


def _compared(before: Document, after: Document) -> dict[str, Any]:
    frozen = outline.sections(before.blocks)
    flows = after.form == Form.PDF
    finished = flowing.read(after, frozen) if flows else outline.sections(after.blocks)
    rows = papers.compare(frozen, finished, flows=flows)
    why = " ".join([_sentence(len(rows)), *_unread(after)])
    return _answer(DIFFERS if rows else SAME, why, rows)


def _sentence(many: int) -> str:
    if not many:
        return "Every figure of the frozen paper stands in the finished one, and no other."
    if many == 1:
        return "1 difference from the frozen paper was found."
    return f"{many:,} differences from the frozen paper were found."


def _unread(document: Document) -> list[str]:
    """What of the finished paper was not read and is therefore not compared."""
    return [text for text in document.warnings if not any(known in text for known in EXPECTED)]


def _answer(state: str, why: str, rows: Sequence[Difference] = ()) -> dict[str, Any]:
    return {STATE: state, WHY: why, ROWS: [asdict(row) for row in rows]}
