"""Questions about reports that the pure rules answer: coverage, comparison, dates to set."""

from collections.abc import Iterable
from datetime import date

from goldenthread.inspections import comparing, coverage, timescales
from goldenthread.inspections.models import (
    Crosswalk,
    Finding,
    Grade,
    Inspection,
    Judgement,
    Recommendation,
    Scale,
)
from goldenthread.people.models import Authority


def coverage_of(inspection: Inspection, cited_above: Iterable[int] = ()) -> coverage.Coverage:
    """The weak paragraphs: cited, decided, open. `cited_above`: ids that a plan's actions cite.

    A paragraph that is itself printed as a recommendation of the list is not asked about.
    """
    texts = set(inspection.recommendations.values_list("text", flat=True))
    rows = inspection.findings.order_by("order").prefetch_related("links")
    decided = set(
        Finding.objects.filter(inspection=inspection, uncited_decision__isnull=False).values_list(
            "pk", flat=True
        )
    )
    return coverage.coverage(
        (
            coverage.Paragraph(
                id=row.pk,
                sense=row.sense,
                cited=bool(row.links.all()),
                decided=row.pk in decided,
                is_recommendation=row.text in texts,
            )
            for row in rows
        ),
        cited_above,
    )


def compare(earlier: Judgement, later: Judgement) -> comparing.Comparison:
    """Two judgements of one authority beside each other, over its recorded crosswalks only."""
    known = {
        (row.from_grade_id, row.to_scale_id): row.to_grade
        for row in Crosswalk.objects.filter(authority=later.authority).select_related(
            "to_grade__scale"
        )
    }

    def crosswalk(grade: comparing.Graded, scale: str) -> comparing.Graded | None:
        if earlier.grade_id is None or later.scale_id is None:
            return None
        found = known.get((earlier.grade_id, later.scale_id))
        return _graded(found) if found else None

    return comparing.compare(_judged(earlier), _judged(later), crosswalk)


def needs_local_date(inspection: Inspection) -> list[tuple[Recommendation, date | None]]:
    """Recommendations 'immediately' without a local date, and until when one is wanted."""
    rows = inspection.recommendations.filter(
        timescale=Recommendation.Timescale.IMMEDIATELY, local_date=None
    ).order_by("order")
    known = [day for day in (inspection.received_on, inspection.published_on) if day]
    by = timescales.local_date_by(min(known, default=None), inspection.local_date_days).date
    return [(row, by) for row in rows]


def _judged(row: Judgement) -> comparing.Judged:
    return comparing.Judged(row.area_code, _graded(row.grade) if row.grade else None)


def _graded(grade: Grade) -> comparing.Graded:
    return comparing.Graded(_scale(grade.scale), grade.code, grade.label, grade.rank)


def _scale(scale: Scale) -> str:
    return f"{scale.code} {scale.version}"


def of_authority(authority: Authority) -> "list[Inspection]":
    """Its current inspections, the latest first; those without days at the end."""
    rows = Inspection.objects.current().filter(authority=authority).select_related("framework")
    return sorted(rows, key=lambda row: row.first_day or date.min, reverse=True)
