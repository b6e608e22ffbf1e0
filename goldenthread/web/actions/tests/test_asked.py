"""Queries and challenges on the Action page."""

import pytest
from django.utils import timezone

from goldenthread.plans.actions.waking import rules
from goldenthread.plans.models import Challenge, Query
from goldenthread.plans.tests.evidence_factories import make_world, person
from goldenthread.web.actions.tests.test_action_page import page, send, when
from goldenthread.web.actions.tests.test_said_back import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast):
    return make_world(cast)


def query(world, **more):
    given = {"words": "What shows it?", "facts": "x", "put_on": timezone.localdate()}
    made = {"rule": "unshown", "by": rules(), "at": timezone.now(), "to": person(world.lena)}
    return Query.objects.create(action=world.action, **given | made | more)


def test_a_query_is_shown_and_answered_on_the_page(world):
    row = query(world, quotes=[["paragraph 3", "Nine are late"]])
    shown = page(world.lena, world)
    assert "paragraph 3: “Nine are late”" in shown
    assert "Put to Lena Long on" in shown
    assert "Answer<" not in page(world.carl, world)
    told = sent(
        world.lena, world, "answer_query", row.pk, outcome="explained", answer="It is on paper."
    )
    assert "The query is answered." in told
    assert "1 answered" in told
    assert "Explained, said Lena Long" in told


def test_a_challenge_is_raised_passed_on_and_answered(world):
    told = sent(world.carl, world, "challenge", text="Is it used?")
    assert "Your challenge goes to Lena Long." in told
    made = Challenge.objects.get()
    assert "Pass on" in page(world.lena, world)
    assert "Pass on" not in page(world.carl, world)
    dan = str(person(world.dan).pk)
    told = sent(world.lena, world, "pass_on", made.pk, to=dan, why="He does it")
    assert "passed on to Dan Drew" in told
    assert "With Dan Drew, passed on: He does it" in told
    told = sent(world.dan, world, "reply", made.pk, answer="Ten use it.")
    assert "Answered by Dan Drew" in told
    assert "Ten use it." in told


def test_where_nobody_leads_a_challenge_goes_to_an_officer(world):
    world.action.standings.update(ended_on=timezone.localdate())
    told = sent(world.cast.alice, world, "challenge", text="Is it used?")
    assert "goes to an improvement officer" in told


def test_what_stops_an_action_is_asked_though_the_press_was_refused(world):
    world.action.text = "Templates for minutes are approved"
    world.action.save()
    send(world.lena, world, "update", text="Templates for minutes are drafted")
    answer = send(
        world.lena, world, "complete", precision="day", **when("completed_on", timezone.localdate())
    )
    assert answer.status_code == 422
    assert "stays as it is until a query on it is answered" in answer.text
    row = Query.objects.get()
    assert (row.rule, row.put_on) == ("opposed", timezone.localdate())
    assert "P1-A1, update: “Templates for minutes are drafted”" in page(world.lena, world)
