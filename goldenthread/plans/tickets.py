"""Addresses to answer a digest to: each holds who was asked, when, about which action, signed."""

import base64
import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

VALID_FOR = timedelta(days=60)
_SALT = "goldenthread.plans.tickets"
_FORM = re.compile(r"\+g([0-9]+)-([0-9]+)-([0-9]+)-([a-z2-7]{16})@", re.IGNORECASE)


@dataclass(frozen=True)
class Ticket:
    """Who was asked on which day; `action` is 0 for a digest as a whole."""

    user: int
    action: int
    day: date


def address(ticket: Ticket) -> str:
    """Where an answer is to be sent; empty where the installation receives none.

    Lower case throughout, and far below the 64 characters that may stand before the @, because
    mail servers fold and cut what is there.
    """
    before, at, domain = settings.REPLY_TO.partition("@")
    if not at:
        return ""
    said = _said(ticket)
    return f"{before}+g{said}-{_signature(said)}@{domain}"


def read(addresses: str, *, today: date) -> Ticket | None:
    """The ticket in an address; None where there is none, it was changed, or it is too old."""
    match = _FORM.search(addresses)
    if match is None:
        return None
    ticket = _ticket(*(int(part) for part in match.groups()[:3]))
    if ticket is None or not constant_time_compare(
        _signature(_said(ticket)), match.group(4).lower()
    ):
        return None
    return ticket if timedelta(0) <= today - ticket.day <= VALID_FOR else None


def _ticket(user: int, action: int, ordinal: int) -> Ticket | None:
    if not 1 <= ordinal <= date.max.toordinal():
        return None
    return Ticket(user, action, date.fromordinal(ordinal))


def _said(ticket: Ticket) -> str:
    return f"{ticket.user}-{ticket.action}-{ticket.day.toordinal()}"


def _signature(said: str) -> str:
    """80 bits: too many to guess by mail."""
    found = salted_hmac(_SALT, said, algorithm="sha256").digest()[:10]
    return base64.b32encode(found).decode().lower()
