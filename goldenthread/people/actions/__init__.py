"""The verbs of the people room: accounts and roles, people, posts and teams."""

from goldenthread.people.actions.absences import enter_absence, withdraw_absence
from goldenthread.people.actions.accounts import (
    end_role,
    found_authority,
    give_role,
    open_account,
    set_password,
    switch_off,
    switch_on,
)
from goldenthread.people.actions.calendars import (
    end_calendar_address,
    new_calendar_address,
)
from goldenthread.people.actions.changing import (
    change_person,
    change_post,
    change_team,
    remove_alias,
)
from goldenthread.people.actions.digests import (
    choose_digest,
    claim_digest,
    end_digest,
    leave_digests,
    make_digests,
    send_again,
)
from goldenthread.people.actions.directory import (
    add_alias,
    add_partner,
    add_person,
    add_post,
    add_service,
    add_team,
    join_team,
    leave_post,
    leave_team,
    take_post,
    tie_to_account,
)
from goldenthread.people.actions.enrolling import appoint, be_person, enrol, new_password
from goldenthread.people.actions.notices import Message, read_notice, send_notices, told_of

__all__ = [
    "Message",
    "add_alias",
    "add_partner",
    "add_person",
    "add_post",
    "add_service",
    "add_team",
    "appoint",
    "be_person",
    "change_person",
    "change_post",
    "change_team",
    "choose_digest",
    "claim_digest",
    "end_calendar_address",
    "end_digest",
    "end_role",
    "enrol",
    "enter_absence",
    "found_authority",
    "give_role",
    "join_team",
    "leave_digests",
    "leave_post",
    "leave_team",
    "make_digests",
    "new_calendar_address",
    "new_password",
    "open_account",
    "read_notice",
    "remove_alias",
    "send_again",
    "send_notices",
    "set_password",
    "switch_off",
    "switch_on",
    "take_post",
    "tie_to_account",
    "told_of",
    "withdraw_absence",
]
