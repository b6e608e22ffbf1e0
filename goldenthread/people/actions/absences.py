"""Entering that somebody is away and who stands in for them, and taking it back."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.alike import alike
from goldenthread.people.history import record
from goldenthread.people.models import Absence, Person, RoleHolding, User
from goldenthread.people.models.absences import DEPUTIES
from goldenthread.people.permissions import require
from goldenthread.people.roles import COLLEAGUES

ENTER = "people.enter_absence"


@transaction.atomic
def enter_absence(
    *, person: Person, deputy: Person, started_on: date, ended_on: date, by: User
) -> Absence:
    """Enter that a person is away, both days included, and who is asked meanwhile.

    Raises:
        NotAllowed:          it is neither `by` themselves, nor are they an improvement officer.
        NotAllowedNow:       the days are past or the wrong way round, the person is away then
                             already, or the deputy cannot be one.
        Person.DoesNotExist: `by` may not see the person or the deputy.
    """
    row = _seen(person, by)
    other = Person.objects.visible_to(by).select_related("user").get(pk=deputy.pk)
    _in_order(started_on, ended_on)
    if why := objection(other, row, ended_on):
        raise NotAllowedNow(f"{other} cannot stand in for {row}: {why} Nothing was changed.")
    same = row.absences.standing().filter(started_on__lte=ended_on, ended_on__gte=started_on)
    if before := same.first():
        raise NotAllowedNow(
            f"{row} is away from {without_weekday(before.started_on)} to "
            f"{without_weekday(before.ended_on)} already. Take that back, or choose other days."
        )
    made = Absence.objects.create(
        person=row, deputy=other, started_on=started_on, ended_on=ended_on, entered_by=by
    )
    after = {"person": row.pk, "deputy": other.pk, "from": started_on, "to": ended_on}
    record(by=by, verb="entered that somebody is away", thing=made, after=after)
    return made


@transaction.atomic
def withdraw_absence(*, absence: Absence, by: User) -> Absence:
    """Take back that somebody is away: from now on they are asked themselves.

    Raises:
        NotAllowed:           it is neither `by` themselves, nor are they an improvement officer.
        NotAllowedNow:        it was taken back, or is over.
        Absence.DoesNotExist: `by` may not see it.
    """
    row = Absence.objects.visible_to(by).select_for_update(of=("self",)).get(pk=absence.pk)
    _seen(row.person, by)
    if row.withdrawn_at is not None or row.ended_on < timezone.localdate():
        raise NotAllowedNow(f"{row.person} is not away any more. Nothing was changed.")
    row.withdrawn_by, row.withdrawn_at = by, timezone.now()
    row.save(update_fields=["withdrawn_by", "withdrawn_at"])
    record(by=by, verb="took back that somebody is away", thing=row)
    return row


def objection(deputy: Person, person: Person, until: date) -> str:
    """Why somebody cannot stand in for a person until a day, as a sentence; "" if they can."""
    if deputy.authority_id != person.authority_id:
        return "they are not of the same council."
    if deputy in alike(person):
        return "somebody else has to."
    if deputy.partner_id is not None:
        return "they work for a partner organisation."
    if deputy.left_on is not None and deputy.left_on < until:
        return "they leave before it is over."
    if not _may_update(deputy):
        roles = " or ".join(f"“{role.label}”" for role in sorted(DEPUTIES))
        return f"they need an account with the role {roles}."
    return ""


def _may_update(deputy: Person) -> bool:
    held = RoleHolding.objects.current().filter(
        user=deputy.user_id, user__is_active=True, authority=deputy.authority_id
    )
    return held.filter(role__in=sorted(DEPUTIES)).exists()


def _seen(person: Person, by: User) -> Person:
    """The person, locked, for themselves or for an improvement officer."""
    rows = Person.objects.visible_to(by).select_for_update(of=("self",))
    row = rows.select_related("authority").get(pk=person.pk)
    if not _is_own(row, by):
        require(by, ENTER, row.authority)
    return row


def _is_own(person: Person, by: User) -> bool:
    held = by.role_holdings.current().filter(authority=person.authority)
    works = held.filter(role__in=sorted(COLLEAGUES)).exists()
    return person.user_id == by.pk and by.is_active and works


def _in_order(started_on: date, ended_on: date) -> None:
    if ended_on < started_on:
        raise NotAllowedNow("The last day is before the first. Nothing was changed.")
    if ended_on < timezone.localdate():
        raise NotAllowedNow("These days are past. Nothing was changed.")
