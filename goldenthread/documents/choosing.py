"""Chooses among kinds of documents the one that a document looks most like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goldenthread.documents.layout import Document
from goldenthread.documents.proposals import Proposal

# From here on no other kind is asked.
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: how likely (0 to 1) a document is one, and how it is read."""

    looks_like: Callable[[Document], float]
    read: Callable[[Document], Proposal]


def likeliest(document: Document, kinds: Sequence[Kind]) -> tuple[float, Kind | None]:
    """How likely the likeliest kind is, and which; the first that is as good as sure ends the search."""
    best: float = 0.0
    chosen: Kind | None = None
    for kind in kinds:
        likely = kind.looks_like(document)
        if likely > best:
            best, chosen = likely, kind
        if best >= SURE:
            break
    return best, chosen
