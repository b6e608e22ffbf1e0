"""The verbs of the papers room: overall view, sign-off, finished versions, sendings."""

from goldenthread.papers.actions.finishing import compare_again, take_as_signed, upload_signed
from goldenthread.papers.actions.sending import record_acknowledgement, record_sending
from goldenthread.papers.actions.signing import sign_off
from goldenthread.papers.actions.viewing import draft_overall_view, sign_overall_view

__all__ = [
    "compare_again",
    "draft_overall_view",
    "record_acknowledgement",
    "record_sending",
    "sign_off",
    "sign_overall_view",
    "take_as_signed",
    "upload_signed",
]
