"""What people add to a report: decisions about paragraphs, ties, and crosswalks between scales."""

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.actions.rows import changeable
from goldenthread.inspections.models import (
    Crosswalk,
    Finding,
    FindingLink,
    Grade,
    Inspection,
    PreviousInspection,
    Recommendation,
    UncitedDecision,
)
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require

LINK = "inspections.link"


@transaction.atomic
def decide_uncited(*, finding: Finding, decision: str, why: str, by: User) -> UncitedDecision:
    """Decide about a weak paragraph that nothing cites; a later decision replaces an earlier one.

    Raises:
        NotAllowed:    `by` may not decide this in the authority.
        NotAllowedNow: the paragraph is no weakness or is cited, the decision is unknown,
                       or there is no reason.
    """
    inspection = changeable(finding.inspection, by, "inspections.decide_uncited")
    row = inspection.findings.get(pk=finding.pk)
    if row.sense != Finding.Sense.WEAKNESS or row.links.exists():
        raise NotAllowedNow(f"{row} is no weakness that nothing cites. Nothing was changed.")
    if decision not in UncitedDecision.Decision.values or not why.strip():
        raise NotAllowedNow("A decision is one of the list and has a reason. Give both.")
    earlier = UncitedDecision.objects.filter(finding=row).first()
    before = {"decision": earlier.decision, "why": earlier.why} if earlier else {}
    made, _ = UncitedDecision.objects.update_or_create(
        finding=row,
        defaults={
            "decision": decision,
            "why": why.strip(),
            "decided_by": by,
            "decided_at": timezone.now(),
        },
    )
    record(by=by, verb="decided", thing=made, before=before, after={"decision": decision}, why=why)
    return made


@transaction.atomic
def link_finding(*, finding: Finding, recommendation: Recommendation, by: User) -> FindingLink:
    """Say which recommendation a paragraph belongs to; the report's bare tag is then resolved.

    Raises:
        NotAllowed:    `by` may not link in the authority.
        NotAllowedNow: they are of two inspections.
    """
    inspection = changeable(finding.inspection, by, LINK)
    if recommendation.inspection_id != inspection.pk:
        raise NotAllowedNow("The paragraph and the recommendation are of two reports.")
    if existing := FindingLink.objects.filter(
        finding=finding, recommendation=recommendation
    ).first():
        return existing
    bare = FindingLink.objects.filter(finding=finding, recommendation=None).first()
    link = bare or FindingLink(finding=finding, kind="Recommendation")
    link.recommendation = recommendation
    link.save()
    record(by=by, verb="linked", thing=link, after={"recommendation": recommendation.pk})
    return link


@transaction.atomic
def record_previous(
    *, inspection: Inspection, text: str, by: User, previous: Inspection | None = None
) -> PreviousInspection:
    """Record that a report speaks of an earlier inspection, which may be recorded here too.

    Raises:
        NotAllowed:    `by` may not link in the authority.
        NotAllowedNow: the earlier one is another authority's, or the report itself.
    """
    row = changeable(inspection, by, LINK)
    if previous is not None and previous.authority_id != row.authority_id:
        raise NotAllowedNow("Nothing crosses between authorities: choose one of its inspections.")
    if previous is not None and previous.pk == row.pk:
        raise NotAllowedNow("A report is not its own earlier inspection. Choose another.")
    made = PreviousInspection.objects.create(
        inspection=row,
        previous=previous,
        text=text,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    after = {"text": text, "previous": previous.pk if previous else None}
    record(by=by, verb="linked", thing=made, after=after)
    return made


@transaction.atomic
def record_crosswalk(
    *, authority: Authority, from_grade: Grade, to_grade: Grade, why: str, by: User
) -> Crosswalk:
    """Record that the authority reads a grade of one scale as one of another, and why.

    Raises:
        NotAllowed:    `by` may not record crosswalks in the authority.
        NotAllowedNow: both are of one scale, one is no grade, there is no reason, or the
                       authority has recorded it otherwise.
    """
    require(by, "inspections.record_crosswalk", authority)
    if from_grade.scale_id == to_grade.scale_id:
        raise NotAllowedNow("Both grades are of one scale and need no crosswalk.")
    if from_grade.rank is None or to_grade.rank is None:
        raise NotAllowedNow("“Not judged” is no grade and stands for none. Choose another.")
    if not why.strip():
        raise NotAllowedNow("A crosswalk needs a reason. Say what it rests on.")
    recorded = Crosswalk.objects.filter(authority=authority, from_grade=from_grade)
    if recorded.filter(to_scale=to_grade.scale).exists():
        raise NotAllowedNow(f"{authority} has a crosswalk for “{from_grade}” to that scale.")
    made = Crosswalk.objects.create(
        authority=authority,
        from_grade=from_grade,
        to_scale=to_grade.scale,
        to_grade=to_grade,
        why=why.strip(),
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    after = {"from": from_grade.pk, "to": to_grade.pk}
    record(by=by, verb="recorded", thing=made, after=after, why=why)
    return made
