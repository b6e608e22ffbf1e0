"""The history of a council: its lines, whether it holds, one line with a wish to redact."""

from http import HTTPStatus
from typing import Any

from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from goldenthread.people import verification
from goldenthread.people.history.redacting import request_redaction
from goldenthread.people.models import HistoryLine, HistoryValue, Redaction
from goldenthread.web import feedback
from goldenthread.web.asking import tried
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.people.forms.records import RedactForm
from goldenthread.web.people.place import RECORDS, VERIFY, Place, place_of
from goldenthread.web.people.presenters import records as presenter
from goldenthread.web.people.reading import line_of, lines_in, may_read
from goldenthread.web.people.views.common import form_view, sent
from goldenthread.web.requests import SignedInRequest


@require_safe
def history(request: SignedInRequest, code: str) -> HttpResponse:
    """Whether the history holds, and its lines, the newest first."""
    place = place_of(request, code, RECORDS)
    lines = lines_in(place.authority, request.user).select_related("by")
    listing = Listing(
        request,
        lines.annotate(newest=-F("number")),
        filters={"thing": _of_thing, "q": _by},
        orders={"newest": "newest"},
    )
    listing.remember()
    last = verification.last_asked(place.authority)
    context = {
        "page": Page(heading="History", caption=str(place.authority), crumbs=place.crumbs()),
        "tabs": place.tabs("History"),
        "proof": presenter.proof_of(verification.last_found(place.authority), last),
        "verify_href": place.to("verify") if place.may(VERIFY) else "",
        "redactions": Crumb(_waiting_words(place), place.to("redactions")),
        "table": presenter.table_of(place, listing),
        "listing": listing,
        "chips": [(listing.chosen[n], listing.address(**{n: ""})) for n in listing.chosen],
        "query": request.GET.get("q", ""),
    }
    return render(request, "people/history.html", context)


def _of_thing(rows: Any, thing: str) -> Any:
    kind, _, number = thing.partition(" ")
    return rows.filter(thing_type=kind, thing_id=number)


def _by(rows: Any, words: str) -> Any:
    return rows.filter(by__name__icontains=words) | rows.filter(verb__icontains=words)


def _waiting_words(place: Place) -> str:
    rows = Redaction.objects.visible_to(place.user).filter(authority=place.authority)
    waiting = rows.filter(approved_at=None, refused_at=None).count()
    return f"Redactions ({waiting} to approve)" if waiting else "Redactions"


@require_POST
def verify(request: SignedInRequest, code: str) -> HttpResponse:
    """Leave it to the worker to verify the history."""
    place = place_of(request, code, VERIFY)
    verification.ask_to_verify(authority=place.authority, by=request.user)
    feedback.done(request, "The history is being verified. Reload this page in a moment.")
    return redirect("people:history", code)


@form_view
def line(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    """One line; whoever sees what it tells of may ask that values of it be taken out."""
    place = place_of(request, code)
    row = line_of(place.authority, request.user, number)
    if row is None:
        raise Http404
    readable = may_read(row, request.user)
    kept = _redactable(row) if readable and row.authority else []
    form = RedactForm(sent(request), values=presenter.choices(kept))
    redaction, is_done = tried(form, lambda given: _ask(kept, given, request))
    if is_done:
        feedback.done(request, "Asked for. Somebody else approves it; until then nothing is gone.")
        return redirect("people:redaction", code, redaction.pk)
    return _line_page(request, place, row, form, readable=readable, can_ask=bool(kept))


def _redactable(row: HistoryLine) -> list[HistoryValue]:
    """The values of a line that can be taken out: what a redaction names stays."""
    label = Redaction._meta.label_lower
    values = row.values.select_related("line__authority").order_by("pk")
    return [one for one in values if not (row.thing_type == label and one.place == "after")]


def _ask(kept: list[HistoryValue], given: Any, request: SignedInRequest) -> Redaction:
    ticked = [value for value in kept if str(value.pk) in given["values"]]
    return request_redaction(values=ticked, by=request.user, why=given["why"])


def _line_page(
    request: SignedInRequest,
    place: Place,
    row: HistoryLine,
    form: RedactForm,
    *,
    readable: bool,
    can_ask: bool,
) -> HttpResponse:
    way = [("History", place.to("history"))] if place.may(RECORDS) else []
    context = {
        "page": Page(
            heading=f"Line {row.number} of the history",
            caption=str(place.authority),
            crumbs=place.crumbs(*way),
        ),
        "facts": presenter.facts_of(row),
        "values": presenter.values_of(row, readable=readable),
        "form": form,
        "can_ask": can_ask,
        "cancel": place.to("history") if place.may(RECORDS) else reverse("people:index"),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "people/line.html", context, status=status)
