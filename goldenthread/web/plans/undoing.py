"""Undoing a change of several actions soon after it: each row through the verb that sets it back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import User
from goldenthread.plans import actions
from goldenthread.plans.actions.delivering import Step
from goldenthread.plans.actions.taking_back import LONGEST
from goldenthread.plans.models import Action, Delivery, Standing, Update
from goldenthread.web.plans.results import Result, one, somebody

LEAD, STATE, NO_CHANGE = "lead", "state", "no-change"
WHY = "Undone: it was changed with several others by mistake."


def undoable(row: Action, change: str, do: Callable[[], Result]) -> Result:
    """Make a change of one row, and note beside its result what undoes it and since when."""
    before = _now(row, change)
    found = do()
    after = _now(row, change)
    if not found.is_done or not after or (change != NO_CHANGE and not before):
        return found
    return replace(found, undo="|".join((change, before, after, timezone.now().isoformat())))


def can_be_undone(found: Sequence[Result]) -> bool:
    """Whether any of it can be undone still."""
    return any(row.undo and _is_in_time(row) for row in found)


def undo(rows: Mapping[str, Action], found: Sequence[Result], by: User) -> list[Result]:
    """Set each row back that was changed, in a transaction of its own."""
    return [
        one(result.public_id, partial(_undone, rows[result.public_id], result, by))
        for result in found
        if result.undo and result.public_id in rows
    ]


def _is_in_time(result: Result) -> bool:
    at = datetime.fromisoformat(result.undo.rpartition("|")[2])
    return timezone.now() - at <= LONGEST


def _now(row: Action, change: str) -> str:
    """How a row stands in what a change is about; empty where that cannot be undone."""
    if change == LEAD:
        rows = row.standings.current().filter(ended_on=None, rank=Standing.Rank.LEAD)
        return _who(rows.first())
    if change == STATE:
        delivery = Delivery.objects.filter(action=row).first()
        return delivery.state if delivery else Delivery.State.NOT_STARTED.value
    if change == NO_CHANGE:
        last = Update.objects.filter(action=row).order_by("-pk").first()
        return str(last.pk) if last else ""
    return ""


def _who(row: Standing | None) -> str:
    if row is None:
        return ""
    keys = {name: getattr(row, f"{name}_id") for name in ("post", "person", "team", "partner")}
    return next((f"{name}:{pk}" for name, pk in keys.items() if pk), "")


def _undone(row: Action, result: Result, by: User) -> str:
    change, before, after, _ = result.undo.split("|")
    if not _is_in_time(result):
        raise NotAllowedNow("It could be undone for a quarter of an hour. Change it instead.")
    if _now(row, change) != after:
        raise NotAllowedNow(f"{row} was changed since by somebody. Nothing was changed.")
    if change == NO_CHANGE:
        actions.take_back_update(update=Update.objects.get(pk=int(after)), by=by)
        return "“No change” is taken back."
    if change == LEAD:
        to = somebody(before, row)
        actions.give_lead(action=row, to=to, by=by, why=WHY)
        return f"{to} leads it again."
    made = actions.set_delivery(action=row, state=before, by=by, step=Step(why=WHY))
    return f"Again {made.get_state_display().lower()}."
