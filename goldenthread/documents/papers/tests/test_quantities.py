"""Numbers of a sentence: what counts something and what does not."""

import pytest

from goldenthread.documents.papers.numbers import value_of
from goldenthread.documents.papers.quantities import LONGEST_SENTENCE, quantities_in


def test_a_sentence_too_long_to_be_one_holds_no_quantity():
    text = "There are 40 children. "
    assert quantities_in(text)
    assert quantities_in(text + "x" * LONGEST_SENTENCE) == []


@pytest.mark.parametrize(
    ("printed", "value"),
    [("a dozen", 12), ("two dozen", 24), ("forty-two", 42), ("1,250", 1250), ("2.5", 2.5)],
)
def test_a_number_in_words_or_figures_has_its_value(printed, value):
    assert value_of(printed) == value


def test_a_part_greater_than_its_whole_is_no_part():
    assert [one.kind for one in quantities_in("18 of 22 case files were seen.")] == ["part"]
    assert "part" not in [one.kind for one in quantities_in("22 of 18 case files were seen.")]


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("The rate rose from 40% to 50%.", [40]),
        ("Pages run from 40 to 50.", []),
        ("It went from 40 children to 50 families.", []),
    ],
)
def test_a_change_is_read_only_where_both_ends_count_the_same(text, previous):
    assert [q.previous for q in quantities_in(text) if q.previous is not None] == previous
