"""The rules for two dates that make one span, and for the word that governs a date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from goldenthread.basics.wording.dates import is_month, one_date
from goldenthread.basics.wording.reading import Doubt
from goldenthread.basics.wording.tape import Tape
from goldenthread.basics.wording.when import Span, When, day, joined, next_day, resolve
from goldenthread.basics.wording.years import year_after

_COARSE = ("day", "week", "part of a month", "month", "quarter", "half-year", "season", "year")


@dataclass(frozen=True)
class Dated:
    """One date or span of a wording, with its governing word and its place among the tokens."""

    span: Span
    govern: str
    start: int
    end: int
    ranged: bool = False  # two ends are written

    @property
    def first(self) -> date | None:
        return self.span.first

    @property
    def last(self) -> date | None:
        return self.span.last


FoundSpan = tuple[Span, int, bool]


def one_span(tape: Tape, i: int) -> FoundSpan | None:
    """A date or a range at i: its days, the place after it, and whether it is a range."""
    pair = _day_pair(tape, i)
    if pair:
        return pair
    one = one_date(tape, i)
    if one is None:
        return None
    when, after = one
    other = _other_end(tape, i, when, after)
    return other if other else (resolve(when, tape.anchor), after, False)


def _day_pair(tape: Tape, i: int) -> FoundSpan | None:
    """ "12-14 May 2015", "12th to 14th May", "12/13 June": two days of one month."""
    numbers = _two_days(tape, i)
    if numbers is None:
        return None
    one, other, at = numbers
    listed = any(tape.tag(n) in ("and", "filler") for n in range(i, at))
    at = tape.skip(at, "of")
    if not is_month(tape, at) or one > other:
        return None
    year = year_after(tape, at + 1, (",", "of"))
    number = int(tape.at(at).value)
    first, last = (day(number, n, year[0] if year else None) for n in (one, other))
    span = _span_of(first, last, tape)
    if listed and other > one + 1:
        span = replace(span, doubts=(*span.doubts, Doubt("two days of a month", "the day meant")))
    return span, year[1] if year else at + 1, True


def _two_days(tape: Tape, i: int) -> tuple[int, int, int] | None:
    token = tape.at(i)
    if token.tag == "two" and token.value in "-/":
        return token.numbers[0], token.numbers[1], i + 1
    if token.tag in ("num", "ord") and len(token.value) <= 2:
        between = tape.at(i + 1)
        last = tape.at(i + 2)
        joins = between.tag in ("dash", "slash", "and") or between.text in ("to", "and", "until")
        if joins and last.tag in ("num", "ord") and len(last.value) <= 2:
            return int(token.value), int(last.value), i + 3
    return None


def _other_end(tape: Tape, i: int, when: When, after: int) -> FoundSpan | None:
    """The second date of a range, when the words between join the two."""
    join, at = _join(tape, after, after_between=tape.at(i - 1).value == "between")
    if not join:
        return None
    found = one_date(tape, at)
    if found is None:
        return None
    span = _span_of(when, found[0], tape)
    if join == "and" and not _touching(when, found[0], tape):
        return None
    again = _third(tape, found, when) if join == "and" else None
    return again or (span, found[1], True)


def _third(tape: Tape, found: tuple[When, int], first: When) -> FoundSpan | None:
    """ "July, August and September 2013": a list of units that touch goes on."""
    join, at = _join(tape, found[1], after_between=False)
    more = one_date(tape, at) if join == "and" else None
    if more is None or not _touching(found[0], more[0], tape):
        return None
    return _span_of(first, more[0], tape), more[1], True


def _join(tape: Tape, i: int, *, after_between: bool) -> tuple[str, int]:
    """How the words at i join two dates ("to", "and" or not), and where the second may begin."""
    at = tape.skip(i, "\n") if tape.tag(tape.skip(i, "\n")) == "dash" else i
    token = tape.at(at)
    if token.tag == "dash" or (token.tag == "gov" and token.value in ("to", "until")):
        return "to", tape.skip(at + 1, "\n", "the", "to")
    if after_between and (token.text == "and" or token.tag == "and"):
        return "to", at + 1
    if token.tag in ("slash", "and", "comma") or token.text in ("and", "or"):
        return "and", tape.skip(at + 1, "and", "&")
    return "", i


def _touching(one: When, other: When, tape: Tape) -> bool:
    """Whether two units stand side by side (July and August), so that a list is a span."""
    if one.unit != other.unit or one.edge or other.edge or one.unit in ("day", "easter"):
        return False
    first, last = joined(one, other, tape.anchor)
    if first.last is None or last.first is None:
        return False
    return next_day(first.last, 1) == last.first


def _span_of(one: When, other: When, tape: Tape) -> Span:
    """From the first day of one to the last day of the other; a reversed range has no days."""
    first, last = joined(one, other, tape.anchor)
    unit = max(first.unit, last.unit, key=lambda u: _COARSE.index(u) if u in _COARSE else 0)
    doubts = (*first.doubts, *last.doubts)
    if first.first is None or last.last is None:
        return Span(unit, None, None, None, doubts)
    if last.last < first.first:
        return Span(unit, None, None, None, (*doubts, _reversed(first.first, last.last)))
    return Span(unit, first.first, last.last, last.due, doubts)


def _reversed(first: date, last: date) -> Doubt:
    return Doubt(
        f"it ends ({last:%B} {last.year}) before it begins ({first:%B} {first.year})",
        "the years meant",
    )


def governed(tape: Tape, i: int) -> Dated | None:
    """A date or range at i with the words before it ("by the end of") and after it ("onwards")."""
    govern, at = _governors(tape, i)
    found = one_span(tape, at)
    if found is None:
        return None
    span, after, ranged = found
    if _is_origin(tape, at, after, span):
        govern = ""
    if tape.tag(after) == "late":
        govern, after = ("from" if tape.at(after).value == "onwards" else "by"), after + 1
    if tape.at(after).value == "from" and not tape.tag(after + 1):
        govern, after = "from", after + 1
    return Dated(span, govern, i, after, ranged)


def _is_a_job(tape: Tape, i: int) -> bool:
    """ "post" as the noun ("in post in January 2024"), which governs no date."""
    return tape.is_word(i, "post") and tape.tag(i + 1) == "gov"


def _is_origin(tape: Tape, at: int, after: int, span: Span) -> bool:
    """ "from the 2013 inspection": the year names a thing, and nothing starts then."""
    return (
        span.unit == "year" and tape.is_word(at - 1, "the") and tape.tag(after) in ("event", "word")
    )


def _governors(tape: Tape, i: int) -> tuple[str, int]:
    """The last governing words at i joined, and the place after them."""
    govern = ""
    at = i
    while tape.tag(at) == "gov" or (at > i and tape.at(at).text in ("the", ":", "on")):
        value = tape.at(at).value
        if tape.tag(at) == "gov" and value not in ("in", "of") and not _is_a_job(tape, at):
            govern = f"{govern} {value}".strip()
        at += 1
    return govern, tape.skip(at, "the") if tape.tag(tape.skip(at, "the")) else at


def bounded(dated: Dated) -> Dated:
    """The days that remain when the governing word has opened or moved an end.

    "by" keeps the last day, "before" the day before, "from" the first day on,
    "after" the day after the last.
    """
    words = dated.govern.split()
    span = dated.span
    if span.first is None or span.last is None:
        return dated
    first: date | None = span.first
    last: date | None = span.last
    if "event" in words:
        first, last = (first, None) if "after" in words else (None, last)
    elif "before" in words and "not" not in words:
        first, last = None, span.last if span.edge else next_day(span.first, -1)
    elif "after" in words:
        first, last = next_day(span.last, 1), None
    elif "by" in words:
        first, last = None, span.due
    elif "from" in words or "not" in words:
        last = last if dated.ranged else None
    due = span.due if last == span.last or "by" in words else last
    return replace(dated, span=replace(span, first=first, last=last, due=due))
