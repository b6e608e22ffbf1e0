"""Questions about reports that the pure rules answer: coverage, comparison, dates to set."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from django.db.models import F

from goldenthread.inspections import comparing, coverage, criteria, referrals, targets, timescales
from goldenthread.inspections.models import (
    Crosswalk,
    Finding,
    Grade,
    Inspection,
    Judgement,
    LetterStatement,
    NumericTarget,
    Recommendation,
    Repeat,
    Scale,
    Visit,
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
    return comparer(later.authority)(earlier, later)


def comparer(authority: Authority) -> Callable[[Judgement, Judgement], comparing.Comparison]:
    """Compares judgements of an authority as `compare` does, its crosswalks fetched once."""
    known = {
        (row.from_grade_id, row.to_scale_id): row.to_grade
        for row in Crosswalk.objects.filter(authority=authority).select_related("to_grade__scale")
    }

    def compared(earlier: Judgement, later: Judgement) -> comparing.Comparison:
        def crosswalk(grade: comparing.Graded, scale: str) -> comparing.Graded | None:
            if earlier.grade_id is None or later.scale_id is None:
                return None
            found = known.get((earlier.grade_id, later.scale_id))
            return _graded(found) if found else None

        return comparing.compare(_judged(earlier), _judged(later), crosswalk)

    return compared


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


def last_letter(visit: Visit) -> Inspection | None:
    """The latest letter before a visit that says what has improved or has not; None without one."""
    told = LetterStatement.objects.filter(inspection__authority=visit.authority)
    rows = Inspection.objects.current().filter(pk__in=told.values("inspection"))
    rows = rows.exclude(pk=visit.letter_id) if visit.letter_id else rows
    if visit.latest is not None:
        rows = rows.exclude(first_day__gt=visit.latest)
    latest_first = F("first_day").desc(nulls_last=True)
    return rows.select_related("framework").order_by(latest_first, "-pk").first()


def criteria_answered(
    inspection: Inspection, printed: str
) -> tuple[list[Recommendation], tuple[str, ...]]:
    """The descriptors that a row such as "5.0, 5.1, 5.2" answers, and the numbers not found."""
    wanted = criteria.numbers(printed)
    rows = inspection.recommendations.filter(
        kind=Recommendation.Kind.DESCRIPTOR, number__in=wanted
    ).order_by("order")
    known = {row.number: row for row in reversed(rows)}
    found = [known[number] for number in wanted if number in known]
    return found, tuple(number for number in wanted if number not in known)


def criteria_tree(inspection: Inspection) -> list[tuple[Recommendation, list[Recommendation]]]:
    """The descriptors without a parent, by number, each with those that stand under it."""
    rows = inspection.recommendations.filter(kind=Recommendation.Kind.DESCRIPTOR)
    ordered = sorted(rows, key=lambda row: (criteria.levels(row.number), row.order))
    under: dict[int | None, list[Recommendation]] = {}
    for row in ordered:
        under.setdefault(row.parent_id, []).append(row)
    return [(row, under.get(row.pk, [])) for row in under.get(None, [])]


def reached(
    target: NumericTarget,
    groups: Mapping[str, tuple[int, int] | None],
    *,
    expected: Iterable[str] = (),
) -> targets.Reached:
    """Whether the groups, each (numerator, denominator), reach a target; see `targets.reached`."""
    level = targets.Commitment(
        words=target.printed,
        comparator=target.comparator,
        value=target.value,
        population=target.population,
        each_group=target.each_group,
    )
    return targets.reached(level, groups, expected=expected)


def repeats_of(inspection: Inspection) -> list[Repeat]:
    """What of it was raised in an earlier inspection, as confirmed by a person, in its order."""
    rows = Repeat.objects.filter(later__inspection=inspection, state=Repeat.State.CONFIRMED)
    return list(rows.select_related("later", "earlier__inspection").order_by("later__order", "pk"))


def lineage(inspection: Inspection) -> list[Inspection]:
    """The earlier inspections that it, or one of those, refers to; the latest first."""
    found: dict[int, Inspection] = {}
    waiting = [inspection]
    while waiting:
        links = waiting.pop().previous_ones.filter(previous__isnull=False)
        for link in links.select_related("previous__framework"):
            if link.previous and link.previous.pk not in {inspection.pk, *found}:
                found[link.previous.pk] = link.previous
                waiting.append(link.previous)
    return sorted(found.values(), key=lambda row: row.first_day or date.min, reverse=True)


def referrals_back(inspection: Inspection) -> referrals.Sums:
    """The cases that inspectors referred back, added up; for every colleague."""
    return referrals.sums(
        referrals.Referred(row.referred_on, row.responded_on, row.outcome)
        for row in inspection.referrals_back.all()
    )
