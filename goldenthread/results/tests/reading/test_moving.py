"""Which way a measure moved: only a signal is a change."""

import pytest

from goldenthread.results.reading import xmr
from goldenthread.results.reading.moving import moved
from goldenthread.results.reading.xmr import Terms
from goldenthread.results.tests.reading.drawn import months

STEADY = "49 51 " * 6


@pytest.mark.parametrize(
    ("line", "better", "word", "why"),
    [
        (f"{STEADY} 45", "higher", "none", "no change that can be told from chance"),
        (f"{STEADY} 40", "higher", "worse", "outside a limit"),
        (f"{STEADY} 40", "lower", "better", "outside a limit"),
        (f"{STEADY} 40", "neither", "lower", "outside a limit"),
        (f"{STEADY} 60", "neither", "higher", "outside a limit"),
        (f"{STEADY} 40?", "higher", "worse", "outside a limit; provisional"),
        (f"{STEADY} 40 -", "higher", "worse", "outside a limit"),
        ("49 51 49", "higher", "none", "trial limits: 3 points, and 12 are wanted"),
        ("49", "higher", "none", "no limits: no two periods with settled figures"),
        ("-", "higher", "none", "no value"),
    ],
)
def test_a_move_within_the_limits_is_none(line, better, word, why):
    said = moved(xmr.chart(months(line), Terms(form="count", better=better)))
    assert said.word == word
    assert why in said.why
