"""What a figure of an answer says and does not say, and whether two may be compared; plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from goldenthread.basics.days import without_weekday
from goldenthread.plans import small_numbers
from goldenthread.results.reading.samples import interval

NOT_GIVEN = "out of how many: not given"
NOUGHT = Decimal(0)

Better = Literal["", "higher", "lower"]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A figure as it was typed in.

    Attributes:
        value, unit:            as printed, such as 89 and "percent"; None where only words are.
        numerator, denominator: how many of how many, where somebody said so.
        at_least:               the numerator is the smallest that the words can mean.
        as_at:                  the day on which it held.
        better:                 which way is better, where somebody said so.
        adverse:                the answer itself says that it is not good enough.
        limit:                  a length or limit that the text names, not a count of anything.
    """

    name: str
    value: Decimal | None
    unit: str
    numerator: int | None = None
    denominator: int | None = None
    at_least: bool = False
    as_at: date | None = None
    better: Better = ""
    adverse: bool = False
    limit: bool = False


def in_words(told: Told) -> str:
    """The figure in a line: value, out of how many, reading, day."""
    parts = [_value(told)]
    if not told.limit:
        parts.append(_out_of(told))
    if told.adverse:
        parts.append("adverse")
    if told.better:
        parts.append(f"{told.better} is better")
    parts.append(f"as at {without_weekday(told.as_at)}" if told.as_at else "as-at day not given")
    return "; ".join(parts)


def _value(told: Told) -> str:
    if told.value is None:
        return "no value"
    number = f"{told.value.normalize():f}"
    more = "more than " if told.at_least else ""
    return f"{more}{number}%" if told.unit == "percent" else f"{more}{number} {told.unit}".strip()


def _out_of(told: Told) -> str:
    if told.denominator is None:
        return NOT_GIVEN
    if told.numerator is None:
        return f"out of {told.denominator}, how many of them: not given"
    said = f"{told.numerator} of {told.denominator}"
    if not told.at_least:
        return said
    found = interval(told.numerator, told.denominator)
    return f"at least {said}, which lies between {found.low}% and {found.high}% at that minimum"


def tells_of_few(told: Told) -> bool:
    """Whether it counts 1 to 5 children, families or workers, itself or by what is left over."""
    counts = told.value if told.unit != "percent" else None
    few = small_numbers.tells_of_few(told.numerator, told.denominator)
    return not told.limit and (few or counts in small_numbers.SMALL)


def warning_of_few(figures: Sequence[Told]) -> str:
    """What to decide before an answer with such figures is published; empty without any."""
    names = "; ".join(one.name for one in figures if tells_of_few(one))
    return f"Counts of 1 to 5 may tell who is meant. Decide before publishing: {names}." * bool(
        names
    )


@dataclass(frozen=True)
class Compared:
    """Whether an earlier figure may be set against a later one, and in words why not or how."""

    is_comparable: bool
    words: str


def compare(earlier: Told, later: Told) -> Compared:
    """Set two figures of one name side by side, or say what is missing for it."""
    why = _why_not(earlier, later)
    if why:
        return Compared(False, f"Not comparable: {why}.")
    before, after = earlier.value or NOUGHT, later.value or NOUGHT
    if before == after:
        return Compared(True, "The same as before.")
    moved = "higher" if after > before else "lower"
    if later.better:
        return Compared(
            True, "Better than before." if moved == later.better else "Worse than before."
        )
    return Compared(True, f"{moved.capitalize()} than before; which way is better was not said.")


def _why_not(earlier: Told, later: Told) -> str:
    both = (earlier, later)
    if earlier.unit != later.unit:
        return f"“{earlier.unit}” and “{later.unit}” are different units"
    if any(one.value is None or one.at_least or one.limit for one in both):
        return "one of them is no exact number"
    if any(one.as_at is None for one in both):
        return "the day of one of them is not given"
    if earlier.unit == "percent" and any(one.denominator is None for one in both):
        return NOT_GIVEN
    if earlier.better and later.better and earlier.better != later.better:
        return "one says that higher is better and the other that lower is"
    return ""
