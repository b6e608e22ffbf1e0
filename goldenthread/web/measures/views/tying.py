"""Which measures are to show what an action or an item achieves."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import User
from goldenthread.plans import actions
from goldenthread.plans.actions.measuring import LINK
from goldenthread.plans.models import Action, Item, MeasureLink, Plan
from goldenthread.results.models import Measure
from goldenthread.web.measures.presenters import tying as presenter
from goldenthread.web.measures.target_forms import TieMeasureForm, TieThingForm, UntieForm
from goldenthread.web.measures.views.common import (
    Asked,
    Kept,
    ask,
    data_of,
    is_offered,
    measure_of,
    only_for,
    page_below,
)
from goldenthread.web.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def tie(request: SignedInRequest, pk: int) -> HttpResponse:
    """From a measure: tie it to an action or an item."""
    measure = measure_of(request, pk)
    only_for(request.user, LINK, measure.authority)
    back = reverse("measures:show", args=[pk])
    asked = Asked(
        page=page_below(request, measure, "Tie it to an action or an item"),
        button="Tie the measure",
        back=back,
    )

    def keep(given: dict[str, Any]) -> Kept:
        of = thing_of(request.user, measure.authority.code, given.pop("public_id").strip().upper())
        if of is None:
            raise NotAllowedNow("There is no such action or item in a plan of this council.")
        made = actions.link_measure(of=of, measure=measure, by=request.user, **given)
        return Kept(f"Tied: {made}. It can be taken away again, with a reason.", back)

    return ask(request, asked, TieThingForm(data_of(request)), keep)


@require_http_methods(FORM)
def of(request: SignedInRequest, code: str, public_id: str) -> HttpResponse:
    """The measures that are to show an action or an item, and tying one more."""
    thing = thing_of(request.user, code, public_id)
    if thing is None:
        raise Http404
    shown = presenter.of_thing(thing, request.user)
    may_tie = is_offered(request.user, LINK, thing.plan.authority) and shown.is_in_force
    if request.method == "POST":
        only_for(request.user, LINK, thing.plan.authority)
    rows = Measure.objects.visible_to(request.user).filter(authority=thing.plan.authority)
    asked = Asked(
        page=shown.page,
        button="Tie the measure",
        back=shown.back,
        table=shown.table,
        more={"shown": shown, "may_tie": may_tie, "has_measures": rows.exists()},
    )

    def keep(given: dict[str, Any]) -> Kept:
        made = actions.link_measure(of=thing, by=request.user, **given)
        return Kept(f"Tied: {made}. It can be taken away again, with a reason.", request.path)

    form = TieMeasureForm(data_of(request), measures=rows.order_by("name"))
    return ask(request, asked, form, keep, template="measures/of.html")


@require_http_methods(FORM)
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a measure away; impact that rests on it holds no longer."""
    rows = MeasureLink.objects.standing().visible_to(request.user)
    related = ("measure__authority", "action__plan__authority", "item__plan__authority")
    link = get_object_or_404(rows.select_related(*related), pk=pk)
    only_for(request.user, LINK, link.of.plan.authority)
    back = reverse("measures:show", args=[link.measure_id])
    asked = Asked(
        page=page_below(request, link.measure, "Take the measure away"),
        button="Take it away",
        back=back,
        lead=[f"{link}. Impact that rests on it holds no longer."],
    )

    def keep(given: dict[str, Any]) -> Kept:
        actions.unlink_measure(link=link, by=request.user, **given)
        return Kept("The measure is taken away. It can be tied again.", back)

    return ask(request, asked, UntieForm(data_of(request)), keep)


def thing_of(user: User, code: str, public_id: str) -> Action | Item | None:
    """The action or item of a council that the person sees, by its public id."""
    at = {"plan__authority__code": code, "public_id": public_id}
    kinds: tuple[type[Action] | type[Item], ...] = (Action, Item)
    for kind in kinds:
        rows = kind.objects.visible_to(user).exclude(plan__state=Plan.State.WITHDRAWN)
        if (found := rows.filter(**at).select_related("plan__authority").first()) is not None:
            return found
    return None
