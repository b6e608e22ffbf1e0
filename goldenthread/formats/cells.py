"""Read one cell. Each function returns a value, None where nothing stands, or raises BadCell."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

# What stands for nothing in the extracts of case systems.
NOTHING = frozenset({"", "null", "none", "n/a", "nan", "nat", "-"})
# What a broken formula leaves behind.
FORMULA_FAULTS = frozenset({"#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!"})
YES = frozenset({"true", "1", "yes", "y", "a) yes", "t"})
NO = frozenset({"false", "0", "no", "n", "b) no", "f"})
UNKNOWN = frozenset({"c) unknown", "unknown", "u"})
PATTERNS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%d/%m/%y")
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
# Day 1 of a spreadsheet is 1 January 1900; it believes in a 29 February 1900.
SHEET_DAY_NOUGHT = date(1899, 12, 30)
DAY_FIX = "Write a day like 31/03/2025, or leave the cell empty."
LONGEST_ISO_DAY = 10


class BadCell(ValueError):
    """A cell that cannot be read: what is wrong, and what to do."""

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix


def text(cell: Any) -> str | None:
    """Text without spaces around it; nothing where the cell is empty.

    Raises:
        BadCell: a formula of the sheet failed here.
    """
    if cell is None:
        return None
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    found = str(cell).replace("\xa0", " ").strip()
    folded = found.casefold()
    if folded in FORMULA_FAULTS:
        raise BadCell("A formula failed in this cell.", "Put the value in place of the formula.")
    return None if folded in NOTHING else found


def day(cell: Any) -> date | None:
    """A day: a date, a day's number in a sheet, 31/03/2025 or 2025-03-31; the time is left off.

    Raises:
        BadCell: it is no day, or none between 1900 and 2100.
    """
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return _plausible(cell.date())
    if isinstance(cell, date):
        return _plausible(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _day_of_a_sheet(float(cell))
    return day_of_text(str(cell))


@lru_cache(maxsize=65_536)
def day_of_text(cell: str) -> date | None:
    """A day written in words and figures; kept, since the same days come again and again."""
    found = text(cell)
    if found is None:
        return None
    if len(found) > LONGEST_ISO_DAY and found[LONGEST_ISO_DAY] in "T ":
        found = found[:LONGEST_ISO_DAY]
    for pattern in PATTERNS:
        try:
            return _plausible(datetime.strptime(found, pattern).date())  # noqa: DTZ007 -- a day
        except ValueError as error:
            if isinstance(error, BadCell):
                raise
    raise BadCell("This is not a day.", DAY_FIX)


def _day_of_a_sheet(number: float) -> date:
    if not 1 <= number < (LAST_DAY - SHEET_DAY_NOUGHT).days:
        raise BadCell("This number is not a day.", DAY_FIX)
    return SHEET_DAY_NOUGHT + timedelta(days=int(number))


def _plausible(found: date) -> date:
    if not FIRST_DAY <= found <= LAST_DAY:
        raise BadCell("This day is not between 1900 and 2100.", DAY_FIX)
    return found


def flag(cell: Any) -> bool | None:
    """Yes or no, as words, letters with a sort prefix, or 1 and 0; unknown is nothing.

    Raises:
        BadCell: it is neither.
    """
    found = text(cell)
    if found is None or found.casefold() in UNKNOWN:
        return None
    folded = found.casefold()
    if folded in YES:
        return True
    if folded in NO:
        return False
    raise BadCell("This is neither yes nor no.", "Write yes or no, or leave the cell empty.")


def whole(cell: Any) -> int | None:
    """A whole number, nought or more.

    Raises:
        BadCell: it is none.
    """
    found = text(cell)
    if found is None:
        return None
    try:
        number = float(found)
    except ValueError:
        number = -1.0
    if not 0 <= number < 2**31 or number != int(number):
        raise BadCell("This is not a whole number.", "Write a number such as 2.")
    return int(number)


def number(cell: Any) -> float | None:
    """A number, fractions too.

    Raises:
        BadCell: it is none.
    """
    found = text(cell)
    if found is None:
        return None
    try:
        value = float(found)
    except ValueError:
        value = float("nan")
    if value != value or value in (float("inf"), float("-inf")):
        raise BadCell("This is not a number.", "Write a number such as 12.5.")
    return value


def month(cell: Any) -> date | None:
    """The first day of the month in which a day lies."""
    found = day(cell)
    return found and found.replace(day=1)
