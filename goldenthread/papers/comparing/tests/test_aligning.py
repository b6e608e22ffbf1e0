"""Which part belongs to which: by the same words, by key, by likeness, by order."""

import pytest

from goldenthread.papers.comparing.aligning import pairs

CASES = """
a b c              | a b c              | 00 11 22
a b c              | c a b              | 01 12 20
a b c              | a c                | 00 1- 21
a c                | a b c              | 00 12 -1
k1 k2              | k2x k1x            | 01 10
k1 k1 k2           | k1 k2              | 00 1- 21
a qqqqqqqq c       | a qqqqqqqz c       | 00 11 22
a 12 c             | a 99 c             | 00 11 22
a 12 13 c          | a 99 c             | 00 1- 2- 32 -1
"""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [[cell.split() for cell in line.split("|")] for line in CASES.strip().splitlines()],
)
def test_parts_stand_beside_their_counterparts(before, after, told):
    found = pairs(
        before,
        after,
        keys=[lambda word: word[:2] if word.startswith("k") else None],
        text=str,
        alike=80,
    )
    written = ["".join("-" if place is None else str(place) for place in pair) for pair in found]
    assert written == told
