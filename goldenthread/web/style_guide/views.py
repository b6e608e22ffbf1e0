"""Every component on one page, while the product is being built."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.web import feedback
from goldenthread.web.components import Confirm, Progress
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.style_guide import examples
from goldenthread.web.style_guide.forms import ExampleForm

HOME = Crumb("Style guide", "/style-guide/")
View = Callable[..., HttpResponse]


def for_builders(view: View) -> View:
    """Hides the page where the setting STYLE_GUIDE is off, as it is for a council."""

    @wraps(view)
    def guarded(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.STYLE_GUIDE:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@for_builders
def index(request: SignedInRequest) -> HttpResponse:
    """All components; the form is filled in wrongly to show its errors."""
    context = {
        "page": Page(heading="Style guide", caption="For those who build pages"),
        "form": ExampleForm({"title": "", "forecast_0": "31", "forecast_1": "2"}),
        "examples": examples,
    }
    return render(request, "style_guide/index.html", context)


@require_safe
@for_builders
def progress(request: SignedInRequest, done: int) -> HttpResponse:
    """A long work that gets two of ten pages further each time the page asks."""
    further = min(done + 2, 10)
    work = Progress(
        heading="Reading the report",
        words=f"{further} of 10 pages read",
        done=further,
        total=10,
        href=f"/style-guide/progress/{further}/",
        next_text="Look at what was read",
        next_href=HOME.href,
    )
    template = "components/_progress.html" if request.htmx else "pages/progress.html"
    page = Page(heading="Import a document", crumbs=(HOME,))
    return render(request, template, {"page": page, "progress": work})


@require_http_methods(["GET", "HEAD", "POST"])
@for_builders
def confirm(request: SignedInRequest) -> HttpResponse:
    if request.method == "POST":
        return redirect("style_guide:done")
    question = Confirm(
        text="68 actions, 53 tests and their sources are withdrawn. Nobody has worked on them yet.",
        undo="This can be undone: import the document again.",
        yes="Withdraw the import",
        cancel_href=HOME.href,
        is_grave=True,
    )
    page = Page(heading="Withdraw this import?", crumbs=(HOME,))
    return render(request, "pages/confirm.html", {"page": page, "confirm": question})


@require_safe
@for_builders
def done(request: SignedInRequest) -> HttpResponse:
    context = {"page": Page(heading="Import withdrawn", crumbs=(HOME,)), "next": [HOME]}
    return render(request, "pages/done.html", context | {"says": "68 actions were taken back."})


@require_POST
@for_builders
def message(request: SignedInRequest) -> HttpResponse:
    feedback.done(request, "Row 41 was split into two.", undo="/style-guide/undo/")
    return redirect("style_guide:index")


@require_POST
@for_builders
def undo(request: SignedInRequest) -> HttpResponse:
    feedback.done(request, "Row 41 is one row again.")
    return redirect("style_guide:index")


@require_POST
@for_builders
def refused(request: SignedInRequest) -> HttpResponse:
    """What a refusal looks like.

    Raises:
        NotAllowedNow: always.
    """
    raise NotAllowedNow("P1-A12 is already done. Nothing was changed. Reopen it first.")
