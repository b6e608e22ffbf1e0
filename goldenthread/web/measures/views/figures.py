"""Entering a figure, and what a second person decides about it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import Team
from goldenthread.results import actions
from goldenthread.results.actions.values import ENTER
from goldenthread.results.models import Value
from goldenthread.web import feedback
from goldenthread.web.measures.forms import EnterForm, ReturnForm, ReviseForm, next_period
from goldenthread.web.measures.presenters.figure import FigurePage
from goldenthread.web.measures.presenters.history import lines_of
from goldenthread.web.measures.views.common import (
    Asked,
    Kept,
    ask,
    crumbs,
    data_of,
    measure_of,
    only_for,
    page_below,
    value_of,
)
from goldenthread.web.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]
WAITS = (
    "{} is entered. It holds once somebody else has approved it; if it is wrong, they return it."
)


@require_http_methods(FORM)
def enter(request: SignedInRequest, pk: int) -> HttpResponse:
    """Enter a figure as typed; what is no figure is refused, with what to enter instead."""
    measure = measure_of(request, pk)
    only_for(request.user, ENTER, measure.authority)
    asked = Asked(
        page=page_below(request, measure, "Enter a figure"),
        button="Enter the figure",
        back=reverse("measures:show", args=[pk]),
        lead=[f"Counted: {measure.definitions.latest('version').text}"],
    )

    def keep(given: dict[str, Any]) -> Kept:
        about, typed = form.about(), given["figure"]
        made = actions.enter_value(measure=measure, typed=typed, about=about, by=request.user)
        return Kept(WAITS.format(made), reverse("measures:figure", args=[made.pk]))

    seen = Value.objects.visible_to(request.user).filter(measure=measure)
    last = seen.exclude(state=Value.State.RETURNED).order_by("-period_to").first()
    form = EnterForm(
        data_of(request),
        measure=measure,
        teams=Team.objects.visible_to(request.user).filter(authority=measure.authority),
        initial=next_period(measure, last.period_to if last else None),
    )
    return ask(request, asked, form, keep)


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """One figure: its parts, days and source, who entered and approved it."""
    return _page(request, value_of(request, pk))


@require_POST
def approve(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a figure hold that somebody else entered."""
    value = value_of(request, pk)
    try:
        actions.approve_value(value=value, by=request.user)
    except NotAllowedNow as error:
        return _page(request, value, refused=str(error))
    feedback.done(
        request, f"{value} is approved. That is not undone; what is wrong is revised with a cause."
    )
    return redirect("measures:figure", pk)


@require_http_methods(FORM)
def return_(request: SignedInRequest, pk: int) -> HttpResponse:
    """Send a figure back with a reason."""
    value = value_of(request, pk)
    form = ReturnForm(data_of(request), prefix="return")
    if request.method != "POST":
        return redirect("measures:figure", pk)
    if not form.is_valid():
        return _page(request, value, form)
    try:
        actions.return_value(value=value, by=request.user, **form.cleaned_data)
    except NotAllowedNow as error:
        form.add_error(None, str(error))
        return _page(request, value, form)
    feedback.done(request, f"{value} is returned. To enter it again, enter a new figure.")
    return redirect("measures:figure", pk)


@require_http_methods(FORM)
def revise(request: SignedInRequest, pk: int) -> HttpResponse:
    """Enter what an approved figure should be; the old one stays."""
    value = value_of(request, pk)
    only_for(request.user, ENTER, value.authority)
    asked = Asked(
        page=page_below(request, value.measure, "Revise a figure"),
        button="Revise the figure",
        back=reverse("measures:figure", args=[pk]),
        lead=[f"{value}. It holds until somebody else has approved the new one, and stays."],
    )

    def keep(given: dict[str, Any]) -> Kept:
        made = actions.revise_value(
            value=value,
            typed=given["figure"],
            as_at=given["as_at"] or value.as_at,
            known_on=form.known(),
            cause=given["cause"],
            why=given["why"],
            source=given["source"],
            by=request.user,
        )
        return Kept(WAITS.format(made), reverse("measures:figure", args=[made.pk]))

    form = ReviseForm(data_of(request), value=value)
    return ask(request, asked, form, keep)


def _page(
    request: SignedInRequest, value: Value, form: ReturnForm | None = None, refused: str = ""
) -> HttpResponse:
    page = FigurePage(value, request.user, crumbs(request, value.measure))
    context = {
        "page": page,
        "returning": form or ReturnForm(prefix="return"),
        "form": form,
        "refused": refused,
        "history": lines_of(value),
    }
    status = 422 if form or refused else 200
    return render(request, "measures/figure.html", context, status=status)
