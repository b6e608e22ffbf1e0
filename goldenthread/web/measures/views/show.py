"""A measure's page: what it counts, its figures as a chart and a table, its targets and ties."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.people.models import User
from goldenthread.plans.gathering import rules_of
from goldenthread.results.models import Measure, Target, Value
from goldenthread.web.listing import Listing
from goldenthread.web.measures import wording
from goldenthread.web.measures.presenters import show as presenter
from goldenthread.web.measures.presenters.chart import Chart, chart_of
from goldenthread.web.measures.presenters.history import lines_of
from goldenthread.web.measures.views.common import crumbs, is_offered, measure_of
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest

ORDERS: Mapping[str, Any] = {
    "newest": lambda one: -one.period_to.toordinal(),
    "figure": lambda one: one.exact,
    "as_at": lambda one: one.as_at,
}
RELATED = ("measure", "team", "entered_by", "approved_by")


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """What a measure counts, how it stands, and what it is to show."""
    measure, user = measure_of(request, pk), request.user
    today = timezone.localdate()
    rows = Value.objects.visible_to(user).filter(measure=measure).select_related(*RELATED)
    values = list(rows)
    listing = Listing(request, values, filters={"part": _of_part}, orders=ORDERS)
    may = {
        name: is_offered(user, verb, measure.authority) for name, verb in presenter.DECIDES.items()
    }
    wanted = rules_of(measure.authority, today).periods
    context = {
        "page": Page(
            heading=measure.name,
            caption=f"{measure.code}, {measure.authority}",
            crumbs=crumbs(request),
        ),
        "measure": measure,
        "progress": presenter.PROGRESS if measure.kind == Measure.Kind.PROGRESS else "",
        "facts": presenter.facts_of(measure),
        "listing": listing,
        "counts": presenter.parts_of(values, listing),
        "table": presenter.table(listing),
        "chart": _chart(values, listing.chosen.get("part", ""), measure, user),
        "waiting": [one for one in values if one.state == Value.State.ENTERED],
        "cards": presenter.cards_of(measure, user, today, wanted),
        "ties": presenter.ties_of(measure, user),
        "may": may,
        "history": lines_of(measure),
    }
    return render(request, "measures/show.html", context)


def _chart(values: Sequence[Value], part: str, measure: Measure, user: User) -> Chart | None:
    """The approved figures of one part, or over everybody, with the target of that part."""
    name = "" if part == wording.EVERYBODY else part
    held = [one for one in values if one.state == Value.State.APPROVED and one.part == name]
    rows = Target.objects.visible_to(user).filter(measure=measure, ended_on=None)
    targets = rows.select_related("measure", "team", "baseline__measure", "baseline__team")
    fits = [one for one in targets.order_by("-pk") if _part(one) == name and not one.each_group]
    return chart_of(
        sorted(held, key=lambda one: one.period_from), next(iter(fits), None)
    )  # fmt: skip


def _part(target: Target) -> str:
    if target.baseline is not None:
        return target.baseline.part
    return str(target.team) if target.team_id else ""


def _of_part(rows: Sequence[Value], part: str) -> Sequence[Value]:
    name = "" if part == wording.EVERYBODY else part
    return [one for one in rows if one.part == name]
