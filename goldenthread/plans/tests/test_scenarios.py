"""S4, S5, S8 and S9 as far as plans hold them: on made plans, and on those of the shared folder."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import actions, deadlines, gathering, reported, rungs, status
from goldenthread.plans.counting import counts
from goldenthread.plans.drafts import (
    ActionDraft,
    ItemDraft,
    PlanDraft,
    ReportedDraft,
    StandingDraft,
    TestDraft,
    TimescaleDraft,
)
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action
from goldenthread.plans.tests.factories import recorded
from goldenthread.plans.tests.test_real_documents import draft_of, seed

JUNE = date(2012, 6, 30)


def cells(action):
    fields = ("column", "claims", "text", "completed_on", "precision", "count", "out_of")
    rows = action.asreporteds.current().order_by("pk").values_list(*fields)
    return [reported.Said(*row) for row in rows]


def shown(action, day):
    return stands_of([action], day)[action.pk]


def done_but_not_shown():
    """One completed with evidence reported, one completed without, one that took its place."""
    return PlanDraft(
        title="Plan",
        day=JUNE,
        precision="month",
        items=(ItemDraft(number="2", text="Carers"), ItemDraft(number="16", text="Reviews")),
        actions=(
            ActionDraft(
                items=(0,),
                text="Include how to ask for amendments in the covering letter",
                standings=(StandingDraft(printed="Ann Adams"),),
                tests=(TestDraft(text="Copy of the amended front sheet", kind="done"),),
                reported=(
                    ReportedDraft(column="evidence", text="Yes"),
                    ReportedDraft(column="completed", text="June 2012"),
                ),
            ),
            ActionDraft(
                items=(1,),
                text="Revise the report to the review",
                tests=(TestDraft(text="Copy of template", kind="done"),),
                reported=(
                    ReportedDraft(
                        column="progress", text="There is no report; rather a care plan is updated"
                    ),
                    ReportedDraft(column="completed", text="June 2012"),
                ),
            ),
            ActionDraft(items=(1,), text="Combine care plan and review in one updated document"),
        ),
    )


def test_s4_done_but_not_shown(cast):
    plan = recorded(cast, done_but_not_shown())
    yes, empty, combined = plan.actions.order_by("order")
    for action, evidence in ((yes, reported.ON_FILE), (empty, reported.NO_EVIDENCE)):
        said = reported.reported_standing(cells(action))
        assert (said.rung, said.words) == (2, "done, evidence not yet checked")
        assert (said.evidence, said.completed_on, said.precision) == (evidence, JUNE, "month")
        assert shown(action, JUNE).rung == 0
        done = actions.take_over_completion(action=action, by=cast.alice)
        assert (done.completed_on, done.completed_precision) == (JUNE, "month")
        facts = gathering.facts_of([action], JUNE)[action.pk]
        assert rungs.rung(facts.standing).name == "done, evidence not yet checked"
        assert (shown(action, JUNE).rung, status.status(facts).colour) == (2, "green")
    others = [(one.public_id, one.text) for one in (yes, combined)]
    progress = empty.asreporteds.get(column="progress").text
    assert reported.taking_its_place(progress, others) == [combined.public_id]
    assert reported.taking_its_place("It is completed.", others) == []
    with pytest.raises(NotAllowedNow, match="gives no day"):
        actions.take_over_completion(action=combined, by=cast.alice)


def test_a_bare_completed_is_told_and_asks_for_a_day():
    bare = reported.reported_standing([reported.Said("progress", "completed", "Completed")])
    assert (bare.rung, bare.words) == (1, "reported completed, without a day")


def test_s4_a_claim_is_counted_as_reported_until_the_first_round_closes(
    cast,
):
    plan = recorded(cast, done_but_not_shown())
    before = counts(plan, cast.alice, JUNE)
    assert (before.reported_done, before.checked, before.no_test) == (2, 0, 1)
    assert before.sentence == (
        "3 actions; 2 reported done, 0 checked here; 1 has no test; 3 have no local date; "
        "2 tests show only that something was done"
    )
    assert before.by_kind == "0 done, 0 practice, 0 difference"
    actions.take_over_completions(actions=[plan.actions.order_by("order").first()], by=cast.alice)
    closed = actions.close_first_round(plan=plan, by=cast.alice)
    assert counts(closed, cast.alice, JUNE).reported_done == 1
    assert counts(closed, cast.charlie, JUNE).actions == 0


@pytest.mark.shared
def test_s4_on_the_real_plan_two_are_taken_over_and_stand_at_rung_two(cast, shared):
    plan = recorded(cast, draft_of(seed(shared, "000"), JUNE))
    found = counts(plan, cast.alice, JUNE)
    assert (found.actions, found.reported_done, found.checked, found.no_test) == (68, 2, 0, 6)
    claimed = [one for one in plan.actions.all() if actions_claim(one)]
    actions.take_over_completions(actions=claimed, by=cast.alice)
    evidence = [reported.reported_standing(cells(one)).evidence for one in claimed]
    assert evidence == [reported.ON_FILE, reported.NO_EVIDENCE]
    stands = stands_of(plan.actions.all(), JUNE).values()
    assert [(one.rung, one.colour) for one in stands if (one.rung or 0) >= 2] == [
        (2, "green"),
        (2, "green"),
    ]
    rows = plan.actions.exclude(pk=claimed[1].pk)
    others = [(one.public_id, words_of(one)) for one in rows]
    progress = claimed[1].asreporteds.get(column="progress").text
    offered = reported.taking_its_place(progress, others)
    assert Action.objects.get(public_id=offered[0]).items.get().number == "15"


def actions_claim(action):
    return any(cell.column == "completed" and cell.completed_on for cell in cells(action))


def words_of(action):
    return " ".join([action.text, *(cell.text for cell in cells(action))])


def test_s5_immediately_is_overdue_and_has_no_local_date(cast):
    plan = recorded(cast, heads())
    first, pointing = plan.actions.order_by("order")
    said = reported.reported_standing(cells(first))
    assert (said.count, said.rung, said.evidence) == (1, 1, reported.IN_PART)
    assert first.tests.get().quantity == 14
    day = date(2012, 7, 31)
    row = shown(first, day)
    assert (row.is_late, row.facts.local_date, row.colour) == (True, False, "red")
    facts = gathering.facts_of([first, pointing], day)
    assert facts[pointing.pk] == facts[first.pk]
    assert counts(plan, cast.alice, day).actions == 1


def heads():
    return PlanDraft(
        title="Plan",
        day=JUNE,
        precision="month",
        items=tuple(
            ItemDraft(
                number=number,
                text="Thresholds",
                timescales=(TimescaleDraft(printed="immediat", source="inspectorate"),),
            )
            for number in ("1", "11")
        ),
        actions=(
            ActionDraft(
                items=(0,),
                text="Meet with each of the 14 head teachers",
                tests=(TestDraft(text="Confirmation when each meeting has taken place"),),
                reported=(
                    ReportedDraft(column="progress", text="1 meeting already taken place"),
                    ReportedDraft(column="evidence", text="Yes - part"),
                ),
            ),
            ActionDraft(items=(1,), text="To be included in meetings (see 1 above)", same_as=0),
        ),
    )


@pytest.mark.parametrize(
    ("printed", "due"),
    [
        ("immediat", None),
        ("Immed", None),
        ("TBC on 28/08/12", None),
        ("In place", None),
        ("In progress", None),
        ("From 19/06/12", None),
        ("End Sept 2012", date(2012, 9, 30)),
        ("June – August", date(2012, 8, 31)),
        ("03/13", date(2013, 3, 31)),
        ("Dec 13 – March 14", date(2014, 3, 31)),
    ],
)
def test_s8_a_plan_keeps_the_words_and_sets_a_day_only_where_there_is_one(cast, printed, due):
    given = TimescaleDraft(printed=printed, anchor=JUNE)
    draft = PlanDraft(
        title="Plan",
        items=(ItemDraft(number="1", text="Visits"),),
        actions=(ActionDraft(items=(0,), text="Do it", timescales=(given,)),),
    )
    action = recorded(cast, draft).actions.get()
    row = action.deadlines.get()
    assert (row.printed, row.due) == (printed, due)
    assert shown(action, JUNE).facts.local_date is (due is not None)


def test_s9_one_action_is_on_time_in_two_items_and_late_in_two(cast):
    targets = {"2.1": "Oct 13", "2.5": "Oct. 13", "2.4": "Sept 13", "3.0": "Sept 13"}
    draft = PlanDraft(
        title="Plan",
        day=date(2014, 3, 31),
        precision="month",
        items=tuple(ItemDraft(number=number, text="Children") for number in targets),
        actions=(
            ActionDraft(
                items=(0, 1, 2, 3),
                text="Implementation of the hub",
                timescales=tuple(
                    TimescaleDraft(printed=printed, item=index, anchor=date(2013, 9, 1))
                    for index, printed in enumerate(targets.values())
                ),
                reported=(ReportedDraft(column="update", text="The hub went live Oct.13."),),
            ),
        ),
    )
    action = recorded(cast, draft).actions.get()
    open_yet = deadlines.by_item(action, date(2013, 10, 15))
    assert open_yet[2].words == "overdue since 30 September 2013"
    assert open_yet[0].words == "not yet due"
    actions.take_over_completion(action=action, by=cast.alice)
    found = {one.item.number: one.words for one in deadlines.by_item(action, date(2014, 3, 31))}
    assert found == {
        "2.1": "on time",
        "2.5": "on time",
        "2.4": "late by 1 month",
        "3.0": "late by 1 month",
    }
