"""How milestones, risks, promises and what must come first are tried."""

from datetime import date

from goldenthread.plans import actions
from tests.permissions.trying import tries

MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 1)
OWN = "plans.update_own"
MILESTONE = {"kind": "complete", "printed": "June 2026"}
RISK = {"kind": "risk", "text": "Two posts are empty.", "review_on": JUNE}
PROMISE = {"printed": "at least twice a year", "times": 2}


def of_action(function, **words):
    def prepare(town):
        return lambda by: function(action=town.action, by=by, **words)

    tries(OWN, function)(prepare)


of_action(actions.add_milestone, **MILESTONE)
of_action(actions.raise_risk, **RISK)
of_action(actions.promise, **PROMISE)


@tries(OWN, actions.reach_milestone)
def reach_milestone(town):
    row = actions.add_milestone(action=town.action, by=town.cast.alice, **MILESTONE)
    return lambda by: actions.reach_milestone(milestone=row, by=by, done_on=MARCH)


@tries(OWN, actions.review_risk)
def review_risk(town):
    row = actions.raise_risk(action=town.action, by=town.cast.alice, **RISK)
    return lambda by: actions.review_risk(risk=row, by=by, why="One is filled.", again_on=JUNE)


@tries(OWN, actions.took_place)
def took_place(town):
    row = actions.promise(action=town.action, by=town.cast.alice, **PROMISE)
    return lambda by: actions.took_place(commitment=row, by=by, day=MARCH)


@tries(OWN, actions.take_promise)
def take_promise(town):
    text = "It goes to the board within 4 weeks."
    said = actions.add_update(action=town.action, by=town.cast.alice, text=text)
    return lambda by: actions.take_promise(update=said, by=by)


@tries(OWN, actions.need_first)
def need_first(town):
    other = town.plan.actions.order_by("order")[1]
    return lambda by: actions.need_first(action=town.action, needs=other, by=by)
