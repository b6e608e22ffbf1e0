"""The bridge of a plan's counts between two days."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.plans.as_it_stood import stood
from goldenthread.plans.bridging import bridges
from goldenthread.plans.models import Action
from goldenthread.web.pages import Page
from goldenthread.web.plans import addresses
from goldenthread.web.plans.presenters.bridge import BridgePage
from goldenthread.web.plans.views.common import crumbs, plan_of
from goldenthread.web.requests import SignedInRequest

MONTH = timedelta(days=28)


class DayInput(forms.DateInput):
    """One box for a day, which the address holds as 2026-03-16."""

    input_type = "date"


class DaysForm(forms.Form):
    """From the end of which day to the end of which."""

    def __init__(self, data: dict[str, str]) -> None:
        super().__init__(data)
        for name, label in (("from", "From the end of"), ("to", "To the end of")):
            self.fields[name] = forms.DateField(
                label=label,
                input_formats=["%Y-%m-%d"],
                widget=DayInput(),
                error_messages={"invalid": f"{label}: no such day. Choose one like 2026-03-16."},
            )

    def clean(self) -> dict[str, Any]:
        """The first day comes before the last, and the last has come.

        Raises:
            ValidationError: it does not, or has not.
        """
        given = super().clean() or {}
        first, last = given.get("from"), given.get("to")
        if last and last > timezone.localdate():
            self.add_error("to", "To the end of: that day has not come. Choose today or earlier.")
        elif first and last and first > last:
            self.add_error("from", "From the end of: it comes after the last day. Choose another.")
        return given


@require_safe
def bridge(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Each count of the plan then and now, and what came and went between."""
    plan, today = plan_of(request, public_id, code), timezone.localdate()
    default = {"from": str(today - MONTH), "to": str(today)}
    form = DaysForm({name: request.GET.get(name) or day for name, day in default.items()})
    found = None
    if form.is_valid():
        rows = Action.objects.visible_to(request.user).filter(plan=plan)
        first, last = form.cleaned_data["from"], form.cleaned_data["to"]
        between = bridges(stood(rows, plan, first), stood(rows, plan, last))
        found = BridgePage(plan, list(rows.order_by("order")), between, first=first, last=last)
    context = {
        "page": Page(heading="What came and went", caption=str(plan), crumbs=crumbs(request, plan)),
        "form": form,
        "found": found,
        "here": addresses.of_plan(plan, "bridge"),
    }
    status = HTTPStatus.OK if found else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "plans/bridge.html", context, status=status)
