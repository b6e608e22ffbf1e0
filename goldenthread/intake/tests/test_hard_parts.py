"""What makes council plans hard to read, each from the file to the rows that it becomes."""

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import actions as inspections
from goldenthread.inspections import descriptors
from goldenthread.intake import actions
from goldenthread.intake.draft.proof import proof
from goldenthread.plans import actions as plans
from goldenthread.plans.models import Action, CrossReference, Item, Standing

HEADINGS = ("No", "Recommendation", "Action", "Lead Officer", "By when")


def confirmed(desk, import_):
    return actions.confirm(import_=import_, by=desk.cast.alice)


def test_a_and_b_are_two_people_and_who_is_accountable_is_asked(desk):
    """C-03."""
    both = ("1", "See children", "Write the guide", "Asha Verity & Bram Okonjo", "09/13")
    plan = desk.plan([HEADINGS, both])
    assert plan.draft["actions"][0]["leads"] == ["Asha Verity", "Bram Okonjo"]
    [question] = plan.questions.open().filter(kind="accountable")
    assert "names Asha Verity and Bram Okonjo as leads" in question.text
    actions.answer(question=question, value="Bram Okonjo", by=desk.cast.alice)
    confirmed(desk, plan)
    ranks = dict(Standing.objects.values_list("printed", "rank"))
    assert ranks == {"Bram Okonjo": "lead", "Asha Verity": "co-lead"}


def test_references_are_typed_and_a_broken_one_is_asked_about_and_listed(desk):
    """C-10."""
    rows = [
        ("1", "See children", "Write the guide", "Asha Verity", "09/13"),
        ("2", "Hear children", "As above (1)", "Asha Verity", "09/13"),
        ("3", "Visit in time", "Brief the teams (see 1 above)", "Asha Verity", "09/13"),
        ("4", "Plan together", "Audit the plans (see 9 above)", "Asha Verity", "09/13"),
    ]
    plan = desk.plan([HEADINGS, *rows])
    [question] = plan.questions.open().filter(kind="reference")
    assert "is no item of the plan" in question.text
    plan = confirmed(desk, plan).plan
    guide, same = (
        Action.objects.get(text="Write the guide"),
        Action.objects.get(text__contains="As"),
    )
    assert same.same_as == guide
    found = {one.action.text: one for one in CrossReference.objects.all()}
    assert found["Brief the teams (see 1 above)"].to_item == plan.items.get(number="1")
    assert found["Audit the plans (see 9 above)"].is_broken


def test_misprints_are_kept_as_they_stand(desk):
    """U-07."""
    words = ("Be influencial with  partners", "Strenghten the adress book of schooles")
    plan = desk.plan([HEADINGS, ("1", *words, "Asha Verity", "Setp 2013")])
    confirmed(desk, plan)
    assert Item.objects.get().text == words[0]
    action = Action.objects.get()
    assert action.text == words[1]
    assert [one.printed for one in action.deadlines.all()] == ["Setp 2013"]


def test_headings_that_a_page_repeats_or_spells_otherwise_are_no_rows(desk):
    """U-09."""
    headings = ("No", "Recommendation", "Action", "Strategic Lead Office", "Time scale")
    again = ("No", "Recommendation", "Action", "Strategic Lead Officer", "Timescale")
    rows = [
        ("1", "See children", "Write the guide", "Asha Verity", "09/13"),
        again,
        ("2", "Visit in time", "Sample files", "Bram Okonjo", "10/13"),
    ]
    plan = desk.plan([headings, *rows])
    assert [one["text"] for one in plan.draft["actions"]] == ["Write the guide", "Sample files"]
    assert [one["leads"] for one in plan.draft["actions"]] == [["Asha Verity"], ["Bram Okonjo"]]
    assert [one["local_timescale"] for one in plan.draft["actions"]] == ["09/13", "10/13"]


def test_a_stated_number_that_does_not_agree_stops_confirming_without_a_reason(desk):
    """A-17."""
    report = desk.report()
    stated = len(report.draft["recommendations"]) + 1
    report.draft["recommendation_count"] = stated
    report.save()
    [of_recommendations] = [o for o in proof(report.draft) if o.kind == "recommendations"]
    assert (of_recommendations.agrees, of_recommendations.stated) == (False, stated)
    with pytest.raises(NotAllowedNow, match=str(stated)):
        confirmed(desk, report)
    report = actions.confirm(import_=report, by=desk.cast.alice, despite="One is the board's.")
    assert report.inspection.stated_recommendations == stated
    assert report.inspection.warnings


def test_items_answer_descriptors_of_what_would_be_judged_good(desk):
    """B-08: the same coverage and links as for recommendations."""
    alice = desk.cast.alice
    headings = ("Services likely to be judged ‘Good’ if:", *HEADINGS[2:])
    rows = [
        ("1.0 Children are listened to.", "Write the guide", "Asha Verity", "Sept 13"),
        ("2.0 Families are helped early.", "Open the hub", "Bram Okonjo", "Jan 14"),
    ]
    plan = desk.plan([headings, *rows])
    good = inspections.record_report(
        authority=desk.cast.aldermere,
        by=alice,
        upload=plan.upload,
        report=descriptors.from_plan(plan.proposal),
    )
    first, second = good.recommendations.order_by("order")
    assert {first.kind, second.kind} == {"good descriptor"}
    made = confirmed(desk, plan).plan
    link = plans.link_recommendation(
        item=made.items.get(number="1.0"), recommendation=first, by=alice
    )
    assert (link.wording, link.difference) == ("same", "")
    assert [one.item.public_id for one in first.answered_by.current()] == ["P1-I1"]
    assert not second.answered_by.current().exists()
    plan = desk.plan([headings, *rows, ("3.0 Homes are safe.", "Visit", "Asha Verity", "2014")])
    plan = actions.choose_inspection(import_=plan, inspection=good, by=alice)
    assert {one["same"] for one in plan.draft["item_links"]} == {True}
    assert len(plan.draft["item_links"]) == 2
