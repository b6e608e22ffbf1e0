"""The tables of the papers room: overall views, signed papers, and versions finished by hand."""

from goldenthread.papers.models.finished import Compared, FinishedVersion, Taken
from goldenthread.papers.models.signed import FrozenFile, SignedPaper
from goldenthread.papers.models.views import OverallView

__all__ = [
    "Compared",
    "FinishedVersion",
    "FrozenFile",
    "OverallView",
    "SignedPaper",
    "Taken",
]
