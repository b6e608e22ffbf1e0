"""An inspection at a glance, and what it rests on."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.inspections.models import Finding, Inspection, Repeat
from goldenthread.people.permissions import may
from goldenthread.thread.coverage import coverage_of_inspection
from goldenthread.web.inspections.presenters import history, naming, overview
from goldenthread.web.inspections.presenters.listing import undecided
from goldenthread.web.inspections.views.common import inspection_of, page_of
from goldenthread.web.requests import SignedInRequest


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Its numbers, its judgements with their scale, its statutory deadlines and its days."""
    inspection = inspection_of(request, pk)
    judged = inspection.judgements.select_related("area", "scale", "grade").order_by("order")
    context = {
        "page": page_of(inspection),
        "inspection": inspection,
        "state": naming.STATES.get(Inspection.State(inspection.state)),
        "sections": naming.sections(inspection, "show"),
        "counts": overview.counts(inspection, _numbers(request, inspection)),
        "judgements": overview.judgements(list(judged), inspection),
        "deadlines": overview.deadlines(inspection.obligations.order_by("pk"), inspection),
        "facts": overview.facts(inspection, inspection.previous_ones.order_by("pk")),
        "may_date": may(request.user, "inspections.record_days", inspection.authority),
        "history": history.lines_of(inspection),
    }
    return render(request, "inspections/show.html", context)


@require_safe
def evidence(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the inspectors looked at, and the figures that the report gives of the area."""
    inspection = inspection_of(request, pk)
    context = {
        "page": page_of(inspection, "Evidence base and figures"),
        "sections": naming.sections(inspection, "evidence"),
        "evidence": overview.evidence(list(inspection.evidence_base.order_by("order"))),
        "figures": overview.figures(list(inspection.profile_figures.order_by("order"))),
    }
    return render(request, "inspections/evidence.html", context)


def _numbers(request: SignedInRequest, inspection: Inspection) -> overview.Numbers:
    found = list(inspection.findings.values_list("sense", flat=True))
    covered = coverage_of_inspection(inspection, by=request.user)
    repeats = Repeat.objects.filter(later__inspection=inspection, state=Repeat.State.CONFIRMED)
    return overview.Numbers(
        recommendations=len(covered.recommended),
        without_action=len(covered.without_action),
        told_before=repeats.values("later").distinct().count(),
        strengths=found.count(Finding.Sense.STRENGTH),
        weaknesses=found.count(Finding.Sense.WEAKNESS),
        undecided=undecided(Finding.objects.filter(inspection=inspection)).count(),
    )
