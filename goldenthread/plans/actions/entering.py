"""What an officer enters for somebody: they are told, and may correct it for five working days."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.calendars import ACTION_PLANS, Calendar
from goldenthread.basics.clocks import within_working_days
from goldenthread.basics.days import as_day, without_weekday
from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.actions import Message, send_notices
from goldenthread.people.history import record
from goldenthread.people.models import Authority, Person, User
from goldenthread.plans.models import (
    Action,
    Correction,
    Evidence,
    EvidenceVersion,
    Item,
    Update,
)

# Issue of the house: "they may correct it for five working days".
WORKING_DAYS = 5


def last_day_to_correct(entered_on: date, *, calendar: Calendar = ACTION_PLANS) -> date | None:
    """The fifth working day after what was entered on a day; None where no calendar knows."""
    return within_working_days(as_day(entered_on), WORKING_DAYS, calendar=calendar).date


def tell_entered(
    of: Action | Item | Evidence, for_whom: Person | None, by: User, *, key: str, what: str
) -> None:
    """Tell somebody that something was entered for them; whoever has no account cannot be told.

    It names the reference only: it is mailed, and what was entered may be restricted.
    """
    authority = of.plan.authority
    if for_whom is None or not _can_be_told(for_whom.user, by, authority) or not for_whom.user:
        return
    until = last_day_to_correct(timezone.localdate())
    days = f" until {without_weekday(until)}" if until else ""
    words = (
        f"{by} entered {what} for you on {of}. Look at it on My work: if it is not what you "
        f"said, you may correct it{days}. Both texts are kept."
    )
    _send(authority, for_whom.user, key=key, about=f"Entered for you: {of}", words=words)


def _can_be_told(user: User | None, by: User, authority: Authority) -> bool:
    if user is None or user.pk == by.pk or not user.is_active:
        return False
    return user.role_holdings.current().filter(authority=authority).exists()


def _send(authority: Authority, to: User, *, key: str, about: str, words: str) -> None:
    message = Message(to=to, matters=(key,), about=about[:200], words=words)
    teller = User.objects.system("rule.entered-for", "Golden Thread")
    send_notices(authority=authority, messages=[message], by=teller)


@transaction.atomic
def correct_entered(*, of: Update | EvidenceVersion, by: User, text: str) -> Correction:
    """Say 'this is not what I said' of what somebody entered for one; both texts are kept.

    Raises:
        NotAllowed:    it was not entered for `by` by somebody else.
        NotAllowedNow: more than five working days have passed, it is corrected already, or
                       nothing is said.
        DoesNotExist:  `by` may not see it.
    """
    row = type(of).objects.visible_to(by).select_for_update(of=("self",)).get(pk=of.pk)
    field, whom, officer, at = _entered(row)
    if whom is None or whom.user_id != by.pk or officer.pk == by.pk:
        raise NotAllowed("Only whoever it was entered for corrects it. Nothing was changed.")
    until = last_day_to_correct(at)
    if until is not None and timezone.localdate() > until:
        raise NotAllowedNow(
            f"It could be corrected until {without_weekday(until)}. Add an update instead."
        )
    if Correction.objects.filter(**{field: row}).exists():
        raise NotAllowedNow("You corrected it already. Add an update to say more.")
    if not text.strip():
        raise NotAllowedNow("What did you say? Nothing was entered. Nothing was changed.")
    made = Correction.objects.create(**{field: row}, by=by, text=text.strip())
    _noted(row, made, by, officer)
    return made


def _entered(row: Update | EvidenceVersion) -> tuple[str, Person | None, User, date]:
    if isinstance(row, Update):
        return "of_update", row.for_whom, row.by, row.at
    return "version", row.filed_for, row.filed_by, row.filed_at


def _noted(row: Update | EvidenceVersion, made: Correction, by: User, officer: User) -> None:
    """A line of history on what it is of; whoever entered it is told."""
    of = row.of if isinstance(row, Update) else row.evidence
    authority = of.plan.authority
    if _can_be_told(officer, by, authority):
        words = f"{by} corrected what you entered for them on {of}. Both texts stand there."
        key = f"plans.correction:{made.pk}"
        _send(authority, officer, key=key, about=f"Corrected: {of}", words=words)
    after = {"correction": made.text}
    record(by=by, verb="said that this is not what they said", thing=of, after=after)
