"""The report itself, beside its reading or on a page of its own."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from goldenthread.inspections.models import Finding, Inspection, Judgement, Recommendation
from goldenthread.intake.beside import showing
from goldenthread.web.beside import Asked
from goldenthread.web.inspections.presenters.source import source_of
from goldenthread.web.inspections.views.common import (
    inspection_of,
    page_of,
    varies,
    wants_fragment,
)
from goldenthread.web.requests import SignedInRequest

# Sharp at the size at which a page is shown beside the rows.
PIXELS = 1500
# By the parameter in the address: the page that leads back, and the word for the row.
PAGES = {
    "finding": ("findings", "Paragraph"),
    "recommendation": ("recommendations", "Recommendation"),
    "judgement": ("show", "Judgement"),
}


@require_safe
def beside(request: SignedInRequest, pk: int) -> HttpResponse:
    """A part of the report (`part`), or the one that holds a finding, recommendation, judgement."""
    inspection = inspection_of(request, pk)
    source = source_of(inspection, request.user, _asked(request, inspection))
    if source is None:
        raise Http404
    template = "imports/_source.html" if wants_fragment(request) else "inspections/source.html"
    context = {"page": page_of(inspection, "The report itself"), "source": source}
    return varies(render(request, template, context))


@require_safe
@cache_control(private=True, max_age=3600)
def picture(request: SignedInRequest, pk: int, page: int) -> HttpResponse:
    """A page of a PDF as a picture; 404 for a report that came without a file."""
    inspection = inspection_of(request, pk)
    if inspection.upload is None:
        raise Http404
    data = showing.picture(upload=inspection.upload, by=request.user, page=page, width=PIXELS)
    return HttpResponse(data, content_type="image/png")


def _asked(request: SignedInRequest, inspection: Inspection) -> Asked:
    part = request.GET.get("part", "")
    for name, (page, word) in PAGES.items():
        if (number := request.GET.get(name, "")).isdecimal():
            row = _row(name, inspection, int(number))
            back = f"{reverse(f'inspections:{page}', args=[inspection.pk])}#{name}-{row.pk}"
            printed = "" if isinstance(row, Judgement) else row.number
            about = f"{word} {printed or row.order}"
            return Asked(place=_place(row), about=about, back_href=back)
    return Asked(part=int(part) if part.isdecimal() else None)


def _row(name: str, inspection: Inspection, pk: int) -> Finding | Recommendation | Judgement:
    """The row of that name; 404 where it is of another report."""
    if name == "finding":
        return get_object_or_404(inspection.findings.all(), pk=pk)
    if name == "recommendation":
        return get_object_or_404(inspection.recommendations.all(), pk=pk)
    return get_object_or_404(inspection.judgements.all(), pk=pk)


def _place(row: Finding | Recommendation | Judgement) -> dict[str, Any]:
    """Where it is printed; the page alone where nothing closer was read."""
    return row.source_place or ({"page": row.page} if row.page else {})
