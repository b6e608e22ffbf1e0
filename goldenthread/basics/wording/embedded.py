"""Whole days written inside a passage, with their places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.basics.wording.dates import one_date
from goldenthread.basics.wording.not_dates import passed_over
from goldenthread.basics.wording.tape import Tape
from goldenthread.basics.wording.tokens import tokens
from goldenthread.basics.wording.when import Span, resolve


@dataclass(frozen=True)
class Found:
    """A date in a passage: `passage[start:end]` is its text, the ends its first and last day."""

    start: int
    end: int
    text: str
    earliest: date
    latest: date
    precision: str
    unsure: bool


def find_dates(text: str, *, anchor: date | None = None) -> list[Found]:
    """The dates inside a passage in order, such as the days that part a progress cell.

    A date that does not exist is left out; one that raises a question is marked unsure.
    """
    tape = Tape(tuple(tokens(text)), anchor)
    found: list[Found] = []
    i = 0
    while i < len(tape.tokens):
        i = _step(text, tape, i, found)
    return found


def _step(text: str, tape: Tape, i: int, found: list[Found]) -> int:
    over = passed_over(tape, i)
    if over:
        return over[1]
    one = one_date(tape, i)
    if one is None:
        return i + 1
    span = resolve(one[0], anchor=tape.anchor)
    if span.first is not None and span.last is not None:
        found.append(_found(text, tape, i, one[1], span))
    return one[1]


def _found(text: str, tape: Tape, i: int, after: int, span: Span) -> Found:
    start, end = tape.at(i).start, tape.at(after - 1).end
    first, last = span.first or date.min, span.last or date.max
    return Found(start, end, text[start:end], first, last, span.unit, bool(span.doubts))
