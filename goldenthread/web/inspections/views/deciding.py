"""Decisions of people: uncited paragraphs, what is to be considered, targets, repeats."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from django.db.models import Model
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import actions
from goldenthread.inspections.models import NumericTarget, Repeat, UncitedDecision
from goldenthread.web import feedback
from goldenthread.web.inspections.forms import ConsiderForm, UncitedForm, YesOrNoForm
from goldenthread.web.inspections.presenters import deciding as presenter
from goldenthread.web.inspections.presenters import history
from goldenthread.web.inspections.views.common import inspection_of, page_of
from goldenthread.web.requests import SignedInRequest

AGAIN = "You can decide again: the earlier decision stays in the history."
Keep = Callable[[Mapping[str, Any]], Model]


@require_http_methods(["GET", "HEAD", "POST"])
def uncited(request: SignedInRequest, pk: int, finding: int) -> HttpResponse:
    """Decide about a weak paragraph that nothing cites."""
    inspection = inspection_of(request, pk)
    row = get_object_or_404(inspection.findings.all(), pk=finding)
    made = UncitedDecision.objects.filter(finding=row).first()
    before = {"decision": made.decision, "why": made.why} if made else {}
    form = UncitedForm(request.POST or None, initial=before)
    back = f"{reverse('inspections:findings', args=[pk])}?show=open"
    if _is_kept(form, lambda given: actions.decide_uncited(finding=row, by=request.user, **given)):
        feedback.done(request, f"The decision about {row} is recorded. {AGAIN}")
        return redirect(back)
    decision = presenter.of_finding(row, back)
    page = page_of(inspection, decision.heading)
    return _asked(
        request, {"page": page, "decision": decision, "history": history.lines_of(made)}, form
    )


@require_http_methods(["GET", "HEAD", "POST"])
def consider(request: SignedInRequest, pk: int, asked: int) -> HttpResponse:
    """Record what was decided about something that the report asks to consider."""
    inspection = inspection_of(request, pk)
    row = get_object_or_404(inspection.recommendations.all(), pk=asked)
    form = ConsiderForm(request.POST or None)
    back = _card(pk, row.pk)
    if _is_kept(
        form,
        lambda given: actions.decide_consider(recommendation=row, by=request.user, **given),
    ):
        feedback.done(request, f"The decision is recorded. {AGAIN}")
        return redirect(back)
    decision = presenter.of_consider(row, back)
    earlier = history.lines_of(*row.consider_decisions.order_by("pk"))
    page = page_of(inspection, decision.heading)
    return _asked(request, {"page": page, "decision": decision, "history": earlier}, form)


@require_http_methods(["GET", "HEAD", "POST"])
def target(request: SignedInRequest, pk: int, target: int) -> HttpResponse:
    """Confirm or refuse a number that was read from the words of a recommendation."""
    inspection = inspection_of(request, pk)
    rows = NumericTarget.objects.filter(recommendation__inspection=inspection)
    row = get_object_or_404(rows.select_related("recommendation"), pk=target)
    words = {"question": "Is this a target?", "yes": "Yes, it is to be reached", "no": "No"}
    form = YesOrNoForm(request.POST or None, **words)
    back = _card(pk, row.recommendation_id)
    if _is_kept(
        form,
        lambda given: actions.decide_target(
            target=row, confirmed=form.says_yes, by=request.user, why=given["why"]
        ),
    ):
        feedback.done(request, f"Whether it is a target is recorded. {AGAIN}")
        return redirect(back)
    decision = presenter.of_target(row, back)
    page = page_of(inspection, decision.heading)
    return _asked(
        request, {"page": page, "decision": decision, "history": history.lines_of(row)}, form
    )


@require_http_methods(["GET", "HEAD", "POST"])
def repeat(request: SignedInRequest, pk: int, repeat: int) -> HttpResponse:
    """Say whether a recommendation was raised in an earlier inspection."""
    inspection = inspection_of(request, pk)
    rows = Repeat.objects.visible_to(request.user).filter(later__inspection=inspection)
    found = rows.select_related("later", "earlier__inspection__framework")
    row = get_object_or_404(found, pk=repeat)
    words = {
        "question": "Is it the same matter?",
        "yes": "Yes, the same matter",
        "no": "No, another matter",
    }
    form = YesOrNoForm(request.POST or None, **words)
    back = _card(pk, row.later_id)
    if _is_kept(
        form,
        lambda given: actions.decide_repeat(
            repeat=row, is_repeat=form.says_yes, by=request.user, why=given["why"]
        ),
    ):
        feedback.done(request, f"Whether it was raised before is recorded. {AGAIN}")
        return redirect(back)
    decision = presenter.of_repeat(row, back)
    page = page_of(inspection, decision.heading)
    return _asked(
        request, {"page": page, "decision": decision, "history": history.lines_of(row)}, form
    )


def _is_kept(form: Form, keep: Keep) -> bool:
    """Whether the form came, is valid and was taken; what stood against it is said in the form."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        keep(form.cleaned_data)
    except NotAllowedNow as error:
        form.add_error(None, str(error))
        return False
    return True


def _asked(request: SignedInRequest, context: dict[str, Any], form: Form) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "inspections/decide.html", {**context, "form": form}, status=status)


def _card(pk: int, recommendation: int) -> str:
    """Back to the recommendation's card."""
    address = reverse("inspections:recommendations", args=[pk])
    return f"{address}#recommendation-{recommendation}"
