"""Made wordings against their labels, one test a wording."""

import pytest

from goldenthread.basics.wording import read
from goldenthread.basics.wording.tests.drawn import differing, drawn

FILES = ("wordings.txt", "wordings_set_aside.txt", "wordings_last.txt")
ROWS = [row for name in FILES for row in drawn(name)]


@pytest.mark.parametrize(("wording", "anchor", "wanted"), ROWS, ids=[row[0] for row in ROWS])
def test_a_wording_reads_as_labelled(wording, anchor, wanted):
    assert differing(read(wording, anchor=anchor), wanted) == {}


def test_few_readable_wordings_are_asked_about():
    sure = [row for row in ROWS if row[2]["asks"] == "no"]
    asked = [wording for wording, anchor, _ in sure if read(wording, anchor=anchor).question]
    assert len(sure) > 200
    assert len(asked) < len(sure) * 0.05
