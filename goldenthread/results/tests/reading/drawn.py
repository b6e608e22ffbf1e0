"""Series drawn in text: a row a month, as a table or as a line of figures."""

from decimal import Decimal

from goldenthread.basics.periods import Period
from goldenthread.basics.tests.drawn import rows
from goldenthread.results.reading.series import Point


def months(line, *, year=2024, month=1):
    """Monthly figures from a line: "80 82 - 85?"; `-` is missing, `?` marks a provisional one.

    "8/10" is a share of its cases.
    """
    return [
        point(_month(year, month + n), cell.rstrip("?"), is_provisional=cell.endswith("?"))
        for n, cell in enumerate(line.split())
    ]


def point(period, cell, **more):
    if cell == "-":
        return Point(period=period, number=None, **more)
    if "/" not in cell:
        return Point(period=period, number=Decimal(cell), **more)
    numerator, denominator = map(int, cell.split("/"))
    number = 100 * Decimal(numerator) / denominator if denominator else None
    return Point(period=period, number=number, numerator=numerator, denominator=denominator, **more)


def _month(year, month):
    return Period.month(year + (month - 1) // 12, (month - 1) % 12 + 1)


def said(chart):
    """What each point says, in one letter: + improvement, ! concern, h, l, . chance, _ missing,
    u without limits."""
    letters = {
        "improvement": "+",
        "concern": "!",
        "high, neither good nor bad": "h",
        "low, neither good nor bad": "l",
        "common cause": ".",
        "no value": "_",
        "no limits to read it by": "u",
    }
    return "".join(letters[mark.reading] for mark in chart.marks)


def table(text):
    """The rows of a drawn table, an empty cell being None."""
    return rows(text)
