"""Digests: choosing when, making those that are due, claiming one before it goes out."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import Absence, Digest, DigestSetting, RoleHolding, User
from goldenthread.people.permissions import VERBS, may, require
from goldenthread.people.rhythms import LAST_HOUR, SUNDAY, Rhythm, last_due
from goldenthread.people.sending import Fate, Outcome

SEND, CHOOSE, SEND_AGAIN = "people.send_digests", "people.choose_digest", "people.send_again"
FIRST_PAUSE, GROWS_BY, TRIES = timedelta(minutes=15), 3, 6
State = Digest.State


@transaction.atomic
def choose_digest(
    *, user: User, by: User, rhythm: str, weekday: int = 0, hour: int = 7
) -> DigestSetting:
    """Say when one's digest is to come.

    Raises:
        NotAllowed:    it is somebody else's, or they hold no role any more.
        NotAllowedNow: there is no such rhythm, weekday or hour.
    """
    _is_own(user, by)
    if rhythm not in set(Rhythm) or not 0 <= weekday <= SUNDAY or not 0 <= hour <= LAST_HOUR:
        raise NotAllowedNow("When your digest comes: choose a rhythm, a weekday and an hour.")
    row = DigestSetting.objects.select_for_update().filter(user=user).first()
    row = row or DigestSetting(user=user)
    before = {"rhythm": row.rhythm, "weekday": row.weekday, "hour": row.hour}
    row.rhythm, row.weekday, row.hour = rhythm, weekday, hour
    row.changed_at = timezone.now()
    row.save()
    after = {"rhythm": rhythm, "weekday": weekday, "hour": hour}
    record(by=by, verb="chose when the digest comes", thing=row, before=before, after=after)
    return row


def _is_own(user: User, by: User) -> None:
    held = by.role_holdings.current().filter(role__in=sorted(VERBS[CHOOSE].roles))
    if user.pk != by.pk or not by.is_active or not held.exists():
        raise NotAllowed("These are somebody else's settings. Nothing was changed.")


@transaction.atomic
def make_digests(*, by: User, now: datetime) -> int:
    """Make a row for each digest that has come due; returns how many are new.

    The database has one a user, kind and period: made twice, by two workers, or again after a
    clock was set back, the second is none.

    Raises:
        NotAllowed: `by` is no timer.
    """
    require(by, SEND, None)
    wanted = [made for user in _receivers() if (made := _due(user, now)) is not None]
    before = Digest.objects.count()
    Digest.objects.bulk_create(wanted, ignore_conflicts=True)
    return Digest.objects.count() - before


def _receivers() -> list[User]:
    """Everybody with a role today and an account that is on, but for whoever is away.

    What waits for them goes to whoever stands in for them (`deputising`).
    """
    away = Absence.objects.on(timezone.localdate()).filter(
        person__user=OuterRef("user"), person__authority=OuterRef("authority")
    )
    held = RoleHolding.objects.current().filter(~Exists(away), user=OuterRef("pk"))
    settings = Prefetch("digest_setting", queryset=DigestSetting.objects.all())
    people = User.objects.filter(Exists(held), is_active=True, system_code=None)
    return list(people.prefetch_related(settings))


def _due(user: User, now: datetime) -> Digest | None:
    """A digest that came due before somebody had an account, or chose, is not made."""
    chosen = getattr(user, "digest_setting", None) or DigestSetting(user=user)
    due = last_due(now, rhythm=chosen.rhythm, weekday=chosen.weekday, hour=chosen.hour)
    since = chosen.changed_at if chosen.pk else user.made_at
    if due is None or due.at < since:
        return None
    kind = chosen.rhythm
    return Digest(user=user, kind=kind, period=due.period, due_at=due.at, not_before=due.at)


@transaction.atomic
def claim_digest(*, digest: Digest, by: User, now: datetime) -> bool:
    """Take a digest to mail it, before anything goes out; False where another has it.

    Raises:
        NotAllowed: `by` is no timer.
    """
    require(by, SEND, None)
    rows = Digest.objects.filter(pk=digest.pk, state=State.WAITING, not_before__lte=now)
    if not rows.update(state=State.SENDING, claimed_at=now, tries=digest.tries + 1):
        return False
    digest.refresh_from_db()
    record(by=by, verb="is mailing", thing=digest, after={"try": digest.tries})
    return True


@transaction.atomic
def end_digest(*, digest: Digest, by: User, now: datetime, outcome: Outcome | None) -> Digest:
    """Note what became of a digest that was claimed; no outcome means that nothing waited.

    Raises:
        NotAllowed:    `by` is no timer.
        NotAllowedNow: nobody is mailing it.
    """
    require(by, SEND, None)
    row = Digest.objects.select_for_update(of=("self",)).get(pk=digest.pk)
    if row.state != State.SENDING:
        raise NotAllowedNow(f"{row} is not being mailed. Nothing was changed.")
    _end(row, outcome, now)
    row.save()
    record(by=by, verb=f"mailing: {row.get_state_display().lower()}", thing=row)
    return row


def _end(row: Digest, outcome: Outcome | None, now: datetime) -> None:
    if outcome is None:
        row.state, row.problem = State.EMPTY, ""
        return
    row.problem = outcome.problem
    if outcome.fate is Fate.SENT:
        row.state, row.sent_at = State.SENT, now
    elif outcome.fate is Fate.UNKNOWN:
        row.state = State.UNKNOWN
    elif row.tries >= TRIES:
        row.state = State.GIVEN_UP
    else:
        row.state, row.not_before = State.WAITING, now + FIRST_PAUSE * GROWS_BY ** (row.tries - 1)


@transaction.atomic
def leave_digests(*, by: User, before: datetime) -> int:
    """Say of digests that were claimed long ago that nobody knows; their worker has died.

    Raises:
        NotAllowed: `by` is no timer.
    """
    require(by, SEND, None)
    rows = Digest.objects.filter(state=State.SENDING, claimed_at__lt=before)
    words = "The worker stopped while it was being mailed."
    return rows.update(state=State.UNKNOWN, problem=words)


@transaction.atomic
def send_again(*, digest: Digest, by: User) -> Digest:
    """Have a digest mailed that was refused too often, or of which nobody knows.

    Raises:
        NotAllowed:          `by` does not manage the account's users.
        NotAllowedNow:       it waits, was mailed or said nothing.
        Digest.DoesNotExist: `by` may not see it.
    """
    row = Digest.objects.visible_to(by).select_for_update(of=("self",)).get(pk=digest.pk)
    held = row.user.role_holdings.current().select_related("authority")
    if not any(may(by, SEND_AGAIN, one.authority) for one in held):
        raise NotAllowed("Only an administrator has a digest sent again. Nothing was changed.")
    if row.state not in (State.UNKNOWN, State.GIVEN_UP):
        raise NotAllowedNow(f"{row} is {row.get_state_display().lower()}. Nothing was changed.")
    before = row.state
    row.state, row.tries, row.not_before = State.WAITING, 0, timezone.now()
    row.save()
    record(by=by, verb="asked to send again", thing=row, before={"state": before})
    return row
