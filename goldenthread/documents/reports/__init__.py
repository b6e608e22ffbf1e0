"""Reports of inspections and letters of visits, from lines to proposals."""

from collections.abc import Callable

from goldenthread.documents.layout import Document
from goldenthread.documents.proposals import Proposal
from goldenthread.documents.reports import letters, report, slac

Reader = tuple[Callable[[Document], float], Callable[[Document], Proposal]]

# How likely a document is of a form, and how it is read; the commonest and cheapest to tell first.
READERS: tuple[Reader, ...] = (
    (report.looks_like, report.read),
    (letters.looks_like, letters.read),
    (slac.looks_like, slac.read),
)
SURE = 0.9


def looks_like(document: Document) -> float:
    """How likely (0 to 1) a document is a report or a letter of a visit."""
    return _likeliest(document)[0]


def read(document: Document) -> Proposal:
    """The document as the likeliest form has it: a report since 2013, one before, or a letter."""
    return _likeliest(document)[1](document)


def _likeliest(document: Document) -> tuple[float, Callable[[Document], Proposal]]:
    """The likeliest form; the first that is as good as sure ends the search."""
    best, chosen = 0.0, READERS[0][1]
    for how_likely, reader in READERS:
        likely = how_likely(document)
        if likely > best:
            best, chosen = likely, reader
        if best >= SURE:
            break
    return best, chosen
