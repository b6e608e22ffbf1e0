"""How a plan's actions stood on past days, and the bridge from one to the other."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.plans import actions
from goldenthread.plans.actions import Step
from goldenthread.plans.as_it_stood import stood
from goldenthread.plans.bridging import bridges
from goldenthread.plans.counting import counts
from goldenthread.plans.drafts import ActionDraft, ReportedDraft
from goldenthread.plans.models import Action
from goldenthread.plans.tests.evidence_factories import accept, contradicted, file
from goldenthread.plans.tests.factories import plan as drafted
from goldenthread.plans.tests.factories import recorded
from goldenthread.plans.tests.test_standing import made

BEFORE, MONDAY, TUESDAY, WEDNESDAY = (date(2026, 3, n) for n in (15, 16, 17, 18))


def at(plan, day):
    return stood(Action.objects.filter(plan=plan), plan, day)


def steps(plan, first, last):
    """The steps of each bridge that has some, and that what it ends with is what counts now."""
    found = bridges(at(plan, first), at(plan, last))
    assert all(one.holds for one in found)
    by_id = dict(plan.actions.values_list("pk", "public_id"))
    return {
        one.count: {
            (step.why, "+" if step.adds else "-"): [by_id[pk] for pk in step.actions]
            for step in one.steps
        }
        for one in found
        if one.steps
    }


def same_as_counted(cast, plan, day):
    """What stood on a day is what the plan's own counts say on that very day."""
    now = counts(plan, cast.alice, day)
    numbers = {one.count: one.now for one in bridges({}, at(plan, day))}
    assert numbers == {
        "actions": now.actions,
        "still open": numbers["still open"],
        "reported done": now.reported_done,
        "evidence checked": now.checked,
        "waiting for a check": now.waiting,
        "no test": now.no_test,
    }


def test_before_a_plan_was_recorded_nothing_stood_and_then_all_was_added(cast, fixed_clock):
    plan = recorded(cast)
    assert steps(plan, BEFORE, MONDAY) == {
        "actions": {("added", "+"): ["P1-A1", "P1-A2", "P1-A3"]},
        "still open": {("added", "+"): ["P1-A1", "P1-A2", "P1-A3"]},
        "reported done": {("added", "+"): ["P1-A2", "P1-A3"]},
        "no test": {("added", "+"): ["P1-A2"]},
    }
    same_as_counted(cast, plan, MONDAY)


def test_what_a_document_reported_done_counts_until_the_first_round_closes(cast, fixed_clock):
    plan = recorded(cast)
    fixed_clock.move_to("2026-03-17 10:00Z")
    plan = actions.close_first_round(plan=plan, by=cast.alice)
    assert steps(plan, MONDAY, TUESDAY) == {
        "reported done": {("no longer reported done by a document", "-"): ["P1-A2", "P1-A3"]}
    }
    same_as_counted(cast, plan, TUESDAY)


def test_a_version_drops_adds_splits_and_points_and_taken_back_all_is_as_before(cast, fixed_clock):
    plan = recorded(cast)
    head, _, sheet, above = drafted().actions
    fixed_clock.move_to("2026-03-17 10:00Z")
    told = ReportedDraft(column="completed", text="May 2012")
    parts = tuple(
        ActionDraft(items=(1,), text=text, cell="Launch the hub", keeps=keeps)
        for text, keeps in (("Find a house", "P1-A2"), ("Open the hub", ""))
    )
    drafts = (
        replace(head, reported=(told,)),
        *parts,
        replace(above, text="As above (1)", same_as=None),
        ActionDraft(items=(2,), text="Ring every carer"),
        ActionDraft(items=(2,), text="Ring them again", cell="A cell of its own"),
    )
    later = drafted(actions=drafts, references=(), to_settle=(), label="March 2026")
    recorded(cast, later, replaces=plan)
    assert sheet.text == "New front sheet"
    assert steps(plan, MONDAY, TUESDAY) == {
        "actions": {
            ("added", "+"): ["P1-A6", "P1-A7"],
            ("split from another action", "+"): ["P1-A5"],
            ("no longer points to another action", "+"): ["P1-A4"],
            ("dropped by a later version", "-"): ["P1-A3"],
        },
        "still open": {
            ("added", "+"): ["P1-A6", "P1-A7"],
            ("split from another action", "+"): ["P1-A5"],
            ("no longer points to another action", "+"): ["P1-A4"],
            ("dropped by a later version", "-"): ["P1-A3"],
        },
        "reported done": {
            ("reported done by a document", "+"): ["P1-A1"],
            ("dropped by a later version", "-"): ["P1-A3"],
            ("no longer reported done by a document", "-"): ["P1-A2"],
        },
        "no test": {
            ("added", "+"): ["P1-A6", "P1-A7"],
            ("split from another action", "+"): ["P1-A5"],
            ("no longer points to another action", "+"): ["P1-A4"],
        },
    }
    same_as_counted(cast, plan, TUESDAY)
    fixed_clock.move_to("2026-03-18 10:00Z")
    version = plan.current_version
    actions.withdraw_version(version=version, by=cast.alice, why="The wrong file.")
    back = steps(plan, TUESDAY, WEDNESDAY)["actions"]
    assert back == {
        ("in the plan again", "+"): ["P1-A3"],
        ("taken back with its version", "-"): ["P1-A5", "P1-A6", "P1-A7"],
        ("now only points to another action", "-"): ["P1-A4"],
    }
    assert steps(plan, MONDAY, WEDNESDAY) == {}
    same_as_counted(cast, plan, WEDNESDAY)


