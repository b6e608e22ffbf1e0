"""The secret address of one's calendar: made, ended, and whose it is."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed
from goldenthread.people.history import record
from goldenthread.people.models import CalendarAddress, User
from goldenthread.people.permissions import VERBS

KEEP = "people.keep_calendar"


@transaction.atomic
def new_calendar_address(*, user: User, by: User) -> str:
    """Make a new secret; the one of before does not work any more. It is returned this once.

    Raises:
        NotAllowed: it is somebody else's calendar, or they hold no role any more.
    """
    _is_own(user, by)
    _end(user)
    secret = secrets.token_urlsafe(32)
    made = CalendarAddress.objects.create(user=user, digest=_digest(secret))
    record(by=by, verb="made a calendar address", thing=made)
    return secret


@transaction.atomic
def end_calendar_address(*, user: User, by: User) -> int:
    """Have the secret work no more; returns how many there were.

    Raises:
        NotAllowed: it is somebody else's calendar, or they hold no role any more.
    """
    _is_own(user, by)
    ended = _end(user)
    for row in ended:
        record(by=by, verb="ended a calendar address", thing=row)
    return len(ended)


def owner_of(secret: str) -> User | None:
    """Whose calendar it is; None where the secret is wrong or ended, or the account is off."""
    rows = CalendarAddress.objects.current().filter(digest=_digest(secret), user__is_active=True)
    found = rows.select_related("user").first()
    return found.user if found else None


def _is_own(user: User, by: User) -> None:
    held = by.role_holdings.current().filter(role__in=sorted(VERBS[KEEP].roles))
    if user.pk != by.pk or not by.is_active or not held.exists():
        raise NotAllowed("This is somebody else's calendar. Nothing was changed.")


def _end(user: User) -> list[CalendarAddress]:
    rows = list(CalendarAddress.objects.select_for_update().current().filter(user=user))
    CalendarAddress.objects.filter(pk__in=[row.pk for row in rows]).update(ended_at=timezone.now())
    return rows


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
