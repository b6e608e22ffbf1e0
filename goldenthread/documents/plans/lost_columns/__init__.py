"""Reads a plan whose table was flattened to text, so that the column of each cell is lost."""

from goldenthread.documents.layout import Document
from goldenthread.documents.plans.lost_columns.blocks import blocks_of
from goldenthread.documents.plans.lost_columns.likeness import looks_like_lost_columns
from goldenthread.documents.plans.lost_columns.questions import questions_of
from goldenthread.documents.plans.lost_columns.reading import read_sections
from goldenthread.documents.plans.lost_columns.sections import flattened
from goldenthread.documents.plans.reader import read_blocks
from goldenthread.documents.proposals import Proposal

__all__ = ["looks_like_lost_columns", "read"]


def read(document: Document) -> Proposal:
    """The plans of a flattened text, with a question wherever a cell's column is not sure.

    Cells come one after the other, wrapped in the width of their columns, and only blanks
    are left of empty cells. Rows and columns are found as the reading that fits best: the
    columns' order, the count of blanks, the widths, and what each column's cells look like.
    """
    found = flattened(document)
    reads = read_sections(found)
    proposal = read_blocks(blocks_of(reads))
    proposal["questions"] = [*questions_of(reads, found.marks), *proposal["questions"]]
    return proposal
