"""One import: its progress, its proposal, what it became, or why it did not."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from goldenthread.intake import actions
from goldenthread.intake.models import Import
from goldenthread.web import feedback
from goldenthread.web.components import Progress
from goldenthread.web.imports.forms import UndoForm
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters import done
from goldenthread.web.imports.views.common import import_of, varies, wants_fragment
from goldenthread.web.imports.views.proposal import page_of, proposal
from goldenthread.web.requests import SignedInRequest

STATE = Import.State
STEPS = 4


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """What there is to see of an import in its present state."""
    import_ = import_of(request, pk)
    if import_.is_open:
        return proposal(request, import_, Look.of(pk, request.GET.dict()))
    if import_.is_being_read:
        context = {"page": page_of(import_), "progress": _progress(import_)}
        return render(request, "pages/progress.html", context)
    return over(request, import_)


@require_safe
def progress(request: SignedInRequest, pk: int) -> HttpResponse:
    """How far reading is; once it is over, HTMX is sent to the import's page."""
    import_ = import_of(request, pk)
    if not import_.is_being_read:
        if wants_fragment(request):
            return HttpResponse(headers={"HX-Redirect": reverse("imports:show", args=[pk])})
        return redirect("imports:show", pk)
    template = "components/_progress.html" if wants_fragment(request) else "pages/progress.html"
    context = {"page": page_of(import_), "progress": _progress(import_)}
    return varies(render(request, template, context))


@require_POST
def again(request: SignedInRequest, pk: int) -> HttpResponse:
    """Have a document read once more that failed."""
    actions.read_again(import_=import_of(request, pk), by=request.user)
    feedback.done(request, "The document is being read again.")
    return redirect("imports:show", pk)


def _progress(import_: Import) -> Progress:
    told = import_.progress
    of = told["of"] or STEPS
    return Progress(
        heading=f"Reading {import_.name}",
        words=told["words"] or "Waiting for its turn",
        # One step is always left until the import says that it is over.
        done=min(told["done"], of - 1),
        total=of,
        href=reverse("imports:progress", args=[import_.pk]),
    )


def over(
    request: SignedInRequest,
    import_: Import,
    *,
    form: UndoForm | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The page of an import that is not edited: what it became, or why it did not."""
    created = done.created_of(import_)
    context = {
        "page": page_of(import_),
        "over": done.over_of(import_, created, by=request.user),
        "form": form or UndoForm(),
    }
    return render(request, "imports/over.html", context, status=status)
