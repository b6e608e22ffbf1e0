"""The verbs of the governance room."""

from goldenthread.governance.actions.deciding import (
    agree_next_step,
    carry_out,
    decide,
    file_minute,
    finish_next_step,
)
from goldenthread.governance.actions.forums import (
    accept_seat,
    agree_terms,
    change_forum,
    end_forum,
    end_seat,
    name_forum,
    put_on_each_agenda,
    register_forum,
    seat,
    skip_day,
)
from goldenthread.governance.actions.meetings import (
    add_item,
    approve_minutes,
    cancel_meeting,
    count_agency,
    draw_agenda,
    hold_meeting,
    issue_agenda,
    minute,
    move_item,
    plan_meeting,
)
from goldenthread.governance.actions.naming import confirm_mention, propose_forums
from goldenthread.governance.actions.watching import cascade, end_watching, let_watch, team_held

__all__ = [
    "accept_seat",
    "add_item",
    "agree_next_step",
    "agree_terms",
    "approve_minutes",
    "cancel_meeting",
    "carry_out",
    "cascade",
    "change_forum",
    "confirm_mention",
    "count_agency",
    "decide",
    "draw_agenda",
    "end_forum",
    "end_seat",
    "end_watching",
    "file_minute",
    "finish_next_step",
    "hold_meeting",
    "issue_agenda",
    "let_watch",
    "minute",
    "move_item",
    "name_forum",
    "plan_meeting",
    "propose_forums",
    "put_on_each_agenda",
    "register_forum",
    "seat",
    "skip_day",
    "team_held",
]
