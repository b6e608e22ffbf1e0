"""The tables of the plans room."""

from goldenthread.plans.models.actions import Action, ActionItem, Standing, Workstream
from goldenthread.plans.models.adopting import Adoption
from goldenthread.plans.models.asked import Correction, DraftUpdate, ReceivedMail
from goldenthread.plans.models.comments import Comment
from goldenthread.plans.models.consulting import Consultation
from goldenthread.plans.models.delivery import (
    DeadlineMove,
    Delivery,
    Dependency,
    Event,
    EventDeadline,
    Milestone,
)
from goldenthread.plans.models.evidence import (
    Check,
    CheckRequest,
    Evidence,
    EvidenceLink,
    EvidenceVersion,
)
from goldenthread.plans.models.impact import Impact, MeasureLink
from goldenthread.plans.models.items import Item, ItemRecommendation
from goldenthread.plans.models.lateness import LatenessSteps, ToldLate
from goldenthread.plans.models.plan import Checker, Part, Plan, PlanJudgement, Version
from goldenthread.plans.models.printed import AsReported, Wording
from goldenthread.plans.models.queries import Challenge, Query, QuerySettings
from goldenthread.plans.models.recurring import DatedOccurrence, Recurrence
from goldenthread.plans.models.reopening import Reopening
from goldenthread.plans.models.rounds import ClosedRound, UpdateRhythm
from goldenthread.plans.models.settling import CrossReference, SourceIssue, ToSettle
from goldenthread.plans.models.shown import (
    Commitment,
    JudgedStatus,
    Occurrence,
    PracticePeriod,
    Risk,
    StatusRules,
)
from goldenthread.plans.models.taken_back import TakenBack
from goldenthread.plans.models.told import Deadline, Test, Update

__all__ = [
    "Action",
    "ActionItem",
    "Adoption",
    "AsReported",
    "Challenge",
    "Check",
    "CheckRequest",
    "Checker",
    "ClosedRound",
    "Comment",
    "Commitment",
    "Consultation",
    "Correction",
    "CrossReference",
    "DatedOccurrence",
    "Deadline",
    "DeadlineMove",
    "Delivery",
    "Dependency",
    "DraftUpdate",
    "Event",
    "EventDeadline",
    "Evidence",
    "EvidenceLink",
    "EvidenceVersion",
    "Impact",
    "Item",
    "ItemRecommendation",
    "JudgedStatus",
    "LatenessSteps",
    "MeasureLink",
    "Milestone",
    "Occurrence",
    "Part",
    "Plan",
    "PlanJudgement",
    "PracticePeriod",
    "Query",
    "QuerySettings",
    "ReceivedMail",
    "Recurrence",
    "Reopening",
    "Risk",
    "SourceIssue",
    "Standing",
    "StatusRules",
    "TakenBack",
    "Test",
    "ToSettle",
    "ToldLate",
    "Update",
    "UpdateRhythm",
    "Version",
    "Wording",
    "Workstream",
]
