"""What people say of a recommendation: whom it addresses, what it measures, what partners do."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import addressing
from goldenthread.inspections.actions import beside
from goldenthread.inspections.actions.rows import asked, changeable
from goldenthread.inspections.models import NumericTarget, PartnerContribution, Recommendation
from goldenthread.people.history import record
from goldenthread.people.models import PartnerOrganisation, User

READ_AGAIN = "inspections.read_again"


@transaction.atomic
def set_addressees(
    *,
    recommendation: Recommendation,
    bodies: Sequence[str],
    by: User,
    part: str = "",
    why: str = "",
) -> Recommendation:
    """Say whom a recommendation addresses; what the report prints stays beside it (B-03).

    Args:
        bodies: names of bodies, in order.
        part:   the council's part; empty for what follows from the bodies.

    Raises:
        NotAllowed:    `by` may not correct recommendations of the authority.
        NotAllowedNow: no body is named or one is empty, the part is unknown, or there is no
                       reason for a part other than the one that follows.
    """
    row = asked(recommendation, by, READ_AGAIN)
    names = [name.strip() for name in bodies]
    if not names or not all(names):
        raise NotAllowedNow("A recommendation addresses somebody. Name each body.")
    found = addressing.addressed(names, authority=row.authority.name)
    follows = addressing.council_part(found, body=row.body)
    if part and part not in Recommendation.Part.values:
        raise NotAllowedNow(f"“{part}” is no part of the council. Choose one of the list.")
    if part and part != follows and not why.strip():
        raise NotAllowedNow(f"From these bodies the council would be {follows}. Say why not.")
    before = {"bodies": [one.printed for one in row.bodies.all()], "part": row.council_part}
    row.bodies.all().delete()
    beside.addressees(row, found, beside.partners_of(row.authority))
    row.council_part, row.council_part_from = part or follows, "entered"
    row.save(update_fields=["council_part", "council_part_from"])
    after = {"bodies": names, "part": row.council_part}
    record(by=by, verb="addressed", thing=row, before=before, after=after, why=why)
    return row


@transaction.atomic
def mark_shared(
    *, recommendation: Recommendation, shared: bool, why: str, by: User
) -> Recommendation:
    """Say whether the judgement about it rests on more than the council (B-10).

    Raises:
        NotAllowed:    `by` may not correct recommendations of the authority.
        NotAllowedNow: there is no reason, or partners' contributions would be left behind.
    """
    row = asked(recommendation, by, READ_AGAIN)
    if not why.strip():
        raise NotAllowedNow("Say why. Nothing was changed.")
    if not shared and row.contributions.exists():
        raise NotAllowedNow("Partners' contributions are recorded: it stays shared.")
    before, row.shared = row.shared, shared
    row.save(update_fields=["shared"])
    record(
        by=by,
        verb="shared",
        thing=row,
        before={"shared": before},
        after={"shared": shared},
        why=why,
    )
    return row


@transaction.atomic
def record_contribution(
    *,
    recommendation: Recommendation,
    partner: PartnerOrganisation,
    text: str,
    said_on: date,
    by: User,
) -> PartnerContribution:
    """Record what a partner does towards a shared recommendation, apart from what the council does.

    Raises:
        NotAllowed:    `by` may not correct recommendations of the authority.
        NotAllowedNow: it is not shared, the partner is another authority's, the text is
                       empty or the day lies ahead.
    """
    row = asked(recommendation, by, READ_AGAIN)
    if not row.shared:
        raise NotAllowedNow("It is not marked as shared with partners. Mark it first.")
    if partner.authority_id != row.inspection.authority_id:
        raise NotAllowedNow("Nothing crosses between authorities: choose one of its partners.")
    if not text.strip() or said_on > timezone.localdate():
        raise NotAllowedNow(
            "Say what the partner does, and on which day that has come it was said."
        )
    made = PartnerContribution.objects.create(
        recommendation=row,
        partner=partner,
        text=text.strip(),
        said_on=said_on,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    after = {"partner": partner.pk, "text": made.text, "said_on": said_on}
    record(by=by, verb="contributed", thing=made, after=after)
    return made


@transaction.atomic
def decide_target(
    *, target: NumericTarget, confirmed: bool, by: User, indicator: str = "", why: str = ""
) -> NumericTarget:
    """Confirm a number that was read from the words, and what measures it; or refuse it (B-11).

    Args:
        indicator: the catalogue's name of the indicator, empty while nobody has said which.
        why:       needed for a refusal.

    Raises:
        NotAllowed:    `by` may not correct recommendations of the authority.
        NotAllowedNow: a refusal has no reason, or names an indicator.
    """
    inspection = changeable(target.recommendation.inspection, by, READ_AGAIN)
    rows = NumericTarget.objects.select_for_update().filter(recommendation__inspection=inspection)
    row = rows.get(pk=target.pk)
    if not confirmed and (indicator or not why.strip()):
        raise NotAllowedNow("A refusal has a reason and no indicator. Say why it is no target.")
    before = {"state": row.state, "indicator": row.indicator}
    row.state = NumericTarget.State.CONFIRMED if confirmed else NumericTarget.State.REFUSED
    row.indicator, row.decided_by, row.decided_at = indicator, by, timezone.now()
    row.save()
    after = {"state": row.state, "indicator": row.indicator}
    record(by=by, verb="decided", thing=row, before=before, after=after, why=why)
    return row
