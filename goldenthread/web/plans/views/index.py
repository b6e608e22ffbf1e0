"""The list of plans."""

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.plans.counting import Counts, counts_by_plan
from goldenthread.plans.models import Action, Plan, ToSettle
from goldenthread.web.listing import Listing
from goldenthread.web.plans.presenters import index as presenter
from goldenthread.web.requests import SignedInRequest

ORDERS = {"newest": "newest", "title": "title", "council": "authority__name"}


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Every plan that the person sees, with its counts; archived ones on request."""
    visible = Plan.objects.visible_to(request.user).exclude(state=Plan.State.WITHDRAWN)
    state = "archived" if request.GET.get("state") == "archived" else "current"
    numbers = {name: visible.filter(state=name).count() for name in ("current", "archived")}
    left = ToSettle.objects.visible_to(request.user).open().filter(version__plan=OuterRef("pk"))
    counted = left.order_by().values("version__plan").annotate(n=Count("pk")).values("n")
    plans = (
        visible.filter(state=state)
        .select_related("authority")
        .annotate(newest=-F("pk"), left=Coalesce(Subquery(counted), 0))
    )
    listing = Listing(request, plans, filters={}, orders=ORDERS)
    listing.remember()
    context = {
        "page": presenter.PAGE,
        "listing": listing,
        "counts": presenter.counts(numbers, state, request.path),
        "table": presenter.table(listing, _counts(request, listing)),
        "empty": None if any(numbers.values()) else presenter.empty(request.user),
    }
    return render(request, "plans/index.html", context)


def _counts(request: SignedInRequest, listing: "Listing[Plan]") -> dict[int, Counts]:
    """The counts of the plans of the page, each of what the person sees."""
    rows = Action.objects.visible_to(request.user).current()
    return counts_by_plan(
        rows.filter(plan__in=[plan.pk for plan in listing.page]), timezone.localdate()
    )
