"""Defining a measure, and changing what it counts."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.basics.errors import NotAllowed
from goldenthread.people.councils import where_may
from goldenthread.people.permissions import VERBS
from goldenthread.results import actions
from goldenthread.results.actions.measures import DEFINE
from goldenthread.web.measures.forms import DefineForm, RedefineForm
from goldenthread.web.measures.views.common import (
    Asked,
    Kept,
    ask,
    crumbs,
    data_of,
    measure_of,
    only_for,
    page_below,
)
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def define(request: SignedInRequest) -> HttpResponse:
    """Define a measure."""
    councils = where_may(request.user, DEFINE)
    if not councils.exists():
        raise NotAllowed(
            f"You may not {VERBS[DEFINE].words} anywhere. Ask an administrator of your council."
        )
    asked = Asked(
        page=Page(heading="Define a measure", crumbs=crumbs(request)),
        button="Define the measure",
        back=reverse("measures:index"),
        lead=["What it counts can be changed later, as another version. A measure stays."],
    )

    def keep(given: dict[str, Any]) -> Kept:
        made = actions.define_measure(by=request.user, **given)
        said = f"{made} is defined. Enter its first figure."
        return Kept(said, reverse("measures:show", args=[made.pk]))

    return ask(request, asked, DefineForm(data_of(request), councils=councils), keep)


@require_http_methods(FORM)
def redefine(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give a measure another definition; older figures keep theirs."""
    measure = measure_of(request, pk)
    only_for(request.user, DEFINE, measure.authority)
    back = reverse("measures:show", args=[pk])
    asked = Asked(
        page=page_below(request, measure, "Change the definition"),
        button="Change the definition",
        back=back,
        lead=["Figures that are here keep the definition by which they were counted."],
    )

    def keep(given: dict[str, Any]) -> Kept:
        made = actions.change_definition(measure=measure, by=request.user, **given)
        return Kept(f"From now on {made} holds. The earlier one stays, and can be set again.", back)

    form = RedefineForm(data_of(request), last=measure.definitions.latest("version"))
    return ask(request, asked, form, keep)
