"""What a report asks for, what answers it, and what was raised before."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from goldenthread.inspections import actions
from goldenthread.inspections.models import Inspection, Recommendation
from goldenthread.people.permissions import may
from goldenthread.thread.coverage import coverage_of_inspection
from goldenthread.thread.known import known_of
from goldenthread.web import feedback, words
from goldenthread.web.beside import Asked
from goldenthread.web.inspections.presenters import naming
from goldenthread.web.inspections.presenters import recommendations as presenter
from goldenthread.web.inspections.presenters.source import source_of
from goldenthread.web.inspections.views.common import inspection_of, page_of
from goldenthread.web.requests import SignedInRequest

BESIDE = (
    *("bodies", "targets", "consider_decisions"),
    "repeats__earlier__inspection__framework",
    "contributions__partner",
)


@require_safe
def index(request: SignedInRequest, pk: int) -> HttpResponse:
    """Each recommendation with what answers it; then what the plans hold besides."""
    inspection = inspection_of(request, pk)
    coverage = coverage_of_inspection(inspection, by=request.user)
    asked = inspection.recommendations.order_by("order").select_related("inspection__framework")
    rows = list(asked.prefetch_related(*BESIDE))
    seen = presenter.Seen(
        inspection=inspection,
        covered={one.asked.id: one for one in coverage.recommended},
        known=known_of(rows, by=request.user, day=timezone.localdate()),
        may_link=may(request.user, "inspections.link", inspection.authority),
        may_target=may(request.user, "inspections.read_again", inspection.authority),
        may_consider=may(request.user, "inspections.decide_consider", inspection.authority),
    )
    show = request.GET.get("show", "")
    found = presenter.related(rows, show, seen.covered)
    context = {
        "page": page_of(inspection, "Recommendations and coverage"),
        "inspection": inspection,
        "sections": naming.sections(inspection, "recommendations"),
        "counts": presenter.counts(rows, seen, show),
        "coverage": coverage,
        "cards": presenter.cards(found, seen),
        "planned": presenter.planned(coverage),
        "idle": presenter.without_action(coverage),
        "may_propose": seen.may_link and inspection.state == Inspection.State.CURRENT,
        "source": source_of(inspection, request.user, _first(found)),
    }
    return render(request, "inspections/recommendations.html", context)


@require_POST
def propose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Compare with the council's earlier inspections and propose what was raised before."""
    inspection = inspection_of(request, pk)
    made = actions.propose_repeats(inspection=inspection, by=request.user)
    proposed = f"{words.counted(len(made), 'proposal')}. {TO_DECIDE}"
    feedback.done(request, proposed if made else NOTHING_NEW)
    return redirect("inspections:recommendations", pk)


def _first(found: list[Recommendation]) -> Asked:
    """The report opened at the first recommendation of the list."""
    if not found or not found[0].source_place:
        return Asked()
    return Asked(place=found[0].source_place, about=presenter.name(found[0]))


TO_DECIDE = "Say of each whether it is the same matter. Nothing is settled before you do."
NOTHING_NEW = "No further recommendation is like one of an earlier inspection. Nothing was changed."
