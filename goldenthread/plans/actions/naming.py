"""Saying of what kind an action is: import proposes it, a person confirms or changes it."""

from django.db import transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.own import arranged, delivery_of
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.models import Action
from goldenthread.plans.rungs import CLOSED

SET_KIND = "plans.set_kind"


@transaction.atomic
def set_kind(*, action: Action, kind: str, by: User, why: str = "") -> Action:
    """Confirm the kind that was proposed of an action, or set another.

    Args:
        why: needed to change a kind that somebody has confirmed: what goes on closes only by a
             review, and must not lose that unnoticed.

    Raises:
        NotAllowed:    `by` may not say of what kind actions are.
        NotAllowedNow: it is no kind or is confirmed already, the action is closed, or a
                       confirmed kind changes without a reason.
    """
    row = arranged(action, by, SET_KIND)
    _may_become(row, kind, why)
    before = {"kind": row.kind, "kind_proposed": row.kind_proposed}
    verb = "set the kind" if row.kind != kind else "confirmed the kind"
    row.kind, row.kind_proposed = kind, False
    row.save(update_fields=["kind", "kind_proposed"])
    note_use(row.plan)
    after = {"kind": row.kind, "kind_proposed": row.kind_proposed}
    record(by=by, verb=verb, thing=row, before=before, after=after, why=why)
    return row


def _may_become(row: Action, kind: str, why: str) -> None:
    if kind not in Action.Kind.values:
        raise NotAllowedNow(
            f"“{kind}” is no kind of action. Choose one: {', '.join(Action.Kind.values)}."
        )
    if delivery_of(row).state in CLOSED:
        raise NotAllowedNow(f"{row} is closed. Reopen it, with a reason, to set its kind.")
    if row.kind_proposed:
        return
    if row.kind == kind:
        raise NotAllowedNow(f"{row} is confirmed as {kind} already. Nothing was changed.")
    if not why.strip():
        raise NotAllowedNow("Somebody confirmed its kind. Say why it changes.")
