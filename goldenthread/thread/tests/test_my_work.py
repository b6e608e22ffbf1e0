"""Somebody's work: what is theirs on a day, why, and in which order."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.people.models import (
    Membership,
    PartnerOrganisation,
    Post,
    Postholding,
    Service,
    Team,
)
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.drafts import ActionDraft, TimescaleDraft, ToSettleDraft
from goldenthread.plans.models import DeadlineMove, Delivery, Standing
from goldenthread.plans.tests.factories import plan, recorded
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import file, make_world, person, return_

TODAY = date(2026, 3, 16)
NOON = "2026-03-16T12:00Z"


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def lines(user, day=TODAY):
    return [(line.kind, line.label, line.why) for line in my_work(user, day=day).lines]


def test_a_lead_and_a_delegate_have_their_actions_with_the_reason_and_the_day(world):
    [line] = my_work(world.lena, day=TODAY).lines
    assert (line.kind, line.label, line.why) == ("overdue", "P1-A1", "You are its lead.")
    assert line.due == date(2012, 3, 31)
    assert line.verb == "plans.add_update"
    assert lines(world.dan) == [("overdue", "P1-A1", "You are its delegate.")]


def test_an_action_that_is_done_or_dropped_is_nobodys_work(world):
    Delivery.objects.create(
        action=world.action, state="done", completed_on=TODAY, completed_precision="day"
    )
    assert lines(world.lena) == []


def test_a_post_is_whoever_holds_it_on_the_day_and_acting_stands_first(world):
    eve = make_user("Eve East", world.cast.aldermere, Role.LEAD)
    post = Post.objects.create(authority=world.cast.aldermere, title="Head of service")
    Standing.objects.create(action=world.other, rank="lead", post=post)
    held = Postholding.objects.create(post=post, person=person(eve))
    mine = [("due", "P1-A2", "You hold the post “Head of service”, its lead.")]
    assert lines(eve) == mine
    acting = Postholding.objects.create(post=post, person=person(world.dan), acting=True)
    assert lines(eve) == []
    assert mine[0] in lines(world.dan)
    acting.ended_on = acting.counts_until = date(2026, 3, 19)
    acting.save()
    held.ended_on = held.counts_until = date(2026, 3, 20)
    held.save()
    assert lines(eve, date(2026, 3, 20)) == mine
    assert lines(eve, date(2026, 3, 21)) == []


def test_a_team_is_whoever_manages_it(world):
    eve = make_user("Eve East", world.cast.aldermere, Role.LEAD)
    team = Team.objects.create(authority=world.cast.aldermere, name="Duty team")
    Standing.objects.create(action=world.other, rank="lead", team=team)
    member = Membership.objects.create(team=team, person=person(eve))
    assert lines(eve) == []
    member.manages = True
    member.save()
    assert lines(eve) == [("due", "P1-A2", "You manage “Duty team”, its lead.")]


def test_a_partner_user_has_their_organisations_actions_and_no_others(world):
    hospital = PartnerOrganisation.objects.create(authority=world.cast.aldermere, name="Hospital")
    nurse = make_user("Nia North", world.cast.aldermere, Role.PARTNER_USER, partner=hospital)
    assert lines(nurse) == []
    Standing.objects.create(action=world.other, rank="lead", partner=hospital)
    assert lines(nurse) == [("due", "P1-A2", "“Hospital” is its lead.")]


def test_evidence_to_check_stands_by_the_checkers_own_clock(world):
    link = file(world)
    assert lines(world.carl) == []
    actions.ask_for_check(link=link, by=world.lena)
    [line] = my_work(world.carl, day=TODAY).lines
    assert (line.kind, line.label, line.due) == ("to check", "P1-E1", date(2026, 3, 23))
    assert line.why == ("The plan was given to you to check it; Lena Long asked on 16 March 2026.")
    assert line.when(date(2026, 3, 25)) == "2 days late."
    assert [kind for kind, _, _ in lines(world.lena)] == ["overdue"]


def test_evidence_asked_of_one_checker_is_not_anothers_nor_the_filers(world):
    other = make_user("Chris Cole", world.cast.aldermere, Role.CHECKER)
    actions.give_to_checker(plan=world.plan, user=other, by=world.cast.alice)
    actions.ask_for_check(link=file(world), by=world.lena, of=other)
    assert lines(world.carl) == []
    assert lines(other)[0][2].startswith("You were asked to check it")


def test_whoever_stood_in_the_action_is_not_asked_to_check_it(world):
    actions.ask_for_check(link=file(world), by=world.lena)
    Standing.objects.create(
        action=world.action, rank="delegate", person=person(world.carl), ended_on=date(2020, 1, 1)
    )
    assert [line for line in lines(world.carl) if line[0] == "to check"] == []


def test_what_was_returned_is_whose_who_filed_it_or_stands_in_the_action(world):
    return_(world, file(world, by=world.cast.alice))
    mine = ("returned to me", "P1-E1", "You filed it.")
    assert mine in lines(world.cast.alice)
    assert ("returned to me", "P1-E1", "You stand in its action.") in lines(world.lena)
    [line] = [one for one in my_work(world.lena, day=TODAY).lines if one.kind == "returned to me"]
    assert line.text == "Returned on 16 March 2026: No date on it."
    actions.ask_for_check(link=file_again(world), by=world.lena)
    assert mine not in lines(world.cast.alice)


def file_again(world):
    evidence = world.plan.evidence.get()
    version = actions.new_version(evidence=evidence, by=world.cast.alice, extract="Dated.")
    return version.links.get()


def test_more_time_is_approved_by_somebody_else_who_may(world):
    DeadlineMove.objects.create(
        action=world.action,
        kind="agreed",
        state="asked",
        before=date(2012, 3, 31),
        to=date(2026, 6, 30),
        cause="demand",
        reason="Too many cases.",
        asked_by=world.lena,
        asked_at=NOON,
    )
    assert [line for line in lines(world.lena) if line[0] == "to approve"] == []
    [line] = my_work(world.cast.bob, day=TODAY).lines
    assert (line.kind, line.text) == ("to approve", "More time until 30 June 2026: Too many cases.")
    assert line.why == "Lena Long asked for more time, and you may approve it."


def asked(world):
    return DeadlineMove.objects.create(
        action=world.action,
        kind="agreed",
        state="asked",
        before=date(2012, 3, 31),
        to=date(2026, 6, 30),
        cause="demand",
        reason="Too many cases.",
        asked_by=world.lena,
        asked_at=NOON,
    )


def to_approve(user):
    return [line.label for line in my_work(user, day=TODAY).lines if line.kind == "to approve"]


def test_more_time_waits_only_for_whoever_does_not_stand_in_the_action(world):
    asked(world)
    Standing.objects.create(action=world.action, rank="delegate", person=person(world.cast.bob))
    assert to_approve(world.cast.bob) == []


def test_what_waits_in_a_plan_put_aside_is_nobodys_work(world):
    asked(world)
    file(world)
    actions.ask_reopening(test=world.test, by=world.cast.alice, why="Too weak.", text="A sample")
    assert len(to_approve(world.cast.bob)) == 2
    actions.archive_plan(plan=world.plan, by=world.cast.alice, why="A new plan")
    assert to_approve(world.cast.bob) == []


def test_who_approves_for_a_service_has_what_is_of_that_service_alone(world):
    asked(world)
    early = Service.objects.create(authority=world.cast.aldermere, name="Early help")
    eve = make_user("Eve East", world.cast.aldermere, Role.STRATEGIC_LEAD, service=early)
    Standing.objects.create(action=world.other, rank="lead", person=person(eve))
    assert to_approve(eve) == []
    team = Team.objects.create(authority=world.cast.aldermere, name="Duty team", service=early)
    Standing.objects.create(action=world.action, rank="co-lead", team=team)
    assert to_approve(eve) == ["P1-A1"]


def test_a_test_that_is_to_change_waits_for_somebody_else(world):
    file(world)
    actions.ask_reopening(test=world.test, by=world.cast.alice, why="Too weak.", text="A sample")
    assert [line for line in lines(world.cast.alice) if line[0] == "to approve"] == []
    [line] = my_work(world.cast.bob, day=TODAY).lines
    assert (line.kind, line.verb) == ("to approve", "plans.approve_reopening")


def test_officers_have_the_open_questions_of_a_plan_in_one_line(cast):
    recorded(cast)
    [line] = my_work(cast.alice, day=TODAY).lines
    assert (line.kind, line.text) == ("to settle", "4 questions of “Improvement plan” to settle")
    assert my_work(cast.bob, day=TODAY).lines == ()
    assert my_work(cast.charlie, day=TODAY).lines == ()


def test_what_is_agreed_counts_and_what_is_due_later_is_only_counted(world):
    move = DeadlineMove.objects.create(
        action=world.action,
        kind="agreed",
        state="asked",
        to=date(2026, 6, 30),
        cause="demand",
        asked_by=world.lena,
        asked_at=NOON,
    )
    actions.approve_extension(move=move, by=world.cast.bob)
    found = my_work(world.lena, day=TODAY)
    assert (found.lines, found.later) == ((), 1)
    assert [line.kind for line in my_work(world.lena, day=date(2026, 6, 20)).lines] == ["due"]
    assert [line.kind for line in my_work(world.lena, day=date(2026, 7, 1)).lines] == ["overdue"]


def test_work_costs_as_many_queries_for_many_lines_as_for_few(cast, fixed_clock):
    world = make_world(cast)
    counted = []
    for number in range(4):
        file(world, title=f"Letter {number}", ask_at_once=True)
        draft = plan(
            title=f"Plan {number}",
            actions=tuple(
                ActionDraft(
                    items=(0,), text=f"Do {n}", timescales=(TimescaleDraft(printed="May 2012"),)
                )
                for n in range(3)
            ),
            references=(),
            to_settle=(ToSettleDraft(words="Which year?"),),
        )
        for action in recorded(cast, draft).actions.all():
            Standing.objects.create(action=action, rank="lead", person=person(world.lena))
        row = []
        for user in (world.lena, world.carl, cast.alice):
            with CaptureQueriesContext(connection) as queries:
                my_work(user, day=TODAY)
            row.append(len(queries))
        counted.append(row)
    assert counted == [counted[0]] * 4
    assert max(counted[0]) <= 54
