"""The people of a council: the list, and a person."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.people.councils import councils_of
from goldenthread.people.models import Person
from goldenthread.people.roles import COLLEAGUES
from goldenthread.web.components import Empty
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.people.place import place_of
from goldenthread.web.people.presenters import history
from goldenthread.web.people.presenters import people as presenter
from goldenthread.web.people.views.common import find, person_of
from goldenthread.web.requests import SignedInRequest

NO_PART = Empty(
    heading="You have no part here",
    text="These pages are for those who work for a council. Your own account is behind your name.",
)


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """The people of the user's council; a choice where there are several."""
    councils = list(councils_of(request.user, COLLEAGUES))
    if len(councils) == 1:
        return redirect("people:people", councils[0].code)
    page = Page(heading="People", crumbs=(Crumb("Library", "/library/"),))
    context = {"page": page, "councils": councils, "empty": None if councils else NO_PART}
    return render(request, "people/councils.html", context)


@require_safe
def people(request: SignedInRequest, code: str) -> HttpResponse:
    """Everybody whom the user sees, with filters in the address."""
    place = place_of(request, code)
    every = Person.objects.visible_to(request.user).filter(authority=place.authority)
    listing = Listing(
        request,
        presenter.rows_of(every if request.GET.get("show") else every.filter(left_on=None)),
        filters={"show": _shown, "q": _called},
        orders={"name": "name"},
    )
    listing.remember()
    context = {
        "page": Page(heading="People", caption=str(place.authority), crumbs=place.crumbs()),
        "tabs": place.tabs("People"),
        "counts": presenter.counts(every, listing),
        "table": presenter.table_of(place, listing),
        "listing": listing,
        "find": find(request, listing, "Find a name, another name or a post"),
        "all": request.path,
        "add": Crumb("Add a person", place.to("add-person")) if place.keeps else None,
        "empty": None if every.exists() or place.keeps else presenter.EMPTY,
    }
    return render(request, "people/list.html", context)


def _shown(rows: Any, kind: str) -> Any:
    if kind == "left":
        return rows.exclude(left_on=None)
    rows = rows.filter(left_on=None)
    if kind == "unposted":
        return rows.exclude(presenter.in_post())
    return rows.exclude(user=None) if kind == "signs-in" else rows


def _called(rows: "QuerySet[Person]", words: str) -> "QuerySet[Person]":
    named = Q(name__icontains=words) | Q(aliases__text__icontains=words)
    posted = Q(postholdings__post__title__icontains=words)
    found = Person.objects.filter(named | posted)
    return rows.filter(pk__in=found.values("pk"))


@require_safe
def person(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    place, row = person_of(request, code, pk)
    page = presenter.record_of(place, row, timezone.localdate())
    things = [
        *row.aliases.all(),
        *row.postholdings.all(),
        *row.memberships.all(),
        *row.absences.all(),
    ]
    context = {"page": page, "history": history.lines_of(place, row, *things)}
    return render(request, "people/record.html", context)
