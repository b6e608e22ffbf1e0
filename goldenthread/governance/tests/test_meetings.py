"""Meetings: agendas from what is due, who was there, minutes frozen when approved."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.governance import actions, agenda
from goldenthread.governance.actions.meetings import seats_on
from goldenthread.governance.models import AgendaItem, Attendance, Meeting
from goldenthread.governance.tests.factories import (
    FEBRUARY,
    JANUARY,
    MARCH,
    approved,
    board,
    drawn,
    held,
    person,
    planned,
    seated,
    watching,
)
from goldenthread.people.history import history_of
from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions as plans
from goldenthread.plans.actions.updating import Forecast

pytestmark = pytest.mark.usefixtures("fixed_clock")
APRIL = date(2026, 4, 21)


def kinds_of(meeting):
    return [(one.kind, one.key.split()[0]) for one in agenda.offers(meeting)]


def test_a_meeting_is_planned_once_a_day_and_cancelled_with_a_reason(cast):
    forum = board(cast)
    meeting = planned(cast, forum, APRIL)
    with pytest.raises(NotAllowedNow, match="already"):
        planned(cast, forum, APRIL)
    with pytest.raises(NotAllowedNow, match="is empty"):
        actions.cancel_meeting(meeting=meeting, why=" ", by=cast.alice)
    actions.cancel_meeting(meeting=meeting, why="Half term", by=cast.alice)
    assert planned(cast, forum, APRIL).state == "planned"
    with pytest.raises(NotAllowed):
        actions.plan_meeting(forum=forum, day=MARCH, by=make_user("Lea", cast.aldermere, Role.LEAD))


def test_the_agenda_is_made_of_what_is_due(cast):
    forum = board(cast)
    watch = watching(cast, forum, printed="will be monitored by the board")
    first, second, third, _ = watch.plan.actions.order_by("order")
    plans.set_local_deadline(action=third, due=date(2026, 4, 1), by=cast.bob)
    plans.ask_extension(
        action=second,
        to=Forecast(day=date(2026, 9, 1), cause="capacity", reason="Nobody"),
        by=cast.alice,
    )
    actions.put_on_each_agenda(forum=forum, title="Measures", kind="measures", by=cast.alice)
    meeting = planned(cast, forum, MARCH)
    planned(cast, forum, APRIL)
    found = {(one.kind, one.action): one for one in agenda.offers(meeting)}
    assert ("standing", None) in found
    assert found["watched", None].why == "will be monitored by the board"
    assert found["late", first].why == "Late since 31 July 2012."
    assert found["due", third].why == "Due on 1 April 2026."
    assert found["extension", second].why == "Asked for until 1 September 2026: Nobody"


def test_what_is_due_after_the_next_meeting_waits(cast):
    forum = board(cast)
    third = watching(cast, forum).plan.actions.order_by("order")[2]
    plans.set_local_deadline(action=third, due=date(2026, 4, 22), by=cast.bob)
    meeting = planned(cast, forum, MARCH)
    planned(cast, forum, APRIL)
    assert "due" not in {one.kind for one in agenda.offers(meeting)}


def test_what_is_on_the_agenda_is_not_offered_again_and_can_be_ordered_by_hand(cast):
    forum = board(cast)
    watch = watching(cast, forum)
    meeting = planned(cast, forum, MARCH)
    made = drawn(cast, meeting)
    assert made[0].version == watch.plan.current_version
    assert not agenda.offers(meeting)
    with pytest.raises(NotAllowedNow, match="Nothing is chosen"):
        actions.draw_agenda(meeting=meeting, offers=[], by=cast.alice)
    last = actions.add_item(
        meeting=meeting, title="A member's question", exceptional=True, by=cast.alice
    )
    actions.move_item(item=last, to=1, by=cast.alice)
    assert [one.order for one in meeting.items.all()] == list(range(1, len(made) + 2))
    assert meeting.items.first() == last
    with pytest.raises(NotAllowedNow, match="Choose a place"):
        actions.move_item(item=last, to=99, by=cast.alice)


def test_a_standing_item_of_certain_months_is_on_those_agendas_only(cast):
    """G-11: the calendar for the outcomes of audits."""
    forum = board(cast)
    actions.put_on_each_agenda(
        forum=forum, title="Outcomes of audits", kind="audits", months=[3, 9], by=cast.alice
    )
    with pytest.raises(NotAllowedNow, match="1 to 12"):
        actions.put_on_each_agenda(forum=forum, title="X", kind="other", months=[13], by=cast.alice)
    assert [one.title for one in agenda.offers(planned(cast, forum, MARCH))] == [
        "Outcomes of audits"
    ]
    assert not agenda.offers(planned(cast, forum, APRIL))


def test_what_the_last_meeting_left_open_comes_again(cast):
    forum = board(cast)
    last = held(cast, forum, FEBRUARY)
    item = last.items.get()
    decision = actions.decide(
        item=item,
        text="Approved.",
        resolutions=[actions.deciding.Resolved("Fund the tool", due_on=MARCH)],
        by=cast.alice,
    )
    step = actions.agree_next_step(
        item=item, text="Write to heads", lead=person(cast), due_on=MARCH, by=cast.alice
    )
    meeting = planned(cast, forum, MARCH)
    assert [one.title for one in agenda.offers(meeting)] == [
        "Minutes of 17 February 2026",
        "Not yet done: Fund the tool",
        "Not yet done: Write to heads",
    ]
    actions.carry_out(resolution=decision.resolutions.get(), words="Paid", by=cast.alice)
    actions.finish_next_step(step=step, words="Sent", by=cast.alice)
    assert [one.title for one in agenda.offers(meeting)] == ["Minutes of 17 February 2026"]


def test_only_an_agenda_with_items_is_issued_once(cast):
    meeting = planned(cast, board(cast), APRIL)
    with pytest.raises(NotAllowedNow, match="is empty"):
        actions.issue_agenda(meeting=meeting, by=cast.alice)
    actions.add_item(meeting=meeting, title="Progress", by=cast.alice)
    actions.issue_agenda(meeting=meeting, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="agenda issued"):
        actions.issue_agenda(meeting=meeting, by=cast.alice)


def test_who_was_there_is_said_of_each_member_of_that_day(cast):
    forum = board(cast)
    dora, eli, finn = (person(cast, name) for name in ("Dora", "Eli", "Finn"))
    chair = seated(cast, forum, dora, "chair")
    member = seated(cast, forum, eli)
    gone = seated(cast, forum, finn, started_on=JANUARY)
    actions.end_seat(seat=gone, on=JANUARY, by=cast.alice)
    meeting = held(cast, forum, FEBRUARY, present=[chair], apologies=[member])
    assert seats_on(meeting) == [chair, member]
    said = {row.seat: row.how for row in meeting.attendance.all()}
    assert said == {chair: "present", member: "apologies"}
    again = actions.hold_meeting(
        meeting=meeting, present=[chair, member], apologies=[], by=cast.alice, cases=4
    )
    assert (again.attendance.present().count(), again.cases) == (2, 4)
    with pytest.raises(NotAllowedNow, match="Choose for each member"):
        actions.hold_meeting(meeting=meeting, present=[gone], apologies=[], by=cast.alice)
    with pytest.raises(NotAllowedNow, match="Say who came after that"):
        actions.hold_meeting(
            meeting=planned(cast, forum, APRIL), present=[], apologies=[], by=cast.alice
        )


def test_a_workshop_counts_who_came_of_each_agency(cast):
    """G-12."""
    forum = board(cast, name="Network day", kind="workshop")
    meeting = held(cast, forum)
    actions.count_agency(meeting=meeting, agency="Schools", number=14, by=cast.alice)
    actions.count_agency(meeting=meeting, agency="Police", number=2, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="counted already"):
        actions.count_agency(meeting=meeting, agency="schools", number=1, by=cast.alice)
    assert sum(row.number for row in meeting.attendance.present()) == 16


def test_minutes_are_approved_by_a_later_meeting_and_every_item_has_one(cast):
    forum = board(cast)
    first, later = held(cast, forum, JANUARY), held(cast, forum, FEBRUARY)
    with pytest.raises(NotAllowedNow, match="1 items have no minute"):
        actions.approve_minutes(meeting=first, at=later, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="by a later meeting"):
        actions.approve_minutes(meeting=later, at=first, by=cast.alice)
    done = approved(cast, first, later)
    assert (done.state, done.approved_in) == ("approved", later)
    assert "approved the minutes" in [line.verb for line in history_of(done)]
    for refused in (
        lambda: actions.minute(item=first.items.get(), text="Other", by=cast.alice),
        lambda: actions.decide(item=first.items.get(), text="Other", by=cast.alice),
        lambda: actions.add_item(meeting=first, title="Other", by=cast.alice),
    ):
        with pytest.raises(NotAllowedNow, match="minutes approved"):
            refused()


def frozen(cast):
    """A meeting with everything on it whose minutes are approved."""
    forum = board(cast)
    seat = seated(cast, forum)
    first = held(cast, forum, JANUARY, present=[seat])
    item = first.items.get()
    resolved = actions.deciding.Resolved("Fund it")
    actions.decide(item=item, text="Approved.", resolutions=[resolved], by=cast.alice)
    actions.agree_next_step(item=item, text="Write", lead=seat.person, due_on=MARCH, by=cast.alice)
    return approved(cast, first, held(cast, forum, FEBRUARY))


ATTACKS = {
    "meeting": "UPDATE governance_meeting SET day='2026-01-21' WHERE state='approved'",
    "meeting opened": "UPDATE governance_meeting SET state='held', approved_in_id=NULL "
    "WHERE state='approved'",
    "minute": "UPDATE governance_agendaitem SET minute='x' WHERE minute<>''",
    "item gone": "DELETE FROM governance_attendance WHERE seat_id IS NOT NULL",
    "decision": "UPDATE governance_decision SET text='x'",
    "decision gone": "DELETE FROM governance_resolution",
    "resolution": "UPDATE governance_resolution SET text='x'",
    "next step": "UPDATE governance_nextstep SET text='x'",
    "new item": "INSERT INTO governance_decision (item_id, number, text, recorded_by_id, "
    "recorded_at) SELECT item_id, 9, 'x', recorded_by_id, recorded_at FROM governance_decision",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_the_database_keeps_approved_minutes_as_they_are(cast, name):
    frozen(cast)
    with pytest.raises(DatabaseError, match="Approved minutes"), transaction.atomic():
        connection.cursor().execute(ATTACKS[name])


def test_what_was_agreed_is_still_followed_after_the_minutes_were_approved(cast):
    item = frozen(cast).items.get()
    resolution = item.decisions.get().resolutions.get()
    actions.carry_out(resolution=resolution, words="Paid", by=cast.alice)
    actions.finish_next_step(step=item.next_steps.get(), words="Sent", by=cast.alice)


def test_the_database_refuses_minutes_that_approve_themselves(cast):
    meeting = held(cast, board(cast))
    rows = Meeting.objects.filter(pk=meeting.pk)
    for change in ({"state": "approved"}, {"state": "approved", "approved_in": meeting}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)


def test_members_see_their_board_and_guests_only_what_was_issued(cast):
    forum, other = board(cast), board(cast, name="Other")
    member = make_user("Mia Member", cast.aldermere, Role.ELECTED_MEMBER)
    lead = make_user("Lena Lead", cast.aldermere, Role.LEAD)
    for user in (member, lead):
        seated(cast, forum, user.persons.get())
    mine, hidden = planned(cast, forum, APRIL), planned(cast, other, APRIL)
    actions.add_item(meeting=mine, title="Progress", by=cast.alice)
    clerk = make_user("Cleo Clerk", cast.aldermere, Role.CLERK)

    def seen(user):
        return set(Meeting.objects.visible_to(user))

    assert seen(clerk) == {mine, hidden}
    assert seen(lead) == {mine}
    assert seen(member) == set()
    assert seen(cast.charlie) == set()
    actions.issue_agenda(meeting=mine, by=clerk)
    assert seen(member) == {mine}
    assert AgendaItem.objects.visible_to(member).count() == 1
    assert not Attendance.objects.visible_to(member).exists()


def test_a_partner_sees_meetings_of_boards_outside_the_council_it_sits_on(cast):
    """G-02."""
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Hospital")
    nurse = make_user("Nora Nurse", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    outer = board(cast, name="Partners", kind="partnership")
    seated(cast, outer, hospital)
    meeting = planned(cast, outer, APRIL)
    actions.add_item(meeting=meeting, title="Progress", by=cast.alice)
    assert not Meeting.objects.visible_to(nurse).exists()
    actions.issue_agenda(meeting=meeting, by=cast.alice)
    assert Meeting.objects.visible_to(nurse).get() == meeting


def test_offers_cost_the_same_for_any_number_of_actions(cast, django_assert_max_num_queries):
    forum = board(cast)
    watching(cast, forum)
    meeting = planned(cast, forum, MARCH)
    with django_assert_max_num_queries(34):
        agenda.offers(meeting)
    assert replace(agenda.offers(meeting)[0], why="") is not None
