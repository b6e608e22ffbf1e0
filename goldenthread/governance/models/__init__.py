"""The tables of the governance room."""

from goldenthread.governance.models.decisions import (
    Cascade,
    CascadeHeld,
    Decision,
    Extract,
    NextStep,
    Resolution,
)
from goldenthread.governance.models.forums import (
    Forum,
    ForumName,
    Mention,
    Oversight,
    Seat,
    Skip,
    StandingItem,
    Terms,
)
from goldenthread.governance.models.meetings import AgendaItem, Attendance, Meeting

__all__ = [
    "AgendaItem",
    "Attendance",
    "Cascade",
    "CascadeHeld",
    "Decision",
    "Extract",
    "Forum",
    "ForumName",
    "Meeting",
    "Mention",
    "NextStep",
    "Oversight",
    "Resolution",
    "Seat",
    "Skip",
    "StandingItem",
    "Terms",
]
