"""Adding an action to a plan."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.people.permissions import require
from goldenthread.plans import actions
from goldenthread.plans.actions.leading import Somebody
from goldenthread.plans.models import Item
from goldenthread.web import feedback
from goldenthread.web.pages import Page
from goldenthread.web.plans import addresses
from goldenthread.web.plans.forms import TABLES, AddForm, somebody
from goldenthread.web.plans.presenters.rows import short
from goldenthread.web.plans.views.common import crumbs, plan_of
from goldenthread.web.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Say what is to be done, for which items, who leads it and by when."""
    plan = plan_of(request, public_id, code)
    require(request.user, "plans.add_action", plan.authority)
    items = Item.objects.visible_to(request.user).current().filter(plan=plan).order_by("order")
    form = AddForm(
        request.POST if request.method == "POST" else None,
        initial={"items": request.GET.getlist("item")},
        items=[
            (row.public_id, f"{row.number or row.public_id} {short(row.text)}") for row in items
        ],
        leads=somebody(plan.authority),
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = actions.add_action(
            plan=plan,
            items=[row for row in items if row.public_id in given["items"]],
            text=given["text"],
            by=request.user,
            why=given["why"],
            lead=_lead(given["lead"], plan.authority_id),
            due=given["due"],
        )
        feedback.done(request, f"{made.public_id} was added. It stays; it can be closed.")
        return redirect(addresses.of_action(made))
    context = {
        "page": Page(heading="Add an action", caption=str(plan), crumbs=crumbs(request, plan)),
        "form": form,
        "cancel": addresses.of_plan(plan),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "plans/add.html", context, status=status)


def _lead(chosen: str, authority: int) -> Somebody | None:
    """Who was chosen to lead, such as 'post:12'; None for nobody yet."""
    if not chosen:
        return None
    name, pk = chosen.split(":")
    found: Somebody = TABLES[name].objects.get(pk=int(pk), authority=authority)
    return found
