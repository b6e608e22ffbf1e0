"""Saying what was made of an occurrence: done on a day, missed, excused by somebody else."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import last_of_month, without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.own import arranged, is_anybodys, not_after_today, workable
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.models import Action, DatedOccurrence
from goldenthread.plans.models.recurring import NEXT

EXCUSE = "plans.approve_extension"
State = DatedOccurrence.State


@transaction.atomic
def hold_occurrence(
    *, occurrence: DatedOccurrence, by: User, done_on: date, precision: str = "day"
) -> DatedOccurrence:
    """Say on which day, or in which month, an occurrence was done; its evidence is filed beside.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: the day lies in the future, or something else was said of it.
    """
    row = workable(occurrence.recurrence.action, by)
    if precision not in ("day", "month"):
        raise NotAllowedNow("Its day is known to the day or to the month. Nothing was changed.")
    not_after_today(done_on if precision == "day" else done_on.replace(day=1), "The day,")
    whole = last_of_month(done_on.year, done_on.month)
    day = done_on if precision == "day" else min(whole, timezone.localdate())
    return _become(row, occurrence, State.DONE, by, done_on=day, done_precision=precision)


@transaction.atomic
def miss_occurrence(*, occurrence: DatedOccurrence, by: User, why: str) -> DatedOccurrence:
    """Say that an occurrence did not take place, and why.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: its day is still to come, there is no reason, or something else was said.
    """
    row = workable(occurrence.recurrence.action, by)
    if occurrence.due > timezone.localdate():
        raise NotAllowedNow(f"{without_weekday(occurrence.due)} is still to come: it may be done.")
    return _become(row, occurrence, State.MISSED, by, why=why)


@transaction.atomic
def excuse_occurrence(*, occurrence: DatedOccurrence, by: User, why: str) -> DatedOccurrence:
    """Excuse an occurrence: it counts neither as done nor as missed.

    Raises:
        NotAllowed:    `by` may not approve more time here.
        NotAllowedNow: `by` stands in the action, there is no reason, or something else was said.
    """
    row = arranged(occurrence.recurrence.action, by, EXCUSE)
    if is_anybodys(row, by):
        raise NotAllowedNow(f"You stand in {row}: somebody else excuses its occurrences.")
    return _become(row, occurrence, State.EXCUSED, by, why=why)


@transaction.atomic
def expect_again(*, occurrence: DatedOccurrence, by: User, why: str) -> DatedOccurrence:
    """Take back what was said of an occurrence: it is expected again.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: there is no reason, or nothing was said of it.
    """
    row = workable(occurrence.recurrence.action, by)
    return _become(row, occurrence, State.EXPECTED, by, why=why)


def _become(
    row: Action, occurrence: DatedOccurrence, state: State, by: User, **said: Any
) -> DatedOccurrence:
    rows = DatedOccurrence.objects.select_for_update(of=("self",)).select_related("recurrence")
    locked = rows.get(pk=occurrence.pk)
    why = said.get("why", "").strip()
    if state != State.DONE and not why:
        raise NotAllowedNow("Say why. Nothing was changed.")
    if state not in NEXT[locked.state]:
        was = locked.get_state_display().lower()
        raise NotAllowedNow(f"It is {was} already. Take that back first. Nothing was changed.")
    before = {"state": locked.state, "done_on": locked.done_on}
    locked.state, locked.why = state, "" if state == State.EXPECTED else why
    locked.done_on = said.get("done_on")
    locked.done_precision = said.get("done_precision", "")
    locked.said_by, locked.said_at = by, timezone.now()
    locked.save()
    note_use(row.plan)
    after = {"state": locked.state, "due": locked.due, "done_on": locked.done_on}
    verb = f"said of the occurrence of {without_weekday(locked.due)}: {locked.state}"
    record(by=by, verb=verb, thing=row, before=before, after=after, why=why)
    return locked
