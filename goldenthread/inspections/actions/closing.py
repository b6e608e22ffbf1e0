"""Closing a recommendation: by a change, or by a decision where it asks only to consider (B-12)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import closing
from goldenthread.inspections.actions.rows import asked
from goldenthread.inspections.models import Closing, ConsiderDecision, Recommendation
from goldenthread.people.history import record
from goldenthread.people.models import User

CLOSE = "inspections.close"


@transaction.atomic
def decide_consider(
    *, recommendation: Recommendation, decision: str, why: str, decided_on: date, by: User
) -> ConsiderDecision:
    """Record what was decided about something to be considered; earlier decisions stay readable.

    Raises:
        NotAllowed:    `by` may not decide this in the authority.
        NotAllowedNow: nothing in it is to be considered, it is closed, the decision is
                       unknown, there is no reason, or the day lies ahead.
    """
    row = asked(recommendation, by, "inspections.decide_consider")
    if not row.to_consider:
        raise NotAllowedNow("It asks for a change and not to consider one. Nothing was decided.")
    if _open_closing(row):
        raise NotAllowedNow("It is closed. Reopen it before deciding anew.")
    if decision not in ConsiderDecision.Decision.values or not why.strip():
        raise NotAllowedNow("A decision is one of the list and has a reason. Give both.")
    if decided_on > timezone.localdate():
        raise NotAllowedNow(f"{decided_on:%d/%m/%Y} lies ahead. Enter the day when it has come.")
    made = ConsiderDecision.objects.create(
        recommendation=row,
        decision=decision,
        why=why.strip(),
        decided_on=decided_on,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    after = {"decision": decision, "decided_on": decided_on}
    record(by=by, verb="decided", thing=made, after=after, why=why)
    return made


@transaction.atomic
def close_recommendation(*, recommendation: Recommendation, by: User, shown: str = "") -> Closing:
    """Close it on the decision recorded, on the change that is shown, or on both.

    Args:
        shown: what shows the change, such as "P1-A12: difference shown". Not needed where
               the whole asks only to consider something.

    Raises:
        NotAllowed:    `by` may not close recommendations of the authority.
        NotAllowedNow: it is closed already, or what it has to rest on is not there.
    """
    row = asked(recommendation, by, CLOSE)
    if _open_closing(row):
        raise NotAllowedNow("It is closed already.")
    decision = row.consider_decisions.order_by("pk").last()
    wanted = closing.Asked(must_change=not row.consider, to_decide=bool(row.to_consider))
    if refusal := closing.refusal(wanted, decided=decision is not None, shown=shown):
        raise NotAllowedNow(refusal)
    made = Closing.objects.create(
        recommendation=row,
        decision=decision,
        shown=shown.strip(),
        closed_by=by,
        closed_at=timezone.now(),
    )
    after = {"decision": decision.decision if decision else None, "shown": made.shown}
    record(by=by, verb="closed", thing=made, after=after)
    return made


@transaction.atomic
def reopen_recommendation(*, recommendation: Recommendation, why: str, by: User) -> Closing:
    """Take a closing back; it stays readable.

    Raises:
        NotAllowed:    `by` may not reopen recommendations of the authority.
        NotAllowedNow: it is not closed, or there is no reason.
    """
    row = asked(recommendation, by, CLOSE)
    found = _open_closing(row)
    if found is None or not why.strip():
        raise NotAllowedNow("Only what is closed is reopened, and with a reason.")
    found.reopened_by, found.reopened_at = by, timezone.now()
    found.save(update_fields=["reopened_by", "reopened_at"])
    record(by=by, verb="reopened", thing=found, why=why)
    return found


def _open_closing(row: Recommendation) -> Closing | None:
    return row.closings.filter(reopened_at=None).first()
