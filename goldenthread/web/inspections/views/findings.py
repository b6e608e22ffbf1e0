"""The paragraphs of a report, with the report beside them."""

from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.inspections.models import Finding
from goldenthread.people.permissions import may
from goldenthread.web.beside import Asked
from goldenthread.web.inspections.presenters import findings as presenter
from goldenthread.web.inspections.presenters import naming
from goldenthread.web.inspections.presenters.listing import undecided
from goldenthread.web.inspections.presenters.source import source_of
from goldenthread.web.inspections.views.common import inspection_of, page_of
from goldenthread.web.listing import Listing
from goldenthread.web.requests import SignedInRequest

PER_PAGE = 40


@require_safe
def index(request: SignedInRequest, pk: int) -> HttpResponse:
    """Strengths and weaknesses by paragraph; weak ones that nothing cites can be decided on."""
    inspection = inspection_of(request, pk)
    rows = Finding.objects.filter(inspection=inspection)
    by_sense = dict(rows.order_by().values_list("sense").annotate(Count("pk")))
    related = rows.select_related("uncited_decision__decided_by").prefetch_related(
        "links__recommendation"
    )
    listing = Listing(
        request, related, filters={"show": _shown}, orders={"report": "order"}, per_page=PER_PAGE
    )
    listing.remember()
    may_decide = may(request.user, "inspections.decide_uncited", inspection.authority)
    found = list(listing.page)
    context = {
        "page": page_of(inspection, "Findings"),
        "inspection": inspection,
        "sections": naming.sections(inspection, "findings"),
        "counts": presenter.counts(by_sense, undecided(rows).count(), listing),
        "points": presenter.points(found, inspection, may_decide=may_decide),
        "listing": listing,
        "source": source_of(inspection, request.user, _first(found)),
    }
    return render(request, "inspections/findings.html", context)


def _shown(rows: "QuerySet[Finding]", show: str) -> "QuerySet[Finding]":
    return undecided(rows) if show == presenter.OPEN else rows.filter(sense=show)


def _first(found: list[Finding]) -> Asked:
    """The report opened at the first paragraph of the list."""
    if not found or not found[0].source_place:
        return Asked()
    return Asked(place=found[0].source_place, about=presenter.name(found[0]))
