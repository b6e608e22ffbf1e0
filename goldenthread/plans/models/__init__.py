"""The tables of the plans room."""

from goldenthread.plans.models.actions import Action, ActionItem, Standing, Workstream
from goldenthread.plans.models.evidence import (
    Check,
    CheckRequest,
    Evidence,
    EvidenceLink,
    EvidenceVersion,
    Reopening,
)
from goldenthread.plans.models.items import Item, ItemRecommendation
from goldenthread.plans.models.plan import Checker, Part, Plan, PlanJudgement, Version
from goldenthread.plans.models.printed import AsReported, Wording
from goldenthread.plans.models.settling import CrossReference, SourceIssue, ToSettle
from goldenthread.plans.models.told import Deadline, Test, Update

__all__ = [
    "Action",
    "ActionItem",
    "AsReported",
    "Check",
    "CheckRequest",
    "Checker",
    "CrossReference",
    "Deadline",
    "Evidence",
    "EvidenceLink",
    "EvidenceVersion",
    "Item",
    "ItemRecommendation",
    "Part",
    "Plan",
    "PlanJudgement",
    "Reopening",
    "SourceIssue",
    "Standing",
    "Test",
    "ToSettle",
    "Update",
    "Version",
    "Wording",
    "Workstream",
]
