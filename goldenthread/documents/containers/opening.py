"""Opens a file of any known form by its first bytes."""

from pathlib import Path

import pypdfium2

from goldenthread.documents.containers import pdf
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Document


def open_document(path: Path) -> Document:
    """The file's content as pages and blocks.

    Raises:
        UnreadableDocument: nothing here can open the file; the text says why.
    """
    return open_bytes(path.read_bytes(), path.name)


def open_bytes(data: bytes, name: str) -> Document:
    """The content of a file that is already in memory; `name` is for messages only."""
    if not data.startswith(b"%PDF"):
        raise UnreadableDocument(f"{name}: This is not a PDF.", found="not a PDF")
    try:
        return pdf.read(data, name)
    except pypdfium2.PdfiumError as error:
        message = f"{name}: The PDF is damaged. Open it, save it again and try once more."
        raise UnreadableDocument(message, found="damaged PDF") from error
