"""The list of inspections, with the judgements of a council by area and year."""

from django.db.models import Count, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, ExtractDay, ExtractMonth, ExtractYear
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.inspections import looking
from goldenthread.inspections.models import Grade, Inspection, Judgement
from goldenthread.people.models import Authority
from goldenthread.web.inspections.presenters import judged
from goldenthread.web.inspections.presenters import listing as presenter
from goldenthread.web.listing import Listing
from goldenthread.web.requests import SignedInRequest

CURRENT = Inspection.State.CURRENT


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Judgements on top, each scale by itself; below, every inspection with what is open."""
    visible = Inspection.objects.visible_to(request.user)
    councils = list(Authority.objects.filter(inspections__in=visible).distinct().order_by("name"))
    council = _chosen(request, councils)
    mine = visible.filter(authority=council)
    listing = _listing(request, mine)
    listing.remember()
    context = {
        "page": presenter.PAGE,
        "councils": councils,
        "council": council,
        "counts": presenter.counts(_by_framework(mine), listing),
        "table": presenter.table(listing, councils=len(councils)),
        "listing": listing,
        "judged": _judged(mine, council) if council else None,
        "empty": None if councils else presenter.EMPTY,
    }
    return render(request, "inspections/index.html", context)


def _listing(request: SignedInRequest, mine: "QuerySet[Inspection]") -> "Listing[Inspection]":
    related = mine.select_related("framework", "authority")
    rows = presenter.counted(related).annotate(newest=Value(0) - _dated("first_day"))
    filters = {"framework": _of_framework, "state": _in_state}
    return Listing(request, rows, filters=filters, orders=presenter.ORDERS)


def _of_framework(rows: "QuerySet[Inspection]", code: str) -> "QuerySet[Inspection]":
    return rows.filter(framework__code=code)


def _in_state(rows: "QuerySet[Inspection]", state: str) -> "QuerySet[Inspection]":
    return rows.filter(state=state)


def _dated(name: str) -> Combinable:
    """A day as a number that grows with it, the same on each database; 0 where it is not known."""
    year, month = ExtractYear(name) * Value(10_000), ExtractMonth(name) * Value(100)
    return Coalesce(year + month + ExtractDay(name), Value(0))


def _chosen(request: SignedInRequest, councils: list[Authority]) -> Authority | None:
    """The council of the address, else the first by name; None where there is none."""
    asked = request.GET.get("council", "")
    return next((one for one in councils if one.code == asked), councils[0] if councils else None)


def _by_framework(mine: "QuerySet[Inspection]") -> list[tuple[str, str, int]]:
    found = mine.order_by("framework__name").values_list("framework__code", "framework__name")
    return list(found.annotate(Count("pk")))


def _judged(mine: "QuerySet[Inspection]", council: Authority) -> judged.Judged:
    """The judgements of the inspections in force; four queries."""
    rows = Judgement.objects.filter(inspection__in=mine.filter(state=CURRENT)).select_related(
        "inspection__framework", "scale", "grade__scale", "area"
    )
    ordered = sorted(rows, key=lambda one: (_day(one), one.inspection_id, one.order))
    scales = {row.scale_id for row in ordered if row.scale_id}
    grades = Grade.objects.filter(scale__in=scales).order_by("scale", "rank")
    return judged.judged(ordered, list(grades), looking.comparer(council))


def _day(row: Judgement) -> tuple[int, int, int]:
    day = row.inspection.first_day
    return (day.year, day.month, day.day) if day else (0, 0, 0)
