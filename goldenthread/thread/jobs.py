"""Mailing digests, each claimed before it goes out so that none goes twice; taking in answers."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from goldenthread.basics.days import as_day
from goldenthread.people import actions, sending, timers
from goldenthread.people.jobs import Running, job
from goldenthread.people.models import Digest, User
from goldenthread.plans import mailbox, tickets
from goldenthread.thread import digest

DIGESTS, REPLIES = "thread.digests", "thread.replies"
# No mail takes so long: whoever claimed it has died.
LOST_AFTER = timedelta(hours=1)


@job(DIGESTS)
def mail_digests(running: Running) -> dict[str, int]:
    """Make the digests that are due and mail those that wait; tried again, it goes on."""
    now, by = timezone.now(), User.objects.system("timer.digest", "Digest")
    actions.leave_digests(by=by, before=now - LOST_AFTER)
    made = actions.make_digests(by=by, now=now)
    waiting = Digest.objects.filter(state=Digest.State.WAITING, not_before__lte=now)
    rows = list(waiting.select_related("user").order_by("due_at", "pk"))
    for number, row in enumerate(rows, start=1):
        running.progress(done=number, of=len(rows), words=f"Digest {number} of {len(rows)}")
        mail(row, by=by, now=now)
    return {"made": made, "looked at": len(rows)}


@job(REPLIES)
def take_in_replies(running: Running) -> int:
    """Take in what is new in the mailbox of the settings; without one there is nothing to do."""
    folder = Path(settings.MAILBOX)
    running.progress(done=0, of=1, words="Answers to digests")
    return mailbox.empty_new(folder) if settings.MAILBOX and folder.is_dir() else 0


timers.every(DIGESTS, minutes=15)
timers.every(REPLIES, minutes=5)


def mail(row: Digest, *, by: User, now: datetime) -> None:
    """Mail one digest unless another worker has it; its words are those of this moment."""
    if not actions.claim_digest(digest=row, by=by, now=now):
        return
    found = digest.digest_of(row.user, day=as_day(now))
    wanted = found.entries and row.user.is_active
    outcome = sending.hand_over(_mail(row, found, now)) if wanted else None
    actions.end_digest(digest=row, by=by, now=now, outcome=outcome)


def _mail(row: Digest, found: digest.Digest, now: datetime) -> EmailMultiAlternatives:
    answer = tickets.address(tickets.Ticket(row.user_id, _only(found), as_day(now)))
    address, answers = settings.ADDRESS, bool(answer)
    made = EmailMultiAlternatives(
        subject=found.subject,
        body=digest.in_text(found, address=address, answers=answers),
        to=[row.user.email],
        reply_to=[answer] if answer else None,
        # RFC 3834: so that no program answers that somebody is away.
        headers={"Auto-Submitted": "auto-generated"},
    )
    made.attach_alternative(digest.in_html(found, address=address, answers=answers), "text/html")
    return made


def _only(found: digest.Digest) -> int:
    """The one action that the digest is about; 0 where there are several, or none."""
    named = {one.action for one in found.entries if one.action is not None}
    return named.pop() if len(named) == 1 else 0
