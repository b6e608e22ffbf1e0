"""Digests that did not arrive, for administrators: what is wrong with each, and sending it again."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from goldenthread.people.actions import send_again
from goldenthread.people.models import Digest
from goldenthread.web.asking import Ask, asked
from goldenthread.web.components import Cell, Column, Empty, Table
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Page
from goldenthread.web.people.place import MAIL, Place, place_of
from goldenthread.web.people.views.common import form_view, sent
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.words import moment

EMPTY = Empty(
    heading="Every digest went out",
    text="One that the mail server refuses, or of which nobody knows whether it went out, "
    "stands here with what is wrong.",
)
SAYS = (
    "A refused digest is tried again by itself, six times in all with longer pauses. Where nobody "
    "knows whether one went out, it is not: ask its receiver, then send it again."
)
HEADS = ("To", "Due", "How it stands", "What is wrong", "What you can do")
OVER = (Digest.State.UNKNOWN, Digest.State.GIVEN_UP)


@require_safe
def mail(request: SignedInRequest, code: str) -> HttpResponse:
    """The digests of the council's accounts that are in trouble, the newest first."""
    place = place_of(request, code, MAIL)
    rows = _rows(place)
    listing = Listing(request, rows.select_related("user"), filters={}, orders={"due": "-due_at"})
    listing.remember()
    context = {
        "page": Page(heading="Mail", caption=str(place.authority), crumbs=place.crumbs()),
        "tabs": place.tabs("Mail"),
        "says": SAYS,
        "table": _table(place, listing),
        "listing": listing,
        "all": request.path,
        "empty": None if rows.exists() else EMPTY,
    }
    return render(request, "people/list.html", context)


@form_view
def again(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Ask once, then have it mailed again."""
    place = place_of(request, code, MAIL)
    row = get_object_or_404(_rows(place).select_related("user"), pk=pk)
    ask = Ask(
        heading="Send a digest again",
        caption=f"{row.user}, due {moment(row.due_at)}",
        says="Ask first whether it came: it may be mailed twice. It says what waits now.",
        button="Send it again",
        back=place.to("mail"),
        crumbs=place.crumbs(("Mail", place.to("mail"))),
        done=lambda made: f"The digest of {made.user} is mailed within a quarter of an hour.",
    )
    form = forms.Form(sent(request))
    return asked(request, form, ask, lambda _: send_again(digest=row, by=request.user))


def _rows(place: Place) -> QuerySet[Digest]:
    """Digests in trouble of accounts that have a role in the council."""
    rows = Digest.objects.visible_to(place.user).troubled()
    return rows.filter(user__role_holdings__authority=place.authority).distinct()


def _table(place: Place, listing: "Listing[Any]") -> Table:
    columns = [Column(heading=head) for head in HEADS]
    rows = [_cells(place, row) for row in listing.page]
    return Table(caption="Digests", columns=columns, rows=rows, caption_is_hidden=True)


def _cells(place: Place, row: Digest) -> list[Cell]:
    again = Cell("Send it again", href=place.to("mail-again", row.pk))
    return [
        Cell(str(row.user)),
        Cell(moment(row.due_at)),
        Cell(row.get_state_display(), note=f"{row.tries} of 6 tries"),
        Cell(row.problem),
        again if row.state in OVER else Cell(f"Tried again from {moment(row.not_before)}"),
    ]
