"""Queries and challenges across the rooms: gathered, gone further, their yield, and to answer."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.people.models import User
from goldenthread.plans import actions
from goldenthread.plans.actions.waking import rules
from goldenthread.plans.forecasting import Ended, TurnedOut, turned_out
from goldenthread.plans.models import Delivery, Query
from goldenthread.plans.querying.turns import BOARD, DIRECTOR, Settings
from goldenthread.thread import asked
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import make_world, person

TODAY = date(2026, 3, 16)
DAY = date(2026, 3, 2)
pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def query(world, action=None, rule="unshown", **more):
    """A query that a rule put on the second of March."""
    given = {"words": "What shows it?", "facts": "x", "put_on": DAY, "to": person(world.lena)}
    return Query.objects.create(
        action=action or world.action, rule=rule, by=rules(), at=timezone.now(), **given | more
    )


def to_answer(user):
    return [line for line in my_work(user, day=TODAY).lines if line.kind == "to answer"]


def test_queries_stand_by_the_first_recommendation_that_their_action_answers(world):
    first, own = query(world), query(world, world.other)
    found = asked.by_recommendation([first, own], by=world.cast.alice)
    assert [(row.recommendation, row.queries) for row in found] == [
        (world.recommendation, (first,)),
        (None, (own,)),
    ]
    assert asked.by_recommendation([], by=world.cast.alice) == []


def test_who_leads_answers_and_where_nobody_does_an_officer(world):
    query(world)
    query(world, world.other, to=None)
    [line] = to_answer(world.lena)
    assert (line.thing, line.why) == ("plans.query", "You are its lead.")
    assert line.due == date(2026, 3, 16)
    assert line.clock == "After that day it goes on the director’s weekly list."
    [line] = to_answer(world.cast.alice)
    assert line.why == asked.NOBODY_LEADS
    assert to_answer(world.dan) == []


def test_a_challenge_is_a_line_of_whom_it_is_to(world):
    actions.raise_challenge(action=world.action, by=world.cast.bob, text="Is it used?")
    [line] = to_answer(world.lena)
    assert (line.text, line.why) == ("Is it used?", "Bob Baker asks you.")
    assert to_answer(world.cast.bob) == []


def test_what_waits_for_another_week_is_counted(world):
    query(world, put_on=None)
    found = my_work(world.lena, day=TODAY)
    assert found.queued == 1
    assert to_answer(world.lena) == []


def test_what_nobody_answers_is_on_the_directors_list_and_then_on_the_boards(world):
    settings = Settings(director_after=2, board_after=30)
    authority = world.cast.aldermere
    actions.set_query_settings(authority=authority, by=world.cast.bob, settings=settings)
    row = query(world)
    made = actions.raise_challenge(action=world.action, by=world.cast.bob, text="Is it used?")

    def lists(day):
        found = asked.gone_further(authority, by=world.cast.alice, day=day)
        return found[DIRECTOR], found[BOARD]

    assert lists(DAY) == ([], [])
    assert lists(date(2026, 3, 5)) == ([row], [])
    assert lists(date(2026, 4, 1)) == ([row, made], [])
    assert lists(date(2026, 6, 1)) == ([], [row, made])
    assert to_answer(world.lena)[0].due == date(2026, 3, 4)


def test_each_rule_says_how_many_of_its_queries_changed_anything(world):
    for claim in ("a", "b", "c"):
        row = query(world, claim=claim)
        outcome = {"a": "explained", "b": "data fault", "c": "not agreed"}[claim]
        actions.answer_query(query=row, by=world.lena, outcome=outcome, answer="So it is.")
    query(world, claim="d")
    query(world, claim="e", put_on=None)
    found = asked.yields(world.cast.aldermere, by=world.cast.alice)["unshown"]
    assert (found.changed, found.answered, found.open, found.waiting) == (1, 3, 1, 1)


@pytest.mark.parametrize(
    ("people", "shown", "hidden"),
    [((1, 2, 3), [TurnedOut(group="North", by_then=2, later=1)], 0), ((1, 2, 2), [], 1),
     ((1, 2, None), [], 1)],
)  # fmt: skip
def test_how_forecasts_turned_out_is_told_of_three_people_at_least(people, shown, hidden):
    day = date(2026, 3, 1)
    days = (day, day - timedelta(days=1), day + timedelta(days=1))
    rows = [Ended("North", who, day, done) for who, done in zip(people, days, strict=True)]
    assert turned_out(rows) == (shown, hidden)


def test_the_last_forecast_before_an_action_was_done_is_what_counts(world):
    authority, alice = world.cast.aldermere, world.cast.alice
    said = actions.Forecast(day=TODAY + timedelta(days=30), cause="capacity")
    actions.add_update(action=world.action, by=world.lena, text="Soon", forecast=said)
    Delivery.objects.filter(action=world.other).delete()
    actions.complete(action=world.other, by=alice, completed_on=TODAY)
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY)
    [services, streams] = asked.forecasts(authority, by=alice, day=TODAY)
    assert services == ("By service", [], 1)
    assert streams == ("By workstream", [], 1)


def test_a_forecast_that_was_given_after_the_end_is_none(world):
    alice = world.cast.alice
    actions.complete(action=world.action, by=alice, completed_on=TODAY - timedelta(days=3))
    said = actions.Forecast(day=TODAY + timedelta(days=30), cause="capacity")
    actions.add_update(action=world.action, by=world.lena, text="Soon", forecast=said)
    found = asked.forecasts(world.cast.aldermere, by=alice, day=TODAY)
    assert [row[2] for row in found] == [0, 0]


def test_my_work_costs_as_many_queries_for_three_as_for_one(world, django_assert_max_num_queries):
    query(world, claim="a")
    user = User.objects.get(pk=world.lena.pk)
    with django_assert_max_num_queries(60) as one:
        my_work(user, day=TODAY)
    for claim in ("b", "c"):
        query(world, claim=claim)
    with django_assert_max_num_queries(len(one)):
        my_work(user, day=TODAY)
