"""Matching the headings of a plan to columns by hand."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.intake import actions
from goldenthread.intake.models import Import
from goldenthread.web import feedback
from goldenthread.web.imports.forms import HeadingsForm, NewHeadingsForm
from goldenthread.web.imports.views.common import crumbs, import_of
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
