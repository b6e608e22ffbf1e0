"""The library of evidence."""

from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.plans.models import Check, Evidence, EvidenceLink, EvidenceVersion
from goldenthread.web.evidence.presenters import listing as presenter
from goldenthread.web.listing import Listing
from goldenthread.web.requests import SignedInRequest

ORDERS = {"newest": "newest", "title": "title", "kind": "kind", "plan": "plan__title"}
WAITING, RETURNED, ACCEPTED, OPEN = presenter.STATES


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Every piece of evidence that the user sees, with filters in the address."""
    every = with_state(Evidence.objects.visible_to(request.user))
    counts = dict.fromkeys(presenter.STATES, 0)
    for state in every.values_list("stands", flat=True):
        counts[state] += 1
    listing = Listing(
        request,
        every.select_related("plan", "partner"),
        filters={"state": _in_state, "kind": _of_kind, "plan": _of_plan},
        orders=ORDERS,
    )
    listing.remember()
    context = {
        "page": presenter.PAGE,
        "counts": presenter.counts(counts, listing),
        "chips": presenter.chips(listing),
        "table": presenter.table(listing),
        "listing": listing,
        "empty": None if any(counts.values()) else presenter.EMPTY,
    }
    return render(request, "evidence/index.html", context)


def with_state(rows: "QuerySet[Evidence]") -> Any:
    """Each piece with its last version and how it stands: the most urgent of its links.

    Any, because the type of a queryset does not know what it is annotated with.
    """
    last = EvidenceVersion.objects.filter(evidence=OuterRef("pk")).order_by("-number")
    links = EvidenceLink.objects.filter(version__evidence=OuterRef("pk"))
    newest_check = Check.objects.filter(link=OuterRef("pk")).order_by("-pk").values("outcome")[:1]
    returned = (
        links.newest()
        .annotate(outcome=Subquery(newest_check))
        .filter(outcome=Check.Outcome.RETURNED)
    )
    return rows.annotate(
        newest=-F("pk"),
        last_number=Subquery(last.values("number")[:1]),
        filed_at=Subquery(last.values("filed_at")[:1]),
        filed_by=Subquery(last.values("filed_by__name")[:1]),
        stands=Case(
            When(Exists(links.waiting()), then=Value(WAITING)),
            When(Exists(returned), then=Value(RETURNED)),
            When(Exists(links.accepted(timezone.localdate())), then=Value(ACCEPTED)),
            default=Value(OPEN),
        ),
    )


def _in_state(rows: Any, state: str) -> Any:
    return rows.filter(stands=state)


def _of_kind(rows: "QuerySet[Evidence]", kind: str) -> "QuerySet[Evidence]":
    return rows.filter(kind=kind)


def _of_plan(rows: "QuerySet[Evidence]", plan: str) -> "QuerySet[Evidence]":
    return rows.filter(Q(plan__public_id=plan))
