"""S9: one action that serves four items, on time in two and late in two; and the source's faults."""

from datetime import date

import pytest

from goldenthread.intake import actions as intake
from goldenthread.plans import actions, deadlines
from goldenthread.plans.counting import counts
from tests.scenarios import hub
from tests.scenarios.bringing import answer, bring_in_one, page, page_of, seed
from tests.scenarios.plans import in_word

MARCH = date(2014, 3, 31)
STANDS = {
    "2.1": "on time",
    "2.5": "on time",
    "2.4": "late by 1 month",
    "3.0": "late by 1 month",
}
RANGES = ("Sept 13 - Jan 14", "Sept 12 – Jan 14")


def check(cast, path, *, parts, total):
    """The hub's rows are joined, the row of team and panel is parted, and all is confirmed."""
    by = cast.alice
    row, _ = bring_in_one(cast, path, accept=False)
    [same] = [one for one in row.questions.filter(kind="same action") if len(one.rows) == 4]
    answer(row, by, {"join": same.rows}, kind="same action", key=same.key)
    [both] = [one["id"] for one in row.draft["actions"] if one["text"] == parts[0]]
    intake.split_row(import_=row, row=both, parts=parts[1:], by=by, revision=row.revision)
    told = page(by, f"/library/import/{row.pk}/")
    assert "says v) where the action is iv)" in told
    brought, _ = bring_in_one(cast, path)
    plan = brought.plan
    assert counts(plan, by, MARCH).actions == total
    [joined] = [one for one in plan.actions.all() if one.items.count() == 4]
    check_hub(joined, by)
    team, panel = (plan.actions.get(text=part) for part in parts[1:])
    check_late(team, by, date(2013, 11, 30), "late by 2 months")
    check_late(panel, by, date(2013, 10, 31), "late by 1 month")
    check_faults(plan)
    return plan


def check_hub(action, by):
    open_yet = {one.item.number: one.words for one in deadlines.by_item(action, date(2013, 10, 15))}
    assert open_yet["2.4"] == "overdue since 30 September 2013"
    assert open_yet["2.1"] == "not yet due"
    done = actions.take_over_completion(action=action, by=by)
    assert (done.completed_on, done.completed_precision) == (date(2013, 10, 31), "month")
    assert {one.item.number: one.words for one in deadlines.by_item(action, MARCH)} == STANDS
    shown = page_of(by, action)
    for number, words in STANDS.items():
        assert f"In item {number}{words}" in shown


def check_late(action, by, completed_on, words):
    actions.complete(action=action, by=by, completed_on=completed_on, precision="month")
    [target] = deadlines.by_item(action, MARCH)
    assert (target.item.number, target.words) == ("2.1", words)
    assert f"In item 2.1{words}" in page_of(by, action)


def check_faults(plan):
    """Two faults of the document stand with its version: a label, and two ranges of one action."""
    problems = plan.current_version.issues.values_list("problem", flat=True)
    assert any("says v) where the action is iv)" in one for one in problems)
    assert any(all(words in one for words in RANGES) for one in problems)


def test_s9_one_action_is_on_time_in_two_items_and_late_in_two(cast, tmp_path):
    path = in_word(tmp_path / "plan.docx", hub.ROWS, hub.HEADINGS)
    parts = (
        "Implementation of the Help Team & Help Panel.",
        "Implementation of the Help Team.",
        "Implementation of the Help Panel.",
    )
    check(cast, path, parts=parts, total=6)


@pytest.mark.shared
def test_s9_on_the_real_plan_of_2014(cast, shared):
    parts = (
        "Implementation of EH Offer, EH Team & multi-agency EH Panel.",
        "Implementation of EH Offer, EH Team.",
        "Implementation of multi-agency EH Panel.",
    )
    plan = check(cast, seed(shared, "004"), parts=parts, total=35)
    above = {item.number: item.parent and item.parent.number for item in plan.items.all()}
    assert len(above) == 20
    assert (above["5.2"], above["5.0"]) == ("5.0", None)