def test_a_day_past_shows_what_was_done_checked_and_replaced_by_then(world, fixed_clock):
    cast, plan = world.cast, world.plan
    fixed_clock.move_to("2026-03-17 10:00Z")
    old = actions.add_action(
        plan=plan, items=list(plan.items.all()), text="By letter", by=cast.alice, why="The board"
    )
    step = Step(why="Another way.", replaced_by=world.action)
    actions.set_delivery(action=old, state="superseded", by=cast.alice, step=step)
    actions.complete(action=world.action, by=world.lena, completed_on=TUESDAY)
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    assert steps(plan, MONDAY, TUESDAY) == {
        "actions": {("added", "+"): ["P1-A2"]},
        "still open": {("set to done", "-"): ["P1-A1"]},
        "reported done": {("set to done", "+"): ["P1-A1"]},
        "waiting for a check": {("a check was asked for", "+"): ["P1-A1"]},
        "no test": {("added", "+"): ["P1-A2"]},
    }
    same_as_counted(cast, plan, TUESDAY)
    fixed_clock.move_to("2026-03-18 10:00Z")
    accept(world, link)
    assert steps(plan, TUESDAY, WEDNESDAY) == {
        "actions": {("replaced, and what took its place is checked", "-"): ["P1-A2"]},
        "evidence checked": {("evidence checked", "+"): ["P1-A1"]},
        "waiting for a check": {
            ("checked, or what was to be checked is no longer there", "-"): ["P1-A1"]
        },
        "no test": {("replaced, and what took its place is checked", "-"): ["P1-A2"]},
    }
    same_as_counted(cast, plan, WEDNESDAY)
    fixed_clock.move_to("2026-03-19 10:00Z")
    contradicted(world)
    thursday = date(2026, 3, 19)
    assert steps(plan, WEDNESDAY, thursday) == {
        "actions": {("counts again after it had left", "+"): ["P1-A2"]},
        "evidence checked": {("its evidence no longer counts as checked", "-"): ["P1-A1"]},
        "no test": {("counts again after it had left", "+"): ["P1-A2"]},
    }
    same_as_counted(cast, plan, thursday)
    actions.reopen(action=world.action, by=world.lena, why="It came apart.")
    found = steps(plan, WEDNESDAY, thursday)
    assert found["still open"] == {("reopened", "+"): ["P1-A1"]}


@pytest.mark.parametrize(
    "what", ["new version", "withdrawn", "another test", "reopened", "dropped"]
)
def test_what_ends_a_check_today_leaves_yesterday_as_it_was(world, fixed_clock, what):
    actions.complete(action=world.action, by=world.lena, completed_on=MONDAY)
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    accept(world, link)
    fixed_clock.move_to("2026-03-17 10:00Z")
    ends(world, link, what)
    assert at(world.plan, MONDAY)[world.action.pk].checked
    assert not at(world.plan, TUESDAY)[world.action.pk].checked
    same_as_counted(world.cast, world.plan, TUESDAY)


def ends(world, link, what):
    alice = world.cast.alice
    if what == "new version":
        actions.new_version(evidence=link.version.evidence, by=world.lena, extract="Another text")
    elif what == "withdrawn":
        actions.withdraw_evidence(link=link, by=world.lena, why="The wrong one.")
    elif what == "another test":
        actions.add_test(of=world.action, text="Copy of the second template", kind="done", by=alice)
    else:
        more = {"drops": True} if what == "dropped" else {"text": "Copy of the new template"}
        asked = actions.ask_reopening(test=world.test, by=alice, why="Too weak.", **more)
        actions.approve_reopening(reopening=asked, by=world.cast.bob)


def test_what_waited_for_a_check_and_was_withdrawn_waits_no_longer(world, fixed_clock):
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    fixed_clock.move_to("2026-03-17 10:00Z")
    actions.withdraw_evidence(link=link, by=world.lena, why="The wrong one.")
    why = ("checked, or what was to be checked is no longer there", "-")
    assert steps(world.plan, MONDAY, TUESDAY) == {"waiting for a check": {why: ["P1-A1"]}}
    same_as_counted(world.cast, world.plan, TUESDAY)


def test_a_test_that_is_named_takes_its_action_from_those_without(cast, fixed_clock):
    plan = recorded(cast)
    fixed_clock.move_to("2026-03-17 10:00Z")
    row = plan.actions.get(public_id="P1-A2")
    actions.add_test(of=row, text="A list of families", by=cast.alice)
    found = steps(plan, MONDAY, TUESDAY)
    assert found == {"no test": {("a test was named", "-"): ["P1-A2"]}}
    same_as_counted(cast, plan, TUESDAY)


def test_more_actions_cost_no_more_queries(cast, fixed_clock, django_assert_max_num_queries):
    spent = []
    for number in (2, 20):
        plan = made(cast, number)
        with django_assert_max_num_queries(25) as found:
            at(plan, MONDAY)
        spent.append(len(found))
    assert spent[0] == spent[1]
