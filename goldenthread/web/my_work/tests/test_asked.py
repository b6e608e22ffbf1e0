"""Queries and challenges on My work, answered in place."""

from datetime import date

import pytest
from django.utils import timezone

from goldenthread.plans import actions
from goldenthread.plans.actions.waking import rules
from goldenthread.plans.models import Query
from goldenthread.thread.tests.factories import person
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 16)


def query(world, **more):
    given = {"words": "What shows it?", "facts": "x", "put_on": TODAY, "to": person(world.lena)}
    made = {"rule": "unshown", "by": rules(), "at": timezone.now()}
    return Query.objects.create(action=world.action, **given | made | more)


def test_a_query_is_answered_in_place(world):
    lena, row = signed_in(world.lena), query(world)
    assert "queries and challenges" in lena.get("/").text
    assert "What became of it?" in lena.get(f"/?open=answer-{row.pk}").text
    data = {"answer-outcome": "not agreed", "answer-answer": "The template shows it."}
    told = lena.post(f"/my-work/queries/{row.pk}/", data, follow=True).text
    assert "P1-A1: the query is answered: not agreed." in told
    assert "What shows it?" not in told


def test_a_challenge_is_answered_in_place(world):
    made = actions.raise_challenge(action=world.action, by=world.cast.bob, text="Is it used?")
    lena = signed_in(world.lena)
    assert "Your answer" in lena.get(f"/?open=reply-{made.pk}").text
    address = f"/my-work/challenges/{made.pk}/"
    assert lena.post(address, {"reply-answer": ""}).status_code == 422
    told = lena.post(address, {"reply-answer": "Ten use it."}, follow=True).text
    assert "P1-A1: the challenge is answered." in told


def test_queries_of_another_week_are_counted(world):
    query(world, put_on=None)
    assert "1 more query waits." in signed_in(world.lena).get("/").text
    query(world, put_on=None, claim="b")
    assert "2 more queries wait." in signed_in(world.lena).get("/").text
