"""What the pages of an import share: finding it, and the ways back."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from goldenthread.intake.models import Import
from goldenthread.web.imports.look import Look
from goldenthread.web.pages import Crumb
from goldenthread.web.requests import SignedInRequest

RELATED = (
    *("upload__file", "authority", "started_by", "confirmed_by", "closed_by", "job"),
    *("inspection__framework", "inspection__authority"),
)


def import_of(request: SignedInRequest, pk: int) -> Import:
    """The import with what its pages show; 404 for one that the person does not see."""
    visible = Import.objects.visible_to(request.user).select_related(*RELATED)
    return get_object_or_404(visible, pk=pk)


def crumbs(import_: Import | None = None) -> Sequence[Crumb]:
    """The way to an import's page; to a page below it when the import is named."""
    way = [Crumb("Library", reverse("library:index")), Crumb("Import", reverse("imports:index"))]
    if import_ is not None:
        way.append(Crumb(import_.name, reverse("imports:show", args=[import_.pk])))
    return way


def look_of(request: SignedInRequest, pk: int) -> Look:
    """How the page was looked at from which a form came, by its hidden field `look`."""
    return Look.of_query(pk, request.POST.get("look", ""))


def revision_of(request: SignedInRequest) -> int:
    """The revision that the person saw when they pressed; 0 fits nothing that was edited."""
    sent = request.POST.get("revision", "")
    return int(sent) if sent.isdecimal() else 0


def back(look: Look, **changes: str) -> HttpResponse:
    """To the import's page, looked at as before."""
    return redirect(look.address(**changes))


def wants_fragment(request: SignedInRequest) -> bool:
    """Whether HTMX asks for a part of the page; going back in the browser wants all of it."""
    return bool(request.htmx) and not request.htmx.history_restore_request


def varies(response: HttpResponse) -> HttpResponse:
    """Keeps caches from giving a fragment for a page that has the same address."""
    patch_vary_headers(response, ["HX-Request"])
    return response
