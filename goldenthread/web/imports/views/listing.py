"""The list of imports, and the form that brings documents."""

from django.db.models import Count, F, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.intake import actions
from goldenthread.intake.models import Import
from goldenthread.web import feedback, words
from goldenthread.web.imports.forms import UploadForm
from goldenthread.web.imports.presenters import listing as presenter
from goldenthread.web.listing import Listing
from goldenthread.web.requests import SignedInRequest

# The newest first; the other orders by their column.
ORDERS = {"newest": "newest", "name": "name", "kind": "kind", "state": "state"}


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: SignedInRequest) -> HttpResponse:
    """Bring documents; below, every import with its state."""
    form = UploadForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        return _upload(request, form)
    visible = Import.objects.visible_to(request.user)
    found = dict(visible.order_by().values_list("state").annotate(Count("pk")))
    imports = visible.listed().annotate(newest=-F("pk"))
    listing = Listing(request, imports, filters={"state": _in_state}, orders=ORDERS)
    listing.remember()
    context = {
        "page": presenter.PAGE,
        "form": form,
        "counts": presenter.counts(found, listing),
        "table": presenter.table(listing),
        "listing": listing,
        "empty": None if found else presenter.EMPTY,
    }
    return render(request, "imports/index.html", context)


def _in_state(imports: "QuerySet[Import]", state: str) -> "QuerySet[Import]":
    return imports.filter(state=state)


def _upload(request: SignedInRequest, form: UploadForm) -> HttpResponse:
    """Take the files in; one leads to its own page, several to the list."""
    begun = actions.upload_files(
        authority=form.cleaned_data["authority"],
        files=form.uploaded(),
        by=request.user,
        again=form.cleaned_data["again"],
    )
    here = [import_ for import_ in begun if import_.was_here]
    if here:
        names = ", ".join(f"“{import_.name}”" for import_ in here)
        feedback.done(request, f"{names}: here already. This is what was read before.")
    if len(begun) == 1:
        return redirect("imports:show", begun[0].pk)
    feedback.done(request, f"{words.counted(len(begun) - len(here), 'document')} taken in.")
    return redirect("imports:index")
