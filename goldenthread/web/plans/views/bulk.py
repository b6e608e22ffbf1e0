"""Changing several actions at once: which, what, and what became of each."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.people.permissions import require
from goldenthread.plans.models import Action, Plan
from goldenthread.web.listing import last_address
from goldenthread.web.pages import Page
from goldenthread.web.plans import addresses, bulk, gathered, undoing
from goldenthread.web.plans.forms import ChangeForm
from goldenthread.web.plans.presenters import bulk as presenter
from goldenthread.web.plans.views.common import crumbs, keep_results, kept_results, plan_of
from goldenthread.web.plans.views.plan import actions_listing
from goldenthread.web.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Say what to change on the chosen actions; then change each by its own verb."""
    plan = plan_of(request, public_id, code)
    require(request.user, "plans.update", plan.authority)
    rows = _chosen(request, plan)
    form = ChangeForm(request.POST or None, authority=plan.authority)
    if request.method == "POST" and rows and form.is_valid():
        found = bulk.run(rows, form.cleaned_data, request.user)
        keep_results(request, plan, found)
        return redirect(addresses.of_plan(plan, "bulk-results"))
    context = {
        "page": Page(
            heading="Change several actions", caption=str(plan), crumbs=crumbs(request, plan)
        ),
        "form": form if rows else None,
        "rows": presenter.chosen(rows),
        "back": last_address(request, addresses.of_plan(plan)),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "plans/bulk.html", context, status=status)


@require_safe
def results(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """What became of each row that was changed last."""
    plan = plan_of(request, public_id, code)
    found = kept_results(request, plan)
    way = crumbs(request, plan)
    context = {
        "page": Page(heading=presenter.heading(found), caption=str(plan), crumbs=way),
        "table": presenter.results(found),
        "undo": addresses.of_plan(plan, "bulk-undo") if undoing.can_be_undone(found) else "",
        "back": last_address(request, addresses.of_plan(plan)),
    }
    return render(request, "plans/results.html", context)


@require_POST
def undo(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Set back what was changed last, each row by its own verb; then say what became of each."""
    plan = plan_of(request, public_id, code)
    require(request.user, "plans.update", plan.authority)
    seen = Action.objects.visible_to(request.user).current().filter(plan=plan)
    rows = {row.public_id: row for row in seen.select_related("plan__authority")}
    keep_results(request, plan, undoing.undo(rows, kept_results(request, plan), request.user))
    return redirect(addresses.of_plan(plan, "bulk-results"))


def _chosen(request: SignedInRequest, plan: Plan) -> list[Action]:
    """The actions that were ticked, or all that fit the address of the list."""
    given = request.POST if request.method == "POST" else request.GET
    visible = Action.objects.visible_to(request.user).current().filter(plan=plan, same_as=None)
    rows = visible.select_related("plan__authority").order_by("order")
    if given.get("all") and request.method != "POST":
        seen = gathered.actions_of(plan, request.user, timezone.localdate())
        listed = {row.pk for row in actions_listing(request, seen).page.paginator.object_list}
        return [row for row in rows if row.pk in listed]
    return list(rows.filter(public_id__in=given.getlist("action")))
