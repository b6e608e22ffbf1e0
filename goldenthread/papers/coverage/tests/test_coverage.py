"""What the paper of coverage says, of drawn rows and of a recorded plan."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.papers.coverage.layout import lay_out
from goldenthread.papers.coverage.paper import build
from goldenthread.papers.document import Bullets, Grid, Note
from goldenthread.plans.tests import factories
from goldenthread.thread.covering import Action, Answer, Asked, Coverage, Item, Named, coverage


def laid_out(found):
    return lay_out(
        found, public_id="P1", title="Our plan", authority="Aldermere", as_at=date(2026, 3, 16)
    )


def drawn():
    done, practice = Named(kind="done"), Named(kind="practice", confirmed=False)
    items = [
        Item(id=n, plan=1, public_id=f"P1-I{n}", number=str(n), text=f"Item {n}", meant=meant)
        for n, meant in ((1, "recommendation"), (2, "recommendation"), (3, "additional"))
    ]
    acts = [
        Action(
            id=n, plan=1, public_id=f"P1-A{n}", text=f"Act {n}", items=frozenset({n}), tests=(t,)
        )
        for n, t in ((1, done), (2, practice), (3, done))
    ]
    return coverage(
        asked=[Asked(id=n, inspection=1, number=str(n), text=f"Point {n}") for n in (1, 2, 9)],
        answers=[
            Answer(id=1, recommendation=1, item=1, difference="It leaves out who"),
            Answer(id=2, recommendation=2, item=2),
        ],
        items=items,
        actions=acts,
    )


def grids(document):
    return [block for block in document.blocks if isinstance(block, Grid)]


def said(grid):
    return [tuple(cell.text for cell in row) for row in grid.rows]


def test_each_recommendation_has_a_row_with_what_answers_it_and_how_far():
    assert said(grids(laid_out(drawn()))[0]) == [
        (
            "1",
            "Point 1",
            "1",
            "P1-A1",
            (
                "Answered by 1 action of item 1.\n"
                "Its actions have no test of practice or difference.\n"
                "The wording differs and is not signed off."
            ),
        ),
        (
            "2",
            "Point 2",
            "2",
            "P1-A2",
            (
                "Answered by 1 action of item 2.\n"
                "Its tests of practice or difference are proposed, and nobody has confirmed them."
            ),
        ),
        ("9", "Point 9", "", "", "No item of a plan answers it."),
    ]


def test_what_answers_no_recommendation_is_listed_and_what_has_no_action_is_missing():
    document = laid_out(drawn())
    assert said(grids(document)[1]) == [("P1-I3", "Item 3", "the council's own")]
    assert said(grids(document)[2]) == [("P1-A3", "Act 3", "the council's own")]
    assert document.missing == ("Recommendation 9 has no action.",)
    assert grids(document)[0].rows[2][-1].tone == "bad"


def test_the_counts_stand_first_in_the_words_of_the_page():
    found = drawn()
    [counts, *_] = laid_out(found).blocks
    assert isinstance(counts, Bullets)
    assert tuple(point[0].text for point in counts.points) == found.words


def test_nothing_recorded_is_said_to_be_missing_and_not_to_be_covered():
    document = laid_out(Coverage(recommended=(), items=(), actions=()))
    assert "nothing can be said" in document.missing[0]
    assert grids(document) == []


@pytest.mark.django_db
def test_a_recorded_plan_without_a_report_lists_all_its_items_as_not_linked(cast):
    plan = factories.recorded(cast)
    document = build(plan=plan, by=cast.alice, as_at=timezone.localdate())
    assert document.missing
    assert [row[0] for row in said(grids(document)[0])] == ["P1-I1", "P1-I2", "P1-I3"]


@pytest.mark.django_db
def test_coverage_of_an_earlier_day_says_first_that_it_is_told_as_of_today(cast, monkeypatch):
    plan, day = factories.recorded(cast), timezone.localdate()
    assert not warnings(build(plan=plan, by=cast.alice, as_at=day))
    monkeypatch.setattr(timezone, "localdate", lambda: day + timedelta(days=1))
    earlier = build(plan=plan, by=cast.alice, as_at=day)
    assert warnings(earlier) == [earlier.blocks[0]]
    assert f"not as at {without_weekday(day)}" in earlier.blocks[0].text


def warnings(document):
    return [one for one in document.blocks if isinstance(one, Note) and one.kind == "warning"]
