"""Queries by recommendation, answered in place; the weekly list; the rules and what they yield."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.actions.waking import rules
from goldenthread.plans.models import ActionItem, Query, Standing, Workstream
from goldenthread.plans.models.queries import settings_of
from goldenthread.thread.tests.factories import make_world, person
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/library/queries/"
TODAY = date(2026, 3, 16)


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


@pytest.fixture
def lena(world):
    return signed_in(world.lena)


def query(world, action=None, rule="unshown", **more):
    given = {"words": "What shows it?", "facts": "x", "put_on": TODAY, "to": person(world.lena)}
    return Query.objects.create(
        action=action or world.action, rule=rule, by=rules(), at=timezone.now(), **given | more
    )


def test_with_nothing_asked_the_page_says_when_something_is(lena):
    assert "Nothing is asked" in lena.get(PAGE).text


def test_a_query_stands_under_its_recommendation_with_the_words_it_rests_on(world, lena):
    query(world, quotes=[["P1-A2, progress", "Nine are overdue"]])
    query(world, world.other)
    told = lena.get(PAGE).text
    assert told.index("Visit in time.") < told.index("P1-A2, progress: “Nine are overdue”")
    assert told.index("Nine are overdue") < told.index("Not on an action that answers")
    assert "Put to Lena Long on 16 March 2026." in told


def test_the_address_keeps_state_and_rule(world, lena):
    query(world, put_on=None)
    query(world, rule="slipping", words="It slipped.")
    assert "It slipped." in lena.get(PAGE).text
    waits = lena.get(f"{PAGE}?state=waiting").text
    assert "Waits for another week of Lena Long." in waits
    assert "It slipped." not in waits
    assert "No query is like this" in lena.get(f"{PAGE}?rule=lapsed").text
    assert lena.get(f"{PAGE}?council=999").status_code == 404


def test_it_is_answered_where_it_stands_and_the_filter_stays(world, lena):
    row = query(world)
    assert "What became of it?" in lena.get(f"{PAGE}?open={row.pk}").text
    sent = {"outcome": "explained", "answer": "It is kept on paper."}
    address = f"{PAGE}{row.pk}/answer/?council=990&state=open"
    answer = lena.post(address, sent, follow=True)
    assert answer.redirect_chain[0][0] == f"{PAGE}?council=990&state=open"
    assert "the query is answered" in answer.text
    told = lena.get(f"{PAGE}?state=answered").text
    assert "Explained, said Lena Long: It is kept on paper." in told


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"outcome": "explained", "answer": ""}, "In words: nothing entered"),
        ({"outcome": "corrected", "answer": "It is"}, "The rule still finds it"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said_there(world, lena, sent, problem):
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY)
    answer = lena.post(f"{PAGE}{query(world).pk}/answer/", sent)
    assert answer.status_code == 422
    assert problem in answer.text


def test_only_who_works_on_the_action_is_offered_to_answer(world):
    row = query(world)
    assert "open=" not in signed_in(world.carl).get(f"{PAGE}?open={row.pk}").text
    assert f"open={row.pk}" in signed_in(world.cast.alice).get(PAGE).text


def test_a_challenge_that_nobody_answered_stands_below(world, lena):
    actions.raise_challenge(action=world.action, by=world.cast.bob, text="Is it used?")
    told = lena.get(PAGE).text
    assert "Is it used?" in told
    assert "Bob Baker asked on 16 March 2026; it is with Lena Long." in told


def test_the_weekly_list_has_what_nobody_answered_for_whom(world, fixed_clock):
    query(world)
    query(world, world.other, to=None)
    actions.raise_challenge(action=world.action, by=world.cast.bob, text="Is it used?")
    bob = signed_in(world.cast.bob)
    assert "Nothing waits that long." in bob.get(f"{PAGE}weekly/").text
    fixed_clock.move_to(timezone.now() + timedelta(days=30))
    told = signed_in(world.cast.bob).get(f"{PAGE}weekly/").text
    assert told.index("For the board") < told.index("For the director") < told.index("Is it used?")
    assert "nobody: it has no lead" in told
    assert "challenge by Bob Baker" in told


def test_each_rule_stands_with_what_became_of_its_queries(world, lena):
    row = query(world)
    actions.answer_query(query=row, by=world.lena, outcome="data fault", answer="A slip")
    told = " ".join(lena.get(f"{PAGE}rules/").text.split())
    assert "1 of 1 answered" in told
    assert "none answered yet" in told
    assert "A person is put 5 new queries a week at most." in told
    assert "Set it" not in told


def test_a_director_sets_how_queries_are_put(world, cast):
    bob = signed_in(cast.bob)
    sent = {"a_week": "3", "director_after": "5", "board_after": "9"}
    assert "It is set." in bob.post(f"{PAGE}rules/", sent, follow=True).text
    assert settings_of(cast.aldermere).a_week == 3
    wrong = bob.post(f"{PAGE}rules/", sent | {"board_after": "5"})
    assert wrong.status_code == 422
    assert "Give the board more working days" in wrong.text
    assert signed_in(world.lena).post(f"{PAGE}rules/", sent).status_code == 403


def test_how_forecasts_turned_out_is_shown_for_groups_of_three_people(world, cast):
    stream = Workstream.objects.create(plan=world.plan, name="Reviews")
    for number in range(3):
        lead = make_user(f"Lead {number}", cast.aldermere, Role.LEAD)
        action = actions.add_action(
            plan=world.plan,
            by=cast.alice,
            text=f"Action {number}",
            items=[world.item],
            why="More is needed",
        )
        action.workstream = stream
        action.save()
        Standing.objects.create(action=action, rank="lead", person=person(lead))
        said = actions.Forecast(day=TODAY)
        actions.add_update(action=action, by=lead, text="Today", forecast=said)
        actions.complete(action=action, by=lead, completed_on=TODAY)
    told = signed_in(cast.alice).get(f"{PAGE}rules/").text
    assert "By workstream: whether actions were done by their last forecast" in told
    assert "Reviews" in told
    assert "Lead 1" not in told


def test_a_page_with_groups_of_fewer_people_says_so(world, lena):
    said = actions.Forecast(day=TODAY, cause="capacity")
    actions.add_update(action=world.action, by=world.lena, text="Today", forecast=said)
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY)
    assert "1 group of fewer than 3 people not shown" in lena.get(f"{PAGE}rules/").text


def test_nobody_without_a_council_has_a_list(cast):
    nora = make_user("Nora None", cast.aldermere)
    assert signed_in(nora).get(PAGE).status_code == 404


def test_the_list_costs_as_many_queries_for_many_as_for_one(
    world, lena, django_assert_max_num_queries
):
    query(world)
    lena.get(PAGE)
    with django_assert_max_num_queries(40) as one:
        lena.get(PAGE)
    for number in range(4):
        query(world, claim=str(number))
        actions.raise_challenge(action=world.action, by=world.cast.bob, text="Is it used?")
    ActionItem.objects.get_or_create(action=world.other, item=world.item)
    with django_assert_max_num_queries(len(one)):
        lena.get(PAGE)
