"""Read a table drawn in text, so that a test shows its vectors as a reader would draw them."""

from datetime import date


def rows(text):
    """The rows under a heading and a rule, each a dict; a day is a date, a number an int."""
    heading, _rule, *lines = text.strip().splitlines()
    names = [name.strip() for name in heading.split("|")]
    return [
        dict(zip(names, (value(cell.strip()) for cell in line.split("|")), strict=True))
        for line in lines
    ]


def value(cell):
    for read in (int, date.fromisoformat):
        try:
            return read(cell)
        except ValueError:
            continue
    return cell or None
