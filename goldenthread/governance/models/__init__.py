"""The tables of the governance room."""

from goldenthread.governance.models.asking import (
    Answer,
    Commitment,
    Expectation,
    Figure,
    Question,
)
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
from goldenthread.governance.models.rounds import RoundsBefore

__all__ = [
    "AgendaItem",
    "Answer",
    "Attendance",
    "Cascade",
    "CascadeHeld",
    "Commitment",
    "Decision",
    "Expectation",
    "Extract",
    "Figure",
    "Forum",
    "ForumName",
    "Meeting",
    "Mention",
    "NextStep",
    "Oversight",
    "Question",
    "Resolution",
    "RoundsBefore",
    "Seat",
    "Skip",
    "StandingItem",
    "Terms",
]
