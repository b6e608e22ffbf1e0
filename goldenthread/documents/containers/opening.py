"""Opens a file of any known form by its own first bytes, with its size checked before it is read."""

from pathlib import Path

from goldenthread.documents.containers import docx, html, markdown, pdf, sniff, text, xlsx
from goldenthread.documents.containers.sniff import Form
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Document

MEBIBYTE = 2**20
SIZE_LIMIT = 100 * MEBIBYTE
# A novel has one megabyte of text; a tree of HTML takes tens of times its size in memory.
TEXT_LIMIT = 5 * MEBIBYTE

READERS = {
    Form.PDF: pdf.read,
    Form.DOCX: docx.read,
    Form.XLSX: xlsx.read,
    Form.HTML: html.read,
    Form.MARKDOWN: markdown.read,
    Form.TEXT: text.read,
}
TEXTS = (Form.HTML, Form.MARKDOWN, Form.TEXT)


def open_document(path: Path) -> Document:
    """The file's content as pages and blocks.

    Raises:
        UnreadableDocument: nothing here can open the file; the text says why and what to do.
        FileNotFoundError: there is no such file.
    """
    _check_size(path.stat().st_size, path.name, limit=SIZE_LIMIT)
    return open_bytes(path.read_bytes(), path.name)


def open_bytes(data: bytes, name: str) -> Document:
    """The content of a file that is already in memory; `name` is for messages only.

    Raises:
        UnreadableDocument: nothing here can open the file; the text says why and what to do.
    """
    _check_size(len(data), name, limit=SIZE_LIMIT)
    form = sniff.form_of(data, name)
    if form in TEXTS:
        _check_size(len(data), name, limit=TEXT_LIMIT)
    return READERS[form](data, name)


def _check_size(size: int, name: str, *, limit: int) -> None:
    if size > limit:
        raise UnreadableDocument(
            f"{name}: The file is larger than {limit // MEBIBYTE} MB and was not opened. "
            "Save a smaller copy, for example without pictures, and try that.",
            found=f"file larger than {limit // MEBIBYTE} MB",
        )
