"""The verbs of the plans room."""

from goldenthread.plans.actions.checking import give_to_checker, take_from_checker
from goldenthread.plans.actions.linking import (
    link_recommendation,
    sign_off_wording,
    unlink_recommendation,
)
from goldenthread.plans.actions.recording import record_plan
from goldenthread.plans.actions.settling import settle
from goldenthread.plans.actions.withdrawing import (
    archive_plan,
    mark_used,
    withdraw_plan,
    withdraw_version,
)

__all__ = [
    "archive_plan",
    "give_to_checker",
    "link_recommendation",
    "mark_used",
    "record_plan",
    "settle",
    "sign_off_wording",
    "take_from_checker",
    "unlink_recommendation",
    "withdraw_plan",
    "withdraw_version",
]
