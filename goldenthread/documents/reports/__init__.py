"""Reports of inspections and letters of visits, from lines to proposals."""

from goldenthread.documents.choosing import Kind, likeliest
from goldenthread.documents.layout import Document
from goldenthread.documents.proposals import Proposal
from goldenthread.documents.reports import letters, report, slac

# Reports since 2013, letters of visits, reports before 2013; the commonest and cheapest first.
KINDS: tuple[Kind, ...] = (
    Kind(report.looks_like, report.read),
    Kind(letters.looks_like, letters.read),
    Kind(slac.looks_like, slac.read),
)


def looks_like(document: Document) -> float:
    """How likely (0 to 1) a document is a report or a letter of a visit."""
    return likeliest(document, KINDS)[0]


def read(document: Document) -> Proposal:
    """The document as the likeliest form has it: a report since 2013, one before, or a letter.

    What looks like none of them is read as the commonest, with whatever stands in it.
    """
    kind = likeliest(document, KINDS)[1] or KINDS[0]
    return kind.read(document)
