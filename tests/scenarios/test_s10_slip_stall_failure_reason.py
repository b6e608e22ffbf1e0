"""S10: a review that slips twice, a policy that is stalled, and an action that did not work."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.document import Grid
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.actions import Forecast, Step
from tests.scenarios import hub
from tests.scenarios.bringing import bring_in_one, page_of, seed
from tests.scenarios.plans import in_word

MARCH = date(2014, 3, 31)
CAUSE = "Inspection activity: A thematic inspection and a diagnostic took its time."
MITIGATION = "Managers weigh new work at each weekly meeting until the policy is there."
STALLED = "Demand rose by a third in the third quarter."
ROWS = [
    *hub.ROWS,
    ("5.0 Work is shared out fairly.", "i) Workload management policy is established.",
     "Nov 13", "AD", "Policy by end of Oct 13.", "Not progressed."),
    ("6.0 Chronologies are kept.", "i) A user group works on the barriers to chronologies.",
     "Oct 13", "AD", "Plan by Nov 13.", "Unable to address it."),
]  # fmt: skip


def check(cast, path, *, review, policy, group):
    """The report of 31 March tells each with its reason, and somebody else has to agree."""
    brought, _ = bring_in_one(cast, path)
    plan = brought.plan
    lena = make_user("Lena Long", cast.aldermere, Role.LEAD)
    review, policy, group = (
        plan.actions.current().filter(same_as=None, text__icontains=words).order_by("pk").first()
        for words in (review, policy, group)
    )
    slips(cast, review, lena)
    stalls(cast, policy)
    successor = fails(cast, group)
    report = PAPERS["highlight_report"].build(plan=plan, by=cast.alice, as_at=MARCH)
    check_slips(report, review)
    check_policy(report, policy, cast)
    [row] = rows(report, "What did not work or was replaced")
    assert (row["Id"], row["What became of it"]) == (group.public_id, "Ineffective")
    assert row["Why"] == "It could not address it."
    assert row["Now"] == f"{successor.public_id} Alternative local solution."
    assert successor.public_id in page_of(cast.alice, group)
    return plan


def slips(cast, review, lena):
    """Both steps of the review are forecast three months later; the lead asks for more time."""
    actions.give_lead(action=review, to=lena.persons.get(), by=cast.alice)
    done, used = (
        actions.add_milestone(action=review, by=cast.alice, printed=day, kind=kind, text=text)
        for day, kind, text in (
            ("Jan 14", "complete", "Review completed"),
            ("April 14", "implement", "Review implemented"),
        )
    )
    why = CAUSE.partition(": ")[2]
    for milestone, day in ((done, date(2014, 4, 30)), (used, date(2014, 7, 31))):
        forecast = Forecast(
            day=day, precision="month", cause="inspection", reason=why, milestone=milestone
        )
        actions.add_update(action=review, by=lena, text="Unlikely in time.", forecast=forecast)
    to = Forecast(day=date(2014, 7, 31), cause="inspection", reason=why, milestone=used)
    asked = actions.ask_extension(action=review, by=lena, to=to)
    director = make_user("Dora Dean", cast.aldermere, Role.DIRECTOR)
    with pytest.raises(NotAllowed):
        actions.approve_extension(move=asked, by=lena)
    actions.let_stand(action=review, to=director.persons.get(), rank="co-lead", by=cast.alice)
    with pytest.raises(NotAllowedNow):
        actions.approve_extension(move=asked, by=director)
    assert actions.approve_extension(move=asked, by=cast.bob).state == "approved"


def stalls(cast, policy):
    step = Step(
        why=STALLED, blocked_on="Demand", chase_on=date(2014, 4, 14), way_forward=MITIGATION
    )
    actions.add_update(action=policy, by=cast.alice, text="Not progressed.", progressed=False)
    actions.set_delivery(action=policy, state="blocked", by=cast.alice, step=step)


def fails(cast, group):
    actions.add_update(action=group, by=cast.alice, text="It met twice.")
    [item] = group.items.all()[:1]
    successor = actions.add_action(
        plan=group.plan,
        items=[item],
        text="Alternative local solution.",
        by=cast.alice,
        why="The group could not address it.",
    )
    step = Step(why="It could not address it.", replaced_by=successor)
    actions.set_delivery(action=group, state="ineffective", by=cast.alice, step=step)
    return successor


def check_slips(report, review):
    done, used = (
        row for row in rows(report, "What slips, and why") if row["Id"] == review.public_id
    )
    assert (done["Which day"], done["By"], done["Why"]) == ("Review completed", "+3 months", CAUSE)
    assert (done["At first"], done["Now"]) == ("31 January 2014", "30 April 2014")
    assert (used["Which day"], used["By"], used["Why"]) == (
        "Review implemented",
        "+3 months",
        CAUSE,
    )
    assert done["Agreed?"].startswith("forecast")
    assert used["Agreed?"] == "agreed by somebody other than whoever asked"


def check_policy(report, policy, cast):
    [row] = [row for row in rows(report, "Late") if row["Id"] == policy.public_id]
    assert (row["Deadline"], row["Status"]) == ("30 November 2013", "red")
    assert row["Way forward"] == MITIGATION
    decided = [row["What is to be decided"] for row in rows(report, "Needs a decision")]
    assert any(STALLED.rstrip(".") in words and MITIGATION in words for words in decided)
    assert MITIGATION in page_of(cast.alice, policy)


def rows(report, title):
    """The rows of the section's table, as words by heading."""
    blocks = list(report.blocks)
    at = next(n for n, block in enumerate(blocks) if getattr(block, "text", "") == title)
    grid = blocks[at + 1]
    assert isinstance(grid, Grid), title
    return [
        {column.title: cell.text for column, cell in zip(grid.columns, row, strict=True)}
        for row in grid.rows
    ]


@pytest.fixture(autouse=True)
def at_the_end_of_march(fixed_clock):
    fixed_clock.move_to("2014-03-31 09:30Z")


def test_s10_slips_stall_and_failure_stand_with_their_reasons(cast, tmp_path):
    path = in_word(tmp_path / "plan.docx", ROWS, hub.HEADINGS)
    check(cast, path, review="capacity", policy="workload", group="user group")


@pytest.mark.shared
def test_s10_on_the_real_plan_of_2014(cast, shared):
    check(
        cast,
        seed(shared, "004"),
        review="Review of experience",
        policy="workload management policy",
        group="user group",
    )
