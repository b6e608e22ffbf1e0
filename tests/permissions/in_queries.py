"""How queries and challenges are tried."""

from datetime import date

from django.utils import timezone

from goldenthread.plans import actions
from goldenthread.plans.actions.waking import rules
from goldenthread.plans.models import Query
from goldenthread.plans.querying.turns import Settings
from tests.permissions.trying import tries

MARCH = date(2026, 3, 2)
RAISE, SET, ANSWER = "plans.raise_queries", "plans.set_rules", "plans.answer_challenge"


def challenged(town):
    return actions.raise_challenge(action=town.action, by=town.cast.alice, text="Is it used?")


@tries(RAISE, actions.raise_queries)
def raise_queries(town):
    return lambda by: actions.raise_queries(plan=town.plan, by=by, day=MARCH)


@tries(RAISE, actions.put_queries)
def put_queries(town):
    return lambda by: actions.put_queries(authority=town.cast.aldermere, by=by, day=MARCH)


@tries("plans.update_own", actions.ask_before_done)
def ask_before_done(town):
    return lambda by: actions.ask_before_done(action=town.action, by=by)


# Its words may quote other actions: a partner user, who does not see them, does not answer it.
@tries("plans.update_own", actions.answer_query, also="of a query")
def answer_query(town):
    query = Query.objects.create(
        action=town.action, rule="unshown", words="What shows it?", facts="x", put_on=MARCH,
        by=rules(), at=timezone.now(),
    )  # fmt: skip
    given = {"outcome": "explained", "answer": "It is on paper."}
    return lambda by: actions.answer_query(query=query, by=by, **given)


@tries(SET, actions.set_query_settings)
def set_query_settings(town):
    given = {"authority": town.cast.aldermere, "settings": Settings(a_week=3)}
    return lambda by: actions.set_query_settings(by=by, **given)


# "whoever sees the action".
@tries("plans.contradict", actions.raise_challenge, also="in a challenge")
def raise_challenge(town):
    return lambda by: actions.raise_challenge(action=town.action, by=by, text="Is it used?")


@tries(ANSWER, actions.answer_challenge)
def answer_challenge(town):
    made = challenged(town)
    return lambda by: actions.answer_challenge(challenge=made, by=by, answer="Yes")


@tries(ANSWER, actions.pass_on_challenge)
def pass_on_challenge(town):
    made = challenged(town)
    to = town.cast.bob.persons.get()
    return lambda by: actions.pass_on_challenge(challenge=made, by=by, to=to, why="He knows")


@tries("plans.contradict", actions.comment, also="in a comment")
def comment(town):
    return lambda by: actions.comment(action=town.action, by=by, text="It was in the news.")
