"""Taking a report back while nothing stands on it, and putting it aside afterwards."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.actions.rows import changeable
from goldenthread.inspections.models import (
    Closing,
    ConsiderDecision,
    Inspection,
    PartnerContribution,
    PreviousInspection,
    Repeat,
    ThresholdChange,
    UncitedDecision,
)
from goldenthread.people.history import record
from goldenthread.people.models import User

WITHDRAW = "inspections.withdraw"


@transaction.atomic
def mark_used(*, inspection: Inspection, by: User, what: str) -> Inspection:
    """Note that something above stands on the report, such as a plan; once noted it stays.

    Every room above calls this in the verb that ties something to the report.

    Args:
        what: the thing that uses it, such as "plan P1"; it stands in the history.

    Raises:
        NotAllowed:    `by` is no colleague of the authority.
        NotAllowedNow: the report is archived or withdrawn.
    """
    row = changeable(inspection, by, "inspections.mark_used")
    if row.in_use:
        return row
    row.in_use = True
    row.save(update_fields=["in_use"])
    record(by=by, verb="used", thing=row, after={"in_use": True, "what": what})
    return row


@transaction.atomic
def withdraw_report(*, inspection: Inspection, by: User, why: str) -> Inspection:
    """Take back a report that was recorded in error; its rows stay, no list shows them.

    Raises:
        NotAllowed:    `by` may not withdraw reports of the authority.
        NotAllowedNow: something stands on it, or there is no reason.
    """
    row = changeable(inspection, by, WITHDRAW)
    if reason := _used_by(row):
        raise NotAllowedNow(f"{row} cannot be withdrawn: {reason}. Archive it instead.")
    return _leave(row, Inspection.State.WITHDRAWN, by, why)


@transaction.atomic
def archive_report(*, inspection: Inspection, by: User, why: str) -> Inspection:
    """Put a report aside; whatever stands on it keeps it.

    Raises:
        NotAllowed:    `by` may not archive reports of the authority.
        NotAllowedNow: there is no reason, or it is no longer current.
    """
    row = changeable(inspection, by, WITHDRAW)
    return _leave(row, Inspection.State.ARCHIVED, by, why)


def _used_by(row: Inspection) -> str:
    """What stands on a report, in words; "" for nothing."""
    if row.in_use:
        return "something was built on it"
    of_it = {"recommendation__inspection": row}
    decided = Repeat.objects.exclude(decided_by=None)
    later = PreviousInspection.objects.filter(inspection__state=Inspection.State.CURRENT)
    standing: dict[str, QuerySet[Any]] = {
        "a decision about one of its paragraphs was recorded": UncitedDecision.objects.filter(
            finding__inspection=row
        ),
        "a recommendation of it was decided about": ConsiderDecision.objects.filter(**of_it),
        "a recommendation of it was closed": Closing.objects.filter(**of_it),
        "partners' contributions were recorded": PartnerContribution.objects.filter(**of_it),
        "somebody decided whether it repeats or is repeated": decided.filter(
            Q(later__inspection=row) | Q(earlier__inspection=row)
        ),
        "a changed threshold cites it": ThresholdChange.objects.filter(finding__inspection=row),
        "a later report refers to it": later.filter(previous=row),
    }
    return next((words for words, rows in standing.items() if rows.exists()), "")


def _leave(row: Inspection, state: str, by: User, why: str) -> Inspection:
    if not why.strip():
        raise NotAllowedNow("Say why. The report stays as it is.")
    before, row.state = row.state, state
    row.save(update_fields=["state"])
    record(by=by, verb=state, thing=row, before={"state": before}, after={"state": state}, why=why)
    return row
