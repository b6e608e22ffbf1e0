"""Plans of the made-up council Aldermere that the scenarios bring in, as Word files."""

import io

import docx

HEADINGS = (
    "No", "Area for improvement", "Action required", "Ofsted timescale", "Local timescale",
    "Lead officer", "Progress / comments", "Test", "Evidence on file", "Date completed",
)  # fmt: skip
NAMES = ("number", "item", "action", "theirs", "local", "lead", "progress", "test", "filed", "done")


def row(**cells):
    """A row of a plan as Ofsted's reports of 2012 were answered; what is not named is blank."""
    return [cells.get(name, "") for name in NAMES]


def in_word(path, rows, headings=HEADINGS, *, title="Aldermere: plan after the inspection"):
    """Write a plan of one table and give back its path."""
    document = docx.Document()
    document.add_heading(title, level=1)
    grid = document.add_table(rows=0, cols=len(headings))
    for cells in (headings, *rows):
        for cell, text in zip(grid.add_row().cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    path.write_bytes(out.getvalue())
    return path
