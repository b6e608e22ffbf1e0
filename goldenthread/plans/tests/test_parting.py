"""A timescale that names two ends becomes two milestones."""

from datetime import date

import pytest

from goldenthread.plans import actions, parting
from goldenthread.plans.drafts import ActionDraft, ItemDraft, PlanDraft, TimescaleDraft

JANUARY, APRIL = date(2014, 1, 31), date(2014, 4, 30)


@pytest.mark.parametrize(
    "printed",
    [
        "completed by Jan 14 & implemented by April 14",
        "Completed by Jan 14 and implemented by April 14.",
        "Complete: Jan 14; implement: April 14",
        "Jan 14 complete, April 14 implement",
    ],
)
def test_what_is_completed_and_what_is_implemented_are_parted(printed):
    found = parting.parts(printed, None)
    assert [(one.kind, one.due) for one in found] == [("complete", JANUARY), ("implement", APRIL)]


@pytest.mark.parametrize(
    "printed",
    [
        "Dec 13 – March 14",
        "completed by Jan 14",
        "completed by Jan 14 and completed by April 14",
        "completed soon & implemented by April 14",
        "",
    ],
)
def test_a_wording_that_does_not_name_both_ends_is_not_parted(printed):
    assert parting.parts(printed, None) == ()


@pytest.mark.django_db
def test_a_confirmed_plan_has_its_ranges_parted_once(cast):
    timescale = TimescaleDraft(printed="completed by Jan 14 & implemented by April 14")
    plain = TimescaleDraft(printed="Dec 13 – March 14")
    draft = PlanDraft(
        title="Plan",
        items=(ItemDraft(number="1", text="Minutes are right"),),
        actions=(
            ActionDraft(items=(0,), ref="1.1", text="Write a policy", timescales=(timescale,)),
            ActionDraft(items=(0,), ref="1.2", text="Write another", timescales=(plain,)),
        ),
    )
    given = {"authority": cast.aldermere, "by": cast.alice, "upload": None, "plan": draft}
    plan = actions.record_plan(**given)
    actions.record_plan(**given, replaces=plan)
    policy, other = plan.actions.order_by("order")
    found = policy.milestones.order_by("due").values_list("kind", "printed", "due")
    assert list(found) == [("complete", "Jan 14", JANUARY), ("implement", "April 14", APRIL)]
    assert not other.milestones.exists()
    [deadline] = other.deadlines.current()
    assert (deadline.earliest, deadline.latest, deadline.due) == (
        date(2013, 12, 1), date(2014, 3, 31), date(2014, 3, 31),
    )  # fmt: skip
