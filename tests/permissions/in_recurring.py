"""How what recurs, and what was made of each occurrence, is tried."""

from datetime import date

from goldenthread.plans import actions
from goldenthread.plans.recurring import Recurs
from tests.permissions.trying import tries

MARCH = date(2026, 3, 2)
SET, OWN = "plans.set_deadline", "plans.update_own"
RECURS = Recurs(frequency="monthly", first_day=date(2026, 1, 5))


def set_up(town):
    return actions.set_recurrence(action=town.action, by=town.cast.alice, recurs=RECURS)


@tries(SET, actions.set_recurrence)
def set_recurrence(town):
    return lambda by: actions.set_recurrence(action=town.action, by=by, recurs=RECURS)


@tries(SET, actions.call_off)
def call_off(town):
    row = set_up(town)
    last = date(2027, 3, 1)
    return lambda by: actions.call_off(recurrence=row, by=by, last_day=last, why="Enough")


@tries(OWN, actions.hold_occurrence)
def hold_occurrence(town):
    row = set_up(town).occurrences.order_by("day")[0]
    return lambda by: actions.hold_occurrence(occurrence=row, by=by, done_on=MARCH)


@tries(OWN, actions.miss_occurrence)
def miss_occurrence(town):
    row = set_up(town).occurrences.order_by("day")[0]
    return lambda by: actions.miss_occurrence(occurrence=row, by=by, why="Nobody was there")


@tries(OWN, actions.expect_again)
def expect_again(town):
    row = set_up(town).occurrences.order_by("day")[0]
    actions.miss_occurrence(occurrence=row, by=town.cast.alice, why="Nobody was there")
    return lambda by: actions.expect_again(occurrence=row, by=by, why="It was another one")


@tries("plans.approve_extension", actions.excuse_occurrence)
def excuse_occurrence(town):
    row = set_up(town).occurrences.order_by("day")[0]
    return lambda by: actions.excuse_occurrence(occurrence=row, by=by, why="The office was shut")


@tries("plans.make_occurrences", actions.make_occurrences)
def make_occurrences(town):
    set_up(town)
    given = {"authority": town.cast.aldermere, "day": date(2026, 9, 1)}
    return lambda by: actions.make_occurrences(by=by, **given)
