"""Numbers and words that look like a date and are none: ages, standards, titles, labels."""

from __future__ import annotations

from goldenthread.basics.wording.lengths import count_at
from goldenthread.basics.wording.tape import Tape
from goldenthread.basics.wording.years import is_title_year

_NUMBERS = ("num", "numword", "two", "ord", "amount")
_FEW = 10  # "5 year plan" is a length; "48 day nurseries" counts nurseries
_OLDEST = 26  # leaving care ends at 25; a longer count of years is no age


def passed_over(tape: Tape, i: int) -> tuple[str, int] | None:
    """Why the tokens at i are no date, and the place after them; None when they may be one."""
    for name, rule in _RULES:
        after = rule(tape, i)
        if after:
            return name, after
    return None


def _age(tape: Tape, i: int) -> int | None:
    """ "aged 16 to 18", "the age of 11 years", "16/17 yr olds", "21 years of age"."""
    if tape.tag(i) == "age" and tape.tag(i + 1) in (*_NUMBERS, "dash"):
        return _past_numbers(tape, i + 1)
    if tape.tag(i) not in _NUMBERS:
        return None
    after = tape.skip_hyphen(_numbers_end(tape, i))
    if tape.tag(after) == "old":
        return after + 1
    if tape.tag(after) != "unit":
        return None
    old = tape.skip_hyphen(after + 1)
    if tape.tag(old) == "old":
        return old + 1
    return after + 1 if tape.at(after).value == "year" and _is_age(tape, i) else None


def _is_age(tape: Tape, i: int) -> bool:
    """A band of years ("0-19 years") or a number of years that only an age has."""
    last = tape.at(_numbers_end(tape, i) - 1)
    number = last.numbers[-1] if last.tag in ("num", "two") and last.value != "." else 0
    banded = last.tag == "two" or last is not tape.at(i)
    return (5 if banded else 10) < number <= _OLDEST


def _numbers_end(tape: Tape, i: int) -> int:
    """Past a number, or two joined by a dash or "to"."""
    i += 1
    joined = tape.tag(i) in ("dash", "slash", "and") or tape.is_word(i, "to", "and", "or")
    return i + 2 if joined and tape.tag(i + 1) in _NUMBERS else i


def _past_numbers(tape: Tape, i: int) -> int:
    i = _numbers_end(tape, i + (tape.tag(i) == "dash"))
    return i + 1 if tape.tag(i) in ("unit", "old") else i


def _standard(tape: Tape, i: int) -> int | None:
    """ "over 18 months", "12 under 2 weeks", "at 15 weeks", "26 weeks gestation"."""
    at = i + 1 if tape.tag(i) == "beyond" or tape.is_word(i, "over", "at") else i
    count = count_at(tape, at)
    if count is None or tape.tag(tape.skip_hyphen(count[1])) != "unit":
        return None
    after = tape.skip_hyphen(count[1]) + 1
    if at > i and not tape.is_word(after, "time"):
        return after
    return after + 1 if tape.tag(after) == "standard" else _plain_count(tape, after)


def _plain_count(tape: Tape, after: int) -> int | None:
    """ "48 day nurseries": a plain number of things with a unit's name in theirs."""
    single = tape.at(after - 1).text in ("day", "week", "year", "hour")
    plain = tape.tag(after) == "" or tape.at(after).text == "time"
    counted = tape.tag(after - 2) == "num" and int(tape.at(after - 2).value) > _FEW
    noun = tape.tag(after) == "word" and tape.at(after).text not in (
        "deadline",
        "timescale",
        "period",
    )
    return after + 1 if single and counted and noun and not plain else None


def _title(tape: Tape, i: int) -> int | None:
    token = tape.at(i)
    is_year = token.tag == "num" and len(token.value) == 4
    return i + 1 if is_year and is_title_year(tape, i) else None


def _label(tape: Tape, i: int) -> int | None:
    """ "Phase 2", "item 5.1", "KS2", "S47": a number that names a thing."""
    token, after = tape.at(i), tape.at(i + 1)
    named = token.tag == "label"
    glued = token.tag == "word" and after.glued
    if not (named or glued) or after.tag not in ("num", "two", "chain"):
        return None
    if after.tag == "num" and (len(after.value) > 2 or tape.tag(i + 2) == "month"):
        return None
    return None if named and after.tag == "two" and after.value == "/" else i + 2


def _pointer(tape: Tape, i: int) -> int | None:
    """ "see 3.0 above", "as above (1.1)": the numbers of other rows."""
    see = tape.is_word(i, "see", "as", "as per", "see also", "refer to", "please see")
    if not see:
        return None
    at = i + 1
    while tape.tag(at) in ("num", "two", "chain", "open", "close", "dash", "label", "and"):
        at += 1
    above = tape.is_word(at, "above", "below")
    return at + above if above or at > i + 1 else None


def _row_number(tape: Tape, i: int) -> int | None:
    """The number of a row in brackets or after a pointer: "(1.1)", "see above - 5.0"."""
    token = tape.at(i)
    if token.tag not in ("two", "chain", "num") or token.value == "/":
        return None
    back = i - 1
    while tape.tag(back) in ("open", "dash"):
        back -= 1
    pointer = tape.at(back).value == "reference" and tape.tag(back) == "state"
    return i + 1 if pointer else None


_RULES = (
    ("an age", _age),
    ("a standard", _standard),
    ("a title", _title),
    ("a label", _label),
    ("a pointer", _pointer),
    ("a row number", _row_number),
)
