"""The versions of a plan as they were submitted, and two of them side by side."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans.as_printed import printed_in, versions_of
from goldenthread.plans.models import Plan, Version
from goldenthread.plans.side_by_side import apart
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.plans import addresses
from goldenthread.web.plans.presenters import versions as presenter
from goldenthread.web.plans.views.common import crumbs, plan_of
from goldenthread.web.requests import SignedInRequest


@require_safe
def versions(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """All versions, the latest first, and the choice of two to compare."""
    plan = plan_of(request, public_id, code)
    rows = _seen(request, plan)
    context = {
        "page": Page(heading="Versions", caption=str(plan), crumbs=crumbs(request, plan)),
        "table": presenter.table(rows),
        "choices": presenter.choices(rows),
        "compare": addresses.of_plan(plan, "compare"),
        "empty": presenter.empty(rows),
    }
    return render(request, "plans/versions.html", context)


@require_safe
def compare(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """What one version has otherwise than another, as both were submitted."""
    plan = plan_of(request, public_id, code)
    known = {str(row.number): row for row in _seen(request, plan)}
    names = [request.GET.get("a", ""), request.GET.get("b", "")]
    if any(name not in known for name in names) or len(set(names)) == 1:
        raise NotAllowedNow(f"Choose two versions of {plan} that differ. Its list names them all.")
    first, second = (known[name] for name in names)
    before, after = printed_in(first), printed_in(second)
    found = [apart(*both) for both in zip(before, after, strict=True)]
    way = [*crumbs(request, plan), Crumb("Versions", addresses.of_plan(plan, "versions"))]
    context = {
        "page": Page(
            heading=f"Version {first.number} beside version {second.number}",
            caption=str(plan),
            crumbs=way,
        ),
        "found": presenter.ApartPage(first, second, *found),
        "turned": f"?a={second.number}&b={first.number}",
    }
    return render(request, "plans/compare.html", context)


def _seen(request: SignedInRequest, plan: Plan) -> list[Version]:
    """Those that the person sees; 404 for whom the plan is only in part."""
    seen = Version.objects.visible_to(request.user).filter(plan=plan)
    rows = versions_of(plan).filter(pk__in=seen.values("pk")).select_related("recorded_by")
    found = list(rows)
    if not found:
        raise Http404
    return found
