"""Who may do each verb: drawn from the table of roles in the design, not from the code."""

OFFICER = "improvement_officer"
STRATEGIC, DIRECTOR, CHAIR = "strategic_lead", "director", "board_chair"
ADMINISTRATOR = "administrator"
# "strategic lead, director, board chair: approve extensions, lower a status, answer
# challenges, sign papers"; decisions about an inspection are the council's own.
DECIDERS = {OFFICER, STRATEGIC, DIRECTOR}
# Everybody of the council; partner users and elected members are guests.
COUNCIL = {
    OFFICER,
    STRATEGIC,
    DIRECTOR,
    CHAIR,
    ADMINISTRATOR,
    "lead",
    "checker",
    "analyst",
    "auditor",
    "moderator",
    "clerk",
}
PARTS = ("our team", "another team", "our service", "another service")


def in_any_part(*roles):
    """Wholly, or for whatever part: what is asked for belongs to no one team or service."""
    return set(roles) | {f"{role} of {part}" for role in roles for part in PARTS}


# Those who stand in the action of the plan with a role of lead, or were given the plan.
STANDING = {"lead standing", "lead standing by post", "lead standing by team"}
GIVEN = {"checker given the plan"}
SEE_ALL = {OFFICER, STRATEGIC, DIRECTOR, CHAIR}

# Elected members read and ask; the administrator has no part in plans.
UPLOADERS = COUNCIL - {ADMINISTRATOR}
MANAGERS = {"team_manager of our team", "team_manager of another team"}
LEADS = STANDING | {"lead who stood there"}
OUR_PARTNER = {"partner_user of our partner"}

# Leads, co-leads and delegates "update, file evidence, ask for more time on their own actions",
# and partner users "update and file on those". A leading role for one service counts where that
# service stands in the action.
WORKERS = {OFFICER} | STANDING | OUR_PARTNER
SENIORS = {STRATEGIC, DIRECTOR, CHAIR}


def and_of_our_service(roles):
    return roles | {f"{role} of our service" for role in roles}


