"""Repeats of an earlier inspection: proposed by likeness, confirmed or refused by a person (A-14)."""

from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import repeats
from goldenthread.inspections.actions.rows import changeable
from goldenthread.inspections.models import Inspection, Recommendation, Repeat
from goldenthread.people.history import record
from goldenthread.people.models import User

LINK = "inspections.link"


@transaction.atomic
def propose_repeats(*, inspection: Inspection, by: User) -> list[Repeat]:
    """Propose what of it was asked before, of whichever body, under whichever framework.

    It is compared with the authority's current inspections that began earlier. What was
    proposed or decided before stays as it is.

    Returns:
        The new proposals, the likest first.

    Raises:
        NotAllowed:    `by` may not link in the authority.
        NotAllowedNow: its first day is not known, so that nothing is known to be earlier.
    """
    row = changeable(inspection, by, LINK)
    if row.first_day is None:
        raise NotAllowedNow("The day of this inspection is not known. Enter its days first.")
    earlier = Recommendation.objects.filter(
        inspection__in=Inspection.objects.current().filter(
            authority=row.authority, first_day__lt=row.first_day
        )
    )
    known = set(Repeat.objects.filter(later__inspection=row).values_list("later", "earlier"))
    found = repeats.propose(_points(row.recommendations.all()), _points(earlier))
    made = [_proposed(one) for one in found if (one.later, one.earlier) not in known]
    Repeat.objects.bulk_create(made)
    if made:
        record(by=by, verb="compared", thing=row, after={"repeats proposed": len(made)})
    return made


@transaction.atomic
def decide_repeat(*, repeat: Repeat, is_repeat: bool, by: User, why: str = "") -> Repeat:
    """Say that a proposal is the same matter, or (with a reason) that it is another.

    Raises:
        NotAllowed:    `by` may not link in the authority.
        NotAllowedNow: a refusal has no reason.
    """
    inspection = changeable(repeat.later.inspection, by, LINK)
    rows = Repeat.objects.select_for_update().filter(later__inspection=inspection)
    row = rows.get(pk=repeat.pk)
    if not is_repeat and not why.strip():
        raise NotAllowedNow("Say why it is another matter. The proposal stays.")
    return _decide(row, is_repeat=is_repeat, by=by, why=why)


@transaction.atomic
def record_repeat(*, later: Recommendation, earlier: Recommendation, why: str, by: User) -> Repeat:
    """Tie two recommendations that no likeness has found.

    Raises:
        NotAllowed:    `by` may not link in the authority.
        NotAllowedNow: they are of two authorities, the earlier one is not from before, or
                       there is no reason.
    """
    inspection = changeable(later.inspection, by, LINK)
    before = earlier.inspection
    if before.authority_id != inspection.authority_id:
        raise NotAllowedNow("Nothing crosses between authorities: choose one of its inspections.")
    days = (before.first_day, inspection.first_day)
    if before.pk == inspection.pk or (days[0] and days[1] and days[0] >= days[1]):
        raise NotAllowedNow("A repeat comes after what it repeats. Choose an earlier inspection.")
    if not why.strip():
        raise NotAllowedNow("Say why it is the same matter.")
    years = repeats.years_between(*days)
    row = Repeat.objects.filter(later=later, earlier=earlier).first()
    row = row or Repeat(later=later, earlier=earlier, years=_decimal(years))
    return _decide(row, is_repeat=True, by=by, why=why)


def _decide(row: Repeat, *, is_repeat: bool, by: User, why: str) -> Repeat:
    before = {"state": row.state} if row.pk else {}
    row.state = Repeat.State.CONFIRMED if is_repeat else Repeat.State.REFUSED
    row.why, row.decided_by, row.decided_at = why.strip(), by, timezone.now()
    row.save()
    after = {"state": row.state, "later": row.later_id, "earlier": row.earlier_id}
    record(by=by, verb="decided", thing=row, before=before, after=after, why=why)
    return row


def _points(rows: QuerySet[Recommendation]) -> list[repeats.Point]:
    chosen = rows.select_related("inspection").order_by("inspection", "order")
    return [repeats.Point(row.pk, row.text, row.inspection.first_day) for row in chosen]


def _proposed(one: repeats.Proposal) -> Repeat:
    return Repeat(
        later_id=one.later,
        earlier_id=one.earlier,
        likeness=_decimal(one.likeness),
        words=list(one.words),
        years=_decimal(one.years),
    )


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
