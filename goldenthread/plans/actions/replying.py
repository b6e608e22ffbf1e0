"""Answers to digests: taken in as drafts, used or thrown away by whoever wrote them."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.actions import Message, send_notices
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.people.permissions import require
from goldenthread.plans import mails, tickets
from goldenthread.plans.actions.updating import Forecast, add_update
from goldenthread.plans.models import Action, DraftUpdate, ReceivedMail, Update

TAKE = "plans.take_reply"
Fate, State = ReceivedMail.Fate, DraftUpdate.State
# What whoever wrote it can do.
ADVICE: dict[str, str] = {
    Fate.NO_TICKET: "Answer to the newest digest, or write the update on My work.",
    Fate.OTHERS_TICKET: "Answer to a digest that was sent to you, from the address of your account.",
    Fate.NO_ACTION: "Begin a line with the reference of your action, such as “P1-A2: two seen”.",
    Fate.EMPTY: "Write above the digest that you answer to.",
}


@dataclass(frozen=True)
class _Reading:
    """What a mail comes to: its fate, whose it is, and what it says of which action."""

    fate: ReceivedMail.Fate
    sender: User | None = None
    said: dict[Action, str] = field(default_factory=dict)


@transaction.atomic
def take_reply(*, raw: bytes, by: User) -> ReceivedMail:
    """Take in a mail; an answer to a digest becomes a draft update of each action it names.

    The same mail a second time changes nothing. Attachments are never kept: evidence is filed
    on the page, where it is screened.

    Raises:
        NotAllowed: `by` is no timer.
    """
    require(by, TAKE, None)
    mail = mails.read(raw)
    reading = _reading(mail)
    row, is_new = ReceivedMail.objects.get_or_create(
        key=mail.key,
        defaults={
            "sender": reading.sender,
            "fate": reading.fate,
            "had_attachments": mail.has_attachments,
        },
    )
    if is_new:
        _draft(row, reading.said)
        _tell(row)
        record(by=by, verb="took in a mail", thing=row, after={"fate": row.fate})
    return row


def _draft(row: ReceivedMail, said: dict[Action, str]) -> None:
    if row.sender is None:
        return
    for action, text in said.items():
        DraftUpdate.objects.create(action=action, by=row.sender, mail=row, text=text)


def _tell(row: ReceivedMail) -> None:
    """Tell a known sender whose mail became nothing why, in their inbox; no mail is answered."""
    if row.sender is None or row.fate not in ADVICE:
        return
    held = row.sender.role_holdings.current().select_related("authority").order_by("pk").first()
    if held is None:
        return
    message = Message(
        to=row.sender,
        matters=(f"plans.receivedmail:{row.pk}",),
        about="Your mail did not become an update",
        words=f"{row.get_fate_display()}. {ADVICE[row.fate]}",
    )
    teller = User.objects.system("rule.replies", "Golden Thread")
    send_notices(authority=held.authority, messages=[message], by=teller)


def _reading(mail: mails.Mail) -> _Reading:
    """Bounces and automatic answers first: their sender may be one of us."""
    if mail.is_bounce:
        return _Reading(Fate.BOUNCED)
    sender = User.objects.filter(email__iexact=mail.sender, is_active=True).first()
    if mail.is_automatic:
        return _Reading(Fate.AUTOMATIC, sender)
    if sender is None:
        return _Reading(Fate.UNKNOWN_SENDER)
    ticket = tickets.read(mail.to, today=timezone.localdate())
    if ticket is None:
        return _Reading(Fate.NO_TICKET, sender)
    if ticket.user != sender.pk:
        return _Reading(Fate.OTHERS_TICKET, sender)
    return _of_sender(mail, sender, ticket)


def _of_sender(mail: mails.Mail, sender: User, ticket: tickets.Ticket) -> _Reading:
    if not mail.text:
        return _Reading(Fate.EMPTY, sender)
    seen, said = Action.objects.visible_to(sender).in_force(), mails.by_reference(mail.text)
    if ticket.action:
        one = seen.filter(pk=ticket.action).first()
        # Whoever names the only action all the same means it, and not its reference.
        text = said.get(one.public_id, mail.text) if one else ""
        return _Reading(Fate.DRAFTED, sender, {one: text}) if one else _none(sender)
    found = list(seen.filter(public_id__in=list(said)))
    # Of two councils with one reference nobody can tell which is meant.
    names = [one.public_id for one in found]
    sure = {one: said[one.public_id] for one in found if names.count(one.public_id) == 1}
    return _Reading(Fate.DRAFTED, sender, sure) if sure else _none(sender)


def _none(sender: User) -> _Reading:
    return _Reading(Fate.NO_ACTION, sender)


@transaction.atomic
def use_draft(
    *, draft: DraftUpdate, by: User, text: str = "", forecast: Forecast | None = None
) -> Update:
    """Make an update of one's draft, as it is or with other words.

    Raises:
        NotAllowed:               `by` neither may update nor stands in the action.
        NotAllowedNow:            it was used or thrown away, or the update is refused.
        DraftUpdate.DoesNotExist: it is somebody else's.
    """
    row = _waiting(draft, by)
    made = add_update(action=row.action, by=by, text=text or row.text, forecast=forecast)
    row.state, row.update, row.decided_at = State.USED, made, timezone.now()
    row.save()
    record(by=by, verb="used the draft of a mail", thing=row, after={"update": made.pk})
    return made


@transaction.atomic
def throw_away_draft(*, draft: DraftUpdate, by: User) -> DraftUpdate:
    """Throw one's draft away; it stays in the history that there was one.

    Raises:
        NotAllowedNow:            it was used or thrown away.
        DraftUpdate.DoesNotExist: it is somebody else's.
    """
    row = _waiting(draft, by)
    row.state, row.decided_at = State.THROWN_AWAY, timezone.now()
    row.save()
    record(by=by, verb="threw the draft of a mail away", thing=row)
    return row


def _waiting(draft: DraftUpdate, by: User) -> DraftUpdate:
    rows = DraftUpdate.objects.visible_to(by).select_for_update(of=("self",))
    row = rows.select_related("action__plan__authority").get(pk=draft.pk)
    if row.state != State.WAITING:
        raise NotAllowedNow(f"The draft is {row.get_state_display().lower()}. Nothing was changed.")
    return row
