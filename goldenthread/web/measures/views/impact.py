"""Saying that an action's impact is measured: on an approved figure, or not at all."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.people.permissions import require
from goldenthread.plans import actions
from goldenthread.plans.actions.measuring import Figures
from goldenthread.plans.models import Action
from goldenthread.plans.models.impact import links_of
from goldenthread.plans.seeing import Sight
from goldenthread.results.models import Target, Value
from goldenthread.web.measures.presenters import tying as presenter
from goldenthread.web.measures.target_forms import MeasuredForm
from goldenthread.web.measures.views.common import Asked, Kept, ask, data_of
from goldenthread.web.measures.views.tying import thing_of
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.requests import SignedInRequest

UPDATE = "plans.update"
NEEDS = (
    "Only an approved figure with its number, numerator, denominator and day shows impact, of a "
    "measure of impact that is tied to the action. Words never do: say early signs on its page."
)


@require_http_methods(["GET", "HEAD", "POST"])
def say(request: SignedInRequest, code: str, public_id: str) -> HttpResponse:
    """Say what the figures show of an action's impact."""
    action = thing_of(request.user, code, public_id)
    if not isinstance(action, Action):
        raise Http404
    mine = Action.objects.filter(Sight(request.user).works_on(authority="plan__authority"))
    if not mine.filter(pk=action.pk).exists():
        require(request.user, UPDATE, action.plan.authority)
    shown = presenter.of_thing(action, request.user)
    here = reverse("measures:of", args=[code, public_id])
    crumbs = [*shown.page.crumbs, Crumb(shown.page.heading, here)]
    page = Page(heading="Say what the figures show", caption=shown.page.caption, crumbs=crumbs)
    asked = Asked(page=page, button="Say so", back=here, lead=[NEEDS], table=shown.table)

    def keep(given: dict[str, Any]) -> Kept:
        figures = Figures(given["value"], given["baseline"], given["target"])
        made = actions.set_impact(
            action=action,
            by=request.user,
            state=given["state"],
            words=given["words"],
            figures=figures,
        )
        said = f"{made}. What was said before stays in the history; say it again to change it."
        return Kept(said, shown.back or here)

    return ask(request, asked, _form(request, action), keep)


def _form(request: SignedInRequest, action: Action) -> MeasuredForm:
    measures = links_of(action).of_impact().values("measure")
    seen = Value.objects.visible_to(request.user).measured().filter(measure__in=measures)
    held = Target.objects.visible_to(request.user).filter(measure__in=measures, ended_on=None)
    return MeasuredForm(
        data_of(request),
        values=seen.select_related("measure", "team").order_by("-period_to", "pk"),
        targets=held.select_related("measure").order_by("pk"),
    )
