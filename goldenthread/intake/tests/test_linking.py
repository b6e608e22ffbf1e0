"""Recommendations and the items of a plan that answer them, many to many."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import actions as inspections
from goldenthread.inspections.drafts import RecommendationDraft
from goldenthread.inspections.tests.factories import recorded, sif
from goldenthread.intake import actions
from goldenthread.intake.errors import StaleRevision
from goldenthread.plans.models import Deadline, ItemRecommendation, ToSettle

RECOMMENDATIONS = (
    RecommendationDraft(text="Ensure that children are seen alone on every visit", number="1"),
    RecommendationDraft(text="Improve the timeliness of initial assessments", number="2"),
    RecommendationDraft(text="Strengthen the oversight of managers at the front door", number="3"),
)
DATES = ("03/12", "09/17")
ROWS = (
    ("No", "Recommendation", "Action", "Lead", "By when"),
    ("1", "Ensure that children are seen alone on every visit", "Guide", "A Post", "30/09/2016"),
    ("2", "Improve the timeliness of assessments", "Report weekly", "A Post", "30/09/2016"),
    ("3", "Recruit foster carers", "Campaign", "A Post", "30/09/2016"),
)


@pytest.fixture
def report(cast):
    return recorded(cast, sif(recommendations=RECOMMENDATIONS, links=()))


@pytest.fixture
def plan(report, desk):
    return desk.plan(ROWS)


def links(plan):
    plan.refresh_from_db()
    return {(one["item"], one["recommendation"]): one for one in plan.draft["item_links"]}


def test_the_report_that_a_plan_answers_is_found_and_its_links_proposed(plan, report):
    first, second, third = report.recommendations.order_by("order")
    assert plan.inspection == report
    found = links(plan)
    assert found["i1", first.pk]["same"] is True
    assert found["i2", second.pk]["same"] is False
    assert "initial" in found["i2", second.pk]["difference"]
    assert not [one for one in found if one[0] == "i3" or one[1] == third.pk]


def test_links_are_made_and_taken_away_by_hand_and_undone(desk, plan, report):
    alice = desk.cast.alice
    third = report.recommendations.get(number="3")
    made = actions.link(import_=plan, item="i3", recommendation=third, by=alice, revision=0)
    assert links(plan)["i3", third.pk]["by_hand"] is True
    first = report.recommendations.get(number="1")
    gone = actions.unlink(import_=plan, item="i1", recommendation=first, by=alice, revision=1)
    assert ("i1", first.pk) not in links(plan)
    actions.undo_edit(edit=made, by=alice)
    actions.undo_edit(edit=gone, by=alice)
    assert {one for one, _ in links(plan)} == {"i1", "i2"}
    with pytest.raises(NotAllowedNow):
        actions.unlink(import_=plan, item="i3", recommendation=third, by=alice, revision=4)


def test_confirmed_links_carry_their_wording_and_who_signed_it_off(desk, plan, report):
    alice = desk.cast.alice
    first, second, _ = report.recommendations.order_by("order")
    actions.link(
        import_=plan, item="i2", recommendation=second, by=alice, revision=0, signed_off=True
    )
    actions.confirm(import_=plan, by=alice)
    same = ItemRecommendation.objects.get(recommendation=first)
    differs = ItemRecommendation.objects.get(recommendation=second)
    assert (same.wording, differs.wording) == ("same", "differs")
    assert (same.signed_off_by, differs.signed_off_by) == (None, alice)


def test_nobody_signs_off_a_wording_by_confirming_alone(desk, plan):
    actions.confirm(import_=plan, by=desk.cast.alice)
    assert ItemRecommendation.objects.count() == 2
    assert not ItemRecommendation.objects.exclude(signed_off_by=None).exists()


def test_a_report_that_a_plan_stands_on_is_archived_and_not_withdrawn(desk, plan, report):
    actions.confirm(import_=plan, by=desk.cast.alice)
    report.refresh_from_db()
    assert report.in_use


def test_a_report_can_be_chosen_by_hand_or_as_an_answer(desk, report):
    plan = desk.plan([ROWS[0], ("1", "Something else", "Do it", "A Post", "")])
    assert plan.inspection is None
    question = plan.questions.open().get(kind="inspection")
    edit = actions.answer(question=question, value=report.pk, by=desk.cast.alice)
    plan.refresh_from_db()
    assert plan.inspection == report
    actions.undo_edit(edit=edit, by=desk.cast.alice)
    plan.refresh_from_db()
    assert plan.inspection is None
    plan = actions.choose_inspection(import_=plan, inspection=report, by=desk.cast.alice)
    assert plan.inspection == report
    assert not plan.questions.open().filter(kind="inspection").exists()


@pytest.fixture
def undated(cast):
    """A report that prints no days of its inspection, and an early publication."""
    return recorded(
        cast,
        sif(
            recommendations=RECOMMENDATIONS,
            links=(),
            first_day=None,
            last_day=None,
            precision="unknown",
        ),
    )


def test_the_days_of_a_report_that_prints_none_are_asked_and_recorded_on_confirming(desk, undated):
    alice = desk.cast.alice
    plan = desk.plan([*ROWS[:3], ("3", "Recruit foster carers", "Campaign", "A Post", "03/12")])
    assert plan.inspection == undated
    assert not plan.questions.open().filter(kind__in=["inspection", "before inspection"]).exists()
    question = plan.questions.open().get(kind="days")
    edit = actions.answer(question=question, value="2016-02-08", by=alice)
    [early] = plan.questions.open().filter(kind="before inspection")
    assert "31 March 2012 is before the inspection" in early.text
    actions.undo_edit(edit=edit, by=alice)
    assert not plan.questions.open().filter(kind="before inspection").exists()
    question = plan.questions.open().get(kind="days")
    both = {"set": {"inspected_from": "2016-02-08", "inspected_to": "2016-03-03"}}
    actions.answer(question=question, value=both, by=alice)
    undated.refresh_from_db()
    assert undated.first_day is None
    actions.confirm(import_=plan, by=alice)
    undated.refresh_from_db()
    days = (undated.first_day.isoformat(), undated.last_day.isoformat(), undated.days_precision)
    assert days == ("2016-02-08", "2016-03-03", "day")


def test_another_report_that_is_chosen_has_other_days(desk, report, undated):
    alice = desk.cast.alice
    plan = desk.plan(ROWS)
    plan = actions.choose_inspection(import_=plan, inspection=undated, by=alice)
    question = plan.questions.open().get(kind="days")
    actions.answer(question=question, value="2016-02-08", by=alice)
    plan = actions.choose_inspection(import_=plan, inspection=report, by=alice)
    assert plan.draft["inspected_from"] is None
    actions.confirm(import_=plan, by=alice)
    undated.refresh_from_db()
    assert undated.first_day is None


def test_a_date_before_the_inspection_is_flagged_and_not_mended(desk, report):
    """D-05, S8: 03/12 is a month and year, and lies before the inspection that the plan answers."""
    rows = [("3", "Recruit foster carers", "Campaign", "A Post", printed) for printed in DATES]
    plan = desk.plan([*ROWS[:3], *rows])
    flagged = plan.questions.open().filter(kind="before inspection")
    assert [one.rows for one in flagged] == [["a3"]]
    assert "03/12" in flagged[0].text
    actions.confirm(import_=plan, by=desk.cast.alice)
    printed = Deadline.objects.filter(source="local", printed__in=DATES)
    assert {one.printed: one.latest for one in printed} == {
        "03/12": date(2012, 3, 31),
        "09/17": date(2017, 9, 30),
    }
    [left] = ToSettle.objects.filter(words=flagged[0].text)
    assert (left.state, left.topic) == ("open", "timescale")


def test_another_authoritys_or_a_withdrawn_report_is_no_choice(desk, plan, report):
    cast = desk.cast
    theirs = inspections.record_report(
        authority=cast.bramley, by=cast.charlie, upload=None, report=sif()
    )
    with pytest.raises(NotAllowedNow):
        actions.choose_inspection(import_=plan, inspection=theirs, by=cast.alice)
    with pytest.raises(NotAllowedNow):
        actions.link(
            import_=plan,
            item="i1",
            recommendation=theirs.recommendations.first(),
            by=cast.alice,
            revision=0,
        )
    with pytest.raises(NotAllowedNow):
        actions.link(
            import_=plan,
            item="a1",
            recommendation=report.recommendations.first(),
            by=cast.alice,
            revision=0,
        )


def test_a_link_that_somebody_took_away_meanwhile_is_not_signed_off_unseen(desk, plan, report):
    first = report.recommendations.get(number="1")
    actions.unlink(import_=plan, item="i1", recommendation=first, by=desk.cast.alice, revision=0)
    with pytest.raises(StaleRevision):
        actions.link(import_=plan, item="i1", recommendation=first, by=desk.cast.alice, revision=0)
