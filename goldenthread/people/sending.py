"""Handing one mail to the mail server, and saying honestly what became of it."""

import logging
from dataclasses import dataclass
from enum import Enum
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMultiAlternatives, get_connection

_log = logging.getLogger(__name__)
_MOST = 300


class MailRefused(OSError):
    """A service that takes mail said no, or was not reached: the mail surely did not go out."""


class Fate(Enum):
    """What became of a mail."""

    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Outcome:
    """What became of a mail, and in words why."""

    fate: Fate
    problem: str = ""


def hand_over(mail: EmailMultiAlternatives) -> Outcome:
    """Give a mail to the mail server.

    Refused means that it surely did not go out: the server could not be reached, or answered
    no. Where the line broke in between, nobody knows; that is said and not guessed.
    """
    connection = get_connection()
    try:
        connection.open()
    except (OSError, SMTPException) as error:
        return _told(Fate.REFUSED, "The mail server could not be reached", error)
    try:
        connection.send_messages([mail])
    except MailRefused as error:
        return Outcome(Fate.REFUSED, str(error)[:_MOST])
    except (SMTPResponseException, SMTPRecipientsRefused) as error:
        return _told(Fate.REFUSED, "The mail server refused it", error)
    except (OSError, SMTPException) as error:
        return _told(Fate.UNKNOWN, "The line to the mail server broke", error)
    finally:
        _close(connection)
    return Outcome(Fate.SENT)


def _close(connection: object) -> None:
    try:
        connection.close()  # type: ignore[attr-defined]
    except (OSError, SMTPException) as error:
        _log.warning("The mail server did not say goodbye: %s", type(error).__name__)


def _told(fate: Fate, words: str, error: Exception) -> Outcome:
    """The kind of fault and the server's number; its text may quote an address."""
    code = f" {error.smtp_code}" if isinstance(error, SMTPResponseException) else ""
    _log.warning("%s: %s%s", words, type(error).__name__, code)
    return Outcome(fate, f"{words} ({type(error).__name__}{code})."[:_MOST])
