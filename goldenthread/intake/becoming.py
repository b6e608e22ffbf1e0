"""What a confirmed draft becomes: a report with its judgements, or a plan with its actions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Model

from goldenthread.inspections import actions as inspections
from goldenthread.inspections import descriptors
from goldenthread.inspections.models import Inspection
from goldenthread.intake import linking
from goldenthread.intake.changes import Draft
from goldenthread.intake.draft.as_plan import Told, plan_of
from goldenthread.intake.draft.as_report import KINDS as REPORTS
from goldenthread.intake.draft.as_report import report_of
from goldenthread.intake.draft.as_timescales import Dating
from goldenthread.intake.draft.form import proposal_of
from goldenthread.intake.models import Import, Question
from goldenthread.intake.proposing import PLAN, as_asked
from goldenthread.intake.standing import who_of
from goldenthread.people.models import User
from goldenthread.plans import actions as plans
from goldenthread.plans.models import Plan

__all__ = ["PLAN", "REPORTS", "Became", "become_plan", "become_report"]
Made = list[tuple[str, Model]]


@dataclass(frozen=True, kw_only=True)
class Became:
    """What was made: the report or the plan, and every row by its kind."""

    inspection: Inspection | None = None
    plan: Plan | None = None
    made: Made = field(default_factory=list)


def become_report(row: Import, draft: Draft, by: User, *, despite: str) -> Became:
    """Record a report, a letter, or what a decision report tells of one."""
    inspection = inspections.record_report(
        authority=row.authority,
        by=by,
        upload=row.upload,
        report=report_of(draft),
        despite=despite,
    )
    made: Made = [
        ("inspection", inspection),
        *(("judgement", one) for one in inspection.judgements.all()),
        *(("finding", one) for one in inspection.findings.all()),
        *(("recommendation", one) for one in inspection.recommendations.all()),
    ]
    return Became(inspection=inspection, made=made)


def become_plan(
    row: Import, draft: Draft, by: User, *, left: Sequence[Question], replaces: Plan | None
) -> Became:
    """Record a plan or its next version; what nobody answered goes along as 'to settle'."""
    report = _dated(row, draft, by)
    criteria = _criteria(row, draft, by)
    links = linking.by_number(draft, criteria) if criteria else linking.links_of(draft)
    told = Told(
        title=str(draft.get("title") or ""),
        who=who_of(draft, row.authority, by),
        links=[(one["item"], one["recommendation"], one["signed_off"]) for one in links],
        left=[as_asked(question) for question in left],
        dating=Dating(
            published=report.published_on if report else None,
            last_day=report.last_day if report else None,
        ),
    )
    plan = plans.record_plan(
        authority=row.authority,
        by=by,
        upload=row.upload,
        plan=plan_of(draft, told),
        replaces=replaces,
    )
    made: Made = [
        ("plan", plan),
        ("version", plan.current_version),
        *(("item", one) for one in plan.items.filter(dropped_in=None)),
        *(("action", one) for one in plan.actions.filter(dropped_in=None)),
    ]
    if criteria is not None:
        made += [
            ("inspection", criteria),
            *(("recommendation", one) for one in criteria.recommendations.all()),
        ]
    return Became(plan=plan, made=made)


def _criteria(row: Import, draft: Draft, by: User) -> Inspection | None:
    """The 'Good' criteria that a plan answers, recorded from the plan itself (B-08).

    None where it answers none, or where its items are linked to what is recorded already.
    """
    proposal = proposal_of(draft)
    if linking.links_of(draft) or not descriptors.criteria_in(proposal):
        return None
    report = descriptors.from_plan(proposal)
    return inspections.record_report(
        authority=row.authority, by=by, upload=row.upload, report=report
    )


def _dated(row: Import, draft: Draft, by: User) -> Inspection | None:
    """The report that a plan answers, with the days of its inspection that a person gave."""
    report = row.inspection
    given = linking.days_given(draft)
    if report is None or report.first_day is not None or given is None:
        return report
    return inspections.record_inspection_days(
        inspection=report, first=given[0], last=given[1], by=by, why=f"given for the plan {row}"
    )
