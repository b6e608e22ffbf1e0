"""S4: what a plan says is done, with and without evidence, is done and not yet checked."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import actions, reported
from goldenthread.plans.counting import counts
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import AsReported
from goldenthread.thread.claims import claims_of
from tests.scenarios.bringing import bring_in_one, page, page_of, seed
from tests.scenarios.plans import in_word, row

JUNE = date(2012, 6, 30)
COMPLETED, PROPOSED = "reported completed June 2012", "It says that something else came instead"
ROWS = [
    row(number="2", item="Carers know how to put the minutes right", theirs="immed",
        action="Say in the covering letter how to ask for a change", lead="Asha Verity",
        test="Copy of the new front sheet", filed="Yes", done="June 2012"),
    row(action="Write a letter to go out with the minutes of core groups", lead="Asha Verity",
        test="Copy of the letter"),
    row(number="15", item="Care plans are up to date", theirs="3 months", local="July 2012",
        action="Make sure that the new way of reviewing care plans is understood",
        progress="A new way of reviewing has been developed: the care plan and its update for the "
        "review are combined into one document", test="Minute of the team of managers",
        lead="Tom Harrow"),
    row(action="Chairs to follow up every care plan that was not revised", lead="Tom Harrow"),
    row(number="16", item="Reports to reviews set out the progress made", theirs="3 months",
        action="Revise the form of the report to the review", test="Copy of template",
        progress="Within the new format there is no report; rather a care plan which is to be "
        "updated", done="June 2012", lead="Asha Verity"),
]  # fmt: skip


def check(cast, path, *, total, no_test):
    """Items 2, 15 and 16 of the plan; the counts of all of it."""
    brought, _ = bring_in_one(cast, path)
    plan, by = brought.plan, cast.alice
    first, empty = [one for one in plan.actions.order_by("order") if says_completed(one)]
    numbers = [one.items.get().number for one in (first, empty)]
    assert numbers == ["2", "16"]
    found = counts(plan, by, JUNE)
    assert (found.actions, found.reported_done, found.checked) == (total, 2, 0)
    assert found.no_test == no_test
    check_claims(plan, by, first, empty)
    actions.take_over_completions(actions=[first, empty], by=by)
    for action, evidence in ((first, reported.ON_FILE), (empty, reported.NO_EVIDENCE)):
        check_stands(action)
        shown = page_of(by, action)
        assert f"done, evidence not yet checked; {evidence}." in shown
        assert "Completed: June 2012, taken over from the document" in shown
        assert (PROPOSED in shown) is (action == empty)
    check_no_word_moves_it(cast, empty)
    instead = combined(plan)
    assert f"perhaps {instead.public_id}" in page_of(by, empty)
    replaced = actions.Step(why="One document took its place.", replaced_by=instead)
    actions.reopen(action=empty, by=by, why="Another took its place.")
    actions.set_delivery(action=empty, state="superseded", step=replaced, by=by)
    assert stands_of([empty], JUNE)[empty.pk].rung is None
    assert counts(plan, by, JUNE).checked == 0


def says_completed(action):
    return action.asreporteds.filter(column="completed", completed_on=JUNE).exists()


def check_claims(plan, by, first, empty):
    """Both wait for evidence, and the list says what each is said to have."""
    waiting = {one.action: one for one in claims_of(plan, by=by, day=JUNE)}
    assert {first.pk, empty.pk} <= set(waiting)
    assert {one.state for one in waiting.values()} == {"reported, nothing filed"}
    listed = page(by, f"/plans/{plan.authority.code}/{plan.public_id}/?state=reported-done")
    assert f"{COMPLETED}; {reported.ON_FILE}" in listed
    assert f"{COMPLETED}; {reported.NO_EVIDENCE}" in listed


def check_stands(action):
    stands = stands_of([action], JUNE)[action.pk]
    assert (stands.rung, stands.ladder.name) == (2, "done, evidence not yet checked")
    assert stands.colour != "blue"


def check_no_word_moves_it(cast, action):
    said = "Completed, evidence checked, accepted and embedded: blue."
    actions.add_update(action=action, by=cast.alice, text=said)
    with pytest.raises(NotAllowedNow, match="Blue is worked out alone"):
        actions.judge_status(action=action, by=cast.bob, colour="blue", reason=said)
    check_stands(action)


def combined(plan):
    [action] = plan.actions.filter(asreporteds__text__contains="combined into one document")
    assert action.items.get().number == "15"
    return action


def test_s4_done_is_not_shown_and_no_word_makes_it_so(cast, tmp_path):
    check(cast, in_word(tmp_path / "plan.docx", ROWS), total=5, no_test=1)


@pytest.mark.shared
def test_s4_on_the_real_plan(cast, shared):
    check(cast, seed(shared, "000"), total=68, no_test=6)
    claims = AsReported.objects.filter(column="evidence").values_list("claims", flat=True)
    assert sorted(claims) == ["full evidence", "part evidence"]
