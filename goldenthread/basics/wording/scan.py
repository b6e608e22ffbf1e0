"""The walk over a wording: which dates, lengths, frequencies and states it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from goldenthread.basics.wording.frequencies import Frequency, frequency
from goldenthread.basics.wording.lengths import Length, length
from goldenthread.basics.wording.not_dates import passed_over
from goldenthread.basics.wording.ranges import Dated, governed
from goldenthread.basics.wording.tape import Tape
from goldenthread.basics.wording.tokens import Token, tokens


@dataclass
class Sight:
    """What was seen in a wording, in order; places are those of the tokens."""

    tape: Tape
    dates: list[Dated] = field(default_factory=list)
    lengths: list[Length] = field(default_factory=list)
    frequencies: list[Frequency] = field(default_factory=list)
    states: list[tuple[str, int]] = field(default_factory=list)
    governors: list[tuple[str, int]] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    not_dates: list[str] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)  # words of the calendar in no date

    def has(self, *states: str) -> bool:
        return any(state in states for state, _ in self.states)


_CALENDAR = ("edge", "quarter", "half", "week", "fy", "ay", "season", "holiday", "month", "weekday")
_NUMBER_TAGS = ("num", "ord", "two", "pair", "apos", "chain", "dmy", "iso")
_SILENT = (
    "dash",
    "slash",
    "and",
    "comma",
    "break",
    "open",
    "close",
    "query",
    "filler",
    "amount",
    "this",
    "jumble",
)


def see(text: str, anchor: date | None) -> Sight:
    """Everything that the rules recognise in a wording, each token used once."""
    sight = Sight(Tape(tuple(tokens(text)), anchor))
    i = 0
    while i < len(sight.tape.tokens):
        i = _step(sight, i)
    return sight


def _step(sight: Sight, i: int) -> int:
    """Use the first rule that fits at i; the place to go on from."""
    over = passed_over(sight.tape, i)
    if over:
        sight.not_dates.append(over[0])
        return over[1]
    for rule, seen in (
        (frequency, sight.frequencies),
        (length, sight.lengths),
        (governed, sight.dates),
    ):
        found = rule(sight.tape, i)
        if found:
            seen.append(found)  # type: ignore[arg-type]
            return found.end
    return _word(sight, i)


def _could_be_dated(token: Token) -> bool:
    """Whether a number left over could have belonged to a date: not so "286"."""
    return token.tag != "num" or int(token.value) <= 31 or len(token.value) in (4, 6, 8)


def _word(sight: Sight, i: int) -> int:
    token = sight.tape.at(i)
    if token.tag == "state":
        sight.states.append((token.value, i))
    elif token.tag == "gov":
        sight.governors.append((token.value, i))
    elif token.tag == "event":
        sight.events.append(i)
    elif token.tag in _CALENDAR:
        sight.loose.append(i)
    elif token.tag in _NUMBER_TAGS:
        if _could_be_dated(token):
            sight.numbers.append(i)
    elif token.tag not in _SILENT:
        sight.words.append(i)
    return i + 1
