"""The verbs of the plans room."""

from goldenthread.plans.actions.around import (
    add_milestone,
    need_first,
    promise,
    raise_risk,
    reach_milestone,
    review_risk,
    took_place,
)
from goldenthread.plans.actions.checking import give_to_checker, take_from_checker
from goldenthread.plans.actions.delivering import (
    Step,
    close_first_round,
    complete,
    reopen,
    set_delivery,
    take_over_completion,
    take_over_completions,
)
from goldenthread.plans.actions.leading import end_standing, give_lead, hand_over, let_stand
from goldenthread.plans.actions.linking import (
    link_recommendation,
    sign_off_wording,
    unlink_recommendation,
)
from goldenthread.plans.actions.moving import (
    approve_extension,
    ask_extension,
    await_event,
    refuse_extension,
    set_event_day,
    set_local_deadline,
)
from goldenthread.plans.actions.recording import record_plan
from goldenthread.plans.actions.settling import settle
from goldenthread.plans.actions.showing import (
    end_judged_status,
    judge_status,
    record_period,
    set_impact,
    set_status_rules,
    withdraw_period,
)
from goldenthread.plans.actions.updating import Forecast, add_update, no_change
from goldenthread.plans.actions.withdrawing import (
    archive_plan,
    mark_used,
    withdraw_plan,
    withdraw_version,
)

__all__ = [
    "Forecast",
    "Step",
    "add_milestone",
    "add_update",
    "approve_extension",
    "archive_plan",
    "ask_extension",
    "await_event",
    "close_first_round",
    "complete",
    "end_judged_status",
    "end_standing",
    "give_lead",
    "give_to_checker",
    "hand_over",
    "judge_status",
    "let_stand",
    "link_recommendation",
    "mark_used",
    "need_first",
    "no_change",
    "promise",
    "raise_risk",
    "reach_milestone",
    "record_period",
    "record_plan",
    "refuse_extension",
    "reopen",
    "review_risk",
    "set_delivery",
    "set_event_day",
    "set_impact",
    "set_local_deadline",
    "set_status_rules",
    "settle",
    "sign_off_wording",
    "take_from_checker",
    "take_over_completion",
    "take_over_completions",
    "took_place",
    "unlink_recommendation",
    "withdraw_period",
    "withdraw_plan",
    "withdraw_version",
]
