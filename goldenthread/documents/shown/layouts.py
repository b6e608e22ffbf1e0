"""A file's layout, made once and kept: an archive of JSON from which one part is read at a time.

What makes one is meant for a process of its own: see `documents.apart`.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from goldenthread.documents.containers.opening import open_document
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Document
from goldenthread.documents.plans import headings
from goldenthread.documents.proposals import Proposal
from goldenthread.documents.shown.boxes import printed_cells
from goldenthread.documents.shown.cutting import cut

INDEX = "index"
# Before it is packed; a report of a hundred pages has two megabytes.
LAYOUT_LIMIT = 150 * 2**20

Member = tuple[str, Any]


def lay_out(path: Path) -> Proposal:
    """The file's layout under "layout", or under "message" why there is none.

    The layout's `index` has the form, the warnings and the parts in order, each with its label,
    the spans of places in it, and a page's size in points; "1", "2" … are the parts' blocks.
    """
    try:
        document = open_document(path)
        return {"layout": _packed(_parts(document), document.name)}
    except UnreadableDocument as error:
        return {"message": str(error)}


def lay_out_cells(path: Path) -> Proposal:
    """Where the cells of a PDF's plan tables are printed, under "layout", or under "message" why not.

    "1", "2" … are the pages that have such cells, each a list of `boxes.PrintedCell` as JSON.
    """
    try:
        document = open_document(path)
        return {"layout": _packed(_pages(document), document.name)}
    except UnreadableDocument as error:
        return {"message": str(error)}


def member(layout: bytes, name: str) -> Any:
    """One member of a layout; None where it has none of this name."""
    with zipfile.ZipFile(io.BytesIO(layout)) as archive:
        return json.loads(archive.read(name)) if name in archive.namelist() else None


def _parts(document: Document) -> Iterator[Member]:
    parts = []
    for number, part in enumerate(cut(document), start=1):
        yield str(number), part.blocks
        size = {"width": part.width, "height": part.height}
        parts.append({"label": part.label, "spans": part.spans, **size})
    yield INDEX, {"form": document.form, "warnings": document.warnings, "parts": parts}


def _pages(document: Document) -> Iterator[Member]:
    pages: dict[int, list[dict[str, Any]]] = {}
    for cell in printed_cells(document.data or b"", headings.is_known):
        pages.setdefault(cell.page, []).append(asdict(cell))
    for number, cells in pages.items():
        yield str(number), cells


def _packed(members: Iterable[Member], name: str) -> bytes:
    """The members in an archive.

    Raises:
        UnreadableDocument: they are longer than anything that people read.
    """
    out, size = io.BytesIO(), 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, value in members:
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            size += len(text)
            if size > LAYOUT_LIMIT:
                raise UnreadableDocument(
                    f"{name}: The file is too long to be shown beside its reading. "
                    "Copy the part that matters into a new file and upload that.",
                    found="file too long to be shown",
                )
            archive.writestr(key, text)
    return out.getvalue()
