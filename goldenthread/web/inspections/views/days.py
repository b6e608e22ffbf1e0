"""Entering and correcting the days of an inspection."""

from datetime import date
from http import HTTPStatus

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import actions
from goldenthread.inspections.models import Inspection
from goldenthread.people.models import User
from goldenthread.web import feedback
from goldenthread.web.inspections.forms import DaysForm
from goldenthread.web.inspections.views.common import inspection_of, page_of
from goldenthread.web.requests import SignedInRequest

DONE = (
    "The days are entered; deadlines and due dates were worked out again. "
    "Enter a day anew to correct it: the history keeps both."
)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Publication, receipt and the inspection's own days; what changed is worked out again."""
    inspection = inspection_of(request, pk)
    form = DaysForm(request.POST or None, inspection=inspection)
    if request.method == "POST" and form.is_valid() and _kept(form, inspection, request.user):
        feedback.done(request, DONE if form.changed() else "No day was changed.")
        return redirect("inspections:show", pk)
    page = page_of(inspection, "Days of the inspection and of its report")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(
        request, "inspections/days.html", {"page": page, "form": form, "pk": pk}, status=status
    )


def _kept(form: DaysForm, inspection: Inspection, by: User) -> bool:
    """Whether all that was changed could be kept; if not, nothing is and the form says why."""
    changed, why = form.changed(), form.cleaned_data["why"]
    try:
        with transaction.atomic():
            _keep(changed, form, inspection, by=by, why=why)
    except NotAllowedNow as error:
        form.add_error(None, str(error))
        return False
    return True


def _keep(
    changed: dict[str, date | None], form: DaysForm, inspection: Inspection, *, by: User, why: str
) -> None:
    if {"first_day", "last_day"} & changed.keys():
        first, last = form.cleaned_data["first_day"], form.cleaned_data["last_day"]
        actions.record_inspection_days(
            inspection=inspection, first=first, last=last, by=by, why=why
        )
    if "published_on" in changed:
        day = changed["published_on"]
        actions.record_publication_day(inspection=inspection, day=day, by=by, why=why)
    if "received_on" in changed:
        day = changed["received_on"]
        actions.record_receipt_day(inspection=inspection, day=day, by=by, why=why)