MAY = {
    "results.define_measure": {OFFICER, "analyst"},
    # Whoever leads, and a team's manager for that team, may say what their figure is.
    "results.enter_value": {OFFICER, "analyst"} | {"lead"} | LEADS,
    "results.enter_value of our team": {OFFICER, "analyst", "lead"}
    | LEADS
    | {f"{role} of our team" for role in (OFFICER, "analyst", "lead", "team_manager")},
    # "approve manual values of others".
    "results.approve_value": {"analyst", STRATEGIC, DIRECTOR},
    "results.set_target": DECIDERS,
    "plans.name_test": WORKERS,
    "plans.name_test of an item": {OFFICER},
    "plans.name_own_test": WORKERS,
    # Partner users are guests: they see neither targets nor figures.
    "plans.name_own_test to a target": WORKERS - OUR_PARTNER,
    "plans.file_own_evidence of a measure": WORKERS - OUR_PARTNER,
    "plans.approve_reopening": DECIDERS,
    "plans.file_evidence": WORKERS,
    "plans.file_evidence of somebody else's": WORKERS - OUR_PARTNER,
    "plans.file_own_evidence": WORKERS,
    "plans.contradict": SEE_ALL | STANDING | GIVEN | OUR_PARTNER,
    "plans.restrict": DECIDERS | {"system"},
    "plans.check": GIVEN,
    "plans.update": WORKERS,
    "plans.update_own": WORKERS,
    "plans.approve_extension": and_of_our_service(SENIORS),
    "plans.set_deadline": and_of_our_service(DECIDERS),
    "plans.make_occurrences": {OFFICER, "system"},
    "plans.raise_queries": {OFFICER, "system"},
    "plans.update_own of a query": WORKERS - OUR_PARTNER,
    "plans.contradict in a challenge": and_of_our_service(SEE_ALL)
    | STANDING
    | GIVEN
    | OUR_PARTNER
    | {"team_manager of our team"},
    # Whoever sees an action comments on it.
    "plans.contradict in a comment": and_of_our_service(SEE_ALL)
    | STANDING
    | GIVEN
    | OUR_PARTNER
    | {"team_manager of our team"},
    # "strategic lead, director, board chair: answer challenges"; it is to the lead, and where
    # nobody leads an officer sees to it.
    "plans.answer_challenge": and_of_our_service(SEE_ALL) | {"lead standing"},
    "plans.set_kind": and_of_our_service(DECIDERS),
    # An event is the whole plan's.
    "plans.set_deadline of an event": DECIDERS,
    "plans.give_lead": and_of_our_service(DECIDERS),
    "plans.give_lead to somebody else": and_of_our_service(DECIDERS),
    "plans.give_lead of a leaver": DECIDERS,
    "plans.link_measure": {OFFICER},
    "plans.record_period": and_of_our_service({OFFICER}) | GIVEN,
    "plans.judge_status": and_of_our_service(SENIORS),
    "plans.set_rules": SENIORS,
    "plans.close_round": {OFFICER},
    "plans.adopt": {OFFICER},
    # "improvement officer: chase".
    "plans.set_rounds": {OFFICER, "system"},
    "plans.set_rounds before meetings": {OFFICER},
    "governance.renew_rounds": {"system"},
    "plans.end_rounds": {"system"},
    "plans.set_lateness": {OFFICER},
    "plans.tell_of_lateness": {"system"},
    "people.found_authority": {"system"},
    # Whoever it is enters it themselves; in the test it is the lead who stands in the action.
    "people.enter_absence": {OFFICER, "lead standing"},
    # Everybody chooses for themselves; in the test it is Ada, the administrator.
    "people.choose_digest": {ADMINISTRATOR},
    "people.keep_calendar": {ADMINISTRATOR},
    "people.send_digests": {"system"},
    "people.send_again": {ADMINISTRATOR},
    # The draft and what was entered are the lead's own.
    "plans.take_reply": {"system"},
    "plans.update_own of a draft": {"lead standing"},
    "plans.update_own taken back": {"lead standing"},
    "plans.correct_own": {"lead standing"},
    "people.manage_users": {ADMINISTRATOR, "system"},
    "people.keep_directory": {ADMINISTRATOR, OFFICER, "system"},
    # "improvement officer: chase"; a timer may, too.
    "people.send_notices": {OFFICER, "system"},
    # The one of the test is to the officer.
    "people.read_notices": {OFFICER},
    "people.cancel_job": {ADMINISTRATOR, OFFICER},
    "history.request_redaction": COUNCIL | STANDING | GIVEN | {"lead who stood there"},
    "history.approve_redaction": {ADMINISTRATOR, DIRECTOR, OFFICER},
    "history.verify": {ADMINISTRATOR, DIRECTOR, OFFICER},
    "sources.store": in_any_part(*UPLOADERS) | MANAGERS | LEADS | GIVEN,
    "sources.store for our partner": UPLOADERS | LEADS | GIVEN | OUR_PARTNER,
    "sources.decide_own": in_any_part(*UPLOADERS) | MANAGERS | LEADS | GIVEN,
    "sources.decide_own of our partner": UPLOADERS | LEADS | GIVEN | OUR_PARTNER,
    "sources.decide": in_any_part(OFFICER, STRATEGIC, DIRECTOR),
    "sources.load": {OFFICER, "analyst", "system"},
    "sources.load reduced": {OFFICER, "analyst", "system"},
    "sources.load withdrawn": {OFFICER, "analyst", "system"},
    "sources.set_rule": {OFFICER, "analyst", "system"},
    "inspections.record_report": {OFFICER},
    "inspections.record_days": {OFFICER},
    "inspections.link": {OFFICER},
    "inspections.read_again": {OFFICER},
    "inspections.decide_consider": DECIDERS,
    "inspections.close": DECIDERS,
    "inspections.name_type": {OFFICER},
    "inspections.log_query": {OFFICER},
    "inspections.record_threshold": {OFFICER},
    "inspections.refer_back": {STRATEGIC, DIRECTOR},
    "inspections.decide_uncited": DECIDERS,
    "inspections.record_crosswalk": DECIDERS,
    "inspections.mark_used": COUNCIL | STANDING | GIVEN | {"lead who stood there", "system"},
    "inspections.prepare_visit": {OFFICER, DIRECTOR},
    "inspections.withdraw": {OFFICER},
    "plans.record_plan": {OFFICER},
    "plans.add_action": {OFFICER},
    "plans.link": {OFFICER},
    "plans.sign_off_wording": DECIDERS,
    "plans.settle": {OFFICER},
    "plans.give_to_checker": {OFFICER},
    # "administrator: manage; no part in plans"; the others as far as they see the plan.
    "plans.mark_used": SEE_ALL | STANDING | GIVEN | {"system"},
    "plans.withdraw": {OFFICER},
    "intake.upload": {OFFICER},
    "intake.edit": {OFFICER},
    "intake.confirm": {OFFICER},
    "intake.undo": {OFFICER},
    "intake.name_headings": {OFFICER},
    "intake.track": {OFFICER},
    # "improvement officer: write papers"; the director's view is the director's own.
    "papers.draft_view": {OFFICER, DIRECTOR},
    "papers.sign_view": {DIRECTOR},
    # A paper is of the whole plan, so a leading role for one service alone does not sign it.
    "papers.sign_off": SENIORS,
    # Who writes papers says to whom they went.
    "papers.send": {OFFICER, DIRECTOR},
    # "clerk: meetings: agendas, minutes, decisions, questions"; the officer writes for them.
    "governance.keep_forums": {OFFICER, "clerk"},
    # A clerk sees no plan, so it is the officer who says that a plan is watched.
    "governance.keep_forums of a plan that they see": {OFFICER},
    "governance.keep_meetings": {OFFICER, "clerk"},
    "governance.keep_questions": {OFFICER, "clerk"},
    # Whoever leads it, and who keeps meetings.
    "governance.follow": {OFFICER, "clerk", "lead standing"},
    "governance.cascade": {OFFICER, "clerk", STRATEGIC, DIRECTOR, CHAIR},
    "governance.cascade by our team": {OFFICER, "clerk", STRATEGIC, DIRECTOR, CHAIR}
    | {f"{role} of our team" for role in (OFFICER, "clerk", STRATEGIC, DIRECTOR, CHAIR)}
    | {"team_manager of our team"},
    "plans.file_evidence from minutes": {OFFICER},
}
