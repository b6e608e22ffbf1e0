"""Reads an uploaded file in a process of its own: its proposal, and its texts for screening.

What runs in the other process asks no database, so this module knows no table.
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from goldenthread.documents import apart
from goldenthread.documents.choosing import Kind
from goldenthread.documents.containers.opening import open_document
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Document
from goldenthread.documents.plans import frame, reader
from goldenthread.documents.plans import vocabulary as words
from goldenthread.documents.proposals import Proposal, not_recognised
from goldenthread.documents.reading import KINDS, read_document
from goldenthread.sources import places
from goldenthread.sources.texts import Text, texts_of

TEXTS = "texts of the document"
# A council's own headings make a document a plan as surely as known ones do.
LIKE_A_PLAN = 0.95
SEPARATORS = str.maketrans({"/": "-", "\\": "-", "\x00": "-"})
LONGEST_FILE_NAME = 120


@dataclass(frozen=True)
class Reading:
    """What was read: the proposal as `goldenthread read --json` prints it, and every text."""

    proposal: Proposal
    texts: list[Text]


def read(
    data: bytes, name: str, *, remembered: Mapping[str, str] | None = None, as_plan: bool = False
) -> Reading:
    """Read a content; what cannot be read is 'not recognised' with a `message`.

    Args:
        name:       the file's name, which messages say and which may hold a date.
        remembered: headings of plans that the council matched by hand, to their columns.
        as_plan:    whether somebody said that it is a plan.
    """
    job = partial(answer, remembered=dict(remembered or {}), as_plan=as_plan)
    with _lying(data, name) as path:
        answered = next(apart.read_all([path], workers=1, job=job))
    texts = [Text(*text) for text in answered.pop(TEXTS, [])]
    return Reading({**answered, "file": name}, texts)


def answer(path: Path, *, remembered: Mapping[str, str], as_plan: bool) -> Proposal:
    """The reading of a file with its texts, or why there is none; runs in the other process."""
    try:
        document = open_document(path)
        proposal = read_document(document, _kinds(remembered, as_plan=as_plan))
    except UnreadableDocument as error:
        return {**not_recognised(error.found), "message": str(error)}
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        return {**not_recognised("file that cannot be opened"), "message": f"{path.name}: {why}."}
    texts = [(places.as_json(text.place), text.text, text.heading) for text in texts_of(document)]
    return {**proposal, TEXTS: texts}


def _kinds(remembered: Mapping[str, str], *, as_plan: bool) -> tuple[Kind, ...]:
    """The kinds of documents, the plan among them as the council's own headings make it."""
    if not remembered and not as_plan:
        return KINDS
    read_plan = partial(reader.read, remembered=remembered)
    if as_plan:
        return (Kind(_certain, read_plan),)
    plan = Kind(partial(_like_a_plan, remembered=remembered), read_plan)
    return tuple(plan if kind.read is reader.read else kind for kind in KINDS)


def _certain(document: Document) -> float:
    return 1.0


def _like_a_plan(document: Document, *, remembered: Mapping[str, str]) -> float:
    """As likely as without the memory, or surely, where the council's own headings make a table."""
    likely = reader.looks_like(document)
    if likely >= LIKE_A_PLAN:
        return likely
    frames = (frame.read(table, remembered) for table in document.tables())
    return LIKE_A_PLAN if any(one and one.rows and _is_plan(one) for one in frames) else likely


def _is_plan(one: frame.Frame) -> bool:
    chosen = any(match.why == "chosen before" for match in one.matches)
    return chosen and any(column.name == words.ACTION for column in one.columns)


@contextmanager
def _lying(data: bytes, name: str) -> Iterator[Path]:
    """The content under its own name in a folder of its own, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _short(name.translate(SEPARATORS))
        path.write_bytes(data)
        yield path


def _short(name: str) -> str:
    """The name without what a folder cannot hold: 255 bytes at most, its ending kept."""
    stem, dot, ending = name.rpartition(".")
    if len(name) <= LONGEST_FILE_NAME or not dot:
        return name[:LONGEST_FILE_NAME] or "file"
    return f"{stem[: LONGEST_FILE_NAME - len(ending) - 1]}.{ending}"[-LONGEST_FILE_NAME:]
