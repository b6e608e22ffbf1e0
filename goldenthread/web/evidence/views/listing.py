"""The library of evidence."""

from collections.abc import Collection

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.plans.link_states import states
from goldenthread.plans.models import Evidence, EvidenceLink, EvidenceVersion, Test
from goldenthread.web.evidence.presenters import listing as presenter
from goldenthread.web.evidence.presenters.listing import Piece
from goldenthread.web.listing import Listing
from goldenthread.web.requests import SignedInRequest

ORDERS = {
    "newest": lambda one: -one.pk,
    "title": lambda one: one.title,
    "kind": lambda one: one.kind,
    "plan": lambda one: one.plan.title,
}


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Every piece of evidence that the user sees, with filters in the address."""
    seen = Evidence.objects.visible_to(request.user).select_related("plan", "partner")
    every = list(seen.order_by("pk"))
    pieces = pieces_of(every)
    listing = Listing(
        request,
        every,
        filters={
            "state": lambda rows, state: [row for row in rows if pieces[row.pk].stands == state],
            "kind": lambda rows, kind: [row for row in rows if row.kind == kind],
            "plan": lambda rows, plan: [row for row in rows if row.plan.public_id == plan],
        },
        orders=ORDERS,
    )
    listing.remember()
    context = {
        "page": presenter.PAGE,
        "counts": presenter.counts(pieces, listing),
        "chips": presenter.chips(listing),
        "table": presenter.table(pieces, listing),
        "listing": listing,
        "empty": None if every else presenter.EMPTY,
    }
    return render(request, "evidence/index.html", context)


def pieces_of(rows: Collection[Evidence]) -> dict[int, Piece]:
    """By piece its last version and how it stands: the most urgent of its links."""
    ids = [row.pk for row in rows]
    tests = Test.objects.filter(links__version__evidence__in=ids).distinct()
    found = states(list(tests), timezone.localdate()).of_link
    of_links: dict[int, list[str]] = {}
    links = EvidenceLink.objects.filter(version__evidence__in=ids)
    for link, evidence in links.values_list("pk", "version__evidence"):
        of_links.setdefault(evidence, []).append(found[link])
    versions = EvidenceVersion.objects.filter(evidence__in=ids).select_related("filed_by")
    last = {version.evidence_id: version for version in versions.order_by("number")}
    return {pk: Piece(last[pk], presenter.urgent(of_links.get(pk, ()))) for pk in ids}
