"""Mailing what was put into inboxes, at most once each."""

import logging
from smtplib import SMTPException

from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from goldenthread.people.actions.notices import MAIL
from goldenthread.people.history import record
from goldenthread.people.jobs import Running, job
from goldenthread.people.models import Notice

FOOT = "Sign in to Golden Thread and open “My work” to answer. This mail cannot be answered."
_log = logging.getLogger(__name__)


@job(MAIL)
def mail_notices(running: Running, *, notices: list[int]) -> None:
    """Mail each message that was not mailed yet."""
    for number, pk in enumerate(notices, start=1):
        running.progress(done=number, of=len(notices), words=f"Mail {number} of {len(notices)}")
        mail(pk)


def mail(pk: int) -> None:
    """Mail one message, unless it was mailed before.

    It is marked before it goes out and not within a step of the job: after a crash between the
    two it stays in the inbox and is not mailed, because it must not be mailed twice.
    """
    if not _claimed(pk):
        return
    notice = Notice.objects.select_related("to", "by").get(pk=pk)
    body = f"{notice.words}\n\nSent by {notice.by}.\n{FOOT}"
    try:
        send_mail(notice.about, body, None, [notice.to.email])
    except (OSError, SMTPException) as error:
        _log.warning("Message %s was not mailed: %s", pk, error)
        _refused(notice, str(error))


@transaction.atomic
def _claimed(pk: int) -> bool:
    rows = Notice.objects.filter(pk=pk, mailed_at=None, mail_problem="")
    if not rows.update(mailed_at=timezone.now()):
        return False
    notice = Notice.objects.select_related("by").get(pk=pk)
    record(by=notice.by, verb="mailed", thing=notice)
    return True


@transaction.atomic
def _refused(notice: Notice, problem: str) -> None:
    notice.mailed_at, notice.mail_problem = None, problem[:300] or "The mail server refused it."
    notice.save(update_fields=["mailed_at", "mail_problem"])
    record(by=notice.by, verb="could not be mailed", thing=notice)
