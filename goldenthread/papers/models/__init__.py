"""The tables of the papers room: overall views, signed papers, finished versions, sendings."""

from goldenthread.papers.models.finished import Compared, FinishedVersion, Taken
from goldenthread.papers.models.sendings import Acknowledgement, Recipient, Sending
from goldenthread.papers.models.signed import FrozenFile, SignedPaper
from goldenthread.papers.models.views import OverallView

__all__ = [
    "Acknowledgement",
    "Compared",
    "FinishedVersion",
    "FrozenFile",
    "OverallView",
    "Recipient",
    "Sending",
    "SignedPaper",
    "Taken",
]
