"""Mailing by GOV.UK Notify: one request a receiver, into a template that asks for subject and body."""

import logging
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient
from urllib3.exceptions import MaxRetryError

from goldenthread.people.sending import MailRefused

_log = logging.getLogger(__name__)
# The client says nothing of types.
CLIENT: Any = NotificationsAPIClient
# As its documentation has it, nothing was taken with these; what else it may answer says nothing.
_REFUSED = range(400, 501)
_NO_ANSWER = "GOV.UK Notify did not say whether it took the mail"


class EmailBackend(BaseEmailBackend):
    """Sends the plain text of a mail; Notify makes the HTML, and sends from its own address."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Hand mails over; how many.

        Raises:
            MailRefused: Notify said no, or was not reached: that mail did not go out.
            OSError:     nobody knows whether it went out.
        """
        client = _client()
        sent = 0
        for mail in email_messages:
            try:
                for to in mail.recipients():
                    _send(client, to, mail)
            except OSError:
                if not self.fail_silently:
                    raise
                _log.warning("A mail was not handed to GOV.UK Notify.")
            else:
                sent += 1
        return sent


def _client() -> Any:
    key, address = settings.NOTIFY_KEY, settings.NOTIFY_ADDRESS
    try:
        return CLIENT(key, base_url=address, timeout=settings.EMAIL_TIMEOUT)
    except AssertionError as error:
        raise MailRefused(
            "GOV.UK Notify: the key is missing or cut off. Set GOLDENTHREAD_NOTIFY_KEY."
        ) from error


def _send(client: Any, to: str, mail: EmailMessage) -> None:
    told = {"subject": mail.subject, "body": str(mail.body)}
    try:
        client.send_email_notification(to, settings.NOTIFY_TEMPLATE, personalisation=told)
    except APIError as error:
        raise _as_told(error) from error


def _as_told(error: APIError) -> OSError:
    """What became of a mail, with the number and kind of the answer; its text may quote."""
    answer = error.response
    if answer is None:
        reason = next(iter(getattr(error.__cause__, "args", ())), None)
        if isinstance(reason, MaxRetryError):
            return MailRefused("GOV.UK Notify could not be reached.")
        return OSError(_NO_ANSWER)
    if answer.status_code in _REFUSED:
        return MailRefused(f"GOV.UK Notify refused it ({answer.status_code}{_kind(answer)}).")
    return OSError(f"{_NO_ANSWER} ({answer.status_code})")


def _kind(answer: Any) -> str:
    """Which kind of fault Notify names, such as " BadRequestError"; empty for any other answer."""
    try:
        kind = answer.json()["errors"][0]["error"]
    except (ValueError, LookupError, TypeError):
        return ""
    return f" {kind}" if str(kind).isidentifier() else ""
