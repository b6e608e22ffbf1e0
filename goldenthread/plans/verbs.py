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

register(
    (
        Verb("plans.record_plan", "record a plan", OFFICERS),
        Verb("plans.link", "link items and recommendations", OFFICERS),
        Verb("plans.sign_off_wording", "sign off a changed wording", SIGNERS),
        Verb("plans.settle", "settle what an import left open", OFFICERS),
        Verb("plans.give_to_checker", "give a plan to a checker", OFFICERS),
        Verb("plans.mark_used", "build on a plan", BUILDERS, by_system=True),
        Verb("plans.name_test", "name and change tests", OFFICERS),
        Verb("plans.name_own_test", "name and change tests of your own actions", OWN),
        Verb("plans.approve_reopening", "approve a change of a test", SIGNERS),
        Verb("plans.file_evidence", "file evidence", OFFICERS),
        Verb("plans.file_own_evidence", "file evidence on your own actions", OWN),
        Verb("plans.contradict", "file evidence that a test is not met", VOICES),
        Verb("plans.check", "accept or return evidence", CHECKERS),
        Verb("plans.withdraw", "withdraw or archive a plan", OFFICERS),
    )
)
