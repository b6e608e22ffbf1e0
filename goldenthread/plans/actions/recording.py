"""Recording a plan that a person has confirmed: one call, one transaction, one history line."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.models import Judgement, Recommendation
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require
from goldenthread.plans import checks, faults
from goldenthread.plans.actions import beside, linking, parting, writing
from goldenthread.plans.actions.rows import changeable
from goldenthread.plans.actions.waking import wake
from goldenthread.plans.actions.writing import Sheet
from goldenthread.plans.drafts import PlanDraft
from goldenthread.plans.models import AsReported, Plan, SourceIssue, ToSettle, Version
from goldenthread.plans.rungs import CLOSED
from goldenthread.sources.models import Upload

RECORD = "plans.record_plan"


@transaction.atomic
def record_plan(
    *,
    authority: Authority,
    by: User,
    upload: Upload | None,
    plan: PlanDraft,
    replaces: Plan | None = None,
) -> Plan:
    """Record a confirmed plan, or the next version of one.

    Nothing that it says sets a state: progress, evidence and completion are kept as reported.
    In a next version the rows that it still holds keep their public ids; what it no longer
    holds is dropped, not deleted; what people have set here stays and is asked about.

    Args:
        upload:   the document, of the same authority; None where somebody typed it in.
        replaces: the plan that this is the next version of.

    Returns:
        The plan; `current_version` is what was recorded.

    Raises:
        NotAllowed:    `by` may not record plans of the authority.
        NotAllowedNow: the draft has a problem, which is named; the upload, the plan or a
                       recommendation is another authority's; or the plan is not current.
        IndexError:    the draft names a row that it does not have.
    """
    require(by, RECORD, authority)
    if upload is not None and upload.authority != authority:
        raise NotAllowedNow(f"Nothing crosses between authorities: this is no file of {authority}.")
    if problems := checks.problems(plan):
        raise NotAllowedNow(" ".join(problems))
    _stay_within(authority, plan)
    row = _plan(authority, by, plan, replaces)
    sheet = Sheet(_version(row, by, upload, plan), plan, by)
    writing.items(sheet, writing.parts(sheet))
    writing.actions(sheet)
    for write in (
        beside.standings,
        beside.deadlines,
        parting.milestones,
        beside.tests,
        beside.reported,
        beside.references,
        _links,
        _issues,
        _completions,
        _to_settle,
    ):
        write(sheet)
    record(by=by, verb=_verb(sheet), thing=row, after=_told(sheet))
    wake(row)
    return row


def _stay_within(authority: Authority, draft: PlanDraft) -> None:
    """Stop where somebody who stands in the plan, or a grade, is another authority's."""
    standings = [standing for action in draft.actions for standing in action.standings]
    people = [
        known for one in standings for who in checks.WHO if (known := getattr(one, who)) is not None
    ]
    printed = [one.judgement for part in draft.parts for one in part.judgements]
    grades = {judgement for judgement in printed if judgement is not None}
    here = Judgement.objects.filter(pk__in=grades, inspection__authority=authority).count()
    if here != len(grades) or any(one.authority != authority for one in people):
        raise NotAllowedNow(
            "Nothing crosses between authorities: the plan names somebody or a grade of another."
        )


def _plan(authority: Authority, by: User, draft: PlanDraft, replaces: Plan | None) -> Plan:
    if replaces is not None:
        row = changeable(replaces, by, RECORD)
        if row.authority != authority:
            raise NotAllowedNow(f"Nothing crosses between authorities: {row} is another's plan.")
        row.title = draft.title
        row.save(update_fields=["title"])
        return row
    # Locked, so that two plans recorded at once do not take the same id.
    Authority.objects.select_for_update().get(pk=authority.pk)
    given = Plan.objects.filter(authority=authority).values_list("public_id", flat=True)
    number = max((int(public_id.removeprefix("P")) for public_id in given), default=0) + 1
    return Plan.objects.create(
        authority=authority,
        public_id=f"P{number}",
        title=draft.title,
        recorded_by=by,
        recorded_at=timezone.now(),
    )


