"""Recording a report that a person has confirmed: one call, one transaction, one history line."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import checks, kinds, upkeep
from goldenthread.inspections.actions import writing
from goldenthread.inspections.actions.writing import Sheet
from goldenthread.inspections.drafts import ReportDraft
from goldenthread.inspections.models import Area, Framework, Inspection, InspectionType
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require
from goldenthread.sources.models import Upload


@transaction.atomic
def record_report(
    *,
    authority: Authority,
    by: User,
    upload: Upload | None,
    report: ReportDraft,
    despite: str = "",
) -> Inspection:
    """Record a confirmed report with all that follows from it.

    Args:
        upload:  the document, of the same authority; None where somebody typed it in.
        despite: why it is recorded although a blocking warning stands (the stated number
                 of recommendations is not what is here). Kept in the history.

    Raises:
        NotAllowed:    `by` may not record reports of the authority.
        NotAllowedNow: the framework is unknown, the upload is another authority's, the
                       days are out of order, or a blocking warning stands without a reason.
    """
    require(by, "inspections.record_report", authority)
    if upload is not None and upload.authority != authority:
        raise NotAllowedNow(f"Nothing crosses between authorities: this is no file of {authority}.")
    sheet = _sheet(report)
    found = checks.warnings(report, sheet.rules)
    _stop_at(found, despite)
    inspection = _inspection(authority, by, upload, report, sheet, found)
    writing.judgements(inspection, report, sheet)
    findings = writing.findings(inspection, report, sheet)
    recommendations = writing.recommendations(inspection, report, sheet)
    writing.links(report, findings, recommendations)
    writing.facts(inspection, by, report)
    writing.stated_deadline(inspection, report)
    computed = upkeep.work_out_again(inspection)
    after = {
        "framework": report.framework,
        "days": inspection.days_printed,
        "published_on": inspection.published_on,
        "judgements": len(report.judgements),
        "findings": len(findings),
        "recommendations": len(recommendations),
        "deadlines": computed,
        "warnings": inspection.warnings,
    }
    record(by=by, verb="recorded", thing=inspection, after=after, why=despite)
    return inspection


def preview(report: ReportDraft) -> tuple[checks.Notice, ...]:
    """What would be warned of if the report were recorded as it is.

    Raises:
        NotAllowedNow: there is no such framework.
    """
    return checks.warnings(report, _sheet(report).rules)


def _sheet(report: ReportDraft) -> Sheet:
    framework = Framework.objects.filter(code=report.framework).select_related("scale").first()
    if framework is None:
        raise NotAllowedNow(f"There is no framework “{report.framework}”. Choose one of the list.")
    areas = {area.code: area for area in framework.areas.all()}
    grades = (
        {grade.code: grade for grade in framework.scale.grades.all()} if framework.scale else {}
    )
    dated = list(framework.areas_on(report.first_day))
    on_the_day = {area.code for area in dated}
    needed = {area.code for area in dated if not area.optional}
    day_known = report.first_day is not None
    rules = checks.Rules(
        areas=frozenset(on_the_day),
        expected=frozenset(needed if day_known or not _changes(areas.values()) else ()),
        grades=tuple(grades.values()),
        valid_from=framework.valid_from,
        valid_to=framework.valid_to,
    )
    return Sheet(framework, areas, grades, rules)


def _changes(areas: Iterable[Area]) -> bool:
    """Whether the areas depend on the day, so that without one none can be called missing."""
    return any(area.valid_from or area.valid_to for area in areas)


def _stop_at(found: tuple[checks.Notice, ...], despite: str) -> None:
    blocking = [notice for notice in found if notice.blocking]
    if blocking and not despite.strip():
        raise NotAllowedNow(" ".join(notice.words for notice in blocking))


def _inspection(
    authority: Authority,
    by: User,
    upload: Upload | None,
    report: ReportDraft,
    sheet: Sheet,
    found: tuple[checks.Notice, ...],
) -> Inspection:
    if report.first_day and report.last_day and report.last_day < report.first_day:
        raise NotAllowedNow("The last day of the inspection is before the first. Correct one.")
    framework = sheet.framework
    return Inspection.objects.create(
        authority=authority,
        framework=framework,
        upload=upload,
        kind=report.kind,
        type=_type(authority, report, framework),
        title=report.title,
        authority_printed=report.authority_printed,
        first_day=report.first_day,
        last_day=report.last_day,
        days_precision=report.precision,
        days_printed=report.days_printed,
        published_on=report.published,
        published_from=report.published_from,
        received_on=report.received,
        inspectorates=list(report.inspectorates or framework.inspectorates),
        lead_inspectors=list(report.lead_inspectors),
        legal_power=report.legal_power or framework.legal_power,
        legal_power_printed=report.legal_power_printed,
        serious_failures=report.serious_failures,
        serious_failures_printed=report.serious_failures_printed,
        scope=report.scope,
        statement_required=report.statement_required,
        stated_recommendations=report.stated_recommendations,
        warnings=[notice.as_json() for notice in found],
        recorded_by=by,
        recorded_at=timezone.now(),
    )


def _type(authority: Authority, report: ReportDraft, framework: Framework) -> InspectionType | None:
    """The type that the report's kind, title or scope names, else what the framework usually is."""
    known = InspectionType.objects.filter(Q(authority=None) | Q(authority=authority))
    named = {one.code: one for one in known}
    texts = (report.kind, report.title, report.scope)
    code = kinds.type_of(texts, list(named.values())) or framework.usual_type
    return named.get(code)
