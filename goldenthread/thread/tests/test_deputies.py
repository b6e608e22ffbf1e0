"""A deputy's work: what is due of whoever is away, marked, and updated for that person."""

from datetime import date, timedelta

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions as people
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.models import Action, Update
from goldenthread.thread import digest, work
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import file, make_world, person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 16)
UNTIL = date(2026, 3, 20)


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


@pytest.fixture
def eve(cast, fixed_clock):
    """A lead who stands nowhere."""
    return make_user("Eve East", cast.aldermere, Role.LEAD)


def away(user, deputy):
    return people.enter_absence(
        person=person(user), deputy=person(deputy), started_on=TODAY, ended_on=UNTIL, by=user
    )


def lines(user, day=TODAY):
    return [line for line in my_work(user, day=day).lines if line.kind == work.FOR_AWAY]


def test_the_deputy_finds_the_actions_of_whoever_is_away_marked_until_the_last_day(world, eve):
    assert not Action.objects.visible_to(eve).exists()
    away(world.lena, eve)
    [line] = lines(eve)
    assert (line.label, line.verb) == ("P1-A1", "plans.add_update")
    assert line.why == "You stand in for Lena Long, who is away until 20 March 2026."
    assert lines(eve, UNTIL + timedelta(days=1)) == []


def test_what_the_deputy_has_a_part_in_is_a_line_of_their_own_and_no_second(world):
    away(world.lena, world.dan)
    assert lines(world.dan) == []
    assert [line.label for line in my_work(world.dan, day=TODAY).lines] == ["P1-A1"]


def test_two_who_are_away_and_stand_in_one_action_make_one_line(world, eve):
    away(world.lena, eve)
    away(world.dan, eve)
    assert len(lines(eve)) == 1


def test_whoever_has_no_account_has_no_work_to_pass_on(world, eve):
    nora = people.add_person(authority=world.cast.aldermere, name="Nora North", by=world.cast.alice)
    actions.give_lead(action=world.other, to=nora, by=world.cast.alice)
    people.enter_absence(
        person=nora, deputy=person(eve), started_on=TODAY, ended_on=UNTIL, by=world.cast.alice
    )
    assert lines(eve) == []


def test_the_digest_of_the_deputy_names_it_under_a_heading_of_its_own_and_no_name(world, eve):
    away(world.lena, eve)
    text = digest.in_text(digest.digest_of(eve, day=TODAY), address="https://x", answers=False)
    assert "For somebody who is away (1)\n- P1-A1" in text
    assert "Lena" not in text


def test_an_update_of_the_deputy_is_recorded_for_whoever_is_away_who_is_told(world, eve):
    away(world.lena, eve)
    made = actions.add_update(action=world.action, by=eve, text="Two seen.")
    assert (made.by, made.for_whom) == (eve, person(world.lena))
    assert [one.kind for one in my_work(world.lena, day=TODAY).lines].count(work.ENTERED) == 1
    assert actions.no_change(action=world.action, by=eve).for_whom == person(world.lena)
    with pytest.raises(NotAllowedNow, match="You stand in for Lena Long here"):
        actions.add_update(action=world.action, by=eve, text="X.", for_whom=person(world.dan))


def test_whoever_is_no_deputy_today_enters_nothing(world, eve, fixed_clock):
    lead = world.lena
    with pytest.raises(Action.DoesNotExist):
        actions.add_update(action=world.action, by=eve, text="Two seen.")
    away(lead, eve)
    fixed_clock.move_to("2026-03-21 09:30:00+00:00")
    with pytest.raises(Action.DoesNotExist):
        actions.add_update(action=world.action, by=eve, text="Two seen.")
    assert not Update.objects.exists()


def test_the_deputy_sees_the_plan_and_does_no_more_than_update(world, eve):
    away(world.lena, eve)
    with pytest.raises(NotAllowed):
        actions.complete(action=world.action, by=eve, completed_on=TODAY)
    with pytest.raises(NotAllowed):
        actions.no_change(action=world.other, by=eve)


def test_a_checker_who_stands_in_for_the_lead_checks_nothing_of_theirs(world):
    people.give_role(
        user=world.carl, authority=world.cast.aldermere, role=Role.LEAD, by=world.cast.setup,
        started_on=TODAY,
    )  # fmt: skip
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    row = away(world.lena, world.carl)
    with pytest.raises(NotAllowed):
        actions.accept(link=link, by=world.carl, how_do_we_know="I read it.")
    people.withdraw_absence(absence=row, by=world.lena)
    assert actions.accept(link=link, by=world.carl, how_do_we_know="I read it.")


def test_more_time_that_whoever_is_away_asked_for_is_not_approved_by_the_deputy(world):
    bob = world.cast.bob
    people.give_role(
        user=bob, authority=world.cast.aldermere, role=Role.LEAD, by=world.cast.setup,
        started_on=TODAY,
    )  # fmt: skip
    away(world.lena, bob)
    to = actions.Forecast(day=date(2026, 6, 30), cause="capacity", reason="Two posts are empty")
    asked = actions.ask_extension(action=world.action, by=world.lena, to=to)
    with pytest.raises(NotAllowedNow, match="Somebody else decides"):
        actions.approve_extension(move=asked, by=bob)
