"""What makes council plans hard to read, each from the file to the rows that it becomes."""

from collections import Counter

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.models import Inspection
from goldenthread.intake import actions
from goldenthread.intake.draft.proof import proof
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


GOOD_HEADINGS = ("Services likely to be judged ‘Good’ if:", *HEADINGS[2:])
GOOD = [
    ("1.0 Children are listened to.", "Write the guide", "Asha Verity", "Sept 13"),
    ("2.0 Families are helped early.", "Open the hub", "Bram Okonjo", "Jan 14"),
]


def test_a_plan_of_descriptors_records_its_criteria_by_itself_and_each_item_answers_its_own(desk):
    """B-08: the same coverage and links as for recommendations."""
    plan = confirmed(desk, desk.plan([GOOD_HEADINGS, *GOOD]))
    good = Inspection.objects.get()
    assert (good.framework.code, good.upload) == ("evaluation criteria", plan.upload)
    first, second = good.recommendations.order_by("order")
    assert {first.kind, second.kind} == {"good descriptor"}
    assert [first.number, second.number] == ["1.0", "2.0"]
    [link] = first.answered_by.current()
    assert (link.item.number, link.wording, link.difference) == ("1.0", "same", "")
    assert {item.answers for item in plan.plan.items.all()} == {"descriptor"}
    counted = Counter(plan.created.values_list("kind", flat=True))
    assert (counted["inspection"], counted["recommendation"]) == (1, 2)


def test_the_next_version_answers_the_criteria_that_are_recorded(desk):
    confirmed(desk, desk.plan([GOOD_HEADINGS, *GOOD]))
    good = Inspection.objects.get()
    plan = desk.plan([GOOD_HEADINGS, *GOOD, ("3.0 Homes are safe.", "Visit", "Asha Verity", "14")])
    assert plan.inspection == good
    assert {one["same"] for one in plan.draft["item_links"]} == {True}
    confirmed(desk, plan)
    assert Inspection.objects.get() == good


def test_the_criteria_of_a_plan_are_taken_back_with_it_and_recorded_again(desk):
    plan = confirmed(desk, desk.plan([GOOD_HEADINGS, *GOOD]))
    plan = actions.undo(import_=plan, by=desk.cast.alice, why="The wrong file")
    assert plan.state == "undone"
    assert not Inspection.objects.current().exists()
    plan = confirmed(desk, plan)
    assert Inspection.objects.current().get().recommendations.count() == 2
    assert {item.answers for item in plan.plan.items.all()} == {"descriptor"}


def test_a_plan_of_recommendations_records_no_criteria(desk):
    confirmed(desk, desk.plan([HEADINGS, ("1.0", "See children", "Guide", "Asha Verity", "09/13")]))
    assert not Inspection.objects.exists()
