"""The rows of a report that is being recorded; part of the verb `record_report`."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from goldenthread.inspections import checks, timescales, wordings
from goldenthread.inspections.actions import beside
from goldenthread.inspections.drafts import FindingDraft, RecommendationDraft, ReportDraft
from goldenthread.inspections.models import (
    Area,
    EvidenceBase,
    Finding,
    FindingLink,
    Framework,
    Grade,
    Inspection,
    Judgement,
    LetterStatement,
    Obligation,
    PreviousInspection,
    ProfileFigure,
    Recommendation,
)
from goldenthread.people.models import User

STATEMENT = "written-statement"
JOINT_STATEMENT = "joint-area-statement"


@dataclass(frozen=True)
class Sheet:
    """The catalogue's rows that a report is recorded against: areas and grades by code."""

    framework: Framework
    areas: dict[str, Area]
    grades: dict[str, Grade]
    rules: checks.Rules


def judgements(inspection: Inspection, report: ReportDraft, sheet: Sheet) -> None:
    made: dict[str, Judgement] = {}
    for order, draft in enumerate(report.judgements, start=1):
        area = sheet.areas.get(draft.area)
        made[draft.area] = Judgement.objects.create(
            inspection=inspection,
            order=order,
            area=area,
            area_code=draft.area,
            label=draft.label,
            tree=area.tree if area else "",
            group_printed=draft.group,
            body=area.body if area else draft.body,
            scale=sheet.framework.scale,
            grade=sheet.grades.get(draft.grade or ""),
            grade_printed=draft.grade_printed,
            heading_grade_printed=draft.heading_grade_printed,
            page=draft.page,
            source_place=dict(draft.place),
        )
    for draft in report.judgements:
        _under_parent(made, made[draft.area], draft.parent)


def _under_parent(made: dict[str, Judgement], row: Judgement, printed: str) -> None:
    """The parent as the document says, else as the framework says, if it is judged too."""
    by_rule = row.area.parent.code if row.area and row.area.parent else ""
    parent = made.get(printed or by_rule)
    if parent is not None and parent != row:
        row.parent = parent
        row.save(update_fields=["parent"])


def findings(inspection: Inspection, report: ReportDraft, sheet: Sheet) -> list[Finding]:
    rows = [
        _finding(inspection, order, draft, sheet)
        for order, draft in enumerate(report.findings, start=1)
    ]
    Finding.objects.bulk_create(rows, batch_size=500)
    return list(inspection.findings.order_by("order"))


def _finding(inspection: Inspection, order: int, draft: FindingDraft, sheet: Sheet) -> Finding:
    return Finding(
        inspection=inspection,
        order=order,
        number=draft.number,
        text=draft.text,
        bullets=list(draft.bullets),
        page=draft.page,
        section=draft.section,
        heading=draft.heading,
        area=sheet.areas.get(draft.area),
        area_code=draft.area,
        sense=draft.sense,
        source_place=dict(draft.place),
    )


def recommendations(
    inspection: Inspection, report: ReportDraft, sheet: Sheet
) -> list[Recommendation]:
    rows = [
        _recommendation(inspection, order, draft, sheet.framework.recommendation_kind)
        for order, draft in enumerate(report.recommendations, start=1)
    ]
    Recommendation.objects.bulk_create(rows, batch_size=500)
    made = list(inspection.recommendations.order_by("order"))
    beside.write(made, inspection.authority)
    return made


def _recommendation(
    inspection: Inspection, order: int, draft: RecommendationDraft, usual: str
) -> Recommendation:
    given = timescales.timescale(draft.group)
    return Recommendation(
        inspection=inspection,
        order=order,
        number=draft.number,
        text=draft.text,
        kind=draft.kind or wordings.kind_of(draft.group) or usual,
        consider=wordings.is_to_consider(draft.text),
        to_consider=wordings.to_consider(draft.text),
        shared=bool(draft.shared_printed),
        shared_printed=draft.shared_printed,
        body=draft.body,
        addressees=list(draft.addressees),
        addressees_from=draft.addressees_from,
        group_printed=draft.group,
        theme=draft.theme,
        section=draft.section,
        paragraph=draft.paragraph,
        page=draft.page,
        timescale=given.kind,
        timescale_length=given.length,
        timescale_unit=given.unit,
        source_place=dict(draft.place),
    )


def links(
    report: ReportDraft, findings: list[Finding], recommendations: list[Recommendation]
) -> None:
    by_number = {row.number: row for row in reversed(findings) if row.number is not None}
    asked = {row.number: row for row in reversed(recommendations) if row.number}
    wanted = {
        (by_number[link.paragraph].pk, asked[number].pk if number in asked else None): link.kind
        for link in report.links
        if link.paragraph in by_number
        for number in link.recommendations or ("",)
    }
    FindingLink.objects.bulk_create(
        FindingLink(finding_id=finding, recommendation_id=recommendation, kind=kind)
        for (finding, recommendation), kind in wanted.items()
    )


def facts(inspection: Inspection, by: User, report: ReportDraft) -> None:
    EvidenceBase.objects.bulk_create(
        EvidenceBase(inspection=inspection, order=order, **vars(draft))
        for order, draft in enumerate(report.evidence, start=1)
    )
    ProfileFigure.objects.bulk_create(
        ProfileFigure(inspection=inspection, order=order, **vars(draft))
        for order, draft in enumerate(report.figures, start=1)
    )
    LetterStatement.objects.bulk_create(
        LetterStatement(inspection=inspection, order=order, **vars(draft))
        for order, draft in enumerate(report.statements, start=1)
    )
    now = timezone.now()
    PreviousInspection.objects.bulk_create(
        PreviousInspection(inspection=inspection, text=text, recorded_by=by, recorded_at=now)
        for text in report.previous
    )


def stated_deadline(inspection: Inspection, report: ReportDraft) -> None:
    """Keep the day that the document states for the written statement, beside the computed one."""
    stated: date | None = report.stated_deadline
    if stated is None:
        return
    duty = JOINT_STATEMENT if inspection.framework.code == "JTAI" else STATEMENT
    Obligation.objects.create(
        inspection=inspection,
        duty=duty,
        stated_on=stated,
        stated_printed=report.stated_deadline_printed,
        stated_upload=inspection.upload,
        worked_out_at=timezone.now(),
    )
