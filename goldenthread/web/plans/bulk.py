"""One change for several actions, through the same verbs as one by one: a result for each."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from goldenthread.people.models import User
from goldenthread.plans import actions
from goldenthread.plans.actions.delivering import Step
from goldenthread.plans.models import Action, Standing
from goldenthread.web.plans import undoing
from goldenthread.web.plans.results import Result, one, somebody

Given = Mapping[str, Any]


def run(rows: Sequence[Action], given: Given, by: User) -> list[Result]:
    """Make the change on each row in a transaction of its own: one refused stops no other."""
    return [undoing.undoable(row, given["change"], partial(_one, row, given, by)) for row in rows]


def _one(row: Action, given: Given, by: User) -> Result:
    return one(row.public_id, partial(_change, row, given, by))


def pass_on(rows: Sequence[Standing], given: Given, by: User) -> list[Result]:
    """Hand over each thing that somebody stands in, in a transaction of its own."""
    return [one(row.action.public_id, partial(_passed_on, row, given, by)) for row in rows]


def _change(row: Action, given: Given, by: User) -> str:
    return CHANGES[given["change"]](row, given, by)


def _passed_on(row: Standing, given: Given, by: User) -> str:
    to = somebody(given["to"], row.action)
    actions.pass_on(standing=row, to=to, by=by, why=given["why"])
    return f"{to} is its {row.get_rank_display().lower()} from today."


def _take_over(row: Action, given: Given, by: User) -> str:
    made = actions.take_over_completion(action=row, by=by)
    return f"Done on {made.completed_on}, as the document reports; evidence not yet checked."


def _lead(row: Action, given: Given, by: User) -> str:
    to = somebody(given["lead"], row)
    actions.give_lead(action=row, to=to, by=by, why=given["why"])
    return f"{to} leads it from today."


def _date(row: Action, given: Given, by: User) -> str:
    made = actions.set_local_deadline(action=row, by=by, due=given["due"])
    return f"Local date set: {made.printed}."


def _no_change(row: Action, given: Given, by: User) -> str:
    actions.no_change(action=row, by=by)
    return "“No change, still on course” was added."


def _state(row: Action, given: Given, by: User) -> str:
    step = Step(why=given["why"])
    made = actions.set_delivery(action=row, state=given["state"], by=by, step=step)
    return f"Now {made.get_state_display().lower()}."


CHANGES: Mapping[str, Callable[[Action, Given, User], str]] = {
    "take-over": _take_over,
    "lead": _lead,
    "date": _date,
    "no-change": _no_change,
    "state": _state,
}
