"""Confirming an import, all or nothing, and taking it back."""

from collections import Counter

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import actions as inspections
from goldenthread.inspections.models import Inspection
from goldenthread.intake.becoming import PLAN, REPORTS, Became, become_plan, become_report
from goldenthread.intake.models import Created, Import, Question
from goldenthread.intake.removing import cut
from goldenthread.intake.rows import locked, open_one
from goldenthread.people.history import record
from goldenthread.people.jobs import cancel
from goldenthread.people.models import User
from goldenthread.plans import actions as plans
from goldenthread.plans.models import Plan, Version

STATE = Import.State


@transaction.atomic
def confirm(
    *,
    import_: Import,
    by: User,
    revision: int | None = None,
    despite: str = "",
    replaces: Plan | None = None,
) -> Import:
    """Take over what was read and edited, all of it in one transaction or nothing.

    Open questions never stop it: they go along as 'to settle'. What screening found and a
    person decided to remove is cut out of every text on the way.

    Args:
        revision: what the person saw; None confirms whatever stands there.
        despite:  why a report is recorded although a blocking warning stands.
        replaces: the plan that this is the next version of; its ids stay where rows agree.

    Raises:
        NotAllowedNow: the import is not open, was edited since `revision`, or cannot be
                       recorded as it is (no framework; a stated count that does not agree).
        NotAllowed:    `by` may not confirm imports of the authority.
    """
    row = open_one(import_, by, "intake.confirm")
    if revision is not None and revision != row.revision:
        raise NotAllowedNow(
            f"{row}: Somebody edited the proposal while you had it open. Look at it again, then "
            "confirm. Nothing was changed."
        )
    left = list(_left(row))
    became = _become(row, by, left, despite, replaces)
    row.plan = became.plan or row.plan
    row.inspection = became.inspection or row.inspection
    row.become(STATE.CONFIRMED)
    row.confirmed_by, row.confirmed_at = by, timezone.now()
    row.closed_by, row.closed_at, row.closed_why = None, None, ""
    row.save()
    _note(row, became.made)
    after = {
        "revision": row.revision,
        "created": dict(Counter(kind for kind, _ in became.made)),
        "to_settle": len(left),
    }
    record(by=by, verb="confirmed", thing=row, after=after, why=despite)
    return row


@transaction.atomic
def undo(*, import_: Import, by: User, why: str) -> Import:
    """Take a confirmed import back: whole while nothing stands on it, put aside afterwards.

    What was withdrawn whole can be edited and confirmed again. What somebody has worked on is
    archived with all its rows, and the import with it.

    Raises:
        NotAllowedNow: it is not confirmed, or there is no reason.
        NotAllowed:    `by` may not undo imports of the authority.
    """
    row = locked(import_, by, "intake.undo")
    if row.state != STATE.CONFIRMED:
        raise NotAllowedNow(f"{row}: Only a confirmed import can be undone. Nothing was changed.")
    if not why.strip():
        raise NotAllowedNow("Say why the import is undone. Nothing was changed.")
    row.become(_taken_back(row, by, why.strip()))
    row.closed_by, row.closed_at, row.closed_why = by, timezone.now(), why.strip()
    row.save()
    record(by=by, verb="undid", thing=row, after={"state": row.state}, why=why.strip())
    return row


@transaction.atomic
def discard(*, import_: Import, by: User, why: str = "") -> Import:
    """Put a document aside that shall not be taken over; its file stays stored.

    Raises:
        NotAllowedNow: it is confirmed, archived or discarded.
        NotAllowed:    `by` may not discard imports of the authority.
    """
    row = locked(import_, by, "intake.undo")
    before = row.state
    row.become(STATE.DISCARDED)
    row.closed_by, row.closed_at, row.closed_why = by, timezone.now(), why.strip()
    row.save()
    if row.job is not None and not row.job.is_over:
        cancel(job=row.job, by=by)
    record(by=by, verb="discarded", thing=row, before={"state": before}, why=why.strip())
    return row


def _become(
    row: Import, by: User, left: list[Question], despite: str, replaces: Plan | None
) -> Became:
    """Make what the import's kind makes; a question and its answer stay a stored document."""
    draft = cut(row.draft, row.upload)
    if row.kind in REPORTS:
        return become_report(row, draft, by, despite=despite)
    if row.kind == PLAN:
        return become_plan(row, draft, by, left=left, replaces=replaces)
    return Became()


def _taken_back(row: Import, by: User, why: str) -> Import.State:
    """Withdraw or archive what the import made; the state that the import then has."""
    if row.kind == PLAN and row.plan is not None:
        state = _plan_taken_back(row, row.plan, by, why)
        for criteria in _criteria(row):
            _report_taken_back(criteria, by, why)
        return state
    if row.kind in REPORTS and row.inspection is not None:
        return _report_taken_back(row.inspection, by, why)
    return STATE.UNDONE


def _plan_taken_back(row: Import, plan: Plan, by: User, why: str) -> Import.State:
    """A first version takes its plan along; a later one gives way to the one before it."""
    version = plan.versions.exclude(state=Version.State.WITHDRAWN).get(upload=row.upload)
    if plan.versions.exclude(state=Version.State.WITHDRAWN).count() > 1:
        plans.withdraw_version(version=version, by=by, why=why)
        return STATE.UNDONE
    if plan.used_on is not None:
        plans.archive_plan(plan=plan, by=by, why=why)
        return STATE.ARCHIVED
    plans.withdraw_plan(plan=plan, by=by, why=why)
    return STATE.UNDONE


def _criteria(row: Import) -> QuerySet[Inspection]:
    """The criteria that were recorded from a plan, and stand."""
    made = row.created.filter(table=Inspection._meta.label_lower)
    return Inspection.objects.current().filter(pk__in=made.values("row"))


def _report_taken_back(inspection: Inspection, by: User, why: str) -> Import.State:
    try:
        inspections.withdraw_report(inspection=inspection, by=by, why=why)
    except NotAllowedNow:
        # Something stands on it, which only `inspections` can tell.
        inspections.archive_report(inspection=inspection, by=by, why=why)
        return STATE.ARCHIVED
    return STATE.UNDONE


def _note(row: Import, made: list[tuple[str, Model]]) -> None:
    Created.objects.bulk_create(
        [
            Created(
                import_of=row,
                kind=kind,
                table=thing._meta.label_lower,
                row=thing.pk,
                public_id=str(getattr(thing, "public_id", "") or ""),
            )
            for kind, thing in made
        ],
        batch_size=500,
        # Confirmed again as the next version of a plan, rows that agree are the same rows.
        ignore_conflicts=True,
    )


def _left(row: Import) -> QuerySet[Question]:
    """The questions that nobody answered."""
    return row.questions.filter(state__in=[Question.State.OPEN, Question.State.TO_SETTLE])
