"""Names that changed over the years, and what a search asks for instead."""

import re
from pathlib import Path

import pytest

from goldenthread.basics.names import CHANGED, Sought, sought

GLOSSARY = Path(__file__).parents[3] / "docs" / "glossary.md"


@pytest.mark.parametrize(
    ("typed", "words", "another"),
    [
        ("lac", ["lac"], ("cypic",)),
        ("lac reviews", ["lac", "reviews"], ("cla",)),
        ("statutory crb checks", ["statutory", "crb", "checks"], ("dbs",)),
        ("looked after children", ["looked after children"], ("lac",)),
        ("child in care council", ["child in care", "council"], ("cla",)),
        ("caf", ["caf"], ("early", "help", "assessment")),
        ("lscb", ["lscb"], ("scp",)),
    ],
)
def test_a_name_is_looked_for_by_every_name_of_the_thing(typed, words, another):
    found = sought(typed.split())
    assert [" ".join(one.words) for one in found] == words
    assert another in {other for one in found for other in one.others}


@pytest.mark.parametrize("typed", ["lack", "looked", "looked after", "child", "board", "cl"])
def test_what_only_begins_like_a_name_is_looked_for_as_it_is(typed):
    assert sought(typed.split()) == tuple(Sought((word,)) for word in typed.split())


def test_the_longest_name_wins():
    found = sought(["local", "safeguarding", "children", "board", "annual"])
    assert [len(one.words) for one in found] == [4, 1]


def test_the_glossary_says_what_changed_for_every_short_name():
    said = GLOSSARY.read_text().split("## Names that changed")[1].split("\n## ")[0]
    listed = {name.lower() for name in re.findall(r"\*\*([A-Z]{3,5})\*\*", said)}
    assert listed == {form[0] for names in CHANGED for form in names.forms if len(form) == 1}
