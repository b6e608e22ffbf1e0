"""Keeping the log of fieldwork: inspectors' queries (A-18) and cases referred back (A-19)."""

from datetime import date

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.actions.rows import changeable
from goldenthread.inspections.models import (
    DataCorrection,
    Inspection,
    InspectorQuery,
    ReferralBack,
)
from goldenthread.people.history import record
from goldenthread.people.models import Team, User

LOG = "inspections.log_query"
REFER = "inspections.refer_back"


@transaction.atomic
def log_query(
    *, inspection: Inspection, text: str, asked_on: date, by: User, asked_of: str = ""
) -> InspectorQuery:
    """Log what an inspector asked; numbers count up within the inspection.

    Args:
        asked_of: the post or team that was asked.

    Raises:
        NotAllowed:    `by` may not log queries of the authority.
        NotAllowedNow: the text is empty, the day lies ahead or after the fieldwork.
    """
    row = changeable(inspection, by, LOG)
    if not text.strip():
        raise NotAllowedNow("Say what was asked.")
    _has_come(asked_on)
    if row.last_day is not None and asked_on > row.last_day:
        raise NotAllowedNow(f"Fieldwork ended on {row.last_day:%d/%m/%Y}. Look the day up again.")
    made = InspectorQuery.objects.create(
        inspection=row,
        number=_next(row.inspector_queries.all()),
        text=text.strip(),
        asked_on=asked_on,
        asked_of=asked_of,
        logged_by=by,
        logged_at=timezone.now(),
    )
    record(by=by, verb="logged", thing=made, after={"text": made.text, "asked_on": asked_on})
    return made


@transaction.atomic
def answer_query(
    *, query: InspectorQuery, response: str, responded_on: date, by: User
) -> InspectorQuery:
    """Enter what the council answered; a later answer replaces an earlier one, history keeps both.

    Raises:
        NotAllowed:    `by` may not log queries of the authority.
        NotAllowedNow: the answer is empty, its day lies ahead or before the question.
    """
    row = _query(query, by)
    if not response.strip():
        raise NotAllowedNow("Say what was answered.")
    _has_come(responded_on)
    if responded_on < row.asked_on:
        raise NotAllowedNow(f"It was asked on {row.asked_on:%d/%m/%Y}, after that day.")
    before = {"response": row.response, "responded_on": row.responded_on}
    row.response, row.responded_on = response.strip(), responded_on
    row.save(update_fields=["response", "responded_on"])
    after = {"response": row.response, "responded_on": responded_on}
    record(by=by, verb="answered", thing=row, before=before, after=after)
    return row


@transaction.atomic
def record_correction(
    *,
    query: InspectorQuery,
    what: str,
    was: str,
    became: str,
    corrected_on: date,
    by: User,
    indicator: str = "",
) -> DataCorrection:
    """Record what was put right after a query: the figure or record, before and after.

    Raises:
        NotAllowed:    `by` may not log queries of the authority.
        NotAllowedNow: something is left empty, nothing changed, or the day lies ahead or
                       before the question.
    """
    row = _query(query, by)
    told = [text.strip() for text in (what, was, became)]
    if not all(told) or told[1] == told[2]:
        raise NotAllowedNow("Say what was wrong, what it was and what it became.")
    _has_come(corrected_on)
    if corrected_on < row.asked_on:
        raise NotAllowedNow(f"It was asked on {row.asked_on:%d/%m/%Y}, after that day.")
    made = DataCorrection.objects.create(
        query=row,
        what=told[0],
        was=told[1],
        became=told[2],
        indicator=indicator,
        corrected_on=corrected_on,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    record(
        by=by,
        verb="corrected",
        thing=made,
        before={"value": made.was},
        after={"value": made.became},
    )
    return made


@transaction.atomic
def refer_back(
    *, inspection: Inspection, reason: str, referred_on: date, by: User, team: Team | None = None
) -> ReferralBack:
    """Enter that inspectors referred a child's case back; nothing of the child is entered.

    Raises:
        NotAllowed:    `by` is not cleared for such cases.
        NotAllowedNow: the reason is unknown, the team is another authority's, or the day
                       lies ahead.
    """
    row = changeable(inspection, by, REFER)
    if reason not in ReferralBack.Reason.values:
        raise NotAllowedNow("The reason is one of the list. Choose one.")
    if team is not None and team.authority_id != row.authority_id:
        raise NotAllowedNow("Nothing crosses between authorities: choose one of its teams.")
    _has_come(referred_on)
    made = ReferralBack.objects.create(
        inspection=row,
        number=_next(row.referrals_back.all()),
        reason=reason,
        team=team,
        referred_on=referred_on,
        entered_by=by,
        entered_at=timezone.now(),
    )
    record(by=by, verb="referred", thing=made)
    return made


@transaction.atomic
def respond_to_referral(
    *, referral: ReferralBack, responded_on: date, by: User, outcome: str = ""
) -> ReferralBack:
    """Enter the day of the response and, once known, what came of it.

    Raises:
        NotAllowed:    `by` is not cleared for such cases.
        NotAllowedNow: the outcome is unknown, the day lies ahead or before the referral.
    """
    inspection = changeable(referral.inspection, by, REFER)
    rows = inspection.referrals_back.select_for_update().visible_to(by)
    row: ReferralBack = rows.get(pk=referral.pk)
    if outcome and outcome not in ReferralBack.Outcome.values:
        raise NotAllowedNow("The outcome is one of the list. Choose one.")
    _has_come(responded_on)
    if responded_on < row.referred_on:
        raise NotAllowedNow("The response comes after the referral. Look the day up again.")
    row.responded_on, row.outcome = responded_on, outcome
    row.save(update_fields=["responded_on", "outcome"])
    record(by=by, verb="responded", thing=row)
    return row


def _query(query: InspectorQuery, by: User) -> InspectorQuery:
    inspection = changeable(query.inspection, by, LOG)
    row: InspectorQuery = inspection.inspector_queries.select_for_update().get(pk=query.pk)
    return row


def _has_come(day: date) -> None:
    if day > timezone.localdate():
        raise NotAllowedNow(f"{day:%d/%m/%Y} lies ahead. Enter the day when it has come.")


def _next(rows: QuerySet[InspectorQuery] | QuerySet[ReferralBack]) -> int:
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1
