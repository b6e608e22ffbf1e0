"""What the pages of an inspection share: finding it, its parts, and the ways back."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from goldenthread.inspections.models import Inspection
from goldenthread.web.inspections.presenters import naming
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.requests import SignedInRequest

RELATED = ("framework", "authority", "type", "upload__file", "recorded_by")


def inspection_of(request: SignedInRequest, pk: int) -> Inspection:
    """The inspection with what its pages show; 404 for one that the person does not see."""
    visible = Inspection.objects.visible_to(request.user).select_related(*RELATED)
    return get_object_or_404(visible, pk=pk)


def crumbs(inspection: Inspection | None = None) -> Sequence[Crumb]:
    """The way to an inspection's page; to a page below it when the inspection is named."""
    way = [
        Crumb("Library", reverse("library:index")),
        Crumb("Inspections", reverse("inspections:index")),
    ]
    if inspection is not None:
        here = reverse("inspections:show", args=[inspection.pk])
        way.append(Crumb(naming.title(inspection), here))
    return way


def page_of(inspection: Inspection, heading: str = "") -> Page:
    """The frame of the inspection's own page, or of one below it that has a heading."""
    name = naming.title(inspection)
    if not heading:
        return Page(heading=name, caption=str(inspection.authority), crumbs=crumbs())
    return Page(heading=heading, caption=name, crumbs=crumbs(inspection))


def wants_fragment(request: SignedInRequest) -> bool:
    """Whether HTMX asks for a part of the page; going back in the browser wants all of it."""
    return bool(request.htmx) and not request.htmx.history_restore_request


def varies(response: HttpResponse) -> HttpResponse:
    """Keeps caches from giving a fragment for a page that has the same address."""
    patch_vary_headers(response, ["HX-Request"])
    return response
