"""The tables of the inspections room."""

from goldenthread.inspections.models.asking import (
    Addressee,
    Closing,
    ConsiderDecision,
    NumericTarget,
    PartnerContribution,
)
from goldenthread.inspections.models.duties import Obligation
from goldenthread.inspections.models.events import (
    EvidenceBase,
    Inspection,
    PreviousInspection,
    ProfileFigure,
)
from goldenthread.inspections.models.findings import (
    Finding,
    FindingLink,
    Recommendation,
    UncitedDecision,
)
from goldenthread.inspections.models.frameworks import Area, Framework, Grade, Scale
from goldenthread.inspections.models.judgements import Crosswalk, Judgement

__all__ = [
    "Addressee",
    "Area",
    "Closing",
    "ConsiderDecision",
    "Crosswalk",
    "EvidenceBase",
    "Finding",
    "FindingLink",
    "Framework",
    "Grade",
    "Inspection",
    "Judgement",
    "NumericTarget",
    "Obligation",
    "PartnerContribution",
    "PreviousInspection",
    "ProfileFigure",
    "Recommendation",
    "Scale",
    "UncitedDecision",
]
