"""Matching by hand: headings of a plan to columns, its items to recommendations."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.inspections.models import Inspection, Recommendation
from goldenthread.intake import actions
from goldenthread.intake.models import Import
from goldenthread.web import feedback
from goldenthread.web.imports.forms import HeadingsForm, NewHeadingsForm
from goldenthread.web.imports.presenters.rows import LINKS
from goldenthread.web.imports.views.common import (
    back,
    crumbs,
    import_of,
    look_of,
    revision_of,
)
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def headings(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what each heading stands for; the document is then read again."""
    import_ = import_of(request, pk)
    form = _form(request, import_)
    if request.method == "POST" and form.is_valid():
        if changed := form.changed():
            actions.name_headings(import_=import_, mapping=changed, by=request.user)
            feedback.done(request, "The document is read again with your headings.")
            return redirect("imports:show", pk)
        form.add_error(None, "No heading was given another column. Nothing was changed.")
    context = {
        "page": Page(heading="Match the headings by hand", crumbs=crumbs(import_)),
        "form": form,
        "pk": pk,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "imports/headings.html", context, status=status)


def _form(request: SignedInRequest, import_: Import) -> HeadingsForm | NewHeadingsForm:
    """The headings that were read, else boxes to type them."""
    read = import_.draft.get("headings") or []
    found = [(one["heading"], one["column"] or "") for one in read]
    sent = request.POST or None
    return HeadingsForm(sent, headings=found) if found else NewHeadingsForm(sent)


@require_POST
def link(request: SignedInRequest, pk: int) -> HttpResponse:
    """Link an item to a recommendation, sign its wording off, or unlink it."""
    import_ = import_of(request, pk)
    chosen = request.POST.get("recommendation", "")
    visible = Recommendation.objects.visible_to(request.user)
    recommendation = get_object_or_404(visible, pk=chosen if chosen.isdecimal() else 0)
    do, item = request.POST.get("do", "link"), request.POST.get("item", "")
    given = {
        "import_": import_,
        "item": item,
        "recommendation": recommendation,
        "by": request.user,
        "revision": revision_of(request),
    }
    if do == "unlink":
        edit = actions.unlink(**given)  # type: ignore[arg-type]
    else:
        edit = actions.link(**given, signed_off=do == "sign")  # type: ignore[arg-type]
    undo = reverse("imports:undo-edit", args=[pk, edit.number])
    feedback.done(request, LINKED[do if do in LINKED else "link"], undo=undo)
    return back(look_of(request, pk), show=LINKS)


@require_POST
def report(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose the report that a plan answers; links to its recommendations are proposed."""
    import_ = import_of(request, pk)
    chosen = request.POST.get("inspection", "")
    visible = Inspection.objects.visible_to(request.user)
    inspection = get_object_or_404(visible, pk=chosen if chosen.isdecimal() else 0)
    actions.choose_inspection(import_=import_, inspection=inspection, by=request.user)
    feedback.done(request, f"Links to {inspection} are proposed. Links made by hand stay.")
    return back(look_of(request, pk), show=LINKS)


LINKED = {
    "link": "The item is linked to the recommendation.",
    "sign": "The difference in wording is signed off.",
    "unlink": "The link was taken away.",
}
