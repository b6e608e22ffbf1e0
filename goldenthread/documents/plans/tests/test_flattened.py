"""Where the lines above a plan begin when a text holds several on one page."""

from goldenthread.documents.layout import Line, Place
from goldenthread.documents.plans.lost_columns.sections import _title_of_judgements
from goldenthread.documents.plans.lost_columns.typed import typed


def lines(*texts):
    return [typed(Line(text, Place(line=n)), n) for n, text in enumerate(texts, start=1)]


def test_the_title_above_a_judgement_begins_the_next_plan():
    text = lines("Heads", "Old row", "Children in care", "Overall effectiveness Good", "Heads")
    assert _title_of_judgements(text, 1, 4) == 2
    assert _title_of_judgements(text, 3, 4) == 3
    assert _title_of_judgements(text, 0, 4) == 0


def test_without_a_judgement_all_above_the_headings_is_the_plan_before():
    assert _title_of_judgements(lines("Heads", "Old row", "Words", "Heads"), 1, 3) == 3
