"""Two versions of a plan side by side: what was added, dropped, reworded, and what else differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.plans.side_by_side import Printed, Run, apart, runs

ROW = Printed(public_id="P1-A1", text="Meet the head teachers", leads=("Ann Adams",))


def version(*rows):
    return {row.public_id: row for row in rows}


def other(**changes):
    return Printed(**{**vars(ROW), **changes})


@pytest.mark.parametrize(
    ("after", "reworded", "fields"),
    [
        (other(), None, None),
        (other(text="•  meet the HEAD teachers."), None, None),
        (other(leads=("ann adams",)), None, None),
        (other(number="ii)"), None, None),
        (other(text="Meet all head teachers"), True, ()),
        (other(leads=("Ben Brown",)), False, ("lead",)),
        (other(days=("July 2012",)), False, ("day",)),
        (other(tests=("A minute of each",)), False, ("test",)),
        (other(text="Ring them", leads=(), tests=("A list",)), True, ("lead", "test")),
    ],
)
def test_a_row_of_both_versions_says_in_what_they_differ(after, reworded, fields):
    found = apart(version(ROW), version(after))
    if fields is None:
        assert (found.changed, found.same, found.is_same) == ((), 1, True)
    else:
        (one,) = found.changed
        assert (one.before, one.after, one.reworded, one.fields) == (ROW, after, reworded, fields)
        assert (found.same, found.is_same) == (0, False)


def test_a_row_of_one_version_alone_was_added_or_dropped():
    second = other(public_id="P1-A2")
    found = apart(version(ROW), version(second))
    assert (found.added, found.dropped, found.is_same) == ((second,), (ROW,), False)


def test_the_order_of_several_leads_makes_no_difference():
    two, turned = other(leads=("Ann", "Ben")), other(leads=("Ben", "Ann"))
    assert apart(version(two), version(turned)).is_same


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("Meet them", "Meet them", [("Meet them", False)], [("Meet them", False)]),
        (
            "Meet each head",
            "Meet every new head",
            [("Meet", False), ("each", True), ("head", False)],
            [("Meet", False), ("every new", True), ("head", False)],
        ),
        ("Meet them.", "meet them", [("Meet them.", False)], [("meet them", False)]),
        ("", "Meet", [], [("Meet", True)]),
        (
            "Carers & schools",
            "Carers schools",
            [("Carers", False), ("&", True), ("schools", False)],
            [("Carers schools", False)],
        ),
    ],
)
def test_words_that_only_one_text_has_are_marked(before, after, old, new):
    assert runs(before, after) == ([Run(*one) for one in old], [Run(*one) for one in new])


@given(st.text("ab ,.&", max_size=30), st.text("ab ,.&", max_size=30))
def test_no_word_of_either_text_is_lost(before, after):
    old, new = runs(before, after)
    assert " ".join(run.text for run in old).split() == before.split()
    assert " ".join(run.text for run in new).split() == after.split()
