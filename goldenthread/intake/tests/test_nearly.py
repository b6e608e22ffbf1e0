"""A plan that says nearly what stands already is asked about, and nothing is left out by itself."""

import pytest

from goldenthread.intake import actions
from goldenthread.intake.tests.test_plans import ROWS, asked, confirm
from goldenthread.plans.models import Action

pytestmark = pytest.mark.django_db
TEXT = "Sample twenty case files and tell the Improvement Board"
FIRST = (ROWS[0], ("1", "Visit in time", TEXT, "", ""))
AGAIN = (
    ROWS[0],
    ("1", "Visit in time", f"{TEXT}.", "", ""),
    ("2", "Listen to children", "Hold a workshop with the young inspectors", "", ""),
)


def test_what_stands_is_named_and_left_out_or_kept_as_a_person_says(desk):
    confirm(desk, desk.plan(FIRST))
    again = desk.plan(AGAIN)
    [question] = asked(again, "nearly stands")
    assert "1 of 2 actions say nearly what stands in P1 " in question.text
    assert "as P1-A1" in question.text
    assert question.rows == ["a1"]
    actions.answer(question=question, value={"refuse": ["a1"]}, by=desk.cast.alice)
    confirm(desk, again)
    texts = Action.objects.filter(plan__public_id="P2").values_list("text", flat=True)
    assert list(texts) == ["Hold a workshop with the young inspectors"]


def test_unanswered_it_goes_with_the_plan_and_both_stand(desk):
    confirm(desk, desk.plan(FIRST))
    again = desk.plan(AGAIN)
    assert asked(again, "nearly stands")
    confirm(desk, again)
    assert Action.objects.in_force().filter(text__startswith=TEXT).count() == 2


def test_another_council_and_what_was_undone_stand_in_no_way(desk):
    first = confirm(desk, desk.plan(FIRST))
    actions.undo(import_=first, by=desk.cast.alice, why="Too early")
    assert asked(desk.plan(AGAIN), "nearly stands") == []
