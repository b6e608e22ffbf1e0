"""What a figure says and does not say, and whether two may be compared."""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.governance.figures import (
    Told,
    compare,
    in_words,
    tells_of_few,
    warning_of_few,
)

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 30)


def told(value, unit="percent", **more):
    number = None if value is None else Decimal(str(value))
    return Told(name="Visits in time", value=number, unit=unit, **more)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (told(89), "89%; out of how many: not given; as-at day not given"),
        (told(89, as_at=MAY), "89%; out of how many: not given; as at 31 May 2026"),
        (
            told("89.50", denominator=38, numerator=34, as_at=MAY),
            "89.5%; 34 of 38; as at 31 May 2026",
        ),
        (
            told(100, denominator=38),
            "100%; out of 38, how many of them: not given; as-at day not given",
        ),
        (told(3, "children"), "3 children; out of how many: not given; as-at day not given"),
        (told(7, ""), "7; out of how many: not given; as-at day not given"),
        (told(None), "no value; out of how many: not given; as-at day not given"),
        (told(18, "months", limit=True), "18 months; as-at day not given"),
        (
            told(33, adverse=True, better="lower"),
            "33%; out of how many: not given; adverse; lower is better; as-at day not given",
        ),
        (
            told(50, numerator=12, denominator=22, at_least=True),
            (
                "more than 50%; at least 12 of 22, which lies between 35% and 73% at that minimum; "
                "as-at day not given"
            ),
        ),
    ],
)
def test_a_figure_says_what_is_known_and_what_is_not_given(figure, words):
    assert in_words(figure) == words


@pytest.mark.parametrize(
    ("figure", "few"),
    [
        (told(3, "children"), True),
        (told(5, "children"), True),
        (told(6, "children"), False),
        (told(0, "children"), False),
        (told(3), False),
        (told(89, numerator=34, denominator=38), True),
        (told(50, numerator=11, denominator=22), False),
        (told(3, "months", limit=True), False),
        (told(None), False),
    ],
)
def test_a_count_of_one_to_five_is_told_of_before_publishing(figure, few):
    assert tells_of_few(figure) is few
    assert ("Visits in time" in warning_of_few([figure])) is few


SHARE = {"denominator": 40, "as_at": MAY}


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        (told(80, **SHARE), told(85, **SHARE, better="higher"), "Better than before."),
        (told(80, **SHARE), told(85, **SHARE, better="lower"), "Worse than before."),
        (told(80, **SHARE), told(70, **SHARE, better="lower"), "Better than before."),
        (told(80, **SHARE), told("80.0", **SHARE), "The same as before."),
        (told(80, **SHARE), told(70, **SHARE), "Lower than before; which way is better was not said."),
        (told(3, "children", as_at=MAY), told(4, "children", as_at=JUNE, better="lower"), "Worse than before."),
        (told(80, **SHARE), told(9, "children"), "Not comparable: “percent” and “children” are different units."),
        (told(80), told(85), "Not comparable: the day of one of them is not given."),
        (told(80, as_at=MAY), told(85, **SHARE), "Not comparable: out of how many: not given."),
        (told(None, **SHARE), told(85, **SHARE), "Not comparable: one of them is no exact number."),
        (
            told(80, **SHARE, better="lower"),
            told(85, **SHARE, better="higher"),
            "Not comparable: one says that higher is better and the other that lower is.",
        ),
    ],
)  # fmt: skip
def test_two_figures_are_compared_only_where_both_say_enough(earlier, later, words):
    compared = compare(earlier, later)
    assert compared.words == words
    assert compared.is_comparable == (not words.startswith("Not"))