def _version(plan: Plan, by: User, upload: Upload | None, draft: PlanDraft) -> Version:
    numbers = plan.versions.values_list("number", flat=True)
    plan.versions.filter(state=Version.State.CURRENT).update(state=Version.State.REPLACED)
    return Version.objects.create(
        plan=plan,
        number=max(numbers, default=0) + 1,
        title=draft.title,
        label=draft.label,
        day=draft.day,
        day_precision=draft.precision,
        upload=upload,
        recorded_by=by,
        recorded_at=timezone.now(),
    )


def _links(sheet: Sheet) -> None:
    """The confirmed links; one that stands from an earlier version stays as it is."""
    for draft in sheet.draft.links:
        item = sheet.items[draft.item]
        rows = Recommendation.objects.select_related("inspection__authority").visible_to(sheet.by)
        recommendation = rows.filter(pk=draft.recommendation).first()
        if recommendation is None:
            raise NotAllowedNow(f"{item} is linked to a recommendation that is not there.")
        if item.answered.current().filter(recommendation=recommendation).exists():
            continue
        link = linking.write_link(item, recommendation, sheet.by)
        if draft.signed_off and link.difference:
            require(sheet.by, linking.SIGN_OFF, item.authority)
            linking.sign(link, sheet.by)


def _issues(sheet: Sheet) -> None:
    """The faults of the document that its reader found, and those that the rules here find."""
    found = [*sheet.draft.issues, *faults.of_plan(sheet.draft)]
    SourceIssue.objects.bulk_create(
        SourceIssue(
            version=sheet.version,
            where=draft.where,
            problem=draft.problem,
            fix=draft.fix,
            source_place=dict(draft.place),
        )
        for draft in found
    )


def _to_settle(sheet: Sheet) -> None:
    left = [
        ToSettle(
            version=sheet.version,
            item=sheet.items[draft.item] if draft.item is not None else None,
            action=sheet.actions[draft.action] if draft.action is not None else None,
            topic=draft.topic,
            words=draft.words,
            suggestion=dict(draft.suggestion),
            source_place=dict(draft.place),
        )
        for draft in sheet.draft.to_settle
    ]
    rows = [*left, *sheet.asked]
    for order, row in enumerate(rows, start=1):
        row.order = order
    ToSettle.objects.bulk_create(rows)


def _completions(sheet: Sheet) -> None:
    """Whether a person takes over that an action is completed, where the document gives a day."""
    claims = AsReported.objects.filter(
        version=sheet.version, action__same_as=None, claims="completed", completed_on__isnull=False
    )
    closed = Q(action__delivery__state__in=CLOSED)
    asked: dict[int, AsReported] = {}
    for claim in claims.exclude(closed).select_related("action").order_by("pk"):
        asked.setdefault(claim.action_id or 0, claim)
    for claim in asked.values():
        words = f"Is {claim.action} completed, as the plan says: “{claim.text}”?"
        row = ToSettle(
            version=sheet.version,
            action=claim.action,
            topic=ToSettle.Topic.COMPLETION,
            words=words,
            suggestion={"take_over": True},
            source_place=claim.source_place,
        )
        answered = ToSettle.objects.filter(action=claim.action, words=words, state="settled")
        if not answered.exists():
            sheet.asked.append(row)


def _verb(sheet: Sheet) -> str:
    return "recorded" if sheet.version.number == 1 else "recorded the next version"


def _told(sheet: Sheet) -> dict[str, object]:
    return {
        "title": sheet.draft.title,
        "version": sheet.version.number,
        "label": sheet.draft.label,
        "items": len(sheet.items),
        "actions": len(sheet.actions),
        "kept": len(sheet.known),
        "to settle": len(sheet.draft.to_settle) + len(sheet.asked),
    }
