"""Reads a file into the proposal of the kind that it looks most like, or says what it is instead."""

from pathlib import Path

from goldenthread.documents import reports
from goldenthread.documents.choosing import Kind, likeliest
from goldenthread.documents.containers.opening import open_bytes, open_document
from goldenthread.documents.containers.sniff import Form, named_as
from goldenthread.documents.layout import Document
from goldenthread.documents.papers import decision, question
from goldenthread.documents.plans import lost_columns, reader
from goldenthread.documents.proposals import Proposal, not_recognised

# Below this a document is more likely none of the kinds than the likeliest of them.
LIKELY_FROM = 0.5

FORM_NAMES = {
    Form.PDF: "PDF",
    Form.DOCX: "Word document",
    Form.XLSX: "Excel workbook",
    Form.HTML: "HTML page",
    Form.MARKDOWN: "Markdown text",
    Form.TEXT: "plain text",
}


# One line for each kind of document that can be read; the commonest and cheapest to tell first.
KINDS: tuple[Kind, ...] = (
    Kind(reports.looks_like, reports.read),
    Kind(reader.looks_like, reader.read),
    Kind(lost_columns.looks_like_lost_columns, lost_columns.read),
    Kind(decision.looks_like, decision.read),
    Kind(question.looks_like, question.read),
)


def read(path: Path) -> Proposal:
    """What the file says, as a proposal with its `file` name and its `kind`.

    Raises:
        UnreadableDocument: no reader can open the file; the text says why and what to do.
    """
    return read_document(open_document(path))


def read_bytes(data: bytes, name: str) -> Proposal:
    """As `read`, for a file that is already in memory."""
    return read_document(open_bytes(data, name))


def read_document(document: Document, kinds: tuple[Kind, ...] | None = None) -> Proposal:
    """The reading of the likeliest kind; the container's warnings are added to it."""
    best, kind = likeliest(document, KINDS if kinds is None else kinds)
    if kind is None or best < LIKELY_FROM:
        proposal = not_recognised(_nature(document))
    else:
        proposal = dict(kind.read(document))
    if document.warnings:
        proposal["warnings"] = [*proposal.get("warnings", []), *document.warnings]
    return {"file": document.name, **proposal}


def _nature(document: Document) -> str:
    """What to call a document of no known kind: "HTML page named .pdf", "PDF of another kind"."""
    form = FORM_NAMES[Form(document.form)]
    named = named_as(form, document.name, form=document.form)
    return named if named != form else f"{form} of another kind"
