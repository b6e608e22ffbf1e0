"""Files in which something may tell who a child is: removed, kept as restricted, or no matter."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from goldenthread.sources import actions
from goldenthread.sources.models import Suspicion, Upload
from goldenthread.web.asking import Ask, asked
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Page
from goldenthread.web.people.forms.records import DecideForm
from goldenthread.web.people.place import Place, place_of
from goldenthread.web.people.presenters import files as presenter
from goldenthread.web.people.views.common import form_view, sent
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.words import counted


@require_safe
def files(request: SignedInRequest, code: str) -> HttpResponse:
    """The files that the user may decide about, those with something open first."""
    place = place_of(request, code)
    rows = _uploads(place)
    listing: Listing[Any] = Listing(
        request, rows, filters={"show": _shown}, orders={"undecided": "decided", "name": "name"}
    )
    listing.remember()
    context = {
        "page": Page(
            heading="Files to decide", caption=str(place.authority), crumbs=place.crumbs()
        ),
        "tabs": place.tabs("Files to decide"),
        "table": presenter.table_of(place, listing),
        "listing": listing,
        "all": request.path,
        "empty": None if rows.exists() else presenter.EMPTY,
    }
    return render(request, "people/list.html", context)


def _uploads(place: Place) -> "QuerySet[Any]":
    """The uploads in which the user may see suspicions, with how many and how many are open."""
    mine = Suspicion.objects.visible_to(place.user)
    mine = mine.filter(upload__file__authority=place.authority)
    undecided = Count("suspicions", filter=Q(suspicions__decision=Suspicion.Decision.OPEN))
    rows = Upload.objects.filter(pk__in=mine.values("upload")).select_related("by")
    return rows.annotate(found=Count("suspicions"), open=undecided, decided=-undecided)


def _shown(rows: Any, kind: str) -> Any:
    return rows.filter(open__gt=0) if kind == "open" else rows


@form_view
def file(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """What was found in a file, and what is decided of the ticked."""
    place = place_of(request, code)
    upload = get_object_or_404(_uploads(place), pk=pk)
    mine = Suspicion.objects.visible_to(request.user).filter(upload=upload)
    found = sorted(mine, key=lambda one: (one.decision != Suspicion.Decision.OPEN, one.pk))
    form = DecideForm(sent(request), suspicions=presenter.choices(found))
    ask = Ask(
        heading=upload.name,
        caption=f"File to decide, {place.authority}",
        button="Decide about the ticked",
        back=place.to("files"),
        crumbs=place.crumbs(("Files to decide", place.to("files"))),
        says=f"{presenter.sentence(found)} The values themselves are blacked out. The stored file "
        "keeps what you remove; “kept as restricted” closes the file to all but those cleared.",
        done=lambda rows: (
            f"{counted(len(rows), 'place')} decided. You can decide again: both stay "
            "in the history."
        ),
        to=lambda rows: place.to("file", upload.pk),
    )

    def decide(given: Any) -> list[Suspicion]:
        ticked = [one for one in found if str(one.pk) in given["suspicions"]]
        decision = Suspicion.Decision(given["decision"])
        return actions.decide(
            suspicions=ticked, decision=decision, why=given["why"], by=request.user
        )

    return asked(request, form, ask, decide)
