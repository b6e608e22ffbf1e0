"""Tables drawn as text, for tests of single rules."""

from goldenthread.documents.layout import Cell, Paragraph, Place, Table
from goldenthread.documents.plans.reader import read_blocks


def table(text, number=1):
    """A table of lines "a | b | c"; "^" is covered by the cell above, "<" by the one before,
    and "//" a line break inside a cell."""
    grid = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    cells = []
    for r, row in enumerate(grid):
        for c, content in enumerate(row):
            if content in {"^", "<"}:
                continue
            rows = 1 + _run([grid[k][c] for k in range(r + 1, len(grid))], "^")
            columns = 1 + _run(row[c + 1 :], "<")
            place = Place(table=number, row=r + 1, cell=c + 1)
            said = "\n".join(piece.strip() for piece in content.split("//"))
            cells.append(Cell(said, place, r, c, rows, columns))
    return Table(tuple(cells), Place(table=number))


def _run(values, mark):
    count = 0
    for value in values:
        if value != mark:
            break
        count += 1
    return count


def paragraph(text):
    return Paragraph(text, Place())


def read(*blocks, remembered=None):
    """The proposal of tables (as text) and paragraphs."""
    drawn = []
    for block in blocks:
        if isinstance(block, str):
            number = 1 + sum(isinstance(one, Table) for one in drawn)
            drawn.append(table(block, number))
        else:
            drawn.append(block)
    return read_blocks(tuple(drawn), remembered)


def asked(proposal):
    """All questions, as where and what."""
    return [f"{q['where']}: {q['question']}" for q in proposal["questions"]]


def numbers(proposal):
    return [(item["number"], item["text"]) for item in proposal["items"]]


def acts(proposal, *names):
    return [tuple(action[name] for name in ("items", *names)) for action in proposal["actions"]]
