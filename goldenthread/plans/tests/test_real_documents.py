"""The plans of the shared folder, recorded as they are read; they are not part of the project."""

from collections import Counter
from datetime import date

import pytest

from goldenthread.documents.reading import read
from goldenthread.plans.drafts import (
    ActionDraft,
    IssueDraft,
    ItemDraft,
    PartDraft,
    PlanDraft,
    ReportedDraft,
    StandingDraft,
    TestDraft,
    TimescaleDraft,
)
from goldenthread.plans.models import AsReported
from goldenthread.plans.tests.factories import recorded

CELLS = {"progress": "progress", "evidence_on_file": "evidence", "completed": "completed"}


def draft_of(proposal, day):
    """The reading as it is: every first printed lead leads, no question is answered."""
    numbers = [item["number"] for item in proposal["items"]]
    return PlanDraft(
        title="The plan of a council",
        day=day,
        precision="month",
        parts=tuple(PartDraft(title=part["title"]) for part in proposal["plans"]),
        items=tuple(item_of(item) for item in proposal["items"]),
        actions=tuple(action_of(action, numbers, day) for action in proposal["actions"]),
        issues=tuple(IssueDraft(**issue) for issue in proposal["issues"]),
    )


def item_of(item):
    given = item["timescale"]
    return ItemDraft(
        part=item["plan"],
        number=item["number"],
        text=item["text"],
        timescales=(TimescaleDraft(printed=given, source="inspectorate"),) if given else (),
    )


def action_of(action, numbers, day):
    given = action["local_timescale"]
    ranks = ["lead", "co-lead", "co-lead", "co-lead"]
    leads = tuple(
        StandingDraft(printed=name, rank=rank)
        for name, rank in zip(action["leads"], ranks, strict=False)
    )
    delegates = tuple(StandingDraft(printed=name, rank="delegate") for name in action["delegates"])
    return ActionDraft(
        items=tuple(numbers.index(number) for number in action["items"]),
        ref=action["ref"] or "",
        text=action["text"],
        standings=leads + delegates,
        timescales=(TimescaleDraft(printed=given, anchor=day),) if given else (),
        tests=(TestDraft(text=action["test"]),) if action["test"] else (),
        reported=tuple(
            ReportedDraft(column=column, text=action[cell])
            for cell, column in CELLS.items()
            if action[cell]
        ),
    )


def seed(shared, number):
    return read(next((shared / "seeds").glob(f"{number}_*.txt")))


@pytest.mark.shared
def test_s4_on_the_real_plan(cast, shared):
    plan = recorded(cast, draft_of(seed(shared, "000"), date(2012, 6, 30)))
    actions = plan.actions.current()
    assert (plan.items.count(), actions.count()) == (19, 68)
    assert actions.without_test().count() == 6
    claims = Counter(AsReported.objects.filter(column="evidence").values_list("claims", flat=True))
    assert claims == {"part evidence": 1, "full evidence": 1}
    completed = AsReported.objects.filter(column="completed")
    assert [(row.completed_on, row.precision) for row in completed] == [
        (date(2012, 6, 30), "month"),
        (date(2012, 6, 30), "month"),
    ]
    unevidenced = completed.exclude(action__asreporteds__column="evidence").get().action
    assert list(unevidenced.items.values_list("number", flat=True)) == ["16"]


@pytest.mark.shared
def test_s5_the_count_of_the_real_plan_is_one_of_fourteen(cast, shared):
    plan = recorded(cast, draft_of(seed(shared, "000"), date(2012, 6, 30)))
    action = plan.actions.order_by("order").first()
    assert action.tests.get().quantity == 14
    assert action.asreporteds.get(column="progress").count == 1
    item = action.items.get()
    assert item.deadlines.get().reading == "immediate"
    assert item.deadlines.get().due is None


@pytest.mark.shared
def test_s9_on_the_real_plan_of_2014(cast, shared):
    plan = recorded(cast, draft_of(seed(shared, "004"), date(2014, 3, 31)))
    assert plan.items.count() == 20
    problems = " ".join(plan.current_version.issues.values_list("problem", flat=True))
    assert "says v) where the action is iv)" in problems
    assert "“Sept 12 – Jan 14”" in problems
    tree = {item.number: item.parent and item.parent.number for item in plan.items.all()}
    assert (tree["5.2"], tree["5.0"]) == ("5.0", None)
