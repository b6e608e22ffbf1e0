"""The rules for dates in figures, always day first."""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.basics.wording.tape import Found, Rule, Tape
from goldenthread.basics.wording.when import When, day, month, no_date, spoken, year_from

EXCEL_DAY_0 = date(1899, 12, 30)
EXCEL_PLAUSIBLE = range(36526, 55000)  # 1 January 2000 to July 2050


_TWELFTHS = 12  # "6/12" is shorthand for six months in health notes
_CENTURIES = ("19", "20")


def full_year(number: int, width: int) -> int:
    """The year that figures name: 13 is 2013 and 98 is 1998; four figures stand as they are."""
    if width > 2:
        return number
    return number + (2000 if number < 70 else 1900)


def _iso(tape: Tape, i: int) -> Found | None:
    token = tape.at(i)
    if token.tag != "iso":
        return None
    year, in_month, number = token.numbers[:3]
    return _checked(in_month, number, year), i + 1


def _dmy(tape: Tape, i: int) -> Found | None:
    token = tape.at(i)
    if token.tag != "dmy":
        return None
    number, in_month, year = token.numbers
    width = len(token.text) - len(token.text.rstrip("0123456789"))
    return _checked(in_month, number, full_year(year, width)), i + 1


def _checked(in_month: int, number: int, year: int) -> When:
    """A day, or an impossible one that carries the question about itself."""
    if 1 <= in_month <= 12:
        return day(in_month, number, year)
    possible = 1 <= number <= 12 and 1 <= in_month <= 31
    other = (
        f"{in_month} {date(2000, number, 1):%B} {year}, if the month stands first"
        if possible
        else "the day meant"
    )
    return no_date(f"there is no month {in_month}; dates are read day first", other)


def _two(tape: Tape, i: int) -> Found | None:
    """Two numbers: month and year ("09/12"), two years ("13/14"), or day and month ("28/08")."""
    token = tape.at(i)
    if token.tag != "two" or not token.numbers[0]:
        return None
    one, other = token.numbers
    width = len(token.text) - len(token.text.rstrip("0123456789"))
    if token.value == "." and (width == 1 or len(token.text) < 5):
        return None
    if width == 4:
        return (month(one, other), i + 1) if one <= 12 else None
    found = _two_short(tape, one, other, width, token.value)
    return (found, i + 1) if found else None


def _two_short(tape: Tape, one: int, other: int, width: int, mark: str) -> When | None:
    if width == 2 and one <= 12 and mark == "/" and _near(tape, other):
        return _month_or_years(tape, one, other)
    if one > 12 and other == one + 1 and mark == "/":
        return year_from(4, 2000 + one)
    if one > 12 and 1 <= other <= 12 and mark != "-":
        return day(other, one, None)
    if one <= 12 and mark != "-":
        return _unsure_two(one, other)
    return None


def _near(tape: Tape, year: int) -> bool:
    return tape.anchor is None or -8 <= full_year(year, 2) - tape.anchor.year <= 8


def _month_or_years(tape: Tape, one: int, other: int) -> When:
    """By the reading rules month and year; "11/12" could also be the year 2011/12."""
    found = month(one, full_year(other, 2))
    if other == _TWELFTHS and tape.anchor and tape.anchor.year != 2000 + other:
        found = found.doubted(
            f"read as the month {one:02}/{other}; health staff also write {one} months like this",
            f"{date(2000, one, 1):%B} 20{other}, or {one} months",
        )
    if other == one + 1 and not _from_month_pair(tape):
        found = found.doubted(
            f"read as the month {one:02}/{other:02}; it could be the year 20{one:02}/{other:02}",
            f"{date(2000, one, 1):%B} 20{other:02}, or 20{one:02}/{other:02}",
        )
    return found


def _from_month_pair(tape: Tape) -> bool:
    """Whether another date of the same form stands beside it and settles the form."""
    return sum(token.tag == "two" and token.numbers[0] <= 12 for token in tape.tokens) > 1


def _unsure_two(one: int, other: int) -> When:
    """Two small numbers that fit no year near the document, so they are not dated."""
    said = f"{one} {date(2000, other, 1):%B}" if 1 <= other <= 12 else f"{one}/{other}"
    return no_date(
        "two numbers, and the second is no year near this document",
        f"{said} with its year, or nothing if it is not a date",
    )


def _compact(tape: Tape, i: int) -> Found | None:
    """Figures without marks: 20120928, 28092012, or a spreadsheet's day count 41180."""
    token = tape.at(i)
    if token.tag != "num":
        return None
    if len(token.value) == 8:
        return _eight_figures(token.value, i)
    if len(token.value) == 5 and int(token.value) in EXCEL_PLAUSIBLE and len(tape.tokens) == 1:
        meant = EXCEL_DAY_0 + timedelta(days=int(token.value))
        unsure = no_date("a number, perhaps a spreadsheet's date", spoken(meant))
        return unsure, i + 1
    return None


def _eight_figures(figures: str, i: int) -> Found | None:
    """The year first as computers write it, else the day first."""
    if figures[:2] in _CENTURIES and 1 <= int(figures[4:6]) <= 12:
        return day(int(figures[4:6]), int(figures[6:]), int(figures[:4])), i + 1
    if figures[4:6] in _CENTURIES and 1 <= int(figures[2:4]) <= 12:
        return day(int(figures[2:4]), int(figures[:2]), int(figures[4:])), i + 1
    return None


def _spaced(tape: Tape, i: int) -> Found | None:
    """Three numbers with spaces ("11 07 15"): read day first, and asked."""
    three = [tape.at(i + n) for n in range(3)]
    if any(t.tag != "num" for t in three) or len(three[2].value) not in (2, 4):
        return None
    number, in_month = int(three[0].value), int(three[1].value)
    if len(three[0].value) > 2 or not 1 <= in_month <= 12:
        return None
    year = full_year(int(three[2].value), len(three[2].value))
    return day(in_month, number, year).doubted(
        "three numbers without marks between them", f"{number:02}/{in_month:02}/{year}"
    ), i + 3


NUMERIC: tuple[Rule, ...] = (_iso, _dmy, _two, _spaced, _compact)
