"""Reads a plan whose table was flattened to text, so that the column of each cell is lost."""

from goldenthread.documents.layout import Document
from goldenthread.documents.plans.lost_columns.blocks import blocks_of
from goldenthread.documents.plans.lost_columns.learn import read_sections
from goldenthread.documents.plans.lost_columns.sections import flattened
from goldenthread.documents.plans.reader import read_blocks
from goldenthread.documents.proposals import Proposal


def read(document: Document) -> Proposal:
    """The plans of a flattened text, with questions wherever a cell's column is not sure."""
    reads = read_sections(flattened(document))
    return read_blocks(blocks_of(reads))
