"""Decisions, agreed next steps, minutes as evidence, oversight and cascades."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.governance import actions, looking
from goldenthread.governance.actions.deciding import Resolved
from goldenthread.governance.keeping import forward
from goldenthread.governance.models import NextStep, Resolution
from goldenthread.governance.tests.factories import (
    FEBRUARY,
    JANUARY,
    MARCH,
    board,
    drawn,
    held,
    person,
    planned,
    seated,
    watching,
)
from goldenthread.people.models import Post, Team
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans.models import EvidenceLink
from goldenthread.plans.tests.factories import recorded

pytestmark = pytest.mark.usefixtures("fixed_clock")


def item_of(cast, **more):
    return held(cast, board(cast), **more).items.get()


def test_a_decision_holds_its_resolutions_each_followed_and_shown_on_its_action(cast):
    """H-05 as far as a meeting goes: one decision, several resolutions."""
    action = recorded(cast).actions.order_by("order").first()
    decision = actions.decide(
        item=item_of(cast),
        text="The plan is approved.",
        resolutions=[Resolved("Approve the plan", action), Resolved("Pay the tool", due_on=MARCH)],
        by=cast.alice,
    )
    first, second = decision.resolutions.order_by("number")
    assert list(Resolution.objects.filter(action=action)) == [first]
    actions.carry_out(resolution=first, words="Published.", by=cast.alice)
    assert list(Resolution.objects.open()) == [second]
    with pytest.raises(NotAllowedNow, match="already"):
        actions.carry_out(resolution=first, words="Again.", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="is empty"):
        actions.decide(item=decision.item, text=" ", by=cast.alice)


def test_nothing_is_decided_before_the_meeting(cast):
    meeting = planned(cast, board(cast), date(2026, 4, 21))
    item = actions.add_item(meeting=meeting, title="Progress", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="planned"):
        actions.decide(item=item, text="Approved.", by=cast.alice)


def test_a_next_step_is_open_until_its_lead_says_it_is_done(cast):
    """F-14: a note of an agreed action has an owner and a day."""
    lena = make_user("Lena Lead", cast.aldermere, Role.LEAD)
    other = make_user("Otto Other", cast.aldermere, Role.LEAD)
    step = actions.agree_next_step(
        item=item_of(cast), text="Write", lead=lena.persons.get(), due_on=MARCH, by=cast.alice
    )
    assert list(NextStep.objects.visible_to(lena).open()) == [step]
    with pytest.raises(NextStep.DoesNotExist):
        actions.finish_next_step(step=step, words="Sent", by=other)
    with pytest.raises(NotAllowedNow, match="is empty"):
        actions.finish_next_step(step=step, words="", by=lena)
    actions.finish_next_step(step=step, words="Sent on Monday.", by=lena)
    assert not NextStep.objects.open().exists()
    with pytest.raises(NotAllowedNow, match="It is done"):
        actions.finish_next_step(step=step, words="Sent", by=lena)


def test_a_next_step_is_not_due_before_its_meeting(cast):
    with pytest.raises(NotAllowedNow, match="due on or after"):
        actions.agree_next_step(
            item=item_of(cast), text="Write", lead=person(cast), due_on=JANUARY, by=cast.alice
        )


def test_an_extract_of_a_minute_becomes_evidence_that_stays(cast):
    """F-03: a minute linked to its meeting and item, an extract, a frozen copy."""
    action = recorded(cast).actions.order_by("order").first()
    test = action.tests.get()
    item = item_of(cast)
    actions.minute(item=item, text="All 14 heads were met.  The tool is used.", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="word for word"):
        actions.file_minute(item=item, test=test, extract="13 heads", shows="Met", by=cast.alice)
    made = actions.file_minute(
        item=item,
        test=test,
        extract="All 14 heads were met.",
        shows="All met",
        quantity=14,
        by=cast.alice,
    )
    version = made.versions.get()
    assert (made.kind, version.extract) == ("minute", "All 14 heads were met.")
    assert version.about == {
        "meeting": "Improvement Board (IB)",
        "held_on": "2026-02-17",
        "agenda_item": "1. Progress",
    }
    assert made.minuted_in.item == item
    assert EvidenceLink.objects.get(version=version).test == test
    actions.minute(item=item, text="It was put off.", by=cast.alice)
    version.refresh_from_db()
    assert version.extract == "All 14 heads were met."
    with pytest.raises(DatabaseError, match="stays as it was"), transaction.atomic():
        connection.cursor().execute("DELETE FROM governance_extract")


def test_who_does_not_work_on_the_action_files_no_minute(cast):
    clerk = make_user("Cleo Clerk", cast.aldermere, Role.CLERK)
    test = recorded(cast).actions.order_by("order").first().tests.get()
    item = item_of(cast)
    actions.minute(item=item, text="Met.", by=clerk)
    with pytest.raises(NotAllowed):
        actions.file_minute(item=item, test=test, extract="Met.", shows="Met", by=clerk)


def test_the_matrix_says_of_each_promise_whether_it_is_kept(cast):
    """G-14, H-13: at least twice a year."""
    forum = board(cast, kind="scrutiny")
    watch = watching(cast, forum, since=date(2024, 1, 1))
    for day in (JANUARY, FEBRUARY):
        meeting = planned(cast, forum, day)
        drawn(cast, meeting)
        rows = looking.matrix(cast.alice, MARCH)
        assert [row.kept.is_kept for row in rows] == [False]
        actions.hold_meeting(meeting=meeting, present=[], apologies=[], by=cast.alice)
    row = looking.matrix(cast.alice, MARCH)[0]
    assert (row.oversight, row.kept.is_kept) == (watch, True)
    assert row.kept.words == "Kept: 2 of 2 in the 12 months to 17 March 2026."
    with pytest.raises(NotAllowedNow, match="already"):
        watching(cast, forum, watch.plan)
    actions.end_watching(oversight=watch, on=MARCH, why="The plan is done.", by=cast.alice)
    assert looking.matrix(cast.alice, MARCH) == []


def test_items_before_scrutiny_are_counted_by_year_topic_and_whether_out_of_turn(cast):
    """H-14, H-12: what scrutiny looked at, and at which version of the plan."""
    forum = board(cast, name="Scrutiny", kind="scrutiny")
    watch = watching(cast, forum)
    meeting = planned(cast, forum, FEBRUARY)
    drawn(cast, meeting)
    actions.add_item(
        meeting=meeting, title="Placements", topic="Care", exceptional=True, by=cast.alice
    )
    assert looking.scrutiny(cast.alice) == []
    actions.hold_meeting(meeting=meeting, present=[], apologies=[], by=cast.alice)
    said = {
        (row.year, row.topic): (row.regular, row.exceptional)
        for row in looking.scrutiny(cast.alice)
    }
    assert said[2026, "Care"] == (0, 1)
    assert said[2026, str(watch.plan)][0] >= 1
    assert {item.version for item in meeting.items.filter(kind="watched")} == {
        watch.plan.current_version
    }


def test_a_meeting_is_quorate_by_its_members_and_required_roles(cast):
    """G-06: who has to be there."""
    forum = board(cast, quorum=1)
    leader = Post.objects.create(authority=cast.aldermere, title="Leader", kind="elected")
    must, may = seated(cast, forum, leader, required=True), seated(cast, forum)
    meeting = held(cast, forum, present=[may])
    assert looking.quorum_of(meeting) == (
        False,
        "Not quorate: 1 of 2 members present; required and not there: Leader.",
    )
    actions.hold_meeting(meeting=meeting, present=[must], apologies=[may], by=cast.alice)
    assert looking.quorum_of(meeting)[0] is True


def test_every_team_has_held_it_n_of_n_with_its_minute(cast):
    """G-13."""
    duty, kinship = (
        Team.objects.create(authority=cast.aldermere, name=name) for name in ("Duty", "Kinship")
    )
    row = actions.cascade(
        forum=board(cast), theme="Chronologies", teams=[duty, kinship], by=cast.alice
    )
    assert looking.cascade_words(row) == "0 of 2 teams have held it."
    manager = make_user("Tom Team", cast.aldermere, Role.TEAM_MANAGER, team=duty)
    today = date(2026, 3, 16)
    with pytest.raises(NotAllowedNow, match="Add the minute"):
        actions.team_held(cascade=row, team=duty, day=today, by=manager)
    actions.team_held(cascade=row, team=duty, day=today, minute="Talked about it.", by=manager)
    assert looking.cascade_words(row) == "1 of 2 teams have held it. Not yet: Kinship."
    with pytest.raises(NotAllowed):
        actions.team_held(cascade=row, team=kinship, day=today, minute="Yes.", by=manager)
    with pytest.raises(NotAllowedNow, match="has held it"):
        actions.team_held(cascade=row, team=duty, day=today, minute="Yes.", by=cast.alice)


def test_the_calendar_joins_planned_days_those_of_the_cadence_and_standing_items(cast):
    """G-11."""
    forum = board(cast)
    actions.put_on_each_agenda(
        forum=forum, title="Outcomes of audits", kind="audits", months=[5], by=cast.alice
    )
    planned(cast, forum, MARCH)
    actions.skip_day(forum=forum, day=date(2026, 4, 21), why="Easter", by=cast.alice)
    found = looking.calendar(cast.alice, date(2026, 3, 16), months=3)
    assert [(day.day, day.is_planned, day.items) for day in found] == [
        (MARCH, True, []),
        (date(2026, 5, 19), False, ["Outcomes of audits"]),
        (date(2026, 6, 16), False, []),
    ]


def test_a_report_brought_twice_has_its_decisions_in_a_line(cast):
    """H-11: noted by one body, approved by another, each before a version of the plan."""
    bodies = ("Cabinet", "cabinet"), ("Scrutiny", "scrutiny")
    cabinet, scrutiny = (board(cast, name=name, kind=kind) for name, kind in bodies)
    plan = recorded(cast)
    for forum in (cabinet, scrutiny):
        watching(cast, forum, plan)
    for forum, day, text in (
        (cabinet, JANUARY, "Noted."),
        (scrutiny, date(2026, 2, 3), "Asked for an update."),
        (cabinet, FEBRUARY, "Approved."),
    ):
        meeting = planned(cast, forum, day)
        drawn(cast, meeting)
        item = meeting.items.get(plan=plan, action=None)
        actions.hold_meeting(meeting=meeting, present=[], apologies=[], by=cast.alice)
        actions.decide(item=item, text=text, by=cast.alice)
    found = looking.lineage(item, cast.alice)
    assert [row.text for row in found] == ["Noted.", "Asked for an update.", "Approved."]
    assert {row.item.version for row in found} == {plan.current_version}
    assert looking.lineage(item, cast.charlie) == []


def test_what_was_written_by_hand_is_a_matter_of_its_own(cast):
    forum = board(cast)
    for day, titles in ((JANUARY, ["Budget"]), (FEBRUARY, ["Progress", "Budget"])):
        item = held(cast, forum, day, titles=titles).items.get(title="Budget")
        actions.decide(item=item, text=f"Decided on {day}.", by=cast.alice)
    assert [row.text for row in looking.lineage(item, cast.alice)] == [f"Decided on {FEBRUARY}."]


def test_what_a_committee_watches_is_entered_on_the_days_on_which_it_is_due(cast):
    """H-09: interest by committee makes the forward plan."""
    forum = board(cast, kind="scrutiny")
    watch = watching(cast, forum, times=2, months=12, since=date(2025, 9, 1))
    meeting = planned(cast, forum, FEBRUARY)
    drawn(cast, meeting)
    actions.hold_meeting(meeting=meeting, present=[], apologies=[], by=cast.alice)
    found = looking.calendar(cast.alice, date(2026, 3, 16), months=12)
    entered = [day.day for day in found if day.watched == [str(watch.plan)]]
    assert entered == [date(2026, 8, 18), date(2027, 2, 16)]
    assert looking.first_meeting(forum, cast.alice) == meeting


@pytest.mark.parametrize(
    ("last", "times", "due"),
    [
        (None, 2, [JANUARY]),
        (JANUARY, 12, [FEBRUARY, MARCH]),
        (date(2025, 8, 20), 2, [FEBRUARY]),
        (date(2024, 1, 1), 1, [JANUARY]),
        (date(2025, 12, 1), 1, []),
        (JANUARY, 24, [FEBRUARY, MARCH]),
    ],
)
def test_the_first_meeting_in_or_after_the_month_in_which_it_is_due_takes_it(last, times, due):
    days = [JANUARY, FEBRUARY, MARCH]
    since = date(2025, 9, 1)
    assert forward(days, last=last, times=times, months=12, since=since) == due


def test_the_last_decision_of_what_an_item_is_about_is_found(cast):
    forum = board(cast)
    watching(cast, forum)
    first = planned(cast, forum, JANUARY)
    drawn(cast, first)
    actions.hold_meeting(meeting=first, present=[], apologies=[], by=cast.alice)
    late = first.items.filter(kind="late").first()
    actions.decide(item=late, text="Bring it forward.", by=cast.alice)
    second = planned(cast, forum, FEBRUARY)
    drawn(cast, second)
    again = second.items.get(key=late.key)
    assert looking.last_decisions(second)[again.pk].text == "Bring it forward."


def test_a_next_step_becomes_an_action_of_the_plan_with_its_lead_and_day(cast):
    """F-14: a note of an agreed action makes an action with an owner."""
    forum = board(cast)
    plan = watching(cast, forum).plan
    meeting = planned(cast, forum)
    drawn(cast, meeting)
    actions.hold_meeting(meeting=meeting, present=[], apologies=[], by=cast.alice)
    dora = person(cast)
    step = actions.agree_next_step(
        item=meeting.items.get(kind="watched"),
        text="Write to every head",
        lead=dora,
        due_on=MARCH,
        by=cast.alice,
    )
    served = [plan.items.order_by("order").first()]
    made = actions.make_action(step=step, items=served, by=cast.alice)
    assert (made.plan, made.text) == (plan, "Write to every head")
    assert [one.person for one in made.standings.all()] == [dora]
    assert made.deadlines.get().due == MARCH
    step.refresh_from_db()
    assert step.action == made
    assert not NextStep.objects.open().exists()
    with pytest.raises(NotAllowedNow, match="an action already"):
        actions.make_action(step=step, items=served, by=cast.alice)
    clerk = make_user("Cleo Clerk", cast.aldermere, Role.CLERK)
    other = actions.agree_next_step(
        item=step.item, text="Another", lead=dora, due_on=MARCH, by=clerk
    )
    with pytest.raises(NotAllowed):
        actions.make_action(step=other, items=served, by=clerk)


def test_a_user_group_has_a_plan_and_an_outcome(cast):
    """G-09."""
    group = board(cast, name="Protocol user group", kind="user group")
    watch = watching(cast, group)
    assert (group.get_kind_display(), watch.of) == ("User group", watch.plan)
    ended = actions.end_forum(forum=group, on=FEBRUARY, outcome="Revised.", by=cast.alice)
    assert (ended.ended_on, ended.outcome) == (FEBRUARY, "Revised.")
