"""Confirming an import, undoing it, discarding it."""

from collections.abc import Sequence
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.intake import actions
from goldenthread.intake.models import Import
from goldenthread.web import feedback
from goldenthread.web.components import Confirm
from goldenthread.web.imports.forms import DespiteForm, UndoForm
from goldenthread.web.imports.presenters import done
from goldenthread.web.imports.presenters.warnings import blocking
from goldenthread.web.imports.views.common import crumbs, import_of, revision_of
from goldenthread.web.imports.views.show import over
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest


@require_POST
def confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take over everything that was accepted; a blocking warning asks for a reason first."""
    import_ = import_of(request, pk)
    warnings = blocking(import_)
    form = DespiteForm(request.POST if "despite" in request.POST else None)
    if warnings and not form.is_valid():
        return _warned(request, import_, warnings, form)
    confirmed = actions.confirm(
        import_=import_,
        by=request.user,
        revision=revision_of(request),
        despite=form.cleaned_data["despite"] if warnings else "",
    )
    feedback.done(request, f"{confirmed}: {done.made_in_words(confirmed)}")
    return redirect("imports:show", pk)


def _warned(
    request: SignedInRequest, import_: Import, warnings: Sequence[str], form: DespiteForm
) -> HttpResponse:
    """Why the document should not be recorded as it is, and a box for the reason to do so."""
    context = {
        "page": Page(heading="Look at this before you confirm", crumbs=crumbs(import_)),
        "warnings": warnings,
        "form": form,
        "pk": import_.pk,
        "revision": revision_of(request),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "imports/despite.html", context, status=status)


@require_POST
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take everything back that the import made, with a reason."""
    import_ = import_of(request, pk)
    form = UndoForm(request.POST)
    if not form.is_valid():
        return over(request, import_, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    undone = actions.undo(import_=import_, by=request.user, why=form.cleaned_data["why"])
    says = {
        Import.State.UNDONE: "The import was undone: everything that it created is taken back.",
        Import.State.ARCHIVED: "Somebody has worked on it already, so it was put aside whole.",
    }
    feedback.done(request, says[Import.State(undone.state)])
    return redirect("imports:show", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then put the document aside."""
    import_ = import_of(request, pk)
    if request.method == "POST":
        actions.discard(import_=import_, by=request.user)
        feedback.done(request, f"{import_} was discarded.")
        return redirect("imports:index")
    question = Confirm(
        text="Nothing of this document is taken over. The file stays stored.",
        undo="This cannot be undone, but the same file can be uploaded again.",
        yes="Discard this import",
        cancel_href=reverse("imports:show", args=[pk]),
        is_grave=True,
    )
    page = Page(heading=f"Discard {import_}?", crumbs=crumbs(import_))
    return render(request, "pages/confirm.html", {"page": page, "confirm": question})
