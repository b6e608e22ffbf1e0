"""The tables of the intake room."""

from goldenthread.intake.models.headings import HeadingMemory
from goldenthread.intake.models.imports import (
    EDITORS,
    LONGEST_READING,
    Created,
    Import,
    ImportQuerySet,
)
from goldenthread.intake.models.settling import Edit, Question
from goldenthread.intake.models.tracking import Tracker, TrackerReturn

__all__ = [
    "EDITORS",
    "LONGEST_READING",
    "Created",
    "Edit",
    "HeadingMemory",
    "Import",
    "ImportQuerySet",
    "Question",
    "Tracker",
    "TrackerReturn",
]
