"""A typed figure: number, numerator and denominator that agree, or in words why not; pure."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from goldenthread.basics.errors import UserFacingError
from goldenthread.results import refusals
from goldenthread.results.kinds import PER, Form

_N = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_PART = rf"(?P<numerator>{_N})\s*(?P<of>of|out\s+of|/)\s*(?P<denominator>{_N})"
_NUMBER = rf"(?P<number>{_N})\s*(?P<sign>%|per\s?cent)?"
# (A comma without a space may be a decimal one.)
_BESIDE = r"(?:\s*[-–—:;=]|,(?=\s))\s*"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        _PART,
        _NUMBER,
        rf"{_NUMBER}\s*[(\[]\s*{_PART}\s*[)\]]",
        rf"{_NUMBER}{_BESIDE}{_PART}",
        rf"{_PART}\s*[(\[]\s*{_NUMBER}\s*[)\]]",
        rf"{_PART}{_BESIDE}{_NUMBER}",
    )
)
_MONTHS, _YEARS = range(1, 13), range(1990, 2100)
LARGEST = 10**9
PLACES = Decimal("0.0001")


class NotAFigure(UserFacingError):
    """What was typed is no figure of the measure: where, why, and what to enter instead."""


@dataclass(frozen=True)
class Figure:
    """A figure as it is kept, with the words as typed.

    `number` is in the measure's unit, rounded to four places; `denominator` is None only for
    a count that does not say out of how many.
    """

    printed: str
    number: Decimal
    numerator: Decimal
    denominator: int | None


def parse(typed: str, *, form: str, unit: str = "", where: str = "Figure") -> Figure:
    """Read what somebody typed as the figure of a measure.

    Args:
        form:  one of `kinds.Form`: what the number is made of.
        unit:  the measure's unit, which may be typed after the figure.
        where: what a refusal begins with, such as the measure's code.

    Raises:
        NotAFigure: it is vague, a target, not whole, has no denominator where one is needed,
                    or the number is not its numerator over its denominator, rounded.

    >>> parse("85.7% (12/14)", form="share").number
    Decimal('85.7143')
    """
    words = " ".join(typed.split())
    try:
        return _figure(words, form, unit)
    except ValueError as error:
        advice = refusals.COUNTED if form == Form.COUNT else refusals.FIGURE
        why = str(error)
        tail = "" if why == refusals.EMPTY else f" {advice}"
        raise NotAFigure(f"{where}: {why}{tail} Nothing was changed.") from None


def rounded(figure: Fraction, places: str = "0.1") -> Decimal:
    """A figure for people to read: halves go up."""
    exact = Decimal(figure.numerator) / Decimal(figure.denominator)
    return exact.quantize(Decimal(places), ROUND_HALF_UP)


def plain(figure: Fraction) -> str:
    """At most one decimal, no idle zero: "80", "76.5", "1,234"."""
    text = f"{rounded(figure):,}"
    return text.removesuffix(".0")


def _figure(words: str, form: str, unit: str) -> Figure:
    if not words:
        raise ValueError(refusals.EMPTY)
    found = _matched(words, unit)
    if found is None:
        raise ValueError(refusals.why_not(words))
    given = found.groupdict()
    _sign_fits(given.get("sign"), form)
    if given.get("numerator") is None:
        return _number_alone(words, _read(given["number"] or ""), form)
    numerator, denominator = _parts(given, form)
    exact = _exact(numerator, denominator, form)
    if given.get("number") is not None:
        _agrees(given["number"] or "", exact, given)
    return Figure(words, rounded_to_store(exact), numerator, denominator)


def rounded_to_store(exact: Fraction) -> Decimal:
    """A figure as the table keeps it, to four places."""
    return rounded(exact, str(PLACES))


def _matched(words: str, unit: str) -> re.Match[str] | None:
    bare = words
    if unit and unit != "%" and words.casefold().endswith(f" {unit.casefold()}"):
        bare = words[: -len(unit)].rstrip()
    return next((found for shape in _SHAPES if (found := shape.fullmatch(bare))), None)


def _read(text: str) -> Decimal:
    number = Decimal(text.replace(",", ""))
    if number > LARGEST:
        raise ValueError("The number is larger than any count of people.")
    return number


def _sign_fits(sign: str | None, form: str) -> None:
    if sign and form != Form.SHARE:
        raise ValueError(f"A per cent sign does not belong to a {Form(form).label.lower()}.")


def _number_alone(words: str, number: Decimal, form: str) -> Figure:
    if form != Form.COUNT:
        raise ValueError("It does not say out of how many.")
    _whole(number)
    return Figure(words, number, number, None)


def _parts(given: dict[str, str | None], form: str) -> tuple[Decimal, int]:
    numerator, denominator = _read(given["numerator"] or ""), _read(given["denominator"] or "")
    _whole(denominator)
    if form == Form.MEAN:
        if numerator != numerator.quantize(PLACES):
            raise ValueError("The sum has more than four decimals.")
    else:
        _whole(numerator)
    if given["of"] == "/" and numerator in _MONTHS and denominator in _YEARS:
        raise ValueError("This looks like a month and a year. Write “of” for the figure.")
    if not denominator:
        raise ValueError("Out of nobody: there is no figure for this period. Leave it out.")
    if form != Form.MEAN and numerator > denominator:
        raise ValueError(f"{numerator:,} of {denominator:,}: the part is more than the whole.")
    return numerator, int(denominator)


def _whole(number: Decimal) -> None:
    if number != number.to_integral_value():
        raise ValueError("What is counted is counted in whole numbers.")


def _exact(numerator: Decimal, denominator: int, form: str) -> Fraction:
    if form == Form.COUNT:
        return Fraction(numerator)
    return Fraction(numerator) * PER[form] / denominator


def _agrees(typed: str, exact: Fraction, given: dict[str, str | None]) -> None:
    """The typed number is the quotient, rounded to the decimals that were typed."""
    decimals = len(typed.partition(".")[2])
    if abs(Fraction(_read(typed)) - exact) <= Fraction(1, 2 * 10**decimals):
        return
    shown = rounded(exact, str(Decimal(1).scaleb(-max(decimals, 1))))
    of = f"{given['numerator']} of {given['denominator']}"
    raise ValueError(f"{of} is {shown}, not {typed}. Look which of the three is right.")
