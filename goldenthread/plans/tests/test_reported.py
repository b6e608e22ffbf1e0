"""What a plan reports: counted until the first round closes, and where a row only points."""

from datetime import date

from goldenthread.plans import actions, gathering, reported
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
from goldenthread.plans.tests.factories import recorded

JUNE = date(2012, 6, 30)


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


def test_a_row_that_only_points_stands_where_the_other_does_and_is_counted_once(cast):
    plan = recorded(cast, heads())
    first, pointing = plan.actions.order_by("order")
    facts = gathering.facts_of([first, pointing], JUNE)
    assert facts[pointing.pk] == facts[first.pk]
    assert counts(plan, cast.alice, JUNE).actions == 1


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
