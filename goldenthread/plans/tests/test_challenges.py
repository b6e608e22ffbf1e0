"""Challenges: raised by whoever sees an action, answered or passed on by whom they go to."""

import pytest
from django.db import DatabaseError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.models import Action, Challenge
from goldenthread.plans.tests.evidence_factories import make_world, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast):
    return make_world(cast)


def raised(world, by=None, text="How do you know that they use it?"):
    return actions.raise_challenge(action=world.action, by=by or world.carl, text=text)


def answered(challenge, by, answer="We asked ten of them."):
    return actions.answer_challenge(challenge=challenge, by=by, answer=answer)


def refused_by_the_database(change):
    with pytest.raises(DatabaseError), transaction.atomic():
        change()


def test_a_challenge_goes_to_the_lead_who_answers_it(world):
    made = raised(world)
    assert (made.to, str(made)) == (person(world.lena), "How do you know that they use it?")
    answered(made, world.lena)
    assert not Challenge.objects.open().exists()
    with pytest.raises(NotAllowedNow, match="answered already"):
        answered(made, world.lena)


def test_a_challenge_says_something_and_so_does_its_answer(world):
    with pytest.raises(NotAllowedNow, match="Say what you ask"):
        raised(world, text=" ")
    made = raised(world)
    with pytest.raises(NotAllowedNow, match="Say what the answer is"):
        answered(made, world.lena, " ")


def test_who_raised_it_does_not_answer_it_and_nor_does_anybody(world):
    made = raised(world, by=world.lena)
    with pytest.raises(NotAllowedNow, match="Somebody else answers"):
        answered(made, world.lena)
    with pytest.raises(NotAllowed, match="This challenge is to Lena Long"):
        answered(made, world.carl)
    assert answered(made, world.cast.alice).answered_by == world.cast.alice


def test_whoever_does_not_see_the_action_raises_none(world):
    stranger = make_user("Sten Away", world.cast.bramley, Role.IMPROVEMENT_OFFICER)
    with pytest.raises(Action.DoesNotExist):
        raised(world, by=stranger)


def test_passed_on_it_stays_open_and_is_the_others_to_answer(world):
    made = raised(world)
    given = {"challenge": made, "by": world.lena}
    with pytest.raises(NotAllowedNow, match="name somebody else"):
        actions.pass_on_challenge(**given, to=person(world.dan), why="")
    with pytest.raises(NotAllowedNow, match="name somebody else"):
        actions.pass_on_challenge(**given, to=person(world.carl), why="He asked")
    passed = actions.pass_on_challenge(**given, to=person(world.dan), why="He carries it out")
    assert (passed.to, passed.passed_why) == (person(world.dan), "He carries it out")
    with pytest.raises(NotAllowed):
        answered(passed, world.lena)
    answered(passed, world.dan)


def test_what_a_partner_did_not_raise_it_does_not_see(world):
    made = raised(world)
    assert Challenge.objects.visible_to(world.lena).get() == made
    partner = make_user("Pia Part", world.cast.aldermere, Role.ELECTED_MEMBER)
    assert not Challenge.objects.visible_to(partner).exists()


def test_the_database_keeps_a_challenge_as_it_was_asked_and_answered(world):
    made = raised(world)
    one = Challenge.objects.filter(pk=made.pk)
    refused_by_the_database(lambda: one.update(text="Another"))
    refused_by_the_database(one.delete)
    refused_by_the_database(
        lambda: one.update(answered_by=made.by, answered_at=made.at, answer="Own")
    )
    answered(made, world.lena)
    refused_by_the_database(lambda: one.update(answer="Another"))
