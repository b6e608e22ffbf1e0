"""A highlight report of a day, and its sections as plain rows."""

from datetime import date, timedelta

from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.document import Grid, Heading

TODAY = date(2026, 3, 16)
DAY = timedelta(days=1)


def paper(plan, by, as_at=TODAY):
    return PAPERS["highlight_report"].build(plan=plan, by=by, as_at=as_at)


def sections(document):
    """The blocks of each section, by its heading."""
    found = {}
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            found[block.text] = []
        else:
            found[list(found)[-1]].append(block)
    return found


def rows(document, title):
    """The rows of the table of a section as words by heading; none where it has no table."""
    grids = [block for block in sections(document)[title] if isinstance(block, Grid)]
    return [
        {column.title: cell.text for column, cell in zip(grid.columns, row, strict=True)}
        for grid in grids
        for row in grid.rows
    ]


def said(document, title):
    return [block.text for block in sections(document)[title] if hasattr(block, "text")]
