"""What shows how an action stands: periods of practice, and the status set by hand."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.basics.periods import Period
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans import checker_facts, status
from goldenthread.plans.actions.own import arranged, is_anybodys, not_after_today
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.gathering import facts_of, rules_of
from goldenthread.plans.models import Action, JudgedStatus, PracticePeriod
from goldenthread.plans.rungs import SHORTEST_PERIOD


@transaction.atomic
def record_period(
    *,
    action: Action,
    by: User,
    period: Period,
    in_standard: bool,
    standard: str,
    counted: tuple[int, int] | None = None,
) -> PracticePeriod:
    """Say whether the practice was in standard in a period that is over.

    Args:
        standard: what was wanted, in words: "at least 18 of 20 records".
        counted:  how many were in standard, of how many looked at.

    Raises:
        NotAllowed:    `by` may not record periods here.
        NotAllowedNow: `by` stands or ever stood in the action; the period is not over, too
                       short or overlaps another; it names no standard; or the count is of more
                       than the whole, or none where the practice is said to be in standard.
    """
    row = arranged(action, by, "plans.record_period")
    _by_somebody_else(row, by)
    not_after_today(period.last_day, "The end of the period,")
    if not standard.strip():
        raise NotAllowedNow("Say what the standard is. Nothing was saved.")
    if period.days < SHORTEST_PERIOD:
        raise NotAllowedNow(
            f"A period has at least {SHORTEST_PERIOD} days. Take a month or a quarter."
        )
    _counted(counted, in_standard=in_standard)
    ends_before = period.last_day + timedelta(days=1)
    others = row.practiceperiods.standing()
    if others.filter(first_day__lt=ends_before, ends_before__gt=period.first_day).exists():
        raise NotAllowedNow("A period that is recorded covers some of these days.")
    made = PracticePeriod.objects.create(
        action=row,
        by=by,
        at=timezone.now(),
        first_day=period.first_day,
        ends_before=ends_before,
        in_standard=in_standard,
        standard=standard,
        count=counted[0] if counted else None,
        out_of=counted[1] if counted else None,
    )
    note_use(row.plan)
    after = {"period": str(period), "in_standard": in_standard, "standard": standard}
    record(by=by, verb="recorded a period", thing=row, after=after)
    return made


@transaction.atomic
def withdraw_period(*, period: PracticePeriod, by: User, why: str) -> PracticePeriod:
    """Take back a period that was recorded in error; it stays in the history.

    Raises:
        NotAllowed:    `by` may not record periods here.
        NotAllowedNow: `by` stands or ever stood in the action; it is taken back already, or
                       there is no reason.
    """
    row = arranged(period.action, by, "plans.record_period")
    _by_somebody_else(row, by)
    taken = row.practiceperiods.select_for_update(of=("self",)).get(pk=period.pk)
    if taken.withdrawn_at is not None or not why.strip():
        raise NotAllowedNow("Say why, for a period that stands. Nothing was changed.")
    taken.withdrawn_by, taken.withdrawn_at = by, timezone.now()
    taken.save(update_fields=["withdrawn_by", "withdrawn_at"])
    record(by=by, verb="withdrew a period", thing=row, before={"period": str(taken)}, why=why)
    return taken


def _by_somebody_else(row: Action, by: User) -> None:
    """Stop whoever ever stood in the action: periods, and taking one back, raise it."""
    if stood := checker_facts.stood_in(row, by, timezone.localdate()):
        raise NotAllowedNow(f"{stood} So somebody else records and takes back its periods.")


def _counted(counted: tuple[int, int] | None, *, in_standard: bool) -> None:
    if counted is None:
        return
    if not 0 <= counted[0] <= counted[1] or counted == (0, 0):
        raise NotAllowedNow("Count how many were in standard, of how many. Nothing was saved.")
    if in_standard and counted[0] == 0:
        raise NotAllowedNow("None was in standard, so the period was not. Nothing was saved.")


@transaction.atomic
def judge_status(*, action: Action, by: User, colour: str, reason: str = "") -> JudgedStatus:
    """Lower the status that is worked out, freely, or raise it with a reason that is printed.

    Raises:
        NotAllowed:    `by` may not judge here.
        NotAllowedNow: blue or grey is asked for, it is that already, a raise has no reason,
                       or the action was replaced.
    """
    row = arranged(action, by, "plans.judge_status")
    if colour not in JudgedStatus.Colour.values:
        raise NotAllowedNow("A manager sets red, amber or green. Blue is worked out alone.")
    facts = facts_of([row], timezone.localdate())[row.pk]
    worked_out = status.status(facts, rules_of(row.authority, timezone.localdate())).worked_out
    if worked_out == status.NONE or status.RANKS[colour] == status.RANKS[worked_out]:
        raise NotAllowedNow(f"It is {worked_out} as worked out. Nothing was changed.")
    raised = status.RANKS[colour] > status.RANKS[worked_out]
    if raised and not reason.strip():
        raise NotAllowedNow("A status that is raised needs a reason, which is printed.")
    if raised and is_anybodys(row, by):
        raise NotAllowedNow(f"You stand in {row}: somebody else raises its status.")
    now = timezone.now()
    row.judgedstatuss.standing().update(ended_by=by, ended_at=now)
    made = JudgedStatus.objects.create(
        action=row,
        by=by,
        at=now,
        colour=colour,
        raised_from=worked_out if raised else "",
        reason=reason,
    )
    note_use(row.plan)
    verb = "raised the status" if raised else "lowered the status"
    after = {"colour": colour}
    record(by=by, verb=verb, thing=row, before={"colour": worked_out}, after=after, why=reason)
    return made


@transaction.atomic
def end_judged_status(*, action: Action, by: User) -> Action:
    """The status that is worked out shows again.

    Raises:
        NotAllowed:    `by` may not judge here.
        NotAllowedNow: no manager set one.
    """
    row = arranged(action, by, "plans.judge_status")
    standing = row.judgedstatuss.standing().first()
    if standing is None:
        raise NotAllowedNow(f"The status of {row} is the one worked out. Nothing was changed.")
    standing.ended_by, standing.ended_at = by, timezone.now()
    standing.save(update_fields=["ended_by", "ended_at"])
    record(by=by, verb="ended a judged status", thing=row, before={"colour": standing.colour})
    return row
