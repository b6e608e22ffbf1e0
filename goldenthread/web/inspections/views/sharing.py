"""What rests on more than the council: marked as shared, and what each partner does towards it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.inspections import actions
from goldenthread.inspections.models import Recommendation
from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.permissions import require
from goldenthread.web.asking import Ask, asked
from goldenthread.web.inspections.forms import ContributionForm, SharedForm
from goldenthread.web.inspections.presenters.recommendations import name
from goldenthread.web.inspections.views.common import inspection_of, page_of
from goldenthread.web.requests import SignedInRequest

AGAIN = "inspections.read_again"


@require_http_methods(["GET", "HEAD", "POST"])
def share(request: SignedInRequest, pk: int, asked_pk: int) -> HttpResponse:
    """Mark a recommendation as shared with partners, or as the council's alone."""
    row = _row(request, pk, asked_pk)
    form = SharedForm(request.POST or None)
    ask = _ask(
        row,
        heading=f"{name(row)}: the council's alone" if row.shared else f"{name(row)}: shared",
        says=(
            "It will count as the council's alone. Mark it again to undo this."
            if row.shared
            else "Its judgement then rests on partners too, and what each of them does can be "
            "recorded apart from what the council does."
        ),
        button="Mark as the council's alone" if row.shared else "Mark as shared with partners",
        done="It is recorded; the reason stays in the history.",
    )
    return asked(
        request,
        form,
        ask,
        lambda given: actions.mark_shared(
            recommendation=row, shared=not row.shared, why=given["why"], by=request.user
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def contribute(request: SignedInRequest, pk: int, asked_pk: int) -> HttpResponse:
    """Record what a partner does towards a shared recommendation."""
    row = _row(request, pk, asked_pk)
    partners = PartnerOrganisation.objects.filter(authority=row.inspection.authority)
    form = ContributionForm(request.POST or None, partners=partners.order_by("name"))
    ask = _ask(
        row,
        heading=f"{name(row)}: what a partner does",
        says="It stands beside what the council does and counts towards none of its actions.",
        button="Record it",
        done="What the partner does is recorded.",
    )
    return asked(
        request,
        form,
        ask,
        lambda given: actions.record_contribution(
            recommendation=row,
            partner=given["partner"],
            text=given["text"],
            said_on=given["said_on"],
            by=request.user,
        ),
    )


def _row(request: SignedInRequest, pk: int, asked_pk: int) -> Recommendation:
    inspection = inspection_of(request, pk)
    require(request.user, AGAIN, inspection.authority)
    rows = inspection.recommendations.select_related("inspection__authority")
    return get_object_or_404(rows, pk=asked_pk)


def _ask(row: Recommendation, *, heading: str, says: str, button: str, done: str) -> Ask:
    page = page_of(row.inspection, heading)
    address = reverse("inspections:recommendations", args=[row.inspection_id])
    return Ask(
        heading=heading,
        caption=page.caption,
        says=says,
        button=button,
        back=f"{address}#recommendation-{row.pk}",
        crumbs=tuple(page.crumbs),
        done=lambda _made: done,
    )
