"""The rules for weeks named by their first day, their last day or their number in a month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from goldenthread.basics.wording.tape import Found, Rule, Tape, first_of
from goldenthread.basics.wording.when import Day, When, resolve
from goldenthread.basics.wording.words import ORDINALS


def _week_of_day(tape: Tape, i: int, dates: tuple[Rule, ...]) -> Found | None:
    """ "w/c 11 May 2015" (Monday to Sunday), "week ending 15 May"."""
    if tape.tag(i) != "week":
        return None
    found = first_of(dates, tape, tape.skip(i + 1, "the", ":", "on"))
    if found is None or found[0].unit != "day":
        return None
    given = resolve(found[0], tape.anchor)
    if given.first is None or not 9 < given.first.toordinal() < date.max.toordinal() - 9:
        return found
    starts = tape.at(i).value == "start"
    first = given.first if starts else given.first - timedelta(days=6)
    week = replace(_between(first, first + timedelta(days=6)), doubts=given.doubts)
    if starts and first.weekday() != 0:
        week = week.doubted(
            f"{given.first:%d/%m/%Y} is a {given.first:%A}, not a Monday", "the Monday meant"
        )
    return week, found[1]


def _between(first: date, last: date) -> When:
    return When(
        "week",
        Day(first.month, first.day),
        Day(last.month, last.day, last.year - first.year),
        first.year,
    )


def _week_of_month(tape: Tape, i: int, dates: tuple[Rule, ...]) -> Found | None:
    """ "1st week of May 2013": seven days from the first, eighth, ... or the last seven."""
    i = tape.skip(i, "the")
    token = tape.at(i)
    number = ORDINALS.get(
        token.text.removeprefix("the "), int(token.value) if token.tag == "ord" else 0
    )
    if not number or number > 4 or tape.at(i + 1).value != "week":
        return None
    found = first_of(dates, tape, tape.skip(i + 2, "of", "in", "the"))
    if found is None or found[0].unit != "month":
        return None
    return _numbered(found[0], number), found[1]


def _numbered(of: When, number: int) -> When:
    in_month = of.first.month
    if number < 0:
        days = {2: 22, 4: 24, 6: 24, 9: 24, 11: 24}.get(in_month, 25)
        week = replace(of, unit="week", first=Day(in_month, days))
    else:
        week = replace(
            of, unit="week", first=Day(in_month, 7 * number - 6), last=Day(in_month, 7 * number)
        )
    return week.doubted(
        "a numbered week of a month is read as seven days of it", "the last day meant"
    )


WEEKS: tuple[Callable[[Tape, int, tuple[Rule, ...]], Found | None], ...] = (
    _week_of_day,
    _week_of_month,
)
