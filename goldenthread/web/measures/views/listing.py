"""The list of measures."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.people.councils import where_may
from goldenthread.results.actions.measures import DEFINE
from goldenthread.web.listing import Listing
from goldenthread.web.measures.gathered import Stand, stands_of
from goldenthread.web.measures.presenters import listing as presenter
from goldenthread.web.requests import SignedInRequest

ORDERS: Mapping[str, Any] = {
    "name": lambda one: one.measure.name.casefold(),
    "latest": lambda one: one.latest.period_to if one.latest else date.min,
    "state": lambda one: one.state,
    "waiting": lambda one: one.waiting,
}


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Every measure that the person sees, with its latest figure."""
    stands = stands_of(request.user, timezone.localdate())
    filters: Mapping[str, Any] = {"state": _in_state, "waiting": _waiting}
    listing: Any = Listing(request, stands, filters=filters, orders=ORDERS)
    listing.remember()
    may_define = where_may(request.user, DEFINE).exists()
    context = {
        "page": presenter.PAGE,
        "listing": listing,
        "counts": presenter.counts(stands, listing),
        "table": presenter.table(listing),
        "key": presenter.KEY,
        "may_define": may_define,
        "empty": None if stands else presenter.empty(may_define=may_define),
    }
    return render(request, "measures/index.html", context)


def _in_state(rows: Sequence[Stand], state: str) -> Sequence[Stand]:
    return [one for one in rows if one.state == state]


def _waiting(rows: Sequence[Stand], _: str) -> Sequence[Stand]:
    return [one for one in rows if one.waiting]
