"""The days of a report and what follows from them; a stated day is never overwritten."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics import obligations, rules
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import upkeep
from goldenthread.inspections.actions.rows import changeable
from goldenthread.inspections.models import Inspection, Obligation, Recommendation
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.sources.models import Upload

VERB = "inspections.record_days"


@transaction.atomic
def record_publication_day(
    *, inspection: Inspection, day: date | None, by: User, why: str = ""
) -> Inspection:
    """Enter or correct the day of publication; deadlines and due dates are worked out again.

    Raises:
        NotAllowed:    `by` may not record days of the authority.
        NotAllowedNow: the day lies ahead or before the inspection, or the report is no
                       longer current.
    """
    return _record_day(inspection, "published_on", day, by, why)


@transaction.atomic
def record_receipt_day(
    *, inspection: Inspection, day: date | None, by: User, why: str = ""
) -> Inspection:
    """Enter or correct the day on which the council received the report; see above."""
    return _record_day(inspection, "received_on", day, by, why)


@transaction.atomic
def record_inspection_days(
    *, inspection: Inspection, first: date, last: date | None, by: User, why: str = ""
) -> Inspection:
    """Enter or correct the days of the inspection itself, which old reports do not print.

    What counts from its last day is worked out again; what the report prints of them stays.

    Raises:
        NotAllowed:    `by` may not record days of the authority.
        NotAllowedNow: the days are out of order, lie ahead or after the publication, or the
                       report is no longer current.
    """
    row = changeable(inspection, by, VERB)
    _in_order(row, first, last or first)
    before = {"first_day": row.first_day, "last_day": row.last_day, "deadlines": _deadlines(row)}
    row.first_day, row.last_day = first, last
    row.days_precision = Inspection.Precision.DAY
    row.save(update_fields=["first_day", "last_day", "days_precision"])
    computed = upkeep.work_out_again(row)
    after = {"first_day": first, "last_day": last, "deadlines": computed}
    record(by=by, verb="dated", thing=row, before=before, after=after, why=why)
    return row


@transaction.atomic
def state_deadline(
    *,
    inspection: Inspection,
    duty: str,
    stated_on: date | None,
    by: User,
    printed: str = "",
    upload: Upload | None = None,
    place: Mapping[str, Any] | None = None,
) -> Obligation:
    """Enter the day that a letter or a paper states for a duty, beside the computed one.

    Raises:
        NotAllowed:    `by` may not record days of the authority.
        NotAllowedNow: there is no such duty, or the file is another authority's.
    """
    inspection = changeable(inspection, by, VERB)
    if duty not in {one.id for one in obligations.OBLIGATIONS}:
        raise NotAllowedNow(f"There is no statutory duty “{duty}”. Choose one of the list.")
    if upload is not None and upload.authority != inspection.authority:
        raise NotAllowedNow("Nothing crosses between authorities: choose a file of this one.")
    row = inspection.obligations.filter(duty=duty).first()
    row = row or Obligation(inspection=inspection, duty=duty)
    before = row.stated_on
    row.stated_on, row.stated_printed = stated_on, printed
    row.stated_upload, row.stated_place = upload, dict(place or {})
    upkeep.work_out(row, inspection)
    row.save()
    after = {"stated_on": stated_on, "printed": printed, "difference": row.difference_words}
    record(by=by, verb="stated", thing=row, before={"stated_on": before}, after=after)
    return row


@transaction.atomic
def count_publication_day(*, obligation: Obligation, counts: bool, by: User) -> Obligation:
    """Count the day of publication as day 1, or (as the law is read) as day 0.

    Raises:
        NotAllowed:    `by` may not record days of the authority.
        NotAllowedNow: the duty is not counted in working days.
    """
    inspection = changeable(obligation.inspection, by, VERB)
    row = inspection.obligations.select_for_update().get(pk=obligation.pk)
    rule = obligations.named(row.duty).rule
    if not rule or not rules.named(rule).day_one:
        raise NotAllowedNow("Only a count of working days can begin with the first day.")
    before = {"day_one": row.publication_day_counts, "computed_on": row.computed_on}
    row.publication_day_counts = counts
    upkeep.work_out(row, inspection)
    row.save()
    after = {"day_one": counts, "computed_on": row.computed_on, "words": row.difference_words}
    record(by=by, verb="counted", thing=row, before=before, after=after)
    return row


@transaction.atomic
def set_local_date(
    *, recommendation: Recommendation, day: date | None, by: User, why: str = ""
) -> Recommendation:
    """Enter the council's own date; needed where the report says 'immediately'.

    Raises:
        NotAllowed: `by` may not record days of the authority.
    """
    inspection = changeable(recommendation.inspection, by, VERB)
    row = inspection.recommendations.select_for_update().get(pk=recommendation.pk)
    before, row.local_date = row.local_date, day
    row.save(update_fields=["local_date"])
    record(
        by=by,
        verb="dated",
        thing=row,
        before={"local_date": before},
        after={"local_date": day},
        why=why,
    )
    return row


def _record_day(
    inspection: Inspection, name: str, day: date | None, by: User, why: str
) -> Inspection:
    row = changeable(inspection, by, VERB)
    _possible(row, day)
    before = {name: getattr(row, name), "deadlines": _deadlines(row)}
    setattr(row, name, day)
    if name == "published_on":
        row.published_from = "entered" if day else ""
    row.save(update_fields=[name, "published_from"])
    computed = upkeep.work_out_again(row)
    after = {name: day, "deadlines": computed}
    record(by=by, verb="dated", thing=row, before=before, after=after, why=why)
    return row


def _possible(row: Inspection, day: date | None) -> None:
    if day is not None and day > timezone.localdate():
        raise NotAllowedNow(f"{day:%d/%m/%Y} lies ahead. Enter the day when it has come.")
    if day is not None and row.first_day is not None and day < row.first_day:
        raise NotAllowedNow(f"{day:%d/%m/%Y} is before the inspection began. Look it up again.")


def _in_order(row: Inspection, first: date, last: date) -> None:
    if last < first:
        raise NotAllowedNow("The last day of the inspection is before the first. Correct one.")
    if last > timezone.localdate():
        raise NotAllowedNow(f"{last:%d/%m/%Y} lies ahead. Enter the day when it has come.")
    if row.published_on is not None and last > row.published_on:
        raise NotAllowedNow(f"{last:%d/%m/%Y} is after the report was published. Correct one.")


def _deadlines(row: Inspection) -> dict[str, date | None]:
    return {one.duty: one.computed_on for one in row.obligations.all()}
