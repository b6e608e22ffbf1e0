"""How a cell's words become a number or day of a sheet that is shown in the same words."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from goldenthread.basics.days import in_words, without_weekday
from goldenthread.papers.document import Cell

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
# Each way in which papers write a day, with the format that shows it so.
_DAYS = (
    (without_weekday, "d mmmm yyyy"),
    (in_words, "dddd d mmmm yyyy"),
    (lambda day: f"{day:%d/%m/%Y}", "dd/mm/yyyy"),
    (lambda day: f"{day:%d/%m/%y}", "dd/mm/yy"),
    (lambda day: f"{day.day} {day:%b %Y}", "d mmm yyyy"),
    (lambda day: f"{day:%B %Y}", "mmmm yyyy"),
)


@dataclass(frozen=True)
class Shown:
    """A value with the format in which Excel shows it as the paper words it."""

    value: date | float
    number_format: str


def shown(cell: Cell) -> Shown | None:
    """The cell's number or day, or None where no format would show its words."""
    if cell.day is not None:
        return _day(cell.day, cell.text)
    if cell.number is not None:
        return _number(cell.number, cell.text)
    return None


def _day(day: date, text: str) -> Shown | None:
    """A sheet counts days from 1900 on; an earlier one stays in words."""
    formats = (form for words, form in _DAYS if words(day) == text and day.year > 1900)
    form = next(formats, None)
    return None if form is None else Shown(day, form)


def _number(number: Decimal, text: str) -> Shown | None:
    for found in _NUMBER.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        worth = _worth(found[0])
        if worth == number:
            return Shown(float(number), _quoted(before) + _digits(found[0]) + _quoted(after))
        if worth == number * 100 and after.startswith("%"):
            form = _quoted(before) + _digits(found[0]) + "%" + _quoted(after[1:])
            return Shown(float(number), form)
    return None


def _worth(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", ""))
    except InvalidOperation:
        return None


def _digits(digits: str) -> str:
    """The format of digits: as many decimals as they have, thousands parted where they are."""
    _, _, decimals = digits.partition(".")
    whole = "#,##0" if "," in digits else "0"
    return f"{whole}.{'0' * len(decimals)}" if decimals else whole


def _quoted(text: str) -> str:
    """Words of a format that are shown as they stand."""
    quoted = text.replace('"', '"\\""')
    return f'"{quoted}"' if text else ""
