"""The rules for lengths of time: "within 3 months", "six weeks", "over the past year"."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.basics.wording.reading import Doubt
from goldenthread.basics.wording.tape import Tape

_ISO = {"hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}
MONTHS_IN = {"month": 1, "quarter": 3, "half-term": 2, "term": 4, "year": 12}
_LONGEST_YEARS = 10  # more years than that are an age, not a deadline
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True)
class Length:
    """A number of units, its sign (-1 looks back), and whether words show that it is a deadline."""

    count: int
    unit: str
    sign: int
    sure: bool
    start: int
    end: int
    base: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def offset(self) -> str | None:
        """The length in ISO 8601; working days in words; terms have no length."""
        count, unit = self.count, self.unit
        if unit in ("fortnight", "quarter"):
            count, unit = (2 * count, "week") if unit == "fortnight" else (3 * count, "month")
        if unit == "working day":
            return f"{count} working days"
        iso = _ISO.get(unit)
        return iso and ("-" if self.sign < 0 else "") + iso.format(count)

    def counted_from(self, anchor: date) -> date | None:
        """The last day of the length counted from a day; None for working days and terms."""
        return shifted(anchor, self.count * self.sign, self.unit)


def shifted(start: date, count: int, unit: str) -> date | None:
    """A day a number of units on; a month's shorter end holds (31 January + 1 month = 28 February)."""
    try:
        if unit in _DAYS:
            return start + timedelta(days=_DAYS[unit] * count)
        if unit == "hour":
            return start + timedelta(days=-(-abs(count) // 24) * (1 if count > 0 else -1))
        if unit not in ("month", "quarter", "year"):
            return None
        year, number = divmod(start.year * 12 + start.month - 1 + MONTHS_IN[unit] * count, 12)
        last = calendar.monthrange(year, number + 1)[1]
        return date(year, number + 1, min(start.day, last))
    except (OverflowError, ValueError):
        return None


def count_at(tape: Tape, i: int) -> tuple[int, int] | None:
    """A whole number in figures or words at i, and the place after it."""
    token = tape.at(i)
    if token.tag == "num" and len(token.value) <= 3:
        return int(token.value), i + 1
    if token.tag == "numword":
        return int(token.value), i + 1
    if token.text in ("a", "an", "1 x"):
        return 1, i + 1
    return (2, i + 3) if token.text == "couple" and tape.is_word(i + 1, "of") else None


def length(tape: Tape, i: int) -> Length | None:
    """ "3 months", "within six weeks of publication", "in the last three years"."""
    sign, sure, at = _before_length(tape, i)
    band = _band(tape, at) if sign > 0 else None
    count = band or count_at(tape, at) or _one_unit(tape, i, at)
    if count is None:
        return None
    unit_place = tape.skip_hyphen(count[1])
    unit = unit_at(tape, unit_place)
    if unit is None or (unit[0] == "year" and count[0] > _LONGEST_YEARS):
        return None
    if tape.tag(at) == "word" and not sure and unit[0] == "year" and i == at:
        return None
    return _with_base(
        tape,
        Length(
            count[0],
            unit[0],
            sign,
            sure,
            i,
            unit[1],
            "",
            (*_band_doubt(band, unit[0]), *_this_unit(tape, at, unit[0])),
        ),
    )


def _one_unit(tape: Tape, i: int, at: int) -> tuple[int, int] | None:
    """One unit without a number: "within the month", not "in the year" or "previous years"."""
    says_so = tape.tag(i) == "gov" and tape.at(i).value in ("within", "past")
    single = tape.tag(at) == "unit" and not tape.at(at).text.endswith("s")
    return (1, at) if says_so and single else None


def _before_length(tape: Tape, i: int) -> tuple[int, bool, int]:
    """The sign, whether it is a deadline, and the place of the number."""
    token = tape.at(i)
    if token.tag == "gov" and token.value == "past":
        return -1, True, i + 1
    if token.tag == "this" and token.value != "0" and count_at(tape, i + 1):
        return int(token.value), True, i + 1
    if token.tag == "gov" and token.value in ("within", "in", "about", "after", "by", "until"):
        at = tape.skip(i + 1, "the", "next", "about", "approximately", "a maximum of")
        at += tape.tag(at) == "gov" and tape.at(at).value in ("within", "about")
        sign = -1 if tape.at(at).text in ("last", "past") else 1
        at += sign < 0
        deadline = token.value == "within" or token.text == "in"
        return sign, deadline or sign < 0, at
    return 1, False, i


def _band(tape: Tape, i: int) -> tuple[int, int] | None:
    """ "3-6 months", "3 to 6 months": the later end."""
    token = tape.at(i)
    if token.tag == "two" and token.value in "-/" and token.numbers[0] < token.numbers[1]:
        return token.numbers[1], i + 1
    one = count_at(tape, i)
    if one and (tape.tag(one[1]) == "dash" or tape.is_word(one[1], "to", "or")):
        other = count_at(tape, one[1] + 1)
        if other and other[0] > one[0]:
            return other
    return None


def _band_doubt(band: tuple[int, int] | None, unit: str) -> tuple[Doubt, ...]:
    if band is None:
        return ()
    return (Doubt("two lengths; the longer is taken", f"{band[0]} {unit}s"),)


def _this_unit(tape: Tape, at: int, unit: str) -> tuple[Doubt, ...]:
    """ "within the month" may be a month from now or the month that runs."""
    if tape.tag(at) != "unit" or not tape.is_word(at - 1, "the", "within"):
        return ()
    return (Doubt(f"a {unit} from now, or the {unit} that runs", "the last day meant"),)


def unit_at(tape: Tape, i: int) -> tuple[str, int] | None:
    """A unit of time at i, with "working" read across (the words may stand apart)."""
    i = tape.skip(i, "calendar")
    token = tape.at(i)
    if token.tag == "unit":
        return token.value, i + 1
    return ("quarter", i + 1) if token.tag == "quarter" and token.text == "quarter" else None


def _with_base(tape: Tape, found: Length) -> Length:
    """What the length is counted from, where the words say so ("of publication", "ago")."""
    after = found.end
    if tape.tag(after) == "ago":
        return _but(found, sign=-1, sure=True, end=after + 1)
    token = tape.at(after)
    before = token.tag == "gov" and token.value == "before"
    counted = before or token.text in (
        "of",
        "from",
        "after",
        "following",
        "since",
        "post",
        "on receipt of",
        "upon",
    )
    what = tape.skip(after + 1, "the", "its", "this", "date of", "a")
    if not counted or not _is_base(tape, what, sure=found.sure):
        return found
    return _but(found, sign=-1 if before else 1, sure=True, end=what, base=_rest(tape, what))


def _is_base(tape: Tape, i: int, *, sure: bool) -> bool:
    """An event or a date; after "within N of" anything is what it is counted from."""
    return (
        tape.tag(i) in ("event", "dmy", "iso", "month")
        or (sure and bool(tape.tag(i)))
        or (tape.tag(i) in ("num", "ord") and tape.tag(i + 1) == "month")
    )


def _rest(tape: Tape, i: int) -> str:
    """The words from i to the end of the clause."""
    words = []
    while tape.tag(i) not in ("", "break", "close", "comma"):
        words.append(tape.at(i).text)
        i += 1
    return " ".join(words)


def _but(found: Length, *, sign: int, sure: bool, end: int, base: str = "") -> Length:
    return Length(found.count, found.unit, sign, sure, found.start, end, base, found.doubts)
