"""The tables of the sources room: stored files and what screening suspects; loads; local rules."""

from goldenthread.sources.models.files import (
    KEEPERS,
    StoredFile,
    StoredFileQuerySet,
    Suspicion,
    SuspicionQuerySet,
    Upload,
    UploadQuerySet,
)
from goldenthread.sources.models.loads import Load, LoadQuerySet, LocalRule, LocalRuleQuerySet

__all__ = [
    "KEEPERS",
    "Load",
    "LoadQuerySet",
    "LocalRule",
    "LocalRuleQuerySet",
    "StoredFile",
    "StoredFileQuerySet",
    "Suspicion",
    "SuspicionQuerySet",
    "Upload",
    "UploadQuerySet",
]
