"""What is named as the verb that fills a missing step can be called."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from goldenthread.thread import my_work, telling

# "plans.accept" after `verb=`, or as what a function answers.
VERB = re.compile(r'(?:verb=|fills = |return )"((?:inspections|plans|results)\.[a-z_]+)"')
NAMED = {
    name
    for module in (telling, my_work)
    for name in VERB.findall(Path(module.__file__).read_text())
}


def test_verbs_are_found():
    assert {"plans.file_evidence", "plans.accept", "plans.complete"} <= NAMED


@pytest.mark.parametrize("name", sorted(NAMED))
def test_a_verb_that_is_named_can_be_called(name):
    room, _, verb = name.partition(".")
    assert callable(getattr(import_module(f"goldenthread.{room}.actions"), verb))
