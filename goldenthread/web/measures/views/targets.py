"""Setting targets, ending them, and recording whether they were met."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.people.models import Team
from goldenthread.results import actions
from goldenthread.results.actions.targets import SET
from goldenthread.results.models import Measure, Value
from goldenthread.web.measures import wording
from goldenthread.web.measures.target_forms import ChangeForm, EndForm, LevelForm, OutcomeForm
from goldenthread.web.measures.views.common import (
    Asked,
    Kept,
    ask,
    data_of,
    measure_of,
    only_for,
    page_below,
    target_of,
)
from goldenthread.web.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]
STAYS = "It is not changed later: end it with a reason, and set another."
NO_FIGURE = "There is no approved figure yet. Enter one, and get it approved."


@require_http_methods(FORM)
def level(request: SignedInRequest, pk: int) -> HttpResponse:
    """Set a level that has to be reached."""
    measure = measure_of(request, pk)
    only_for(request.user, SET, measure.authority)

    def keep(given: dict[str, Any]) -> Kept:
        groups = form.named_groups()
        made = actions.set_level(
            measure=measure,
            comparator=given["comparator"],
            level=given["level"],
            terms=form.terms(),
            by=request.user,
            team=given["team"],
            each_group=bool(groups),
            groups=groups,
        )
        return Kept(f"The target is set: {wording.target_of(made)}. {STAYS}", _at(measure))

    teams = Team.objects.visible_to(request.user).filter(authority=measure.authority)
    form = LevelForm(data_of(request), teams=teams)
    return ask(request, _asked(request, measure, "Set a level as the target"), form, keep)


@require_http_methods(FORM)
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Set a fall or a rise from a baseline, by how much at least, until when."""
    measure = measure_of(request, pk)
    only_for(request.user, SET, measure.authority)

    def keep(given: dict[str, Any]) -> Kept:
        made = actions.set_change(
            baseline=given["baseline"],
            comparator=given["comparator"],
            minimum_change=given["minimum_change"],
            change_in=given["change_in"],
            terms=form.terms(),
            by=request.user,
        )
        return Kept(f"The target is set: {wording.target_of(made)}. {STAYS}", _at(measure))

    seen = Value.objects.visible_to(request.user).approved().filter(measure=measure)
    rows = seen.select_related("measure", "team").order_by("-period_to")
    form = ChangeForm(data_of(request), baselines=rows)
    lead = [] if rows.exists() else [NO_FIGURE]
    asked = _asked(request, measure, "Set a change from a baseline as the target", lead)
    return ask(request, asked, form, keep)


@require_http_methods(FORM)
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """End a target; it stays, with the reason."""
    target = target_of(request, pk)
    measure = target.measure
    only_for(request.user, SET, measure.authority)

    def keep(given: dict[str, Any]) -> Kept:
        actions.end_target(target=target, by=request.user, **given)
        said = "The target is ended. That is not undone: set it again where it should hold."
        return Kept(said, _at(measure))

    lead = [f"Target: {wording.target_of(target)}. Rests on: {target.basis}."]
    asked = _asked(request, measure, "End the target", lead)
    return ask(request, asked, EndForm(data_of(request)), keep)


@require_http_methods(FORM)
def outcome(request: SignedInRequest, pk: int) -> HttpResponse:
    """Record whether a target was met when it was due, and by how much it was missed."""
    target = target_of(request, pk)
    measure = target.measure
    only_for(request.user, SET, measure.authority)

    def keep(given: dict[str, Any]) -> Kept:
        made = actions.record_outcome(target=target, value=given["value"], by=request.user)
        said = f"Recorded: {made.words}. It stays so when the figure is revised later."
        return Kept(said, _at(measure))

    seen = Value.objects.visible_to(request.user).approved().filter(measure=measure)
    rows = seen.select_related("measure", "team").order_by("-period_to")
    due = rows.filter(as_at__gte=target.due_on) if target.due_on else rows.none()
    lead = [f"Target: {wording.target_of(target)}. Rests on: {target.basis}."]
    if not due.exists():
        lead.append("No approved figure describes the day on which it was due, or a later one.")
    asked = _asked(request, measure, "Record whether it was met", lead)
    return ask(request, asked, OutcomeForm(data_of(request), values=due), keep)


def _asked(
    request: SignedInRequest, measure: Measure, heading: str, lead: list[str] | None = None
) -> Asked:
    return Asked(
        page=page_below(request, measure, heading),
        button=heading,
        back=_at(measure),
        lead=lead or [],
    )


def _at(measure: Measure) -> str:
    return reverse("measures:show", args=[measure.pk])
