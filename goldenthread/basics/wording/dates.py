"""The rules for a single date: a day, month, quarter, year, season, week or holiday."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from goldenthread.basics.wording.numeric import NUMERIC
from goldenthread.basics.wording.seasons import SEASONS
from goldenthread.basics.wording.tape import Found, Rule, Tape, first_of
from goldenthread.basics.wording.weeks import WEEKS
from goldenthread.basics.wording.when import When, day, month, part, resolve
from goldenthread.basics.wording.years import YEARS, year_after

# After "may" these words show the verb, not the month.
_VERBS = frozenset(
    [
        "be",
        "have",
        "need",
        "not",
        "also",
        "well",
        "include",
        "require",
        "take",
        "change",
        "come",
        "want",
        "wish",
        "feel",
        "find",
        "still",
        "only",
        "result",
        "lead",
        "help",
        "affect",
        "impact",
        "attend",
        "become",
        "continue",
        "refer",
        "seek",
        "use",
        "vary",
        "move",
    ]
)
_JOINS = (",", "of", "in", ".")


def one_date(tape: Tape, i: int) -> Found | None:
    """A single date at i, with the "end" or "mid" before it and the weekday."""
    return first_of((_edge, *_PLAIN), tape, i)


def _edge(tape: Tape, i: int) -> Found | None:
    """ "end", "mid" or "early", then what it is the end, middle or beginning of."""
    if tape.tag(i) != "edge":
        return None
    inner = tape.skip(tape.skip_hyphen(i + 1), "of", "the", "in", ",", "-")
    found = first_of(_PLAIN, tape, inner)
    if found is None or (found[0].unit == "day" and not found[0].edge):
        return None
    return _edged(found[0], tape.at(i).value), found[1]


def _edged(when: When, edge: str) -> When:
    if edge == "end":
        return when.ended()
    return when.started() if edge == "start" else part(when, edge)


def _weekday(tape: Tape, i: int) -> Found | None:
    """A weekday and the day it must agree with."""
    if tape.tag(i) != "weekday":
        return None
    found = first_of((*NUMERIC, _day_month, _month_day), tape, tape.skip(i + 1, ",", "the"))
    if found is None or found[0].unit != "day":
        return None
    return replace(found[0], weekday=int(tape.at(i).value)), found[1]


def _day_month(tape: Tape, i: int) -> Found | None:
    """ "12 July", "the 12th of July 2013", "31-Mar-24"."""
    i = tape.skip(i, "the")
    token = tape.at(i)
    if token.tag not in ("num", "ord") or len(token.value) > 2:
        return None
    at = tape.skip(i + 1, "of", ",")
    at = tape.skip(at, "day of")
    dashed = tape.tag(at) in ("dash", "slash") and tape.at(at).glued
    at += dashed
    if not is_month(tape, at):
        return None
    number, year = int(token.value), year_after(tape, at + 1, _JOINS)
    found = day(int(tape.at(at).value), number, year[0] if year else None)
    if dashed and year is None and _could_be_year(number, tape):
        found = found.doubted(
            f"a spreadsheet also shows the month “{tape.at(at).text} {number}” like this",
            f"{number} {tape.at(at).text}, or {tape.at(at).text} 20{number:02}",
        )
    return found, year[1] if year else at + 1


def _could_be_year(number: int, tape: Tape) -> bool:
    return tape.anchor is not None and -1 <= number - tape.anchor.year % 100 <= 2


def _month_day(tape: Tape, i: int) -> Found | None:
    """ "July 12th", "July 12th 2013", "July 12, 2013"; never "July 12"."""
    if not is_month(tape, i):
        return None
    at = tape.skip(i + 1, "the")
    token = tape.at(at)
    year = year_after(tape, at + 1, _JOINS)
    whole = year is not None and len(tape.at(year[1] - 1).value) == 4
    if token.tag != "ord" and not (token.tag == "num" and len(token.value) <= 2 and whole):
        return None
    found = day(int(tape.at(i).value), int(token.value), year[0] if year else None)
    return found, year[1] if year else at + 1


def _month(tape: Tape, i: int) -> Found | None:
    """A month with its year, or alone."""
    if not is_month(tape, i):
        return None
    number = int(tape.at(i).value)
    year = year_after(tape, i + 1, _JOINS)
    if year is None:
        return _trailing_end(tape, month(number, None), i + 1)
    found = month(number, year[0])
    short = tape.at(year[1] - 1)
    if short.tag == "num" and len(short.value) == 2:
        found = _doubt_short_year(found, tape, int(short.value))
    return _trailing_end(tape, found, year[1])


def _doubt_short_year(found: When, tape: Tape, number: int) -> When:
    """Month and two figures are month and year; where that year is far off, ask about the day."""
    span = resolve(found, tape.anchor)
    if span.doubts and number <= 31:
        name = f"{span.first:%B}" if span.first else ""
        return found.doubted(
            f"{number:02} after a month is read as the year {found.year}",
            f"{number} {name}, if a day is meant",
        )
    return found


def _trailing_end(tape: Tape, found: When, after: int) -> Found:
    """ "April 2015 end" says the same as "end April 2015"."""
    if tape.at(after).text == "end" and not tape.tag(after + 1):
        return found.ended(), after + 1
    return found, after


def is_month(tape: Tape, i: int) -> bool:
    """Whether a month stands there; "may" as a verb does not count."""
    if tape.tag(i) != "month":
        return False
    return tape.at(i).text != "may" or not _is_verb(tape, i)


def _is_verb(tape: Tape, i: int) -> bool:
    after = tape.at(i + 1)
    if after.text in _VERBS:
        return True
    if after.tag in ("num", "apos", "ord", "pair") or after.text in ("and", "to", "then"):
        return False
    before = tape.tag(i - 1)
    plain = after.tag not in (
        "",
        "dash",
        "slash",
        "and",
        "comma",
        "break",
        "close",
        "query",
        "month",
    )
    return plain and before not in (
        "gov",
        "edge",
        "num",
        "ord",
        "dash",
        "slash",
        "and",
        "this",
        "weekday",
    )


def _this(tape: Tape, i: int) -> Found | None:
    """ "this September", "next month", "the current school year": counted from the anchor."""
    token = tape.at(i)
    if token.tag != "this" or tape.anchor is None:
        return None
    steps, what = int(token.value), tape.at(i + 1)
    if what.tag == "month":
        return replace(
            month(int(what.value), None), year=_nearest(tape, int(what.value), steps)
        ), i + 2
    if what.tag == "unit" and what.value == "month":
        return _months_on(tape, steps), i + 2
    if what.tag == "unit" and what.value == "week":
        return _week_on(tape, steps), i + 2
    return None


def _nearest(tape: Tape, number: int, steps: int) -> int:
    """The year of "this", "next" or "last" September, seen from the anchor."""
    year, now = (tape.anchor.year, tape.anchor.month) if tape.anchor else (0, 0)
    if steps == 0:
        return year
    return year + (steps if (number - now) * steps <= 0 else 0)


def _months_on(tape: Tape, steps: int) -> When:
    count = (tape.anchor.year * 12 + tape.anchor.month - 1 if tape.anchor else 0) + steps
    return month(count % 12 + 1, count // 12)


def _week_on(tape: Tape, steps: int) -> When:
    if tape.anchor is None or not 2 < tape.anchor.toordinal() - 14 < 3_000_000:
        return month(1, None)
    monday = tape.anchor + timedelta(days=7 * steps - tape.anchor.weekday())
    sunday = monday + timedelta(days=6)
    found = day(monday.month, monday.day, monday.year)
    last = day(sunday.month, sunday.day, None).last
    return replace(found, unit="week", last=replace(last, plus=sunday.year - monday.year))


def _week_rules(tape: Tape, i: int) -> Found | None:
    """A week named by one of its days or by its number in a month."""
    for rule in WEEKS:
        found = rule(tape, i, _PLAIN)
        if found:
            return found
    return None


_PLAIN: tuple[Rule, ...] = (
    _weekday,
    _week_rules,
    _this,
    *NUMERIC,
    _day_month,
    _month_day,
    _month,
    *SEASONS,
    *YEARS,
)
