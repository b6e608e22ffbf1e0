"""How the stages of a consultation are tried."""

from datetime import date

from goldenthread.plans import actions
from tests.permissions.trying import tries

OWN = "plans.update_own"
MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 1)
FORMAL = {"stage": "formal", "with_whom": "Staff", "opens_on": MARCH, "closes_on": JUNE}


@tries(OWN, actions.open_consultation)
def open_consultation(town):
    return lambda by: actions.open_consultation(action=town.action, by=by, **FORMAL)


@tries(OWN, actions.move_consultation)
def move_consultation(town):
    row = actions.open_consultation(action=town.action, by=town.cast.alice, **FORMAL)
    later = {"closes_on": date(2026, 7, 1), "why": "Asked for"}
    return lambda by: actions.move_consultation(consultation=row, by=by, **later)


@tries(OWN, actions.end_consultation)
def end_consultation(town):
    row = actions.open_consultation(action=town.action, by=town.cast.alice, **FORMAL)
    given = {"outcome": "Agreed", "ended_on": MARCH}
    return lambda by: actions.end_consultation(consultation=row, by=by, **given)
