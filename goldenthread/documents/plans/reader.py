"""Recognises and reads an action plan or a council's own tracker."""

from collections.abc import Mapping

from goldenthread.documents.containers import pdf_tables
from goldenthread.documents.layout import Block, Document
from goldenthread.documents.plans import assembling, headings
from goldenthread.documents.plans.asking import settle
from goldenthread.documents.plans.drafts import finish
from goldenthread.documents.plans.likeness import looks_like
from goldenthread.documents.proposals import Proposal

__all__ = ["looks_like", "read", "read_blocks"]


def read(document: Document, remembered: Mapping[str, str] | None = None) -> Proposal:
    """The plans of a document as items and actions, with places, faults and questions.

    Args:
        document: a document with tables; a PDF's tables are found here.
        remembered: headings that a person matched to columns earlier; they override ours.
    """
    return read_blocks(_blocks(document), remembered)


def _blocks(document: Document) -> tuple[Block, ...]:
    """The document's tables and paragraphs; a PDF's are looked for under known headings."""
    if document.form == "pdf":
        return pdf_tables.blocks(document, headings.is_known)
    return document.blocks


def read_blocks(blocks: tuple[Block, ...], remembered: Mapping[str, str] | None = None) -> Proposal:
    """The same from blocks alone."""
    draft = assembling.assemble(blocks, remembered)
    settle(draft)
    return finish(draft)
