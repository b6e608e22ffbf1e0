"""The rules for frequencies: "monthly", "every 6 weeks", "twice a year"."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.basics.wording.lengths import MONTHS_IN, count_at, unit_at
from goldenthread.basics.wording.reading import Doubt
from goldenthread.basics.wording.tape import Tape
from goldenthread.basics.wording.words import MONTHS


@dataclass(frozen=True)
class Frequency:
    """Every `count` units; `text` as it is reported."""

    count: int
    unit: str
    text: str
    start: int
    end: int
    doubts: tuple[Doubt, ...] = ()


def frequency(tape: Tape, i: int) -> Frequency | None:
    """ "monthly", "six-monthly", "every 6 weeks", "twice a year", "every September"."""
    return _counted_frequency(tape, i) or _plain(tape, i) or _every(tape, i) or _times(tape, i)


def _plain(tape: Tape, i: int) -> Frequency | None:
    token = tape.at(i)
    if token.tag != "freq":
        return None
    count, unit = token.value.split()
    if count == "?":
        return Frequency(2, unit, token.text, i, i + 1, (_ambiguous(token.text, unit),))
    return Frequency(int(count), unit, _said(int(count), unit, token.text), i, i + 1)


def _ambiguous(text: str, unit: str) -> Doubt:
    return Doubt(
        f"“{text}” is used for twice a {unit} and for every two {unit}s",
        f"twice a {unit}, or every two {unit}s",
    )


def _said(count: int, unit: str, text: str) -> str:
    named = {
        (1, "day"): "daily",
        (1, "week"): "weekly",
        (2, "week"): "fortnightly",
        (1, "month"): "monthly",
        (1, "quarter"): "quarterly",
        (3, "month"): "quarterly",
        (1, "term"): "termly",
        (1, "half-term"): "half-termly",
        (1, "year"): "each year" if text.startswith(("e", "y")) else "annual",
        (12, "month"): "annual",
    }
    return named.get((count, unit), f"every {count} {unit}s" if count > 1 else f"each {unit}")


def _counted_frequency(tape: Tape, i: int) -> Frequency | None:
    """ "4 weekly", "3-monthly": a number joined to a frequency."""
    count = count_at(tape, i)
    if count is None or tape.is_word(i, "a", "an"):
        return None
    at = tape.skip_hyphen(count[1])
    token = tape.at(at)
    if (
        token.tag != "freq"
        or not token.value.startswith("1 ")
        or token.text.startswith(("ev", "ea", "an"))
    ):
        return None
    unit = token.value.split()[1]
    return Frequency(count[0], unit, _said(count[0], unit, token.text), i, at + 1)


def _every(tape: Tape, i: int) -> Frequency | None:
    """ "every 6 weeks", "each September", "every Monday"."""
    if not tape.is_word(i, "every", "each"):
        return None
    count = count_at(tape, i + 1) or (1, i + 1)
    unit = unit_at(tape, tape.skip_hyphen(count[1]))
    if unit:
        return Frequency(count[0], unit[0], _said(count[0], unit[0], "every"), i, unit[1])
    token = tape.at(i + 1)
    if token.tag == "month":
        return Frequency(1, "year", f"each {MONTHS[int(token.value) - 1].title()}", i, i + 2)
    if token.tag == "weekday":
        return Frequency(1, "week", "weekly", i, i + 2)
    if token.tag in ("season", "holiday"):
        end = i + 2 + (tape.at(i + 2).value == "term")
        return Frequency(1, "year", f"each {token.value}", i, end)
    return _every_event(tape, i)


def _every_event(tape: Tape, i: int) -> Frequency | None:
    """ "each board meeting": a frequency whose days the events set."""
    for size in (1, 2):
        if tape.tag(i + size) == "event":
            end = i + size + 1 + (tape.tag(i + size + 1) == "event")
            named = " ".join(tape.at(n).text for n in range(i + 1, end))
            return Frequency(0, "event", f"each {named}", i, end)
    return None


def _times(tape: Tape, i: int) -> Frequency | None:
    """ "once a term", "twice a year", "three times per annum", "2 x per year"."""
    many = {"once": 1, "twice": 2, "thrice": 3}.get(tape.at(i).text)
    at = i + 1
    if many is None:
        count = count_at(tape, i)
        if count is None or not tape.is_word(count[1], "times", "x", "time"):
            return None
        many, at = count[0], count[1] + 1
    at = tape.skip(at, "in", "over")
    return _per(tape, i, at, many)


def _per(tape: Tape, i: int, at: int, many: int) -> Frequency | None:
    """What "twice" is counted in: "a year", "per term", "yearly"."""
    at_least = "at least " if tape.is_word(i - 1, "at least", "minimum of", "minimum") else ""
    said = {1: "once", 2: "twice"}.get(many, f"{many} times")
    if tape.tag(at) == "freq" and tape.at(at).value.startswith("1 "):
        unit, end = tape.at(at).value.split()[1], at + 1
    else:
        found = (
            unit_at(tape, at + 1)
            if tape.is_word(at, "a", "per", "each", "every", "an", "/")
            else None
        )
        if found is None:
            return None
        unit, end = found
    months = MONTHS_IN.get(unit, 0)
    even = months % many == 0 and months > 0
    every, of = (months // many, "month") if even else (0, unit)
    return Frequency(every, of, f"{at_least}{said} a {unit}", i, end)
