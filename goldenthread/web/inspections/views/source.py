"""The report itself, beside its reading or on a page of its own."""

from django.db.models import Model, QuerySet
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
            row = get_object_or_404(_rows(name, inspection), pk=int(number))
            back = f"{reverse(f'inspections:{page}', args=[inspection.pk])}#{name}-{row.pk}"
            about = f"{word} {getattr(row, 'number', '') or getattr(row, 'order', '')}"
            place = getattr(row, "source_place", None) or _page_alone(row)
            return Asked(place=place, about=about, back_href=back)
    return Asked(part=int(part) if part.isdecimal() else None)


def _rows(
    name: str, inspection: Inspection
) -> "QuerySet[Finding] | QuerySet[Recommendation] | QuerySet[Judgement]":
    models = {
        "finding": inspection.findings,
        "recommendation": inspection.recommendations,
        "judgement": inspection.judgements,
    }
    return models[name].all()  # type: ignore[no-any-return, attr-defined]


def _page_alone(row: Model) -> dict[str, int]:
    page = getattr(row, "page", None)
    return {"page": page} if page else {}
