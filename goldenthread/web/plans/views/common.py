"""What the pages of plans share: finding a plan or an item, and the ways back."""

from collections.abc import Sequence
from dataclasses import asdict

from django.db.models import Model
from django.http import Http404
from django.urls import reverse

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans.models import Item, Plan
from goldenthread.web.listing import last_address
from goldenthread.web.pages import Crumb
from goldenthread.web.plans import addresses
from goldenthread.web.plans.results import Result
from goldenthread.web.requests import SignedInRequest

RESULTS = "plans_results"


def plan_of(request: SignedInRequest, public_id: str, code: str) -> Plan:
    """The plan with its authority; 404 for one that the person does not see.

    Raises:
        NotAllowedNow: no council is named and the person sees several such plans.
    """
    rows = Plan.objects.visible_to(request.user).exclude(state=Plan.State.WITHDRAWN)
    rows = rows.select_related("authority").filter(public_id=public_id)
    found = list(rows.filter(authority__code=code) if code else rows[:2])
    if not found:
        raise Http404
    if len(found) > 1:
        raise NotAllowedNow(f"Several councils have a plan {public_id}. Open it from the plans.")
    return found[0]


def item_of(request: SignedInRequest, public_id: str, code: str) -> Item:
    """The item with its plan; 404 for one that the person does not see.

    Raises:
        NotAllowedNow: no council is named and the person sees several such items.
    """
    rows = Item.objects.visible_to(request.user).exclude(plan__state=Plan.State.WITHDRAWN)
    rows = rows.select_related("plan__authority", "part", "parent__plan__authority")
    rows = rows.filter(public_id=public_id)
    found = list(rows.filter(plan__authority__code=code) if code else rows[:2])
    if not found:
        raise Http404
    if len(found) > 1:
        raise NotAllowedNow(f"Several councils have an item {public_id}. Open it from its plan.")
    return found[0]


def crumbs(request: SignedInRequest, plan: Plan | None = None) -> Sequence[Crumb]:
    """The way to a plan's page; to a page below it when the plan is named. Lists as last seen."""
    way = [Crumb("Plans", last_address(request, reverse("plans:index")))]
    if plan is not None:
        way.append(Crumb(str(plan), last_address(request, addresses.of_plan(plan))))
    return way


def keep_results(request: SignedInRequest, of: Model, found: Sequence[Result]) -> None:
    """Remember what became of each row, for the page that tells it; of each plan by itself."""
    kept = request.session.get(RESULTS, {})
    rows = [asdict(one) for one in found]
    request.session[RESULTS] = {**kept, _key(of): rows}


def kept_results(request: SignedInRequest, of: Model) -> list[Result]:
    """What became of each row of a plan, or of what a person stood in, that was changed last."""
    kept = request.session.get(RESULTS, {})
    return [Result(**one) for one in kept.get(_key(of), ())]


def _key(of: Model) -> str:
    return f"{of._meta.model_name} {of.pk}"
