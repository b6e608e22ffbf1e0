"""What may be typed as a figure, what is refused, and in which words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.results import figures
from goldenthread.results.figures import NotAFigure, parse


@pytest.mark.parametrize(
    ("typed", "form", "number", "numerator", "denominator"),
    [
        ("12 of 14", "share", "85.7143", 12, 14),
        ("12 out of 14", "share", "85.7143", 12, 14),
        ("12/14", "share", "85.7143", 12, 14),
        ("  12\u00a0of  14 ", "share", "85.7143", 12, 14),
        ("85.7% (12/14)", "share", "85.7143", 12, 14),
        ("86% (12 of 14)", "share", "85.7143", 12, 14),
        ("85.71 per cent (12 of 14)", "share", "85.7143", 12, 14),
        ("12 of 14 (85.7%)", "share", "85.7143", 12, 14),
        ("86%, 12 of 14", "share", "85.7143", 12, 14),
        ("12 of 14 = 85.7%", "share", "85.7143", 12, 14),
        ("86% – 12 of 14", "share", "85.7143", 12, 14),
        ("1,234 of 2,000", "share", "61.7", 1234, 2000),
        ("12.5% (1 of 8)", "share", "12.5", 1, 8),
        ("13% (1 of 8)", "share", "12.5", 1, 8),
        ("0 of 56", "share", "0", 0, 56),
        ("14 of 14", "share", "100", 14, 14),
        ("0 of 56", "count", "0", 0, 56),
        ("328", "count", "328", 328, None),
        ("328 children", "count", "328", 328, None),
        ("1,328", "count", "1328", 1328, None),
        ("62.1 (271 of 43,640)", "rate", "62.0990", 271, 43640),
        ("12.4 (1,240 of 100)", "mean", "12.4", 1240, 100),
        ("12.5 (25.0 of 2)", "mean", "12.5", 25, 2),
    ],
)
def test_a_figure_is_read_with_numerator_and_denominator(
    typed, form, number, numerator, denominator
):
    read = parse(typed, form=form, unit="children")
    assert (read.number, read.numerator, read.denominator) == (
        Decimal(number), numerator, denominator
    )  # fmt: skip
    assert read.printed == " ".join(typed.split())


@pytest.mark.parametrize(
    ("typed", "form", "why"),
    [
        ("85.7%", "share", "does not say out of how many"),
        ("85.7", "share", "does not say out of how many"),
        ("100%", "share", "does not say out of how many"),
        ("approaching 100%", "share", "“approaching” says about how much"),
        ("Approaching 100% same day response", "share", "“Approaching” says about how much"),
        ("about 85% (12 of 14)", "share", "“about” says about how much"),
        ("~85%", "share", "“~” says about how much"),
        ("c. 85%", "share", "says about how much"),
        ("low – zero", "count", "“low” is a description"),
        ("over half", "share", "“over” gives one side"),
        ("more than 80%", "share", "“more than” gives one side"),
        ("<5", "count", "“<” gives one side"),
        ("5+", "count", "gives one side"),
        ("80% or above", "share", "“or above” is what is to be reached"),
        ("at least 80%", "share", "is what is to be reached"),
        ("≥ 80%", "share", "is what is to be reached"),
        ("nil", "count", "“nil” does not say out of how many"),
        ("Nil.", "share", "does not say out of how many"),
        ("n/a", "share", "“n/a” is no figure"),
        ("TBC", "count", "“TBC” is no figure"),
        ("–", "share", "not a figure"),
        ("-", "share", "“-” is no figure"),
        ("", "share", "Nothing was entered"),
        ("80-90%", "share", "gives two ends"),
        ("5 to 10", "count", "gives two ends"),
        ("31/03/2012", "share", "looks like a date"),
        ("3/2012", "share", "a month and a year"),
        ("85,7% (12 of 14)", "share", "a comma stands only before three digits"),
        ("12,34 of 2,000", "share", "a comma stands only before three digits"),
        ("-3", "count", "not negative"),
        ("£190", "count", "an amount of money"),
        ("twelve of fourteen", "share", "not a figure that can be read"),
        ("improving", "share", "“improving” is a description"),
        ("15 of 14", "share", "the part is more than the whole"),
        ("57 of 56", "count", "the part is more than the whole"),
        ("0 of 0", "share", "Out of nobody"),
        ("12.5 of 14", "share", "in whole numbers"),
        ("12 of 14.5", "share", "in whole numbers"),
        ("3.5", "count", "in whole numbers"),
        ("1.00001 of 2", "mean", "more than four decimals"),
        ("85% (12/14)", "share", "12 of 14 is 85.7, not 85"),
        ("85.8% (12/14)", "share", "12 of 14 is 85.7, not 85.8"),
        ("0.857 (12/14)", "share", "12 of 14 is 85.714, not 0.857"),
        ("85.7% (12/14)", "rate", "A per cent sign does not belong"),
        ("4 (3 of 56)", "count", "3 of 56 is 3.0, not 4"),
        ("85.7%", "count", "A per cent sign does not belong"),
        ("12 of 9999999999", "share", "larger than any count"),
    ],
)
def test_what_is_no_figure_is_refused_in_words(typed, form, why):
    with pytest.raises(NotAFigure, match=r"^VISITS: ") as refused:
        parse(typed, form=form, where="VISITS")
    assert why in str(refused.value)
    assert str(refused.value).endswith("Nothing was changed.")


def test_a_refusal_says_what_to_enter_instead():
    with pytest.raises(NotAFigure, match="Enter numerator and denominator, such as “12 of 14”"):
        parse("approaching 100%", form="share")
    with pytest.raises(NotAFigure, match="such as “3” or “0 of 56”"):
        parse("low – zero", form="count")


def test_a_refusal_never_repeats_what_was_typed_beside_the_words_it_knows():
    with pytest.raises(NotAFigure) as refused:
        parse("about 3 children of the Rowan household", form="count")
    assert "Rowan" not in str(refused.value)


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 4))
def test_a_number_rounded_to_its_decimals_agrees_and_one_further_off_does_not(part, whole, places):
    part = min(part, whole)
    shown = figures.rounded(100 * figures.Fraction(part, whole), str(Decimal(1).scaleb(-places)))
    assert parse(f"{shown}% ({part} of {whole})", form="share").denominator == whole
    off = shown + Decimal(1).scaleb(-places)
    with pytest.raises(NotAFigure):
        parse(f"{off + Decimal(1).scaleb(-places)}% ({part} of {whole})", form="share")
