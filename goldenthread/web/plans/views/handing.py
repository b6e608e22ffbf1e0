"""Handing over what somebody stands in: which of it, to whom, and what became of each."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.people.models import Person
from goldenthread.people.permissions import require
from goldenthread.plans.models import Plan, Standing
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.plans import bulk
from goldenthread.web.plans.forms import HandOverForm
from goldenthread.web.plans.presenters import bulk as presenter
from goldenthread.web.plans.presenters import handing
from goldenthread.web.plans.views.common import keep_results, kept_results
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.ways import way_to


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """All that a person stands in, in their own name, ticked; then each passes by itself."""
    leaver = _leaver(request, code, pk)
    rows = _standings(request, leaver)
    form = HandOverForm(request.POST or None, leaver=leaver)
    chosen = [row for row in rows if str(row.pk) in request.POST.getlist("standing")]
    if request.method == "POST" and form.is_valid() and chosen:
        keep_results(request, leaver, bulk.pass_on(chosen, form.cleaned_data, request.user))
        return redirect("plans:handed-over", code, pk)
    is_none = request.method == "POST" and not chosen
    context = {
        "page": _page(leaver, "Hand over"),
        "form": form,
        "rows": handing.offers(rows, None if request.method != "POST" else chosen),
        "none_chosen": is_none,
        "back": way_to("people:person", code, pk),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or is_none else HTTPStatus.OK
    return render(request, "plans/hand_over.html", context, status=status)


@require_safe
def results(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """What became of each thing that was handed over last."""
    leaver = _leaver(request, code, pk)
    found = kept_results(request, leaver)
    context = {
        "page": _page(leaver, presenter.heading(found)),
        "table": presenter.results(found),
        "back": way_to("people:person", code, pk),
        "back_to": str(leaver),
    }
    return render(request, "plans/results.html", context)


def _leaver(request: SignedInRequest, code: str, pk: int) -> Person:
    """The person, for somebody who may say who leads in their council.

    Raises:
        NotAllowed: they may not.
    """
    rows = Person.objects.visible_to(request.user).select_related("authority")
    leaver = get_object_or_404(rows, authority__code=code, pk=pk)
    require(request.user, "plans.give_lead", leaver.authority)
    return leaver


def _standings(request: SignedInRequest, leaver: Person) -> list[Standing]:
    rows = Standing.objects.visible_to(request.user).current()
    mine = rows.filter(person=leaver, ended_on=None, action__dropped_in=None)
    open_plans = mine.filter(action__plan__state=Plan.State.CURRENT)
    related = open_plans.select_related("action__plan__authority", "person")
    return list(related.order_by("action__plan_id", "action__order", "pk"))


def _page(leaver: Person, heading: str) -> Page:
    home = Crumb(str(leaver), way_to("people:person", leaver.authority.code, leaver.pk))
    return Page(heading=heading, caption=str(leaver), crumbs=(home,))
