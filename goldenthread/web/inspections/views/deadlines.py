"""One statutory deadline: its count day by day, and the day that a letter states."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.basics import obligations
from goldenthread.inspections import actions
from goldenthread.inspections.models import Obligation
from goldenthread.people.permissions import may
from goldenthread.web import feedback
from goldenthread.web.inspections.forms import StatedForm
from goldenthread.web.inspections.presenters import deadline as presenter
from goldenthread.web.inspections.presenters import history
from goldenthread.web.inspections.views.common import inspection_of, page_of
from goldenthread.web.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: SignedInRequest, pk: int, duty: str) -> HttpResponse:
    """The duty, its source, the count, and a form for the stated day."""
    inspection = inspection_of(request, pk)
    row = get_object_or_404(Obligation.objects.filter(inspection=inspection), duty=duty)
    stated = {"stated_on": row.stated_on, "printed": row.stated_printed}
    form = StatedForm(request.POST or None, initial=stated)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.state_deadline(inspection=inspection, duty=duty, by=request.user, **given)
        feedback.done(
            request, "The stated day is kept beside the counted one. Enter it anew to correct it."
        )
        return redirect("inspections:deadline", pk, duty)
    context = {
        "page": page_of(inspection, obligations.named(duty).what),
        "inspection": inspection,
        "deadline": presenter.deadline_of(row),
        "form": form,
        "may_state": may(request.user, "inspections.record_days", inspection.authority),
        "history": history.lines_of(row),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "inspections/deadline.html", context, status=status)


@require_POST
def count(request: SignedInRequest, pk: int, duty: str) -> HttpResponse:
    """Count the first day as day 1, or as day 0 again."""
    inspection = inspection_of(request, pk)
    row = get_object_or_404(Obligation.objects.filter(inspection=inspection), duty=duty)
    counts = request.POST.get("counts") == "yes"
    actions.count_publication_day(obligation=row, counts=counts, by=request.user)
    said = "as day 1" if counts else "as day 0, as the law is read"
    feedback.done(request, f"The first day is counted {said}. The same button turns it round.")
    return redirect("inspections:deadline", pk, duty)
