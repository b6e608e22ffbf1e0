"""What may be done in the plans room, and by which roles."""

from goldenthread.people.permissions import Verb, register
from goldenthread.people.roles import COLLEAGUES, Role

OFFICERS = frozenset({Role.IMPROVEMENT_OFFICER})
SIGNERS = frozenset({Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR})
# Administrators have no part in plans (DESIGN 1).
BUILDERS = COLLEAGUES - {Role.ADMINISTRATOR}
# Whoever enters for others, and whoever may do it on the actions they stand in.
OWN = frozenset({Role.LEAD, Role.PARTNER_USER})
CHECKERS = frozenset({Role.CHECKER})
VOICES = BUILDERS | {Role.PARTNER_USER}
SENIORS = frozenset({Role.STRATEGIC_LEAD, Role.DIRECTOR, Role.BOARD_CHAIR})
ARRANGERS = frozenset({Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR})
# Who stands in an action works on that one alone; the verbs ask the action for it.
STANDING = frozenset({Role.LEAD, Role.PARTNER_USER})
COUNTERS = frozenset({Role.IMPROVEMENT_OFFICER, Role.CHECKER, Role.ANALYST, Role.AUDITOR})

register(
    (
        Verb("plans.record_plan", "record a plan", OFFICERS),
        Verb("plans.add_action", "add actions to a plan", OFFICERS),
        Verb("plans.adopt", "record what a plan adopts from elsewhere", OFFICERS),
        Verb("plans.link", "link items and recommendations", OFFICERS),
        Verb("plans.link_measure", "tie measures to actions and items", OFFICERS),
        Verb("plans.sign_off_wording", "sign off a changed wording", SIGNERS),
        Verb("plans.settle", "settle what an import left open", OFFICERS),
        Verb("plans.give_to_checker", "give a plan to a checker", OFFICERS),
        Verb("plans.mark_used", "build on a plan", BUILDERS, by_system=True),
        Verb("plans.name_test", "name and change tests", OFFICERS),
        Verb("plans.name_own_test", "name and change tests of your own actions", OWN),
        Verb("plans.approve_reopening", "approve a change of a test", SIGNERS),
        Verb("plans.file_evidence", "file evidence", OFFICERS),
        Verb("plans.file_own_evidence", "file evidence on your own actions", OWN),
        Verb("plans.restrict", "restrict evidence", ARRANGERS, by_system=True),
        Verb("plans.contradict", "file evidence that a test is not met", VOICES),
        Verb("plans.check", "accept or return evidence", CHECKERS),
        Verb("plans.withdraw", "withdraw or archive a plan", OFFICERS),
        Verb("plans.update", "update actions", OFFICERS),
        Verb("plans.take_reply", "take in answers to digests", frozenset(), by_system=True),
        Verb(
            "plans.correct_own",
            "correct what was entered for you",
            COLLEAGUES | {Role.PARTNER_USER},
        ),
        Verb("plans.update_own", "update the actions that you stand in", STANDING),
        Verb("plans.approve_extension", "approve more time", SENIORS),
        Verb("plans.set_deadline", "set deadlines", ARRANGERS),
        Verb("plans.make_occurrences", "make what recurs", OFFICERS, by_system=True),
        Verb("plans.raise_queries", "have the rules raise queries", OFFICERS, by_system=True),
        Verb("plans.answer_challenge", "answer challenges", ARRANGERS | SENIORS),
        Verb("plans.set_kind", "say of what kind an action is", ARRANGERS),
        Verb("plans.give_lead", "say who leads and who carries out actions", ARRANGERS),
        Verb("plans.record_period", "record periods of practice", COUNTERS),
        Verb("plans.judge_status", "lower or raise a status", SENIORS),
        Verb("plans.set_rules", "set the rules of status", SENIORS),
        Verb("plans.set_rounds", "set rounds of updates", OFFICERS, by_system=True),
        Verb("plans.set_lateness", "set who is told of lateness", OFFICERS),
        Verb("plans.tell_of_lateness", "tell of lateness", frozenset(), by_system=True),
        Verb("plans.end_rounds", "count rounds of updates", frozenset(), by_system=True),
        Verb("plans.close_round", "close the first round of updates", OFFICERS),
    )
)
