"""Judgements in the cells of a table, and words that are no grade."""

import pytest

from goldenthread.documents.layout import Place
from goldenthread.documents.papers.grades import code_of, judgements_of
from goldenthread.documents.papers.passages import Passage


def cells(*texts):
    place = Place(table=1, row=1)
    return Passage(" ".join(texts), place, cells=tuple((text, place) for text in texts))


def test_a_word_that_is_no_grade_has_no_code():
    assert code_of("Marvellous") is None
    assert code_of("Good") is not None


@pytest.mark.parametrize(
    ("texts", "grades"),
    [
        (["Overall effectiveness", "Good"], ["Good"]),
        (["Overall effectiveness", "", "Good"], ["Good"]),
        (["Overall effectiveness", "see below"], []),
        (["Car parking", "Good"], []),
    ],
)
def test_a_row_of_a_table_is_a_judgement_where_an_area_has_a_grade(texts, grades):
    assert [one.grade_printed for one in judgements_of([cells(*texts)])] == grades
