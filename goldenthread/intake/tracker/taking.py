"""Takes the chosen cells of one row over, by the verbs that its page uses; all of them or none."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.intake.tracker import columns as c
from goldenthread.people.models import PartnerOrganisation, Person, Post, Team, User
from goldenthread.plans import actions
from goldenthread.plans.actions.delivering import Step
from goldenthread.plans.actions.updating import Forecast
from goldenthread.plans.models import Action, Delivery

# Who may lead, and the field that says on which day they went.
SOMEBODY: Mapping[Any, str] = {Post: "ended_on", Person: "left_on", Team: "ended_on"}


def take(action: Action, given: Mapping[str, str], by: User) -> str:
    """Make the changes of a row, in words what was done. Call it in a transaction of its own.

    Args:
        given: the chosen cells by column, in the form of `columns.plain`.

    Raises:
        UserFacingError: a verb refuses, or a cell needs another beside it.
    """
    done = [
        _lead(action, given, by),
        _local(action, given, by),
        _said(action, given, by),
        _state(action, given, by),
    ]
    return " ".join(filter(None, done))


def _lead(action: Action, given: Mapping[str, str], by: User) -> str:
    name = given.get(c.LEAD)
    if not name:
        return ""
    to = _somebody(action, name)
    actions.give_lead(action=action, to=to, by=by, why="From the tracker in Excel")
    return f"{to} leads it from today."


def _somebody(action: Action, name: str) -> Any:
    """The one post, person, team or partner organisation of that name.

    Raises:
        NotAllowedNow: there is none, or there are several.
    """
    found: list[Any] = []
    for table, gone in SOMEBODY.items():
        rows = table.objects.filter(authority=action.plan.authority, **{gone: None})
        found += [row for row in rows if c.folded(str(row)) == c.folded(name)]
    partners = PartnerOrganisation.objects.filter(authority=action.plan.authority)
    found += [row for row in partners if c.folded(str(row)) == c.folded(name)]
    if len(found) != 1:
        how_many = "Nobody is" if not found else "Several are"
        raise NotAllowedNow(
            f"Lead: {how_many} called “{name}” here. Choose the lead on the action's page."
        )
    return found[0]


def _local(action: Action, given: Mapping[str, str], by: User) -> str:
    day = _day(given, c.LOCAL)
    if day is None:
        return ""
    made = actions.set_local_deadline(action=action, by=by, due=day)
    return f"Local date set: {made.printed}."


def _said(action: Action, given: Mapping[str, str], by: User) -> str:
    text, forecast = given.get(c.SAID, ""), _day(given, c.FORECAST)
    if not text and (forecast or given.get(c.CAUSE)):
        raise NotAllowedNow(
            "A forecast and its cause need words in 'What has changed'. Fill that in as well."
        )
    if not text:
        return ""
    cause = _value(c.CAUSES, given.get(c.CAUSE, ""))
    said = Forecast(day=forecast, cause=cause, reason=text) if forecast else None
    actions.add_update(action=action, by=by, text=text, forecast=said)
    told = f" Forecast: {without_weekday(forecast)}." if forecast else ""
    return f"The update was added.{told}"


def _state(action: Action, given: Mapping[str, str], by: User) -> str:
    state, done_on = _value(c.STATES, given.get(c.STATE, "")), _day(given, c.DONE_ON)
    if state == Delivery.State.DONE or (done_on and not state):
        if done_on is None:
            raise NotAllowedNow("Done needs its day in 'Completed on'. Fill that in as well.")
        actions.complete(action=action, by=by, completed_on=done_on)
        return f"Done on {without_weekday(done_on)}; evidence not yet checked."
    if done_on is not None:
        raise NotAllowedNow(
            "'Completed on' goes with the state 'Done' alone. Choose one of the two."
        )
    if not state:
        return ""
    made = actions.set_delivery(action=action, state=state, by=by, step=Step())
    return f"Now {made.get_state_display().lower()}."


def _day(given: Mapping[str, str], column: str) -> date | None:
    return c.day_of(given[column]) if given.get(column) else None


def _value(known: Mapping[str, str], label: str) -> str:
    return next((value for name, value in known.items() if c.folded(name) == c.folded(label)), "")
