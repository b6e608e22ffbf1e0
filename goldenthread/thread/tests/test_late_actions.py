"""Late actions: the lead is told, then who stands above them, then the director's list."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions as people
from goldenthread.people.jobs import enqueue
from goldenthread.people.models import HistoryLine, Notice, User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, make_user
from goldenthread.people.worker import Worker
from goldenthread.plans import actions, jobs
from goldenthread.plans.lateness import Steps
from goldenthread.plans.models import LatenessSteps, ToldLate
from goldenthread.plans.models.lateness import steps_of
from goldenthread.thread.tests.factories import file, make_world, person

pytestmark = pytest.mark.django_db
DUE = date(2026, 3, 20)
FIFTH, TENTH, TWENTIETH = date(2026, 3, 27), date(2026, 4, 7), date(2026, 4, 21)


@pytest.fixture
def world(cast, fixed_clock):
    return made(cast)


def made(cast):
    """Lena's action is due on Friday 20 March; the plan came on Monday 16 March."""
    world = make_world(cast)
    more_time(world, DUE)
    return world


def more_time(world, day):
    to = actions.Forecast(day=day, cause="capacity", reason="Staff left.")
    move = actions.ask_extension(action=world.action, by=world.lena, to=to)
    actions.approve_extension(move=move, by=world.cast.bob)


def timer():
    return User.objects.system("timer.lateness", "Late actions")


def tell(world, day):
    rows = actions.tell_of_lateness(plan=world.plan, by=timer(), day=day)
    return [(row.step, row.to.name if row.to else "") for row in rows]


def test_each_step_tells_once(world):
    assert tell(world, date(2026, 3, 26)) == []
    assert tell(world, FIFTH) == [("lead", "Lena Long")]
    assert tell(world, FIFTH) == []
    assert tell(world, TENTH) == [("manager", "Alice Archer")]
    assert tell(world, TWENTIETH) == [("director", "")]
    # A clock that is set back tells nobody again.
    assert tell(world, TENTH) == tell(world, FIFTH) == []
    assert [one.to for one in Notice.objects.order_by("pk")] == [world.lena, world.cast.alice]


def test_the_message_has_ids_and_days_alone(world):
    tell(world, FIFTH)
    message = Notice.objects.get()
    assert message.about == "P1: 1 action is late: say what has changed, or ask for more time"
    assert message.words == "Late by 5 working days or more:\nP1-A1, due 20 March 2026"
    assert "template" not in message.words
    line = HistoryLine.objects.filter(verb="told of lateness").get()
    assert (line.thing_type, line.by) == ("plans.action", timer())


def test_one_message_names_twenty_actions_and_counts_the_rest(world):
    for number in range(21):
        action = actions.add_action(
            plan=world.plan,
            items=[world.item],
            text=f"More {number}",
            why="New",
            by=world.cast.alice,
        )
        actions.give_lead(action=action, to=person(world.lena), by=world.cast.alice)
        actions.set_local_deadline(action=action, by=world.cast.alice, due=DUE)
    tell(world, FIFTH)
    message = Notice.objects.get()
    assert "22 actions are late" in message.about
    assert message.words.endswith("and 2 more")
    assert message.words.count("due") == 20


def test_more_time_begins_the_steps_anew(world, fixed_clock):
    fixed_clock.move_to("2026-03-27 09:30:00+00:00")
    tell(world, FIFTH)
    more_time(world, date(2026, 4, 30))
    assert tell(world, TWENTIETH) == []
    assert tell(world, date(2026, 5, 8)) == [("lead", "Lena Long")]


def test_what_is_done_or_waits_for_a_check_is_told_to_nobody(world):
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    assert tell(world, TWENTIETH) == []
    actions.return_(link=link, by=world.carl, reason="No date on it.")
    actions.complete(action=world.action, by=world.lena, completed_on=date(2026, 3, 16))
    assert tell(world, TWENTIETH) == []


def test_nobody_is_late_for_longer_than_the_plan_has_been_here(world):
    actions.set_local_deadline(action=world.other, by=world.cast.alice, due=date(2026, 3, 2))
    assert tell(world, date(2026, 3, 20)) == []
    # Recorded on Monday 16 March; it has no lead, so the officers are told.
    assert tell(world, date(2026, 3, 23)) == [("lead", "Alice Archer")]
    assert Notice.objects.get().words.endswith("P1-A2, due 2 March 2026")


