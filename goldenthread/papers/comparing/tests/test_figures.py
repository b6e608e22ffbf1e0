"""What a figure is, when two say the same, and what a changed text tells."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.papers.comparing.figures import changed, figures

ALIKE = """
45%                      | 45 per cent
45 %                     | 45.0 percent
1,000 visits             | 1000 visits
1,234,567                | 1234567
2.0 teams                | 2 teams
three teams              | 3 teams
Twelve visits            | 12 visits
14 of 20                 | 14 out of 20
14 of the 20 children    | fourteen of twenty
14/20                    | 14 of 20
c of 20                  | c out of 20
16 March 2026            | 16/03/2026
Monday 16 March 2026     | 16th March 2026
16 Mar 2026              | 2026-03-16
March 16, 2026           | 16.03.2026
5/6/26                   | 5 June 2026
Sept 2026                | September 2026
2025/26                  | 2025-26
£1.2m                    | £1,200,000
£1.20                    | £1.2
2 million                | 2,000,000
-5%                      | −5 per cent
5th                      | The 5th
p1 is not P1-A12 of Q3   | P1-A12, Q3 and p1
one of the teams         | some of the teams
no one and one another   | nobody and each other
may be late              | will be late
"""
UNLIKE = """
45%              | 45              | 45% -> 45
45%              | 46%             | 45% -> 46%
1,000            | 10,000          | 1,000 -> 10,000
5.1              | 5.10            | 5.1 -> 5.10
1.2.3            | 1.2.4           | 1.2.3 -> 1.2.4
14 of 20         | 14 of 21        | 14 of 20 -> 14 of 21
14 of 20         | 20 of 14        | 14 of 20 -> 20 of 14
three teams      | four teams      | three -> four
one action       | two actions     | one -> two
3 teams          | teams           | 3 ->
teams            | 3 teams         | -> 3
16 March 2026    | 16 May 2026     | 16 March 2026 -> 16 May 2026
16 March 2026    | 16 March 2027   | 16 March 2026 -> 16 March 2027
March 2026       | May 2026        | March 2026 -> May 2026
3 May and 45%    | 46% and 3 May   | 45% -> 46%
3 May and 45%    | 4 May and 46%   | 3 May -> 4 May; 45% -> 46%
£5               | £6              | £5 -> £6
£5k              | £5m             | £5k -> £5m
c                | 4               | c -> 4
P1-A12           | P1-A13          | P1-A12 -> P1-A13
-5%              | 5%              | -5% -> 5%
2025/26          | 2026/27         | 2025/26 -> 2026/27
4 and 4 and 5    | 4 and 5         | 4 ->
"""


def drawn(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("before", "after"), drawn(ALIKE))
def test_figures_that_say_the_same_are_alike_however_they_are_written(before, after):
    assert changed(before, after) == []


@pytest.mark.parametrize(("before", "after", "told"), drawn(UNLIKE))
def test_each_figure_that_changed_is_told_beside_what_took_its_place(before, after, told):
    said = "; ".join(f"{one} -> {other}".strip() for one, other in changed(before, after))
    assert said == told


def test_figures_in_another_order_are_the_same():
    assert changed("14 of 20 by 3 May", "by 3 May, 14 of 20") == []


@given(st.text(alphabet=string.ascii_letters + string.digits + " .,/-–%£()c\n", max_size=60))
def test_no_digit_stands_outside_the_figures(text):
    found = "".join(figure.printed for figure in figures(text))
    digits = [letter for letter in text if letter.isdigit()]
    assert [letter for letter in found if letter.isdigit()] == digits


@given(st.text(max_size=80))
def test_any_text_has_the_same_figures_as_itself(text):
    assert changed(text, text) == []
