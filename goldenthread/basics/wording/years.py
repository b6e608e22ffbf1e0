"""The rules for years, financial and school years, quarters and halves."""

from __future__ import annotations

import re

from goldenthread.basics.wording.numeric import full_year
from goldenthread.basics.wording.tape import Found, Rule, Tape
from goldenthread.basics.wording.when import Day, When, calendar_year, quarter, year_from

_SCHOOL = re.compile(
    r"school|academic|pupil|attainment|gcse|exam|key stage|term|exclusion|a level|ks[1-4]"
)
YEARS_OF_PLANS = range(1900, 2100)


def year_after(tape: Tape, i: int, joins: tuple[str, ...] = ()) -> tuple[int, int] | None:
    """A year standing at i, after a comma or "of": its number and the place after it."""
    at = tape.skip(i, *joins)
    if tape.tag(at) in ("dash", "slash") and tape.at(at).glued and tape.at(at + 1).glued:
        at += 1
    token = tape.at(at)
    if token.tag == "apos":
        return full_year(int(token.value), 2), at + 1
    if token.tag != "num" or len(token.value) not in (2, 4) or _counts_something(tape, at):
        return None
    year = full_year(int(token.value), len(token.value))
    return (year, at + 1) if year in YEARS_OF_PLANS else None


def _counts_something(tape: Tape, at: int) -> bool:
    """Whether the figures count days or months, or are the day of a month that follows."""
    return len(tape.at(at).value) == 2 and tape.tag(at + 1) in ("unit", "freq", "month", "old")


def _is_school(tape: Tape) -> bool:
    return bool(_SCHOOL.search(" ".join(token.text for token in tape.tokens)))


def _pair(tape: Tape, i: int) -> Found | None:
    """ "2016/17", "2012-13": a financial year, or a school year; "2009-2011" a span of years."""
    token = tape.at(i)
    if token.tag != "pair":
        return None
    one = token.numbers[0]
    width = len(re.sub(r"\D", "", token.text)) - 4
    other = full_year(token.numbers[1], width)
    if width == 2 and token.numbers[1] != (one + 1) % 100 and token.numbers[1] <= 12:
        return _year_month(token.numbers[1], one), i + 1
    if other == one + 1:
        return _one_year(tape, one, dashed=token.value == "-" and width == 4), i + 1
    return _many_years(one, other, width), i + 1


def _year_month(number: int, year: int) -> When:
    return When("month", Day(number, 1), Day(number, 0), year)


def _one_year(tape: Tape, year: int, *, dashed: bool) -> When:
    found = year_from(9 if _is_school(tape) else 4, year)
    if dashed:
        return found.doubted(
            "two whole years with a dash are one financial year or two calendar years",
            f"{year}/{(year + 1) % 100:02}, or January {year} to December {year + 1}",
        )
    return found


def _many_years(one: int, other: int, width: int) -> When:
    found = When("year", Day(1, 1), Day(12, 0, other - one), one)
    if other <= one or width == 2 or other - one > 30:
        return found.doubted(
            "several years together; calendar and financial years end on different days",
            f"1 January {one} to 31 December {other}",
        )
    return found


def _named_year(tape: Tape, i: int) -> Found | None:
    """ "financial year 2015/16", "FY15/16", "academic year 2012/13", "2015/16 financial year"."""
    if tape.tag(i) in ("fy", "ay"):
        return _year_of_kind(tape, i, i + 1)
    after = tape.skip(i + 1, "the")
    if tape.tag(i) in ("pair", "two") and tape.tag(after) in ("fy", "ay"):
        found = _year_of_kind(tape, after, i)
        return (found[0], after + 1) if found else None
    return None


def _year_of_kind(tape: Tape, kind: int, i: int) -> Found | None:
    begins = 4 if tape.tag(kind) == "fy" else 9
    years = pair_of_years(tape, tape.skip(tape.skip_hyphen(i), "of", ","))
    if years:
        return year_from(begins, years[0]), years[1]
    if tape.tag(kind - 1) == "this":
        return None
    single = year_after(tape, i) if i > kind else None
    if single:
        return _ending_in(begins, single[0]), single[1]
    if tape.is_word(kind, "fy", "f/y"):
        return None
    return year_from(begins, None), kind + 1


def _ending_in(begins: int, year: int) -> When:
    return year_from(begins, year).doubted(
        f"one year where the year runs over two: read as {year}/{(year + 1) % 100:02}",
        f"{year}/{(year + 1) % 100:02} or {year - 1}/{year % 100:02}",
    )


def pair_of_years(tape: Tape, i: int) -> tuple[int, int] | None:
    """The first of two years that follow one another, in any of their forms."""
    token = tape.at(i)
    if token.tag == "pair" and token.numbers[1] % 100 == (token.numbers[0] + 1) % 100:
        return token.numbers[0], i + 1
    if token.tag == "two" and token.numbers[1] == token.numbers[0] + 1:
        return 2000 + token.numbers[0], i + 1
    return None