def test_the_manager_of_the_leads_team_is_told_else_whom_the_leads_post_reports_to(world):
    here, by = world.cast.aldermere, world.cast.alice
    mona = make_user("Mona Moss", here, Role.LEAD)
    lena = person(world.lena)
    head = people.add_post(authority=here, title="Head", by=by)
    post = people.add_post(authority=here, title="Lead officer", by=by, reports_to=head)
    people.take_post(post=head, person=person(mona), by=by, started_on=LONG_AGO)
    people.take_post(post=post, person=lena, by=by, started_on=LONG_AGO)
    assert tell(world, TENTH)[1:] == [("manager", "Mona Moss")]
    tina = make_user("Tina Tate", here, Role.LEAD)
    team = people.add_team(authority=here, name="Duty", by=by)
    people.join_team(team=team, person=lena, by=by, started_on=LONG_AGO)
    people.join_team(team=team, person=person(tina), by=by, started_on=LONG_AGO, manages=True)
    ToldLate.objects.all().delete()
    assert tell(world, TENTH)[1:] == [("manager", "Mona Moss"), ("manager", "Tina Tate")]


def test_nobody_is_their_own_manager_and_the_strategic_lead_is_told_then(world):
    here, by = world.cast.aldermere, world.cast.alice
    fostering = people.add_service(authority=here, name="Fostering", by=by)
    team = people.add_team(authority=here, name="Duty", by=by, service=fostering)
    people.join_team(team=team, person=person(world.lena), by=by, started_on=LONG_AGO, manages=True)
    make_user("Wanda Whole", here, Role.STRATEGIC_LEAD)
    off = make_user("Olga Off", here, Role.STRATEGIC_LEAD)
    off.is_active = False
    off.save()
    assert tell(world, TENTH)[1:] == [("manager", "Wanda Whole")]
    make_user("Stella Service", here, Role.STRATEGIC_LEAD, service=fostering)
    ToldLate.objects.all().delete()
    assert tell(world, TENTH)[1:] == [("manager", "Stella Service")]


def test_of_somebody_who_is_away_the_deputy_is_told(world):
    by, dan = world.cast.alice, world.dan
    away = {"person": person(world.lena), "deputy": person(dan)}
    people.enter_absence(**away, started_on=FIFTH, ended_on=TENTH, by=by)
    assert tell(world, FIFTH) == [("lead", "Dan Drew")]
    dan.is_active = False
    dan.save()
    ToldLate.objects.all().delete()
    # Nobody who stands in can be told: the officers are.
    assert tell(world, FIFTH) == [("lead", "Alice Archer")]


def test_a_council_sets_its_own_steps(world):
    here, alice = world.cast.aldermere, world.cast.alice
    row = actions.set_lateness(authority=here, by=alice, steps=Steps(1, None, None))
    assert str(row) == "Aldermere: After 1 working day whoever leads it is told."
    assert steps_of(world.cast.bramley) == Steps()
    assert tell(world, TWENTIETH) == [("lead", "Lena Long")]
    with pytest.raises(NotAllowedNow, match="more working days than the one before"):
        actions.set_lateness(authority=here, by=alice, steps=Steps(5, 5, 20))
    with pytest.raises(NotAllowed):
        actions.set_lateness(authority=here, by=world.lena, steps=Steps())
    with pytest.raises(IntegrityError), transaction.atomic():
        LatenessSteps.objects.update(lead=0)


def test_the_database_holds_one_row_for_each_deadline_step_and_person(world):
    tell(world, TWENTIETH)
    assert str(ToldLate.objects.listed().get()) == f"{world.action}: The director’s weekly list"
    for row in ToldLate.objects.all():
        row.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_the_worker_tells_of_every_plan_and_of_each_action_once(world, fixed_clock):
    fixed_clock.move_to("2026-03-27 06:30:00+00:00")
    for _ in range(2):
        enqueue(jobs.LATENESS, by=timer())
        Worker().run(until_empty=True)
    assert ToldLate.objects.get().at == timezone.now()
    assert Notice.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_tells(cast, fixed_clock):
    world = made(cast)
    by = timer()

    def told(_):
        try:
            return len(actions.tell_of_lateness(plan=world.plan, by=by, day=FIFTH))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(told, range(2))) == [0, 1]
    assert Notice.objects.count() == 1
