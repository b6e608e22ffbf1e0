"""A plan in Excel: saved, brought back, what was changed, and what became of each row."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.basics.errors import UserFacingError
from goldenthread.intake import actions
from goldenthread.intake.models import TrackerReturn
from goldenthread.intake.tracker.looking import compared
from goldenthread.people.permissions import require
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.plans import addresses
from goldenthread.web.plans.forms import TrackerForm
from goldenthread.web.plans.presenters import tracker as presenter
from goldenthread.web.plans.presenters.bulk import heading, results
from goldenthread.web.plans.results import Result
from goldenthread.web.plans.views.common import crumbs, plan_of
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import EXCEL, saved

VERB = "intake.track"
SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Save the plan as Excel; bring a workbook back."""
    plan = plan_of(request, public_id, code)
    require(request.user, VERB, plan.authority)
    given = request.method == "POST"
    form = TrackerForm(request.POST, request.FILES) if given else TrackerForm()
    if given and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = actions.bring_back(plan=plan, name=file.name, data=file.read(), by=request.user)
        except UserFacingError as error:
            form.add_error("file", str(error))
        else:
            return redirect(addresses.of_plan(plan, "tracker-return", made.pk))
    back = TrackerReturn.objects.visible_to(request.user).filter(plan=plan)
    context = {
        "page": Page(heading="Work in Excel", caption=str(plan), crumbs=crumbs(request, plan)),
        "form": form,
        "save_href": addresses.of_plan(plan, "tracker-save"),
        "before": presenter.before(
            plan, back.select_related("upload", "by", "tracker").order_by("-pk")[:SHOWN]
        ),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "plans/tracker.html", context, status=status)


@require_POST
def save(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """The workbook, to be saved."""
    plan = plan_of(request, public_id, code)
    made, data = actions.take_out(plan=plan, by=request.user)
    called = f"{plan.authority.code} {plan.public_id} copy {made.number}.xlsx"
    return saved(data, called=called, media_type=EXCEL)


@require_http_methods(["GET", "HEAD", "POST"])
def returned(request: SignedInRequest, public_id: str, pk: int, code: str = "") -> HttpResponse:
    """What was changed in a workbook; then what became of each row."""
    plan = plan_of(request, public_id, code)
    require(request.user, VERB, plan.authority)
    rows = TrackerReturn.objects.visible_to(request.user).filter(plan=plan)
    row = get_object_or_404(
        rows.select_related("plan__authority", "tracker", "upload", "taken_by"), pk=pk
    )
    if request.method == "POST":
        actions.take_in(returned=row, chosen=presenter.chosen(request.POST), by=request.user)
        return redirect(addresses.of_plan(plan, "tracker-return", row.pk))
    way = (*crumbs(request, plan), Crumb("Work in Excel", addresses.of_plan(plan, "tracker")))
    back = addresses.of_plan(plan, "tracker")
    if row.taken_at is not None:
        found = [Result(**one) for one in row.told()]
        context = {
            "page": Page(heading=heading(found), caption=str(row), crumbs=way),
            "table": results(found),
            "back": back,
        }
        return render(request, "plans/results.html", context)
    page = presenter.ReturnPage(row, compared(row, request.user), crumbs=way)
    return render(request, "plans/tracker_return.html", {"page": page, "back": back})
