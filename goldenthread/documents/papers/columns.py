"""Parts a line that runs through both columns of a PDF's form where nothing printed parts it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from goldenthread.documents.papers.row import Row

NARROW, WIDE, CAPITAL = "ijl.,;:'’|!()[] -/", "mwMW@%&—", 1.3
"""Widths of letters in most types, a small "n" being 1."""
NEAR = 1.5
"""Letters by which a width may differ from what its text should take."""


def parted(rows: list[Row], column: float) -> Iterator[Row]:
    """The rows, those of both columns without a colon as a label and its value."""
    letter = _letter([row for row in rows if row.side == "value"])
    for row in rows:
        at = _split(row, column, letter) if row.side == "both" and ":" not in row.text else None
        if at is None:
            yield row
        else:
            yield replace(row, text=row.text[:at].rstrip(), side="label")
            yield replace(row, text=row.text[at:], side="value", gap=False, left=column)


def _letter(values: list[Row]) -> float:
    """The width of a small letter in points, from lines whose both ends are known."""
    widths = [
        ((row.right or 0) - (row.left or 0)) / weight
        for row in values
        if (weight := _weight(row.text)) > 0
    ]
    return median(widths) if widths else 0.0


def _split(row: Row, column: float, letter: float) -> int | None:
    """Where the text begins whose width is that from the column to the line's end."""
    if not letter or row.right is None:
        return None
    wanted = (row.right - column) / letter
    starts = [found.start() for found in re.finditer(r"(?<=\s)[A-Z0-9£“‘\"]", row.text)]
    off = {at: abs(_weight(row.text[at:]) - wanted) for at in starts}
    best = min(starts, key=lambda at: off[at], default=None)
    return best if best is not None and off[best] < NEAR + wanted / 20 else None


def _weight(text: str) -> float:
    return sum(_sign(sign) for sign in text)


def _sign(sign: str) -> float:
    if sign in NARROW:
        return 0.5
    if sign in WIDE:
        return 1.5
    return CAPITAL if sign.isupper() else 1.0
