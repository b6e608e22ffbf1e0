"""The verbs of the papers room: the overall view, sign-off, and versions finished by hand."""

from goldenthread.papers.actions.finishing import compare_again, take_as_signed, upload_signed
from goldenthread.papers.actions.signing import sign_off
from goldenthread.papers.actions.viewing import draft_overall_view, sign_overall_view

__all__ = [
    "compare_again",
    "draft_overall_view",
    "sign_off",
    "sign_overall_view",
    "take_as_signed",
    "upload_signed",
]
