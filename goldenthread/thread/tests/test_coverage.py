"""Coverage of recorded reports and plans: both ways, in as many queries for few rows as for many."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.inspections import actions as inspections
from goldenthread.inspections.drafts import RecommendationDraft
from goldenthread.inspections.tests.factories import recorded as report_recorded
from goldenthread.inspections.tests.factories import sif
from goldenthread.people.models import PartnerOrganisation, Person
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions as plans
from goldenthread.plans.drafts import ActionDraft, ItemDraft, LinkDraft, PlanDraft
from goldenthread.plans.drafts import StandingDraft as Stands
from goldenthread.plans.drafts import TestDraft as Shown
from goldenthread.plans.models import Standing
from goldenthread.plans.tests.factories import recorded
from goldenthread.thread.coverage import coverage_of_inspection, coverage_of_plan

POINTS = ("Visit in time.", "Write the minutes.", "Hear children.", "Audit.")


def report(cast, *points):
    """An inspection with a recommendation of the council for each text; Alice recorded it."""
    drafts = tuple(
        RecommendationDraft(text=text, number=str(n)) for n, text in enumerate(points, start=1)
    )
    return report_recorded(cast, sif(recommendations=drafts, links=()))


def points_of(inspection):
    return list(inspection.recommendations.order_by("order"))


@pytest.fixture
def both(cast):
    """Three points: one answered, one split over two items, one not answered; one item more."""
    inspection = report(cast, *POINTS[:3])
    first, second, _ = points_of(inspection)
    draft = PlanDraft(
        title="Improvement plan",
        items=(
            ItemDraft(number="1", text="Visit in time."),
            ItemDraft(number="2", text="Write the minutes of meetings."),
            ItemDraft(number="3", text="Write the minutes."),
            ItemDraft(number="4", text="A new office", answers="additional"),
        ),
        actions=(
            ActionDraft(items=(0,), text="Plan visits", tests=(Shown(text="List", kind="done"),)),
            ActionDraft(
                items=(1, 2),
                text="Train clerks",
                tests=(Shown(text="Sample of 20 minutes", kind="practice"),),
                standings=(Stands(printed="Ann Adams"),),
            ),
            ActionDraft(items=(3,), text="Rent it"),
        ),
        links=(
            LinkDraft(item=0, recommendation=first.pk),
            LinkDraft(item=1, recommendation=second.pk),
            LinkDraft(item=2, recommendation=second.pk),
        ),
    )
    return inspection, recorded(cast, draft)


def texts(rows):
    return [row.asked.text for row in rows]


def public_ids(rows):
    return [row.row.public_id for row in rows]


def check_both_ways(found):
    assert texts(found.covered) == ["Visit in time.", "Write the minutes."]
    assert texts(found.without_action) == ["Hear children."]
    assert texts(found.split) == ["Write the minutes."]
    assert [item.number for item in found.split[0].items] == ["2", "3"]
    assert texts(found.only_done) == ["Visit in time."]
    assert [one.difference for one in found.to_sign_off] == ['added "of meetings"']
    assert [row.stands for row in found.items] == ["answers"] * 3 + ["additional"]
    assert [row.stands for row in found.actions] == ["answers", "answers", "additional"]
    assert found.words == (
        "2 of 3 recommendations with an action.",
        "3 of 3 items and 2 of 2 actions answer a recommendation.",
        "Without an action: 1.",
        "Additional items, the council's own: 1.",
        "Additional actions, the council's own: 1.",
        "Recommendations that several items answer: 1.",
        "Wordings that differ and are not signed off: 1.",
        "Recommendations whose actions have no test of practice or difference: 1.",
    )


def test_coverage_goes_both_ways_from_the_inspection(cast, both):
    check_both_ways(coverage_of_inspection(both[0], by=cast.alice))


def test_coverage_goes_both_ways_from_the_plan(cast, both):
    check_both_ways(coverage_of_plan(both[1], by=cast.alice))


def test_a_wording_that_was_signed_off_waits_no_longer(cast, both):
    inspection, plan = both
    link = plan.items.get(number="2").answered.get()
    plans.sign_off_wording(link=link, by=cast.alice)
    assert coverage_of_inspection(inspection, by=cast.alice).to_sign_off == ()


def test_a_link_that_was_taken_away_answers_no_longer(cast, both):
    inspection, plan = both
    link = plan.items.get(number="1").answered.get()
    plans.unlink_recommendation(link=link, by=cast.alice, why="Another one.")
    found = coverage_of_inspection(inspection, by=cast.alice)
    assert texts(found.without_action) == ["Visit in time.", "Hear children."]
    found = coverage_of_plan(plan, by=cast.alice)
    assert next(row.stands for row in found.items) == "not linked"
    assert not found.is_complete


def test_what_another_plan_answers_is_covered_and_not_listed_among_this_ones(cast, both):
    inspection, plan = both
    third = points_of(inspection)[2]
    other = recorded(
        cast,
        PlanDraft(
            title="Voice of the child",
            items=(ItemDraft(number="1", text="Hear children."),),
            actions=(ActionDraft(items=(0,), text="Ask them"),),
            links=(LinkDraft(item=0, recommendation=third.pk),),
        ),
    )
    found = coverage_of_plan(plan, by=cast.alice)
    assert texts(found.covered) == ["Visit in time.", "Write the minutes.", "Hear children."]
    assert public_ids(found.items) == ["P1-I1", "P1-I2", "P1-I3", "P1-I4"]
    both_plans = coverage_of_inspection(inspection, by=cast.alice)
    assert public_ids(both_plans.actions) == ["P1-A1", "P1-A2", "P1-A3", "P2-A1"]
    plans.archive_plan(plan=other, by=cast.alice, why="Given up.")
    found = coverage_of_inspection(inspection, by=cast.alice)
    assert texts(found.without_action) == ["Hear children."]


def test_a_dropped_action_no_longer_covers(cast, both):
    inspection, plan = both
    plan.actions.filter(public_id="P1-A1").update(dropped_in=plan.current_version)
    found = coverage_of_inspection(inspection, by=cast.alice)
    assert texts(found.without_action) == ["Visit in time.", "Hear children."]
    assert found.without_action[0].words == "Item 1 without an action."


def test_what_is_asked_of_the_board_is_not_the_councils_to_cover(cast):
    found = coverage_of_inspection(report_recorded(cast), by=cast.alice)
    assert texts(found.recommended) == ["Visit in time.", "Audit with the Board."]
    assert texts(found.without_action) == ["Visit in time."]
    assert found.words[0] == "0 of 1 recommendation with an action."


def test_a_point_to_consider_that_was_decided_and_closed_owes_no_action(cast):
    inspection = report(cast, "Consider a joint post.")
    [point] = points_of(inspection)
    assert texts(coverage_of_inspection(inspection, by=cast.alice).without_action) == [point.text]
    inspections.decide_consider(
        recommendation=point,
        decision="not adopted",
        why="It costs more than it brings.",
        decided_on=date(2016, 6, 1),
        by=cast.alice,
    )
    inspections.close_recommendation(recommendation=point, by=cast.alice)
    found = coverage_of_inspection(inspection, by=cast.alice)
    assert found.without_action == ()
    assert "Closed without an action: 1." in found.words


def test_a_partner_user_gets_their_own_part_and_is_told_so(cast, both):
    inspection, plan = both
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The hospital")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    assert coverage_of_inspection(inspection, by=nurse).recommended == ()
    action = plan.actions.get(public_id="P1-A2")
    Standing.objects.create(action=action, rank="delegate", partner=hospital)
    for found in (coverage_of_inspection(inspection, by=nurse), coverage_of_plan(plan, by=nurse)):
        assert texts(found.recommended) == ["Write the minutes."]
        assert public_ids(found.items) == ["P1-I2", "P1-I3"]
        assert public_ids(found.actions) == ["P1-A2"]
        assert not found.whole
        assert not found.is_complete


def test_a_lead_who_sees_one_of_two_plans_is_told_that_it_is_a_part(cast, both):
    inspection, plan = both
    user = make_user("Eve East", cast.aldermere, Role.LEAD)
    assert not coverage_of_inspection(inspection, by=user).whole
    action = plan.actions.get(public_id="P1-A2")
    Standing.objects.create(action=action, rank="delegate", person=Person.objects.get(user=user))
    assert coverage_of_inspection(inspection, by=user).whole


@pytest.mark.parametrize("of", [0, 1], ids=["inspection", "plan"])
def test_another_authority_gets_nothing(cast, both, of):
    ask = (coverage_of_inspection, coverage_of_plan)[of]
    found = ask(both[of], by=cast.charlie)
    assert (found.recommended, found.items, found.actions, found.whole) == ((), (), (), False)


def queries(ask):
    with CaptureQueriesContext(connection) as seen:
        ask()
    return len(seen)


def test_coverage_costs_as_many_queries_for_many_rows_as_for_few(cast, both):
    inspection, plan = both
    costs = []
    for text in POINTS:
        costs.append(
            (
                queries(lambda: coverage_of_inspection(inspection, by=cast.alice)),
                queries(lambda: coverage_of_plan(plan, by=cast.alice)),
            )
        )
        draft = PlanDraft(
            title=text,
            items=tuple(ItemDraft(number=str(n), text=text) for n in range(3)),
            actions=tuple(ActionDraft(items=(n,), text=text) for n in range(3)),
            links=tuple(
                LinkDraft(item=n, recommendation=points_of(inspection)[0].pk) for n in range(3)
            ),
        )
        recorded(cast, draft)
    assert costs == [(18, 18)] * len(POINTS)
