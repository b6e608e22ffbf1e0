"""Recording that a policy's threshold was changed, and who was told of it (D-24)."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import thresholds
from goldenthread.inspections.actions.rows import changeable
from goldenthread.inspections.models import Finding, ThresholdChange, ThresholdNotice
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require

VERB = "inspections.record_threshold"


@transaction.atomic
def record_threshold_change(
    *,
    authority: Authority,
    policy: str,
    unit: str,
    was: Decimal,
    became: Decimal,
    effective_on: date,
    by: User,
    finding: Finding | None = None,
) -> ThresholdChange:
    """Record that a threshold is another from a day on, which may lie ahead.

    Args:
        policy:  what the threshold is of, such as "referral of unborn babies, earliest".
        unit:    such as "weeks of gestation".
        finding: the paragraph that led to it.

    Raises:
        NotAllowed:    `by` may not record thresholds of the authority.
        NotAllowedNow: something is left empty, nothing changes, it does not follow from the
                       changes recorded, or the paragraph is another authority's.
    """
    require(by, VERB, authority)
    if not policy.strip() or not unit.strip() or was == became:
        raise NotAllowedNow("Say of what, in which unit, what it was and what it became.")
    if finding is not None and changeable(finding.inspection, by, VERB).authority != authority:
        raise NotAllowedNow("Nothing crosses between authorities: choose one of its paragraphs.")
    known = ThresholdChange.objects.filter(authority=authority, policy=policy.strip())
    if reason := thresholds.does_not_follow(known, was, effective_on):
        raise NotAllowedNow(reason)
    made = ThresholdChange.objects.create(
        authority=authority,
        policy=policy.strip(),
        unit=unit.strip(),
        was=was,
        became=became,
        effective_on=effective_on,
        finding=finding,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    after = {"threshold": became, "effective_on": effective_on}
    record(by=by, verb="changed", thing=made, before={"threshold": was}, after=after)
    return made


@transaction.atomic
def record_told(
    *, change: ThresholdChange, to_whom: str, told_on: date, by: User, how: str = ""
) -> ThresholdNotice:
    """Record who was told of a changed threshold, when and how.

    Raises:
        NotAllowed:    `by` may not record thresholds of the authority.
        NotAllowedNow: nobody is named, or the day lies ahead.
    """
    require(by, VERB, change.authority)
    if not to_whom.strip() or told_on > timezone.localdate():
        raise NotAllowedNow("Say who was told, on a day that has come.")
    made = ThresholdNotice.objects.create(
        change=change,
        to_whom=to_whom.strip(),
        told_on=told_on,
        how=how,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    record(by=by, verb="told", thing=made, after={"to_whom": made.to_whom, "told_on": told_on})
    return made
