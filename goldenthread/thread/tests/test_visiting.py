"""The sheet of a visit, from recorded things."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.inspections import actions as inspecting
from goldenthread.inspections.drafts import RecommendationDraft
from goldenthread.inspections.models import Framework, Inspection, Recommendation
from goldenthread.inspections.tests.test_visits import MONITORING, SCOPE, letter
from goldenthread.plans import actions
from goldenthread.plans.drafts import ActionDraft
from goldenthread.thread.known import known_of
from goldenthread.thread.sentences import sentences
from goldenthread.thread.tests.factories import accept, file, make_world
from goldenthread.thread.tests.test_chain import approve_a_figure
from goldenthread.thread.visiting import sheet_of

TODAY = date(2026, 3, 16)


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def visit(world, *asked):
    rows = asked or (world.recommendation,)
    return inspecting.prepare_visit(
        authority=world.cast.aldermere,
        framework=Framework.objects.get(code=MONITORING),
        expected="April 2026",
        scope=SCOPE,
        recommendations=[row.pk for row in rows],
        by=world.cast.alice,
    )


def sheet(world, *asked, by=None):
    return sheet_of(visit(world, *asked), by=by or world.cast.alice, day=TODAY)


def claims(found):
    return {
        one.kind: (one.tests, one.checked, one.contradicted, one.filed, one.nothing)
        for one in found.claims
    }


def test_a_recommendation_opens_with_what_is_known_of_it(world):
    row = world.recommendation
    told = sentences(known_of([row], by=world.cast.alice, day=TODAY)[row.pk])
    assert told.said.startswith("“Visit in time.” (Recommendation 1, ")
    assert told.said.endswith("February 2016, page 8).")
    assert told.did == "1 action: 1 not started."
    assert told.different == "Nothing is shown yet."


def test_claims_are_counted_by_kind_of_test_as_evidence_is_filed_and_checked(world):
    assert claims(sheet(world))["done"] == (1, 0, 0, 0, 1)
    link = file(world)
    assert claims(sheet(world))["done"] == (1, 0, 0, 1, 0)
    accept(world, link)
    found = sheet(world)
    assert claims(found) == {
        "done": (1, 1, 0, 0, 0),
        "practice": (0, 0, 0, 0, 0),
        "difference": (0, 0, 0, 0, 0),
    }
    assert found.about[0].shown["done"] == (1, 1)


def test_a_sheet_has_what_the_last_letter_said_and_what_is_weak(world):
    assert sheet(world).letter is None
    letter(world.cast)
    found = sheet(world)
    assert [row.text for row in found.improved] == ["First visits are in time."]
    assert [row.text for row in found.not_yet] == ["Plans are not yet clear."]
    assert [weak.words for _, weak in found.weaknesses][-1] == (
        "no test asks for a difference to children"
    )


def test_an_approved_figure_stands_in_the_sentence(world):
    approve_a_figure(world)
    row = world.recommendation
    told = sentences(known_of([row], by=world.cast.alice, day=TODAY)[row.pk])
    assert told.different.startswith("Measured: improved, ")


def test_what_was_raised_before_is_told_with_its_year(world):
    earlier = letter(
        world.cast,
        date(2012, 5, 1),
        recommendations=(RecommendationDraft(text="Visits are late.", number="1"),),
    )
    row = world.recommendation
    repeat = inspecting.record_repeat(
        later=row, earlier=earlier.recommendations.get(), by=world.cast.alice, why="The same."
    )
    assert repeat.state == "confirmed"
    assert known_of([row], by=world.cast.alice, day=TODAY)[row.pk].before == (2012,)


def test_an_action_that_answers_two_recommendations_is_told_at_both_and_counted_once(
    cast, fixed_clock
):
    pointing = ActionDraft(items=(1,), text="As above (1)", same_as=0)
    world = make_world(cast, more_actions=(pointing,))
    second = Recommendation.objects.create(
        inspection=world.inspection, order=9, number="9", text="Rent.", kind="recommendation"
    )
    item = world.plan.items.get(public_id="P1-I2")
    actions.link_recommendation(item=item, recommendation=second, by=cast.alice)
    found = sheet(world, world.recommendation, second)
    assert [one.sentences.did for one in found.about] == [
        "1 action: 1 not started.",
        "2 actions: 2 not started.",
    ]
    assert claims(found)["done"][0] == 1


def test_the_sheet_costs_as_many_queries_for_many_recommendations(world):
    rows = [world.recommendation]
    first = _queries(world, rows)
    more = [
        Recommendation.objects.create(
            inspection=Inspection.objects.get(pk=world.inspection.pk),
            order=20 + number,
            number=str(20 + number),
            text=f"Point {number}.",
            kind="recommendation",
        )
        for number in range(5)
    ]
    assert _queries(world, rows + more) == first


def _queries(world, rows):
    found = visit(world, *rows)
    with CaptureQueriesContext(connection) as captured:
        sheet_of(found, by=world.cast.alice, day=TODAY)
    return len(captured)
