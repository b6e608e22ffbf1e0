"""A round of updates: set, asked, answered in time and late, asked again once a day, closed."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions as people
from goldenthread.people.jobs import enqueue
from goldenthread.people.models import Notice, User
from goldenthread.people.worker import Worker
from goldenthread.plans import actions, rounds
from goldenthread.plans.answering import answers_of
from goldenthread.plans.jobs import ROUNDS
from goldenthread.plans.models import ClosedRound
from goldenthread.plans.rounds import Rhythm, open_on
from goldenthread.thread import digest, work
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import make_world, person

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 16)
RHYTHM = Rhythm(first=MONDAY, every=rounds.WEEKS, weeks=4)
AFTER = date(2026, 3, 31)


@pytest.fixture
def world(cast, fixed_clock):
    world = make_world(cast)
    actions.set_rounds(plan=world.plan, by=cast.alice, rhythm=RHYTHM)
    return world


def asked(user, day=MONDAY):
    return [line for line in my_work(user, day=day).lines if line.kind == work.ROUND]


def answers(world):
    return answers_of(world.plan, open_on(RHYTHM, MONDAY))


def timer():
    return User.objects.system("timer.rounds", "Update rounds")


def test_whoever_leads_is_asked_until_they_say_something_also_no_change(world):
    [line] = asked(world.lena)
    assert (line.label, line.due) == ("P1", date(2026, 3, 23))
    assert line.text.endswith("of P1-A1")
    assert asked(world.dan) == []
    text = digest.in_text(
        digest.digest_of(world.lena, day=MONDAY), address="https://x", answers=False
    )
    assert "Update round (1)\n- P1, by 23 March 2026" in text
    actions.no_change(action=world.action, by=world.lena)
    assert asked(world.lena) == []
    assert answers(world).words == "1 of 2 answered"


def test_before_it_opens_and_after_it_closes_nobody_is_asked(world):
    assert asked(world.lena, date(2026, 3, 15)) == []
    assert asked(world.lena, AFTER) == []


def test_what_is_said_after_the_due_day_is_late_and_what_is_closed_unsaid_is_not_asked(
    world, fixed_clock
):
    fixed_clock.move_to("2026-03-24 09:30:00+00:00")
    actions.add_update(action=world.action, by=world.lena, text="Two seen.")
    assert answers(world).words == "1 of 2 answered, 1 of them late"
    actions.complete(action=world.other, by=world.cast.alice, completed_on=date(2026, 3, 2))
    found = answers(world)
    assert (found.asked, len(found.missing)) == (2, 0)


def test_somebody_is_asked_again_once_a_day_and_not_when_they_have_answered(world, fixed_clock):
    alice, lena = world.cast.alice, person(world.lena)
    [sent] = actions.ask_again(plan=world.plan, person=lena, by=alice)
    assert "Nothing is said yet of P1-A1." in sent.words
    with pytest.raises(NotAllowedNow, match="asked again today"):
        actions.ask_again(plan=world.plan, person=lena, by=alice)
    fixed_clock.move_to("2026-03-17 09:30:00+00:00")
    assert actions.ask_again(plan=world.plan, person=lena, by=alice)
    # A clock that is set back asks nobody a second time.
    fixed_clock.move_to("2026-03-16 12:30:00+00:00")
    with pytest.raises(NotAllowedNow, match="asked again today"):
        actions.ask_again(plan=world.plan, person=lena, by=alice)
    actions.no_change(action=world.action, by=world.lena)
    with pytest.raises(NotAllowedNow, match="has answered everything"):
        actions.ask_again(plan=world.plan, person=lena, by=alice)
    assert Notice.objects.count() == 2


def test_nobody_is_asked_again_outside_of_a_round_or_without_an_account(world, fixed_clock):
    alice = world.cast.alice
    nora = people.add_person(authority=world.cast.aldermere, name="Nora North", by=alice)
    actions.give_lead(action=world.other, to=nora, by=alice)
    with pytest.raises(NotAllowedNow, match="has no account"):
        actions.ask_again(plan=world.plan, person=nora, by=alice)
    fixed_clock.move_to("2026-03-31 09:30:00+00:00")
    with pytest.raises(NotAllowedNow, match="No update round"):
        actions.ask_again(plan=world.plan, person=nora, by=alice)


def test_a_round_closes_with_its_count_once(world, fixed_clock):
    actions.no_change(action=world.action, by=world.lena)
    assert actions.end_rounds(plan=world.plan, by=timer(), day=date(2026, 3, 30)) == []
    [made] = actions.end_rounds(plan=world.plan, by=timer(), day=AFTER)
    assert str(made) == "1 of 2 answered"
    assert actions.end_rounds(plan=world.plan, by=timer(), day=AFTER) == []


def test_the_worker_closes_rounds_of_plans_that_have_any(world, fixed_clock):
    fixed_clock.move_to("2026-03-31 09:30:00+00:00")
    enqueue(ROUNDS, by=timer())
    Worker().run(until_empty=True)
    assert ClosedRound.objects.get().asked == 2


def test_rounds_are_set_by_officers_and_make_sense(world):
    plan, alice = world.plan, world.cast.alice
    with pytest.raises(NotAllowed):
        actions.set_rounds(plan=plan, by=world.lena, rhythm=RHYTHM)
    for rhythm, why in (
        (Rhythm(first=MONDAY, every="daily"), "how often"),
        (Rhythm(first=date(2026, 3, 15)), "is past"),
        (Rhythm(first=MONDAY, answer=0), "or more"),
    ):
        with pytest.raises(NotAllowedNow, match=why):
            actions.set_rounds(plan=plan, by=alice, rhythm=rhythm)
    made = actions.set_rounds(
        plan=plan, by=alice, rhythm=Rhythm(first=date(2026, 3, 2), every=rounds.NEVER)
    )
    assert str(made) == "P1: not any more"
    assert asked(world.lena) == []
