"""The rules for seasons, school terms and holidays; their edges are local, so they are asked."""

from __future__ import annotations

from goldenthread.basics.wording.tape import Found, Rule, Tape
from goldenthread.basics.wording.when import Day, When
from goldenthread.basics.wording.years import pair_of_years, year_after

# Meteorological seasons.
SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_LISTED = ("and", "season", "holiday", "comma", "slash")
_LONGEST_LIST = 8  # tokens, so that a heap of season words is not walked again and again
# English school terms, by whole months.
TERM_MONTHS = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7)}


def _season(tape: Tape, i: int) -> Found | None:
    """ "Summer 2012", "Autumn term 2013", "Spring term 2013/14"."""
    if tape.tag(i) != "season":
        return None
    name, after = tape.at(i).value, i + 1
    is_term = tape.at(after).value == "term" and name in TERM_MONTHS
    after += is_term
    if _is_school_holiday(tape, after):
        return None
    first, last = (TERM_MONTHS if is_term else SEASON_MONTHS)[name]
    year, after = _season_year(tape, after, first)
    found = When("season", Day(first, 1), Day(last, 0, int(last < first)), year)
    return found.doubted(*_season_doubt(name, is_term=is_term)), after


def _is_school_holiday(tape: Tape, i: int) -> bool:
    """Whether the names of seasons lead to "holidays": "summer and Christmas holidays"."""
    end = i + _LONGEST_LIST
    while i < end and (tape.tag(i) in _LISTED or tape.is_word(i, "and", "or")):
        i += 1
    return tape.tag(i) == "schoolbreak"


def _season_doubt(name: str, *, is_term: bool) -> tuple[str, str]:
    if is_term:
        return (
            f"the days of the {name} term are set locally; whole months are taken",
            "the last day of the term",
        )
    return f"“{name}” is read as whole months, and may mean the school term", "the last day meant"


def _season_year(tape: Tape, i: int, first: int) -> tuple[int | None, int]:
    """The year of a season; of "2013/14" the one in which its first month lies."""
    at = tape.skip(i, "of", ",", "in", "-", "(")
    pair = pair_of_years(tape, at)
    if pair:
        return pair[0] + (first < 9), pair[1]
    year = year_after(tape, at)
    return year if year else (None, i)


def _holiday(tape: Tape, i: int) -> Found | None:
    """ "Easter 2014" (its Sunday), "Christmas" (25 December)."""
    if tape.tag(i) != "holiday" or _is_school_holiday(tape, i + 1):
        return None
    year = year_after(tape, i + 1)
    number, after = year if year else (None, i + 1)
    found = _holiday_named(tape.at(i).value, number)
    return found.doubted("a holiday; schools and offices close before it", "the day meant"), after


def _holiday_named(name: str, year: int | None) -> When:
    """A new year without its number is the one to come."""
    if name == "christmas":
        return When("season", Day(12, 25), Day(12, 25), year)
    if name == "newyear":
        first = Day(1, 1, int(year is None))
        return When("season", first, first, year)
    return When("easter", Day(4, 1), Day(4, 1), year)


SEASONS: tuple[Rule, ...] = (_season, _holiday)
