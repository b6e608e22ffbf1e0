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
from goldenthread.inspections.models.fieldwork import (
    DataCorrection,
    InspectorQuery,
    ReferralBack,
)
from goldenthread.inspections.models.findings import (
    Finding,
    FindingLink,
    Recommendation,
    UncitedDecision,
)
from goldenthread.inspections.models.frameworks import Area, Framework, Grade, Scale
from goldenthread.inspections.models.judgements import Crosswalk, Judgement
from goldenthread.inspections.models.kinds import InspectionType
from goldenthread.inspections.models.repeats import Repeat
from goldenthread.inspections.models.thresholds import ThresholdChange, ThresholdNotice
from goldenthread.inspections.models.visits import LetterStatement, Visit

__all__ = [
    "Addressee",
    "Area",
    "Closing",
    "ConsiderDecision",
    "Crosswalk",
    "DataCorrection",
    "EvidenceBase",
    "Finding",
    "FindingLink",
    "Framework",
    "Grade",
    "Inspection",
    "InspectionType",
    "InspectorQuery",
    "Judgement",
    "LetterStatement",
    "NumericTarget",
    "Obligation",
    "PartnerContribution",
    "PreviousInspection",
    "ProfileFigure",
    "Recommendation",
    "ReferralBack",
    "Repeat",
    "Scale",
    "ThresholdChange",
    "ThresholdNotice",
    "UncitedDecision",
    "Visit",
]
