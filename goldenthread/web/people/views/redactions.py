"""Redactions: one person asks for each, another approves or refuses it."""

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from goldenthread.people.history import redacting
from goldenthread.people.models import HistoryValue, RedactedValue, Redaction
from goldenthread.web import feedback
from goldenthread.web.asking import tried
from goldenthread.web.components import Empty
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Page
from goldenthread.web.people.forms.records import RefuseForm
from goldenthread.web.people.place import RECORDS, Place, place_of
from goldenthread.web.people.presenters import history
from goldenthread.web.people.presenters import records as presenter
from goldenthread.web.people.presenters.history import GONE
from goldenthread.web.people.reading import may_read
from goldenthread.web.requests import SignedInRequest

EMPTY = Empty(
    heading="Nobody has asked for a redaction",
    text="Where a child's name or another wrong disclosure came into the history, open the line "
    "and tick what is to go. A second person approves it; the chain still verifies.",
)
REMIND = (
    "Taken out for good. The same words may stand in the record itself, in other lines and in "
    "back-ups: look for them there too."
)


@require_safe
def redactions(request: SignedInRequest, code: str) -> HttpResponse:
    """Every redaction, those that wait first."""
    place = place_of(request, code, RECORDS)
    rows = Redaction.objects.visible_to(request.user).filter(authority=place.authority)
    rows = rows.select_related("requested_by", "approved_by", "refused_by")
    listing = Listing(
        request, rows.prefetch_related("values"), filters={}, orders={"asked": "requested_at"}
    )
    listing.remember()
    context = {
        "page": Page(
            heading="Redactions",
            caption=str(place.authority),
            crumbs=place.crumbs(("History", place.to("history"))),
        ),
        "tabs": place.tabs("History"),
        "table": presenter.redaction_table(place, listing),
        "listing": listing,
        "all": request.path,
        "empty": None if rows.exists() else EMPTY,
    }
    return render(request, "people/list.html", context)


@require_safe
def redaction(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    place, row = _redaction(request, code, pk)
    return _page(request, place, row, RefuseForm())


@require_POST
def approve(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Take the values out."""
    _, row = _redaction(request, code, pk)
    redacting.approve_redaction(redaction=row, by=request.user)
    feedback.done(request, REMIND)
    return redirect("people:redaction", code, pk)


@require_POST
def refuse(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Leave the values where they are; whoever asked withdraws so."""
    place, row = _redaction(request, code, pk)
    form = RefuseForm(request.POST)
    _, is_done = tried(
        form,
        lambda given: redacting.refuse_redaction(redaction=row, by=request.user, why=given["why"]),
    )
    if not is_done:
        return _page(request, place, row, form)
    feedback.done(request, "Refused. Nothing was taken out; it can be asked for again.")
    return redirect("people:redaction", code, pk)


def _redaction(request: SignedInRequest, code: str, pk: int) -> tuple[Place, Redaction]:
    """The redaction, for whoever asked for it or keeps the records."""
    place = place_of(request, code)
    rows = Redaction.objects.visible_to(request.user).filter(authority=place.authority)
    related = ("authority", "requested_by", "approved_by", "refused_by")
    row = get_object_or_404(rows.select_related(*related), pk=pk)
    if row.requested_by_id != request.user.pk and not place.may(RECORDS):
        raise Http404
    return place, row


def _page(request: SignedInRequest, place: Place, row: Redaction, form: RefuseForm) -> HttpResponse:
    own = row.requested_by_id == request.user.pk
    way = [("History", place.to("history")), ("Redactions", place.to("redactions"))]
    context = {
        "page": Page(
            heading=f"Redaction {row.pk}",
            caption=str(place.authority),
            crumbs=place.crumbs(*(way if place.may(RECORDS) else ())),
        ),
        "facts": presenter.redaction_facts(row),
        "named": presenter.named_table(place, _named(place, row)),
        "form": form,
        "can_approve": row.is_open and not own and place.may(RECORDS),
        "can_refuse": row.is_open,
        "own": own,
        "approve_href": place.to("approve", row.pk),
        "refuse_href": place.to("refuse", row.pk),
        "history": history.lines_of(place, row),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "people/redaction.html", context, status=status)


def _named(place: Place, row: Redaction) -> list[tuple[RedactedValue, str]]:
    """What each named value says now, to whoever sees the thing that its line tells of."""
    named = list(row.values.select_related("line__authority").order_by("line_id", "place", "name"))
    kept = HistoryValue.objects.filter(line__in=[one.line_id for one in named])
    texts = {(value.line_id, value.key): str(value.value) for value in kept}
    readable = {one.line_id: may_read(one.line, place.user) for one in named}
    return [
        (one, _says(texts.get((one.line_id, one.key)), readable=readable[one.line_id]))
        for one in named
    ]


def _says(text: str | None, *, readable: bool) -> str:
    if text is None:
        return GONE
    return text if readable else presenter.HIDDEN
