"""The verbs of the plans room."""

from goldenthread.plans.actions.adding import add_action, replace_with_new
from goldenthread.plans.actions.adopting import (
    Decision,
    Source,
    decide_adoption,
    record_adoption,
    remove_adoption,
)
from goldenthread.plans.actions.around import (
    add_milestone,
    need_first,
    promise,
    raise_risk,
    reach_milestone,
    review_risk,
    take_promise,
    took_place,
)
from goldenthread.plans.actions.asking import ask_for_check
from goldenthread.plans.actions.challenging import (
    answer_challenge,
    pass_on_challenge,
    raise_challenge,
)
from goldenthread.plans.actions.checking import (
    accept,
    give_to_checker,
    return_,
    take_from_checker,
)
from goldenthread.plans.actions.commenting import comment
from goldenthread.plans.actions.consulting import (
    end_consultation,
    move_consultation,
    open_consultation,
)
from goldenthread.plans.actions.delivering import (
    Step,
    close_first_round,
    complete,
    reopen,
    set_delivery,
    take_over_completion,
    take_over_completions,
)
from goldenthread.plans.actions.entering import correct_entered
from goldenthread.plans.actions.filing import (
    contradict,
    file_evidence,
    new_version,
    restrict_evidence,
    withdraw_evidence,
)
from goldenthread.plans.actions.lateness import set_lateness, tell_of_lateness
from goldenthread.plans.actions.leading import (
    end_standing,
    give_lead,
    hand_over,
    let_stand,
    pass_on,
)
from goldenthread.plans.actions.linking import (
    link_recommendation,
    sign_off_wording,
    unlink_recommendation,
)
from goldenthread.plans.actions.measuring import Figures, link_measure, set_impact, unlink_measure
from goldenthread.plans.actions.moving import (
    approve_extension,
    ask_extension,
    await_event,
    refuse_extension,
    set_event_day,
    set_local_deadline,
)
from goldenthread.plans.actions.naming import set_kind
from goldenthread.plans.actions.occurring import (
    excuse_occurrence,
    expect_again,
    hold_occurrence,
    miss_occurrence,
)
from goldenthread.plans.actions.querying import (
    AnswerFirst,
    answer_query,
    ask_before_done,
    put_queries,
    raise_queries,
    set_query_settings,
)
from goldenthread.plans.actions.recording import record_plan
from goldenthread.plans.actions.recurring import call_off, make_occurrences, set_recurrence
from goldenthread.plans.actions.replying import take_reply, throw_away_draft, use_draft
from goldenthread.plans.actions.rounding import ask_again, end_rounds, set_rounds
from goldenthread.plans.actions.ruling import approve_status_rules, set_status_rules
from goldenthread.plans.actions.settling import settle
from goldenthread.plans.actions.showing import (
    end_judged_status,
    judge_status,
    record_period,
    withdraw_period,
)
from goldenthread.plans.actions.taking_back import take_back_update
from goldenthread.plans.actions.testing import (
    add_test,
    approve_reopening,
    ask_reopening,
    change_test,
    refuse_reopening,
)
from goldenthread.plans.actions.tying import file_figure, tie_test
from goldenthread.plans.actions.updating import Forecast, add_update, no_change
from goldenthread.plans.actions.withdrawing import (
    archive_plan,
    mark_used,
    withdraw_plan,
    withdraw_version,
)

__all__ = [
    "AnswerFirst",
    "Decision",
    "Figures",
    "Forecast",
    "Source",
    "Step",
    "accept",
    "add_action",
    "add_milestone",
    "add_test",
    "add_update",
    "answer_challenge",
    "answer_query",
    "approve_extension",
    "approve_reopening",
    "approve_status_rules",
    "archive_plan",
    "ask_again",
    "ask_before_done",
    "ask_extension",
    "ask_for_check",
    "ask_reopening",
    "await_event",
    "call_off",
    "change_test",
    "close_first_round",
    "comment",
    "complete",
    "contradict",
    "correct_entered",
    "decide_adoption",
    "end_consultation",
    "end_judged_status",
    "end_rounds",
    "end_standing",
    "excuse_occurrence",
    "expect_again",
    "file_evidence",
    "file_figure",
    "give_lead",
    "give_to_checker",
    "hand_over",
    "hold_occurrence",
    "judge_status",
    "let_stand",
    "link_measure",
    "link_recommendation",
    "make_occurrences",
    "mark_used",
    "miss_occurrence",
    "move_consultation",
    "need_first",
    "new_version",
    "no_change",
    "open_consultation",
    "pass_on",
    "pass_on_challenge",
    "promise",
    "put_queries",
    "raise_challenge",
    "raise_queries",
    "raise_risk",
    "reach_milestone",
    "record_adoption",
    "record_period",
    "record_plan",
    "refuse_extension",
    "refuse_reopening",
    "remove_adoption",
    "reopen",
    "replace_with_new",
    "restrict_evidence",
    "return_",
    "review_risk",
    "set_delivery",
    "set_event_day",
    "set_impact",
    "set_kind",
    "set_lateness",
    "set_local_deadline",
    "set_query_settings",
    "set_recurrence",
    "set_rounds",
    "set_status_rules",
    "settle",
    "sign_off_wording",
    "take_back_update",
    "take_from_checker",
    "take_over_completion",
    "take_over_completions",
    "take_promise",
    "take_reply",
    "tell_of_lateness",
    "throw_away_draft",
    "tie_test",
    "took_place",
    "unlink_measure",
    "unlink_recommendation",
    "use_draft",
    "withdraw_evidence",
    "withdraw_period",
    "withdraw_plan",
    "withdraw_version",
]
