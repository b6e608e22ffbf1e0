"""S-10: fewer is good only where it is shown that they are safe."""

import pytest

from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.results.reading.fewer import BALANCING, Balancing, fewer
from goldenthread.results.reading.series import Reading

SAME = Balancing("Re-referrals", Reading.COMMON, is_enough=True)
WORSE = Balancing("Repeat plans", Reading.CONCERN, is_enough=True)
FEW = Balancing("Repeat plans", Reading.CONCERN, is_enough=False)
SILENT = Balancing("Repeat plans", Reading.UNREAD, is_enough=True)
MISSING = Balancing("Repeat plans", Reading.MISSING, is_enough=True)


@pytest.mark.parametrize(
    ("balancing", "words"),
    [
        ((), "fewer; whether safely is not shown: no balancing measure"),
        ((SAME,), "fewer, and no balancing measure is worse: Re-referrals"),
        ((SAME, WORSE), "fewer, and a balancing measure is worse: Repeat plans"),
        ((SILENT, WORSE), "fewer, and a balancing measure is worse: Repeat plans"),
        ((SAME, FEW), "fewer; whether safely is not shown: nothing to be read of Repeat plans"),
        ((SAME, SILENT), "fewer; whether safely is not shown: nothing to be read of Repeat plans"),
        ((MISSING,), "fewer; whether safely is not shown: nothing to be read of Repeat plans"),
    ],
)
def test_s10_a_fall_is_read_beside_its_balancing_measures(balancing, words):
    said = fewer(balancing)
    assert said.words == words
    assert words.startswith(said.safely)


def test_s10_each_balancing_measure_is_an_indicator():
    known = set(INDICATORS)
    named = {*BALANCING, *(name for names in BALANCING.values() for name in names)}
    assert named <= known