def _this_year(tape: Tape, i: int) -> Found | None:
    """ "this financial year", "next school year", "this year"."""
    if tape.tag(i) != "this" or tape.anchor is None:
        return None
    what, steps = tape.at(i + 1), int(tape.at(i).value)
    begins = {"fy": 4, "ay": 9}.get(what.tag, 1 if what.value == "year" else 0)
    if not begins or what.tag == "num":
        return None
    year = tape.anchor.year - (begins > 1 and tape.anchor.month < begins) + steps
    if begins > 1:
        return year_from(begins, year), i + 2
    return calendar_year(year).doubted(
        "“year” may be the calendar, the financial or the school year",
        f"January to December {year}",
    ), i + 2


def _year_end(tape: Tape, i: int) -> Found | None:
    if tape.tag(i) not in ("yearend", "monthend"):
        return None
    year = year_after(tape, i + 1) or pair_of_years(tape, i + 1)
    found = year_from(4, year[0] if year else None).ended()
    if tape.tag(i) == "monthend":
        month = tape.anchor.month if tape.anchor else 1
        found = When("day", Day(month, 0), Day(month, 0), edge=True)
    return found.doubted(
        f"“{tape.at(i).text}” does not say of which", "the day meant, for example 31 March"
    ), year[1] if year else i + 1


def _quarter(tape: Tape, i: int) -> Found | None:
    """ "Q3 2013/14", "Quarter 4", "2nd quarter of 2015/16"."""
    number = _quarter_number(tape, i)
    if number is None:
        return None
    after = tape.skip(i + 2, "of", ",", "-", "fy", "in", "(", "financial year", "the")
    pair = pair_of_years(tape, after)
    if pair:
        return quarter(number, pair[0]), pair[1]
    year = year_after(tape, after)
    found = quarter(number, year[0] if year else None)
    if year and tape.tag(year[1] - 2) == "fy":
        found = found.doubted(
            f"one year where the financial year runs over two: read as {year[0]}/{(year[0] + 1) % 100:02}",
            f"{year[0]}/{(year[0] + 1) % 100:02} or {year[0] - 1}/{year[0] % 100:02}",
        )
    if year and number == 4:
        found = found.doubted(
            f"the fourth quarter of {year[0]}/{(year[0] + 1) % 100:02} lies in {year[0] + 1}",
            f"January to March {year[0] + 1}, or the same months of {year[0]}",
        )
    return found, year[1] if year else i + 2


def _year_quarter(tape: Tape, i: int) -> Found | None:
    """ "2013/14 Q3": the financial year before its quarter."""
    years = pair_of_years(tape, i)
    at = years and tape.skip(years[1], ",", "-")
    if not years or not at or tape.tag(at) != "quarter":
        return None
    number = _quarter_number(tape, at)
    return (quarter(number, years[0]), at + 2) if number else None


def _quarter_number(tape: Tape, i: int) -> int | None:
    """The number of a quarter before or after its word."""
    word, number = (i, i + 1) if tape.tag(i) == "quarter" else (i + 1, i)
    value = tape.at(number).value
    named = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
    figure = named.get(tape.at(number).text) or (int(value) if value in ("1", "2", "3", "4") else 0)
    quarterly = tape.at(word).tag == "quarter" or tape.at(word).value == "quarter"
    near = word < number or tape.tag(number) in ("ord", "word", "this", "filler")
    near = near and not (tape.at(i).glued and tape.tag(i - 1) == "num")
    return figure if quarterly and near and 1 <= figure <= 4 else None


def _half(tape: Tape, i: int) -> Found | None:
    """ "H1 2013", "first half of 2013": asked, since the year may be the financial one."""
    first = tape.tag(i) == "half" and tape.at(i + 1).value in ("1", "2")
    named = tape.at(i).text in ("first", "second", "latter") and tape.tag(i + 1) == "half"
    after = tape.skip(i + 2, "of", "the", ",")
    year = year_after(tape, after)
    if not (first or named) or year is None:
        return None
    which = tape.at(i + 1).value if first else str(1 + (tape.at(i).text != "first"))
    months = (1, 6) if which == "1" else (7, 12)
    return When("half-year", Day(months[0], 1), Day(months[1], 0), year[0]).doubted(
        "half of a year: calendar or financial", "the months meant"
    ), year[1]


def _year(tape: Tape, i: int) -> Found | None:
    """A year of four figures; not the year of a law or of a guide."""
    token = tape.at(i)
    if token.tag != "num" or len(token.value) != 4 or int(token.value) not in range(1990, 2060):
        return None
    if tape.at(i + 1).glued and tape.tag(i + 1) == "word":
        return None
    if is_title_year(tape, i) or tape.at(i + 1).tag == "unit":
        return None
    return calendar_year(int(token.value)), i + 1


def is_title_year(tape: Tape, i: int) -> bool:
    """The year in a title: "Children Act 2004", "Working Together 2015", "(2011)"."""
    before = i - 1
    while tape.tag(before) in ("comma", "open") or tape.at(before).text in ("'", '"'):
        before -= 1
    bracketed = tape.tag(i - 1) == "open" and tape.tag(i + 1) == "close"
    titled = any(tape.tag(n) == "title" for n in range(max(0, before - 6), before + 1))
    governed = tape.tag(i - 1) in ("gov", "edge")
    return not governed and (bracketed or titled)


YEARS: tuple[Rule, ...] = (
    _year_quarter,
    _named_year,
    _this_year,
    _year_end,
    _quarter,
    _half,
    _pair,
    _year,
)
