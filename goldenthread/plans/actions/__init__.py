"""The verbs of the plans room."""

from goldenthread.plans.actions.asking import ask_for_check
from goldenthread.plans.actions.checking import (
    accept,
    give_to_checker,
    return_,
    take_from_checker,
)
from goldenthread.plans.actions.filing import (
    contradict,
    file_evidence,
    new_version,
    withdraw_evidence,
)
from goldenthread.plans.actions.linking import (
    link_recommendation,
    sign_off_wording,
    unlink_recommendation,
)
from goldenthread.plans.actions.recording import record_plan
from goldenthread.plans.actions.settling import settle
from goldenthread.plans.actions.testing import (
    add_test,
    approve_reopening,
    ask_reopening,
    change_test,
    refuse_reopening,
)
from goldenthread.plans.actions.withdrawing import (
    archive_plan,
    mark_used,
    withdraw_plan,
    withdraw_version,
)

__all__ = [
    "accept",
    "add_test",
    "approve_reopening",
    "archive_plan",
    "ask_for_check",
    "ask_reopening",
    "change_test",
    "contradict",
    "file_evidence",
    "give_to_checker",
    "link_recommendation",
    "mark_used",
    "new_version",
    "record_plan",
    "refuse_reopening",
    "return_",
    "settle",
    "sign_off_wording",
    "take_from_checker",
    "unlink_recommendation",
    "withdraw_evidence",
    "withdraw_plan",
    "withdraw_version",
]
