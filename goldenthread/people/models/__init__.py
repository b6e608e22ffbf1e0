"""The tables of the people room."""

from goldenthread.people.models.absences import Absence
from goldenthread.people.models.accounts import Authority, User
from goldenthread.people.models.digests import CalendarAddress, Digest, DigestSetting, Ring
from goldenthread.people.models.history import (
    HistoryHead,
    HistoryLine,
    HistoryValue,
    RedactedValue,
    Redaction,
)
from goldenthread.people.models.holdings import RoleHolding
from goldenthread.people.models.jobs import Job
from goldenthread.people.models.notices import Matter, Notice
from goldenthread.people.models.organisation import PartnerOrganisation, Post, Service, Team
from goldenthread.people.models.persons import Alias, Membership, Person, Postholding

__all__ = [
    "Absence",
    "Alias",
    "Authority",
    "CalendarAddress",
    "Digest",
    "DigestSetting",
    "HistoryHead",
    "HistoryLine",
    "HistoryValue",
    "Job",
    "Matter",
    "Membership",
    "Notice",
    "PartnerOrganisation",
    "Person",
    "Post",
    "Postholding",
    "RedactedValue",
    "Redaction",
    "Ring",
    "RoleHolding",
    "Service",
    "Team",
    "User",
]
