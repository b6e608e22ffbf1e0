"""What each version of a plan printed stays as it was submitted, whatever is changed here."""

from dataclasses import replace

from goldenthread.plans import actions
from goldenthread.plans.as_printed import printed_in, versions_of
from goldenthread.plans.drafts import ActionDraft, StandingDraft, TestDraft, TimescaleDraft
from goldenthread.plans.tests.evidence_factories import file
from goldenthread.plans.tests.factories import plan as drafted
from goldenthread.plans.tests.factories import recorded
from goldenthread.plans.tests.test_standing import made

LATER = {"references": (), "to_settle": (), "issues": (), "label": "March 2014"}


def printed(plan, number):
    return printed_in(plan.versions.get(number=number))


def next_one(cast, plan, *, of_first):
    """A next version in which the first action is another, and the third is gone."""
    first, second, *_ = drafted().actions
    rows = (replace(first, keeps="P1-A1", **of_first), second, ActionDraft(items=(2,), text="New"))
    return recorded(cast, drafted(actions=rows, **LATER), replaces=plan)


def test_a_version_prints_its_items_and_actions_with_leads_days_and_tests(cast):
    items, rows = printed(recorded(cast), 1)
    assert list(items) == ["P1-I1", "P1-I2", "P1-I3"]
    assert (items["P1-I1"].number, items["P1-I1"].days) == ("1", ("immediat (inspectorate)",))
    assert list(rows) == ["P1-A1", "P1-A2", "P1-A3", "P1-A4"]
    head = rows["P1-A1"]
    assert (head.number, head.leads, head.days) == (
        "i)",
        ("Ann Adams", "TMs (delegate)"),
        ("July 2012",),
    )
    assert head.tests == ("Confirmation in the minute when each meeting has taken place",)
    assert rows["P1-A2"].days == ("Oct 13 for P1-I2 2", "Sept 13 for P1-I3 3")


def test_each_version_keeps_what_it_printed(cast):
    plan = recorded(cast)
    other = {
        "text": "Meet with every head teacher",
        "standings": (StandingDraft(printed="Cara Cole"),),
        "timescales": (TimescaleDraft(printed="May 2012"),),
        "tests": (TestDraft(text="A list of the meetings"),),
    }
    next_one(cast, plan, of_first=other)
    (_, first), (_, second) = printed(plan, 1), printed(plan, 2)
    assert list(second) == ["P1-A1", "P1-A2", "P1-A5"]
    assert list(first) == ["P1-A1", "P1-A2", "P1-A3", "P1-A4"]
    assert (first["P1-A1"].leads, first["P1-A1"].days) == (
        ("Ann Adams", "TMs (delegate)"),
        ("July 2012",),
    )
    assert (second["P1-A1"].text, second["P1-A1"].leads, second["P1-A1"].days) == (
        "Meet with every head teacher",
        ("Cara Cole",),
        ("May 2012",),
    )
    assert second["P1-A1"].tests == ("A list of the meetings",)


def test_what_people_change_here_changes_no_version(cast):
    plan = recorded(cast)
    before = printed(plan, 1)
    row = plan.actions.get(public_id="P1-A1")
    test = row.tests.get()
    actions.change_test(test=test, by=cast.alice, why="Clearer.", text="A minute of each")
    actions.change_test(test=test, by=cast.alice, why="Clearer.", text="A minute of each of the 14")
    actions.give_lead(action=row, to=cast.bob.persons.get(), by=cast.alice)
    actions.add_test(of=row, text="A sample of the minutes", by=cast.alice)
    actions.add_action(
        plan=plan, items=list(plan.items.all()), text="Ring", by=cast.alice, why="Board"
    )
    assert printed(plan, 1) == before


def test_a_test_that_was_taken_away_here_still_was_printed(world):
    before = printed(world.plan, 1)
    file(world)
    asked = actions.ask_reopening(test=world.test, by=world.cast.alice, why="Weak.", drops=True)
    actions.approve_reopening(reopening=asked, by=world.cast.bob)
    assert printed(world.plan, 1) == before


def test_a_version_that_was_taken_back_stands_beside_none(cast):
    plan = recorded(cast)
    next_one(cast, plan, of_first={})
    actions.withdraw_version(version=plan.current_version, by=cast.alice, why="The wrong file.")
    assert [one.number for one in versions_of(plan)] == [1]
    assert list(printed(plan, 1)[1]) == ["P1-A1", "P1-A2", "P1-A3", "P1-A4"]


def test_more_actions_cost_no_more_queries(cast, django_assert_max_num_queries):
    spent = []
    for number in (2, 20):
        plan = made(cast, number)
        with django_assert_max_num_queries(8) as found:
            printed(plan, 1)
        spent.append(len(found))
    assert spent[0] == spent[1]
