"""Working out again what follows from the days of an inspection: deadlines and due dates.

Called by verbs within their transaction; what a person stated is never touched.
"""

from datetime import date

from django.utils import timezone

from goldenthread.inspections import following, timescales
from goldenthread.inspections.models import Inspection, Obligation, Recommendation


def work_out_again(inspection: Inspection) -> dict[str, date | None]:
    """Bring deadlines and due dates up to the days now known.

    Returns:
        Each duty with its computed day, for the history line.
    """
    redate(inspection)
    return regenerate(inspection)


def regenerate(inspection: Inspection) -> dict[str, date | None]:
    """A row for each duty that follows, worked out anew; one that was stated stays."""
    kept = {row.duty: row for row in inspection.obligations.all()}
    wanted = following.duties(inspection.framework.duties, facts_of(inspection))
    for duty in dict.fromkeys((*wanted, *kept)):
        row = kept.get(duty) or Obligation(inspection=inspection, duty=duty)
        work_out(row, inspection)
        row.save()
        kept[duty] = row
    return {duty: row.computed_on for duty, row in kept.items()}


def work_out(row: Obligation, inspection: Inspection) -> None:
    """Fill the computed half of a deadline; the caller saves it."""
    worked = following.work_out(
        row.duty,
        published=inspection.published_on,
        received=inspection.received_on,
        event=inspection.last_day,
        publication_day_counts=row.publication_day_counts,
    )
    row.from_published, row.from_received = worked.from_published, worked.from_received
    row.computed_on, row.basis, row.reason = worked.computed_on, worked.basis, worked.reason
    row.trace, row.notes, row.calendar = worked.trace, worked.notes, worked.calendar
    row.difference_days, row.difference_words = following.beside(row.stated_on, row.computed_on)
    row.worked_out_at = timezone.now()


def redate(inspection: Inspection) -> None:
    """The due date of each recommendation from its timescale and the day of publication."""
    rows = list(inspection.recommendations.all())
    for row in rows:
        due = timescales.due(given_timescale(row), inspection.published_on)
        row.due_on, row.due_reason = due.date, due.reason
    Recommendation.objects.bulk_update(rows, ["due_on", "due_reason"], batch_size=500)


def given_timescale(row: Recommendation) -> timescales.Timescale:
    """The timescale of a recommendation as the rules take it."""
    return timescales.Timescale(row.timescale, row.timescale_length, row.timescale_unit)


def facts_of(inspection: Inspection) -> following.Facts:
    """What of the report decides which duties follow."""
    own = inspection.judgements.exclude(body="lscb")
    grades = set(own.filter(grade__isnull=False).values_list("grade__code", flat=True))
    priority = Recommendation.Kind.PRIORITY
    return following.Facts(
        legal_power=inspection.legal_power,
        inadequate="inadequate" in grades,
        outcome_3="outcome_3" in grades,
        priority_action=inspection.recommendations.filter(kind=priority).exists(),
        statement_required=bool(inspection.statement_required),
    )
